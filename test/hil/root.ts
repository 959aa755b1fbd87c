/** The root folder of a guest: busybox, Node.js with its libraries, and the agent as it is shipped. */
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundledProgram } from '../helpers/bundle.ts';
import { command, NotRun } from '../helpers/command.ts';

const here = import.meta.dirname;

/** The native packages, all optional. */
export const nativePackages = ['onoff', 'i2c-bus', 'serialport', 'koffi', 'epoll'];

export interface RootParts {
  /** A statically linked busybox of the guest's architecture. */
  busybox: string;
  node: string;
  /** The dynamic linker, and the shared libraries that Node.js and the addons need. */
  linker: { path: string; file: string };
  libraries: readonly string[];
  /** A node_modules with the native packages built for the guest. */
  modules: string;
}

/** Throws NotRun when the native packages were not compiled here: npm drops what it cannot build, and says nothing. */
export function needNativePackages(): void {
  const load = `for (const name of ${JSON.stringify(nativePackages)}) require(name)`;
  try {
    command(process.execPath, ['-e', load]);
  } catch (cause) {
    const [reason] = /^Error: .*$/m.exec((cause as Error).message) ?? ['they do not load'];
    throw new NotRun(`the native packages are not built for this Node.js (${reason}): see docs/hil.md`);
  }
}

/** The parts of this very machine, for a guest of the same architecture. */
export function hostParts(): RootParts {
  const node = realpathSync(process.execPath);
  const lines = command('ldd', [node]).split('\n');
  const libraries = lines.flatMap(line => /=> (\/\S+)/.exec(line)?.[1] ?? []);
  const linker = lines.flatMap(line => /^\s*(\/\S*ld-linux\S*)/.exec(line)?.[1] ?? [])[0];
  if (!linker) throw new Error('ldd shows no dynamic linker of node');
  const file = realpathSync(linker);
  return { busybox: '/bin/busybox', node, linker: { path: linker, file }, libraries, modules: 'node_modules' };
}

/** Fills `root` with the parts and the agent. */
export function makeRoot(root: string, parts: RootParts): void {
  for (const name of ['bin', 'lib', 'tmp', 'proc', 'sys', 'dev', 'run', 'hil', 'uspi'])
    mkdirSync(join(root, name), { recursive: true });
  const program = (from: string, name: string) => {
    copyFileSync(from, join(root, name));
    chmodSync(join(root, name), 0o755);
  };
  program(parts.busybox, 'bin/busybox');
  program(parts.busybox, 'bin/sh');
  program(parts.node, 'bin/node');
  mkdirSync(join(root, dirname(parts.linker.path)), { recursive: true });
  program(parts.linker.file, parts.linker.path);
  for (const library of parts.libraries) program(realpathSync(library), join('lib', basename(library)));
  copyFileSync(join(here, 'guest/shell'), join(root, 'hil/shell'));
  cpSync(dirname(bundledProgram()), join(root, 'uspi/dist'), { recursive: true, verbatimSymlinks: true });
  const entryPoints = ['edges', 'i2c'].map(name => join(here, `guest/${name}.ts`));
  const guestPrograms = { entryPoints, outdir: join(root, 'uspi/hil'), outExtension: { '.js': '.mjs' } };
  buildSync({ ...guestPrograms, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  for (const name of closure(parts.modules, nativePackages))
    cpSync(join(parts.modules, name), join(root, 'uspi/node_modules', name), { recursive: true });
}

/** The packages `names` and all that they need, as far as they are installed in `modules`. */
export function closure(modules: string, names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    const description = join(modules, name, 'package.json');
    if (found.has(name) || !existsSync(description)) return;
    found.add(name);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(description, 'utf8')) as {
      dependencies?: Record<string, string>;
      optionalDependencies?: Record<string, string>;
    };
    for (const needed of [...Object.keys(dependencies), ...Object.keys(optionalDependencies)]) visit(needed);
  };
  for (const name of names) visit(name);
  return [...found];
}
