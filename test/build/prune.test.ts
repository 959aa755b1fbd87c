// What install-service takes away where the program was installed as a package; and that all that loads, still loads.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { dispensable, type Machine, thisMachine } from '../../build/systemd/prune.mjs';
import { notRun } from '../helpers/not-run.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { closure, nativePackages } from '../hil/root.ts';

const put = (root: string, ...paths: string[]) => {
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }
};

/** A folder of packages in which the program lies as one, and where its own packages are. */
function installation(home = 'lib/node_modules/uspi'): { program: string; packages: string } {
  const root = join(realpathSync(temporaryDirectory()), home);
  put(root, 'dist/uspi.mjs');
  return { program: join(root, 'dist/uspi.mjs'), packages: join(root, 'node_modules') };
}

const prebuilds = '@serialport/bindings-cpp/prebuilds';
const shippedAddons = [
  `${prebuilds}/android-arm64/@serialport+bindings-cpp.armv8.node`,
  `${prebuilds}/darwin-x64+arm64/@serialport+bindings-cpp.node`,
  `${prebuilds}/linux-arm/@serialport+bindings-cpp.armv6.glibc.node`,
  `${prebuilds}/linux-arm/@serialport+bindings-cpp.armv7.glibc.node`,
  `${prebuilds}/linux-arm/@serialport+bindings-cpp.armv7.musl.node`,
  `${prebuilds}/linux-arm64/@serialport+bindings-cpp.armv8.glibc.node`,
  `${prebuilds}/linux-arm64/@serialport+bindings-cpp.armv8.musl.node`,
  `${prebuilds}/linux-x64/@serialport+bindings-cpp.glibc.node`,
  `${prebuilds}/win32-arm64/@serialport+bindings-cpp.armv8.node`,
  '@koromix/koffi-linux-arm64/index.js',
  '@koromix/koffi-linux-arm64/linux_arm64/koffi.node',
  '@koromix/koffi-linux-arm64/musl_arm64/koffi.node',
];

/** The addons that are left on such a machine, by their names. */
function leftOn(machine: Machine): string[] {
  const { program, packages } = installation();
  put(packages, ...shippedAddons);
  for (const path of dispensable(program, machine)) rmSync(path, { recursive: true });
  const files = readdirSync(packages, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.node'));
  return files.map(path => path.replace(/.*\/(?=.*\/)/, '')).sort();
}

test('addons of other platforms, architectures and C libraries go, and those of this one stay', () => {
  const on = (arch: string, libc: 'glibc' | 'musl') => leftOn({ platform: 'linux', arch, libc });
  const serial = '@serialport+bindings-cpp';
  assert.equal(on('arm64', 'glibc'), [`linux-arm64/${serial}.armv8.glibc.node`, 'linux_arm64/koffi.node']);
  assert.equal(on('arm64', 'musl'), [`linux-arm64/${serial}.armv8.musl.node`, 'musl_arm64/koffi.node']);
  assert.equal(
    on('arm', 'glibc').filter(path => path.includes(serial)),
    [`linux-arm/${serial}.armv6.glibc.node`, `linux-arm/${serial}.armv7.glibc.node`],
  );
});

test('a link to the folder of all programs hinders nothing', () => {
  const { packages } = installation();
  put(packages, 'nan/doc/nan.md');
  const prefix = join(realpathSync(temporaryDirectory()), 'prefix');
  symlinkSync(join(packages, '../../..'), prefix);
  assert.equal(dispensable(join(prefix, 'node_modules/uspi/dist/uspi.mjs'), thisMachine()), [
    join(packages, 'nan/doc'),
  ]);
});

test('what compiling left goes, and what compiling needs stays', () => {
  const { program, packages } = installation();
  const needed = ['i2c-bus/binding.gyp', 'i2c-bus/src/i2c.cc', 'i2c-bus/build/Release/i2c.node', 'nan/nan.h'];
  put(packages, ...needed, 'node-addon-api/napi.h', 'i2c-bus/build/Release/obj.target/i2c/i2c.o');
  put(packages, 'i2c-bus/example/circuit.png', 'epoll/build/Release/.deps/epoll.node.d');
  const gone = dispensable(program, thisMachine()).map(path => relative(packages, path));
  assert.equal(gone.sort(), ['epoll/build/Release/.deps', 'i2c-bus/build/Release/obj.target', 'i2c-bus/example']);
});

test('nothing goes where no packages are, in a clone, or in one that was installed by a link', () => {
  assert.equal(dispensable(installation().program, thisMachine()), []);
  const clone = installation('uspi');
  put(clone.packages, 'i2c-bus/example/circuit.png', ...shippedAddons);
  assert.equal(dispensable(clone.program, thisMachine()), []);
  const link = join(dirname(installation().program), '../../linked');
  symlinkSync(join(clone.packages, '..'), link);
  assert.equal(dispensable(join(link, 'dist/uspi.mjs'), thisMachine()), []);
});

test('what a symbolic link leads to stays, whatever part of the way is one', () => {
  const elsewhere = realpathSync(temporaryDirectory());
  put(elsewhere, 'i2c-bus/example/circuit.png', 'linux_x64/koffi.node', 'musl_x64/koffi.node', ...shippedAddons);
  const { program, packages } = installation();
  mkdirSync(join(packages, '@koromix/koffi-linux-x64'), { recursive: true });
  symlinkSync(join(elsewhere, 'i2c-bus'), join(packages, 'i2c-bus'));
  symlinkSync(join(elsewhere, '@serialport'), join(packages, '@serialport'));
  for (const name of ['linux_x64', 'musl_x64'])
    symlinkSync(join(elsewhere, name), join(packages, '@koromix/koffi-linux-x64', name));
  assert.equal(dispensable(program, thisMachine()), []);
  const other = installation();
  symlinkSync(elsewhere, other.packages);
  assert.equal(dispensable(other.program, thisMachine()), []);
});

/** What makes each native package load its addon. */
const uses: Readonly<Record<string, string>> = { koffi: '.load(null)', serialport: '.SerialPort.binding' };

/** Why a fresh Node.js cannot load the package beside this program; undefined: it can. */
function failureOf(name: string, program: string): string | undefined {
  const use = `require('node:module').createRequire(${JSON.stringify(program)})(${JSON.stringify(name)})${uses[name] ?? ''}`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', use], { encoding: 'utf8' });
  return status === 0 ? undefined : (/^\w*Error: .*$/m.exec(stderr)?.[0] ?? stderr);
}

test('every native package still loads', () => {
  const { program, packages } = installation();
  for (const name of closure('node_modules', nativePackages))
    cpSync(join('node_modules', name), join(packages, name), { recursive: true });
  const before = new Map(nativePackages.map(name => [name, failureOf(name, program)]));
  const gone = dispensable(program, thisMachine());
  for (const path of gone) rmSync(path, { recursive: true });
  assert.ok(gone.length > 0);
  for (const [name, failure] of before) {
    if (failure)
      notRun(`whether ${name} loads without what install-service takes away: it does not load here (${failure})`);
    else assert.is(failureOf(name, program), undefined, name);
  }
});

test.run();
