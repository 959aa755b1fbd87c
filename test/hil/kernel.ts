/**
 * Debian's kernel for a guest, with the simulators that Debian leaves out.
 *
 * gpio-sim and i2c-stub are built out of tree from Debian's own source package. That source is GPL: it is fetched when
 * the test runs, and never kept in this repository.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { command } from '../helpers/command.ts';
import { type Architecture, built, Debian } from './debian.ts';

const sources = ['drivers/gpio/gpio-sim.c', 'drivers/gpio/gpiolib.h', 'kernel/irq/irq_sim.c', 'drivers/i2c/i2c-stub.c'];

/** Debian has no IRQ_SIM, so irq_sim.c is linked into gpio-sim. */
const makefile = 'obj-m := gpio-sim.o i2c-stub.o\ngpio-sim-y := gpio-sim-main.o irq_sim.o\n';

/**
 * What i2c-stub is given beside its own: chips enough; one that does not answer (`failing`, an address); a register that
 * keeps its value whatever is written (`held`, the address and the register in two bytes), as one does that a chip sets
 * itself after a reset.
 */
const stubChanges = [
  ['#define MAX_CHIPS 10', '#define MAX_CHIPS 16'],
  [
    'struct smbus_block_data {',
    `static ushort failing, held;
module_param(failing, ushort, 0644);
module_param(held, ushort, 0644);
struct smbus_block_data {`,
  ],
  [
    '/* Search for the right chip */',
    `if (addr == failing)
		return -EIO;
	if (size == I2C_SMBUS_WORD_DATA && read_write == I2C_SMBUS_WRITE && held == (addr << 8 | command))
		return 0;`,
  ],
] as const;

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
  const ingredients = [release, basename(archive), ...stubChanges.flat()].join('\n');
  // By its ingredients, since checkouts of different ages may share the cache.
  const digest = createHash('sha256').update(ingredients).digest('hex').slice(0, 8);
  return built(join(tree, '..', `simulators-${digest}`), ingredients, into => {
    prepareSources(unpacked, into);
    const headers = join(tree, 'usr/src', `linux-headers-${release}`);
    const common = readdirSync(join(tree, 'usr/src')).find(name => name.endsWith('-common'));
    writeFileSync(join(headers, 'Makefile'), `include ${join(tree, 'usr/src', common!)}/Makefile\n`);
    cpSync(join(kbuild, 'usr/lib'), join(tree, 'usr/lib'), { recursive: true, verbatimSymlinks: true });
    command('make', ['-s', '-C', headers, `M=${into}`, ...crossMake[architecture], 'modules']);
  });
}

/** Throws when a kernel's source is no longer as it was. */
function changed(source: string, changes: readonly (readonly [what: string, by: string])[]): string {
  let text = source;
  for (const [what, by] of changes) {
    if (!text.includes(what)) throw new Error(`the kernel's source has no "${what}" any more`);
    text = text.replaceAll(what, by);
  }
  return text;
}

/** Makes the simulators' sources fit for a kernel without IRQ_SIM, and for what the jobs want of them. */
function prepareSources(unpacked: string, into: string): void {
  const [sim = '', lib = '', irq = '', stub = ''] = sources.map(path => readFileSync(join(unpacked, path), 'utf8'));
  writeFileSync(join(into, 'gpio-sim-main.c'), sim);
  writeFileSync(join(into, 'gpiolib.h'), lib);
  writeFileSync(join(into, 'i2c-stub.c'), changed(stub, stubChanges));
  const handling = ['handle_simple_irq(irq_to_desc(irqnum))', 'generic_handle_irq(irqnum)'] as const;
  writeFileSync(join(into, 'irq_sim.c'), changed(irq.replace(/^EXPORT_SYMBOL.*$/gm, ''), [handling]));
  writeFileSync(join(into, 'Makefile'), makefile);
}
