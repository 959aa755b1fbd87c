/** Sizes on disk: of the bundle's chunks, and of what an installation brings along. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepCode } from '../../build/systemd/code-cache.mjs';
import { dispensable, thisMachine } from '../../build/systemd/prune.mjs';
import { temporaryDirectory } from '../helpers/temporary.ts';

/** The archive begins with what `run` loads with a controller over MQTT; an empty line ends that. */
export function bundleSizes(program: string): { mainPathKilobytes: number; bundleKilobytes: number } {
  const archive = readFileSync(archiveOf(program), 'latin1');
  const programBytes = statSync(program).size;
  const kilobytes = (archiveBytes: number) => (programBytes + archiveBytes) / 1_000;
  return {
    mainPathKilobytes: kilobytes(archive.indexOf(',\n\n(function')),
    bundleKilobytes: kilobytes(archive.length),
  };
}

/** Where the chunks of `program` are. */
export const archiveOf = (program: string): string => join(program, '../uspi.chunks');

/** What the package ships (package.json, files), but for the bundle. */
const shipped = ['package.json', 'README.md', 'LICENSE', 'build/systemd'];
/** Packages without prebuilt binaries: npm compiles them, and keeps what the compiler has left. */
const compiled = ['epoll', 'i2c-bus'];

export interface Installed {
  /** In MB of 10^6 bytes: what the files hold, and the blocks that the disk gives them. */
  megabytes: number;
  diskMegabytes: number;
  /** On disk, had install-service taken nothing away. */
  unprunedMegabytes: number;
  /** Packages that could not be compiled. npm drops them, and says nothing. */
  missing: readonly string[];
}

const npm = (cwd: string, ...args: string[]): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** What a board gets, installed as docs/service.md says: packed, with every native package, then as install-service leaves it. */
export function installed(program: string): Installed {
  const [source, target] = [temporaryDirectory(), temporaryDirectory()];
  for (const file of shipped) cpSync(file, join(source, file), { recursive: true });
  cpSync(join(program, '..'), join(source, 'dist'), { recursive: true });
  const pack = npm(source, 'pack', '--ignore-scripts', '--silent').trim();
  npm(source, 'install', '--global', '--prefix', target, '--no-audit', '--no-fund', `./${pack}`);
  const home = join(target, 'lib/node_modules/uspi');
  const missing = compiled.filter(name => !existsSync(join(home, 'node_modules', name, 'build/Release')));
  const du = (unit: string) =>
    Number(execFileSync('du', ['-s', unit, target], { encoding: 'utf8' }).split('\t')[0]) / 1e6;
  const installedProgram = join(home, 'dist/uspi.cjs');
  keepCode({ node: process.execPath, program: installedProgram });
  const unprunedMegabytes = du('-B1');
  for (const path of dispensable(installedProgram, thisMachine())) rmSync(path, { recursive: true });
  return { megabytes: du('-b'), diskMegabytes: du('-B1'), unprunedMegabytes, missing };
}
