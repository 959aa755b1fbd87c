/** Sizes on disk: of the bundle's chunks, and of what an installation brings along. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporaryDirectory } from '../helpers/temporary.ts';

/** Chunks that `run` loads by need with a controller over MQTT: the verb, the transport, the package, the socket. */
const byNeed = /^(uspi|run|mqtt|uds)(-[A-Z0-9]+)?\.cjs$/;
/** A chunk that is loaded with the one that names it; one that is loaded by need stands behind an arrow. */
const staticImport = /(?<!=>)require\("\.\/([\w-]+\.cjs)"\)/g;

export function bundleSizes(program: string): { mainPathKilobytes: number; bundleKilobytes: number } {
  const chunks = join(program, '../chunks');
  const names = readdirSync(chunks);
  const paths = new Map(names.map(name => [name, join(chunks, name)]));
  const loaded = new Set<string>();
  const load = (path: string) => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(staticImport)) {
      const chunk = paths.get(name);
      if (chunk) load(chunk);
    }
  };
  for (const path of paths.values()) if (byNeed.test(basename(path))) load(path);
  const kilobytes = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + statSync(file).size, 0) / 1_000;
  return {
    mainPathKilobytes: kilobytes([program, ...loaded]),
    bundleKilobytes: kilobytes([program, ...paths.values()]),
  };
}

/**
 * What a board gets: the bundle, and beside it all native packages, whatever their platform's prebuilt binaries weigh.
 * Addons that npm would compile are left uncompiled, so that no compiler is needed here; they add less than 1 MB.
 */
export function installedMegabytes(program: string): number {
  const directory = temporaryDirectory();
  for (const file of ['package.json', 'package-lock.json']) cpSync(file, join(directory, file));
  const args = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  execFileSync('npm', args, { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
  cpSync(join(program, '..'), join(directory, 'dist'), { recursive: true });
  return Number(execFileSync('du', ['-sb', directory], { encoding: 'utf8' }).split('\t')[0]) / 1e6;
}
