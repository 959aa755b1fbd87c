/**
 * Debian's kernel for a guest, with the simulators that Debian leaves out.
 *
 * gpio-sim and i2c-stub are built out of tree from Debian's own source package. That source is GPL: it is fetched when
 * the test runs, and never kept in this repository.
 */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { command } from '../helpers/command.ts';
import { type Architecture, built, Debian } from './debian.ts';

const sources = ['drivers/gpio/gpio-sim.c', 'drivers/gpio/gpiolib.h', 'kernel/irq/irq_sim.c', 'drivers/i2c/i2c-stub.c'];

/** Debian has no IRQ_SIM, so irq_sim.c is linked into gpio-sim. */
const makefile = 'obj-m := gpio-sim.o i2c-stub.o\ngpio-sim-y := gpio-sim-main.o irq_sim.o\n';

/** How make is told of another architecture, and the prefix of its compiler. */
const crossMake: Readonly<Record<Architecture, readonly string[]>> = {
  amd64: [],
  arm64: ['CROSS_COMPILE=aarch64-linux-gnu-'],
  armhf: ['CROSS_COMPILE=arm-linux-gnueabihf-'],
};

const hostArchitecture = (): Architecture => command('dpkg', ['--print-architecture']).trim() as Architecture;

/** A kernel and its modules. */
export interface Kernel {
  /** The image that QEMU boots. */
  image: string;
  /** Device trees, for machines that want one. */
  deviceTrees: string;
  /** The .ko files of these modules and of all that they need, in the order of loading. */
  modules(names: readonly string[]): string[];
}

/** Debian's current kernel for `architecture`, `flavour` as in linux-image-FLAVOUR. */
export function kernelOf(architecture: Architecture, flavour: string): Kernel {
  const debian = new Debian(architecture);
  const image = debian.dependency(`linux-image-${flavour}`, /^linux-image-\d/);
  const release = image.replace('linux-image-', '');
  const headers = `linux-headers-${release}`;
  const tree = debian.unpacked('kernel', [image, headers, debian.dependency(headers, /-common$/)]);
  const simulators = buildSimulators({ tree, release, architecture });
  const modules = join(tree, 'lib/modules', release);
  if (!existsSync(join(modules, 'modules.dep'))) command('depmod', ['-b', tree, release]);
  const needs = readNeeds(join(modules, 'modules.dep'));
  const builtIn = new Set(readFileSync(join(modules, 'modules.builtin'), 'utf8').split('\n').map(moduleName));
  const filesOf = (name: string): string[] => {
    const simulator = join(simulators, `${name}.ko`);
    if (existsSync(simulator)) return [simulator];
    if (builtIn.has(name)) return [];
    const needed = needs.get(name);
    if (!needed) throw new Error(`${image} has no module ${name}`);
    return needed.map(file => join(modules, file));
  };
  return {
    image: join(tree, 'boot', `vmlinuz-${release}`),
    deviceTrees: join(tree, 'usr/lib', image),
    modules: names => [...new Set(names.flatMap(filesOf))],
  };
}

/** modules.dep writes a hyphen or an underscore as the file has it; the rest of the world does not care. */
const moduleName = (path: string): string => basename(path, '.ko').replaceAll('_', '-');

/** By module, its file and before it those that it needs. A line of modules.dep names the nearest first. */
function readNeeds(file: string): Map<string, string[]> {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(
    lines.map(line => {
      const [path = '', needed = ''] = line.split(':');
      return [moduleName(path), [...needed.trim().split(' ').reverse(), path].filter(each => each !== '')];
    }),
  );
}

interface Tree {
  tree: string;
  release: string;
  architecture: Architecture;
}

/** The folder with gpio-sim.ko and i2c-stub.ko. */
function buildSimulators({ tree, release, architecture }: Tree): string {
  const host = new Debian(hostArchitecture());
  const source = host.dependency('linux-source', /^linux-source-\d/);
  const kbuild = host.unpacked('kbuild', [source.replace('source', 'kbuild')]);
  const archive = host.download(source);
  const unpacked = built(join(dirname(kbuild), 'sources'), basename(archive), into => {
    const tarball = `./usr/src/${source}.tar.xz`;
    const pipe = `dpkg-deb --fsys-tarfile '${archive}' | tar -xO '${tarball}' | tar -xJ --strip-components=1 "$@"`;
    const wanted = sources.map(path => `${source}/${path}`);
    command('bash', ['-o', 'pipefail', '-c', pipe, 'bash', ...wanted], { directory: into });
  });
  return built(join(tree, '..', 'simulators'), `${release} ${basename(archive)}`, into => {
    prepareSources(unpacked, into);
    const headers = join(tree, 'usr/src', `linux-headers-${release}`);
    const common = readdirSync(join(tree, 'usr/src')).find(name => name.endsWith('-common'));
    writeFileSync(join(headers, 'Makefile'), `include ${join(tree, 'usr/src', common!)}/Makefile\n`);
    cpSync(join(kbuild, 'usr/lib'), join(tree, 'usr/lib'), { recursive: true, verbatimSymlinks: true });
    command('make', ['-s', '-C', headers, `M=${into}`, ...crossMake[architecture], 'modules']);
  });
}

/** Makes the simulators' sources fit for a kernel without IRQ_SIM. */
function prepareSources(unpacked: string, into: string): void {
  const [sim = '', lib = '', irq = '', stub = ''] = sources.map(path => readFileSync(join(unpacked, path), 'utf8'));
  writeFileSync(join(into, 'gpio-sim-main.c'), sim);
  writeFileSync(join(into, 'gpiolib.h'), lib);
  writeFileSync(join(into, 'i2c-stub.c'), stub);
  const linkable = irq
    .replace(/^EXPORT_SYMBOL.*$/gm, '')
    .replace('handle_simple_irq(irq_to_desc(irqnum))', 'generic_handle_irq(irqnum)');
  writeFileSync(join(into, 'irq_sim.c'), linkable);
  writeFileSync(join(into, 'Makefile'), makefile);
}
