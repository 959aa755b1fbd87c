/** Sizes on disk: of the bundle's chunks, and of what an installation brings along. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
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

/** What the package ships (package.json, files), but for the bundle. */
const shipped = ['package.json', 'README.md', 'LICENSE', 'build/systemd'];
/** Packages without prebuilt binaries: npm compiles them, and keeps what the compiler has left. */
const compiled = ['epoll', 'i2c-bus'];

export interface Installed {
  /** In MB of 10^6 bytes: what the files hold, and the blocks that the disk gives them. */
  megabytes: number;
  diskMegabytes: number;
  /** Packages that could not be compiled. npm drops them, and says nothing. */
  missing: readonly string[];
}

const npm = (cwd: string, ...args: string[]): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** What a board gets, installed as docs/service.md says: packed, and then with every native package. */
export function installed(program: string): Installed {
  const [source, target] = [temporaryDirectory(), temporaryDirectory()];
  for (const file of shipped) cpSync(file, join(source, file), { recursive: true });
  cpSync(join(program, '..'), join(source, 'dist'), { recursive: true });
  const pack = npm(source, 'pack', '--ignore-scripts', '--silent').trim();
  npm(source, 'install', '--global', '--prefix', target, '--no-audit', '--no-fund', `./${pack}`);
  const du = (unit: string) =>
    Number(execFileSync('du', ['-s', unit, target], { encoding: 'utf8' }).split('\t')[0]) / 1e6;
  const packages = join(target, 'lib/node_modules/uspi/node_modules');
  const missing = compiled.filter(name => !existsSync(join(packages, name, 'build/Release')));
  return { megabytes: du('-b'), diskMegabytes: du('-B1'), missing };
}
