// npm brings every package for all kinds of machines, and leaves what was needed to compile and to develop it. Here is what an
// installation can do without on this machine. What `npm rebuild` needs stays, and so does all where somebody develops.
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What the compiler has made on the way to the addon. */
const ofCompiler = ['build/Release/obj.target', 'build/Release/.deps'];

/** What nothing loads, by the package. */
const needless = {
  epoll: [...ofCompiler, 'example', 'test'],
  'i2c-bus': [...ofCompiler, 'doc', 'example', 'integration-test'],
  koffi: ['doc'],
  nan: ['doc'],
  onoff: ['examples', 'integration-test'],
};

/** What decides which addons can be loaded here. `libc` is that of this Node.js. */
export function thisMachine() {
  process.report.excludeNetwork = true; // it would ask for the names of all peers
  const { glibcVersionRuntime } = process.report.getReport().header;
  return { platform: process.platform, arch: process.arch, libc: glibcVersionRuntime ? 'glibc' : 'musl' };
}

/** What is in a folder; nothing where there is no such folder. */
const pathsIn = folder => (existsSync(folder) ? readdirSync(folder).map(name => join(folder, name)) : []);

/** Each folder is for a platform and an architecture or more, such as darwin-x64+arm64; the files in it are for a C library. */
function foreignSerialPort(packages, { platform, arch, libc }) {
  const foreign = libc === 'glibc' ? '.musl.node' : '.glibc.node';
  return pathsIn(join(packages, '@serialport/bindings-cpp/prebuilds')).flatMap(folder => {
    const [system, architectures = ''] = basename(folder).split('-');
    const isOurs = system === platform && architectures.split('+').includes(arch);
    return isOurs ? pathsIn(folder).filter(file => file.endsWith(foreign)) : folder;
  });
}

/** npm brings those of this platform and architecture alone; linux_x64 is for glibc, musl_x64 for musl. */
function foreignKoffi(packages, { libc }) {
  const foreign = libc === 'glibc' ? 'musl_' : 'linux_';
  return pathsIn(join(packages, '@koromix'))
    .flatMap(pathsIn)
    .filter(path => basename(path).startsWith(foreign));
}

/**
 * The files and folders that `program` (dist/uspi.cjs) runs without on `machine`; none unless it was installed as a package,
 * in a folder node_modules. What a symbolic link leads to is somebody else's, and stays.
 */
export function dispensable(program, machine) {
  const home = dirname(dirname(realpathSync(program)));
  if (basename(dirname(home)) !== 'node_modules') return [];
  const packages = join(home, 'node_modules');
  const unused = Object.entries(needless).flatMap(([name, paths]) => paths.map(path => join(packages, name, path)));
  const all = [...foreignSerialPort(packages, machine), ...foreignKoffi(packages, machine), ...unused];
  return all.filter(path => existsSync(path) && realpathSync(path) === path);
}
