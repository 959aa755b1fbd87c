// A kernel's sysfs in a temporary directory. What the kernel does when its files are written is played by the test.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import { HostKernelDrivers } from '../../../drivers/host/kernel-drivers.ts';
import { rebindMsMax } from '../../../drivers/limits.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';

interface Layout {
  /** The folder with the sensor's files, the device's, the driver's, below the sysfs; and the word in `name`. */
  shown: string;
  device: string;
  driver: string;
  name: string;
  subsystem: string;
}

const dht22: Layout = {
  shown: 'devices/platform/dht11@4/iio:device0',
  device: 'devices/platform/dht11@4',
  driver: 'bus/platform/drivers/dht11',
  name: 'dht11@4',
  subsystem: 'bus/iio',
};
const lm75: Layout = {
  shown: 'devices/platform/soc/i2c-1/1-0048/hwmon/hwmon2',
  device: 'devices/platform/soc/i2c-1/1-0048',
  driver: 'bus/i2c/drivers/lm75',
  name: 'lm75',
  subsystem: 'class/hwmon',
};
const ds18b20: Layout = {
  shown: 'devices/w1_bus_master1/28-0316a2798bff',
  device: 'devices/w1_bus_master1/28-0316a2798bff',
  driver: 'bus/w1/drivers/w1_slave_driver',
  name: '28-0316a2798bff',
  subsystem: 'bus/w1',
};

/** A sysfs with one sensor, and a kernel that obeys what is written. */
class Sysfs {
  readonly root = temporaryDirectory();
  readonly clock = new VirtualClock();
  readonly written: string[] = [];
  /** Why the driver does not take the device; absent: it does. */
  failure: string | undefined;
  /** Why the driver does not let go. */
  refusal: string | undefined;
  onGiven = () => {};
  /** It never lets go. */
  isHung = false;
  readonly #layout: Layout;

  constructor(layout: Layout, mode = 0o220) {
    this.#layout = layout;
    const { shown, device, driver, name, subsystem } = layout;
    for (const folder of [shown, driver, subsystem, 'state']) mkdirSync(this.path(folder), { recursive: true });
    writeFileSync(this.path(shown, 'name'), `${name}\n`);
    this.#link(join(shown, 'subsystem'), subsystem);
    if (subsystem === 'class/hwmon') this.#link(join(shown, 'device'), device);
    const inner = device.startsWith('devices/w1') ? dirname(device) : undefined;
    const files = inner ? ['w1_master_add', 'w1_master_remove'].map(file => join(inner, file)) : this.driverFiles;
    for (const file of files) {
      writeFileSync(this.path(file), '');
      chmodSync(this.path(file), mode);
    }
    this.bind();
  }

  get driverFiles(): string[] {
    return ['bind', 'unbind'].map(file => join(this.#layout.driver, file));
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts);
  }

  #link(from: string, to: string): void {
    symlinkSync(relative(dirname(this.path(from)), this.path(to)), this.path(from));
  }

  bind(): void {
    if (!this.isBound) this.#link(join(this.#layout.device, 'driver'), this.#layout.driver);
  }

  get isBound(): boolean {
    return existsSync(this.path(this.#layout.device, 'driver'));
  }

  /** As the kernel: unbinding takes the link away, and only binding brings it back. */
  readonly write = async (path: string, text: string): Promise<void> => {
    this.written.push(`${relative(this.root, path)} ${text}`);
    if (this.isHung) await new Promise(() => {});
    const fails = (code: string) => Object.assign(new Error(code), { code });
    if (/unbind$|remove$/.test(path)) {
      if (this.refusal) throw fails(this.refusal);
      rmSync(this.path(this.#layout.device, 'driver'));
      return;
    }
    if (this.failure) throw fails(this.failure);
    if (this.isBound) throw fails('EBUSY');
    this.bind();
    this.onGiven();
  };

  get notes(): string {
    return this.path('state/unbound');
  }

  /** Of an agent that has just been started. */
  drivers(): HostKernelDrivers {
    return new HostKernelDrivers(this.clock, this.notes, this.write);
  }
}

for (const [layout, at, written] of [
  [
    dht22,
    'devices/platform/dht11@4/iio:device0',
    ['bus/platform/drivers/dht11/unbind dht11@4', 'bus/platform/drivers/dht11/bind dht11@4'],
  ],
  [
    lm75,
    'devices/platform/soc/i2c-1/1-0048/hwmon/lm75',
    ['bus/i2c/drivers/lm75/unbind 1-0048', 'bus/i2c/drivers/lm75/bind 1-0048'],
  ],
  [
    ds18b20,
    ds18b20.shown,
    ['devices/w1_bus_master1/w1_master_remove 28-0316a2798bff', 'devices/w1_bus_master1/w1_master_add 28-0316a2798bff'],
  ],
] as const) {
  test(`${layout.name}: taken from its driver and given back, by the names that the kernel has for both`, async () => {
    const sysfs = new Sysfs(layout);
    const outcome = await sysfs.drivers().rebind(sysfs.path(at), true);
    assert.equal(sysfs.written, written);
    assert.is(sysfs.isBound, true);
    assert.is(outcome?.isUnbound, false);
    assert.match(outcome?.said ?? '', /^its kernel driver \S+ has been bound anew$/);
    assert.is(readFileSync(sysfs.notes, 'utf8'), '[]');
  });
}

test('as the kernel makes the files, for root alone, nothing is written, also not by root; that is told once', async () => {
  const sysfs = new Sysfs(dht22, 0o200);
  const drivers = sysfs.drivers();
  const at = sysfs.path(dht22.shown);
  const unbind = sysfs.path(dht22.driver, 'unbind');
  const said = `its kernel driver dht11 is not bound anew: ${unbind} is root's alone; see "Rebinding" in docs/drivers.md`;
  assert.equal(await drivers.rebind(at, true), { said, isUnbound: false });
  assert.is(await drivers.rebind(at, true), undefined);
  assert.equal(sysfs.written, []);
  chmodSync(unbind, 0o220);
  assert.match(
    (await drivers.rebind(at, true))?.said ?? '',
    /dht11\/bind is root's alone/,
    'one of both is not enough',
  );
  assert.equal(sysfs.written, []);
});

test('a driver that has no such files, and what is no device of the kernel, is left alone', async () => {
  const sysfs = new Sysfs(dht22);
  rmSync(sysfs.path(dht22.driver, 'unbind'));
  const at = sysfs.path(dht22.shown);
  assert.match((await sysfs.drivers().rebind(at, true))?.said ?? '', /dht11\/unbind may not be written \(ENOENT\)/);
  for (const part of ['driver', 'iio:device0/subsystem']) {
    const other = new Sysfs(dht22);
    rmSync(other.path(dht22.device, part));
    assert.is(await other.drivers().rebind(other.path(dht22.shown), true), undefined, part);
  }
  assert.is(await sysfs.drivers().rebind(sysfs.path(dht22.shown, 'name'), true), undefined, 'a file');
  assert.is(await sysfs.drivers().rebind(sysfs.path(dht22.device, 'another'), true), undefined, 'no such name');
  assert.equal(sysfs.written, []);
});

test('what the driver does not take back is given again until it does, and nothing is taken meanwhile', async () => {
  const sysfs = new Sysfs(lm75);
  const drivers = sysfs.drivers();
  const at = sysfs.path(lm75.shown);
  sysfs.failure = 'ENXIO';
  const said = 'its kernel driver lm75 does not take it back (ENXIO); trying again';
  assert.equal(await drivers.rebind(at, true), { said, isUnbound: true, wasTaken: true });
  assert.equal(await drivers.rebind(at, false), { said, isUnbound: true });
  sysfs.failure = undefined;
  assert.is((await drivers.rebind(at, false))?.isUnbound, false);
  assert.is(sysfs.isBound, true);
  assert.equal(
    sysfs.written.map(line => line.split(' ')[0]!.split('/').at(-1)),
    ['unbind', 'bind', 'bind', 'bind'],
  );
  assert.is(await drivers.rebind(at, false), undefined, 'nothing is left to give');
});

test('an agent that was killed meanwhile leaves a note, and the next one gives the device back', async () => {
  const sysfs = new Sysfs(lm75);
  sysfs.failure = 'ENXIO';
  await sysfs.drivers().rebind(sysfs.path(lm75.shown), true);
  sysfs.failure = undefined;
  const outcome = await sysfs.drivers().rebind(sysfs.path(lm75.shown), false);
  assert.is(outcome?.said, 'its kernel driver lm75 has been bound anew');
  assert.is(sysfs.isBound, true);
});

test('what was taken is given back by the next agent at once, whatever its configuration names', async () => {
  const sysfs = new Sysfs(lm75);
  sysfs.failure = 'ENXIO';
  await sysfs.drivers().rebind(sysfs.path(lm75.shown), true);
  sysfs.failure = undefined;
  const drivers = sysfs.drivers();
  assert.is(await drivers.rebind('/another', false), undefined);
  assert.is(sysfs.isBound, false, 'what another that is missing waits for is not given each second');
  assert.is(await drivers.rebind('/another', true), undefined);
  assert.equal([sysfs.isBound, readFileSync(sysfs.notes, 'utf8')], [true, '[]']);

  const note = {
    path: '/gone',
    device: '/gone',
    driver: 'lm75',
    name: '1-0048',
    give: sysfs.path(lm75.driver, 'bind'),
  };
  writeFileSync(sysfs.notes, JSON.stringify([note]));
  const { kernelDrivers } = new HostHardware({ clock: sysfs.clock, taken: sysfs.notes });
  assert.is(await kernelDrivers?.giveBack(), true);
  assert.is(readFileSync(sysfs.notes, 'utf8'), '[]');
  assert.is(readFileSync(sysfs.path(lm75.driver, 'bind'), 'utf8'), '1-0048');
});

test('what is to be given back is given as often as that is asked for, until its driver has it', async () => {
  const sysfs = new Sysfs(lm75);
  const drivers = sysfs.drivers();
  assert.is(await drivers.giveBack(), true, 'nothing');
  sysfs.failure = 'ENXIO';
  const rebinding = drivers.rebind(sysfs.path(lm75.shown), true);
  assert.is(await drivers.giveBack(), false, 'one at a time');
  await rebinding;
  assert.is(await drivers.giveBack(), false);
  sysfs.failure = undefined;
  assert.is(sysfs.isBound, false);
  assert.is(await drivers.giveBack(), true);
  assert.equal([sysfs.isBound, readFileSync(sysfs.notes, 'utf8')], [true, '[]']);
});

test("a note that is out of date, or was cut short, takes nobody's driver away", async () => {
  const sysfs = new Sysfs(lm75);
  const at = sysfs.path(lm75.shown);
  sysfs.failure = 'ENXIO';
  await sysfs.drivers().rebind(at, true);
  sysfs.failure = undefined;
  sysfs.bind(); // as it is after a start of the board
  assert.is(await sysfs.drivers().rebind(at, false), undefined);
  assert.is(readFileSync(sysfs.notes, 'utf8'), '[]');
  for (const text of ['{"/sys/', 'null', '7', '["a"]']) {
    writeFileSync(sysfs.notes, text);
    assert.is(await sysfs.drivers().rebind(at, false), undefined);
    assert.is((await sysfs.drivers().rebind(at, true))?.said, 'its kernel driver lm75 has been bound anew', text);
  }
  assert.is((await sysfs.drivers().rebind(at, true))?.isUnbound, false);
});

test('where it cannot be noted, nothing is taken', async () => {
  const sysfs = new Sysfs(lm75);
  rmSync(sysfs.path('state'), { recursive: true });
  const outcome = await sysfs.drivers().rebind(sysfs.path(lm75.shown), true);
  assert.match(outcome?.said ?? '', /^its kernel driver cannot begin anew: ENOENT/);
  assert.equal(sysfs.written, []);
});

test('a medium that takes no notes for a while costs no taking after', async () => {
  const sysfs = new Sysfs(lm75);
  const drivers = sysfs.drivers();
  const rebind = async () => (await drivers.rebind(sysfs.path(lm75.shown), true))?.said;
  const state = sysfs.path('state');
  rmSync(state, { recursive: true });
  const refused = await rebind();
  assert.is(await rebind(), refused);
  mkdirSync(state);
  sysfs.onGiven = () => rmSync(state, { recursive: true });
  assert.match((await rebind()) ?? '', /bound anew$/);
  assert.is(await rebind(), refused);
  mkdirSync(state);
  assert.match((await rebind()) ?? '', /bound anew$/);
  assert.is(sysfs.written.length, 4);
});

test('a driver that does not let go is told with its cause, and taken from again', async () => {
  const sysfs = new Sysfs(lm75);
  const drivers = sysfs.drivers();
  const rebind = async () => (await drivers.rebind(sysfs.path(lm75.shown), true))?.said;
  sysfs.refusal = 'EPERM';
  for (const _ of [1, 2]) assert.is(await rebind(), 'its kernel driver cannot begin anew: EPERM');
  sysfs.refusal = undefined;
  assert.match((await rebind()) ?? '', /bound anew$/);
});

test('a rebinding that is late is called off: nothing is taken that may be in use meanwhile', async () => {
  const sysfs = new Sysfs(dht22);
  const drivers = sysfs.drivers();
  const [at, name] = [sysfs.path(dht22.shown), sysfs.path(dht22.shown, 'name')];
  rmSync(name);
  execFileSync('mkfifo', [name]); // A read of it ends once somebody writes.
  const late = drivers.rebind(at, true);
  await new Promise(setImmediate);
  await sysfs.clock.advance(rebindMsMax);
  assert.equal(await late, {
    said: `its kernel driver needs more than ${rebindMsMax} ms to begin anew`,
    isUnbound: false,
    wasTaken: false,
  });
  assert.is(await drivers.rebind(at, true), undefined, 'it is still at it');
  await writeFile(name, 'dht11@4');
  await until('its end', () => sysfs.written.length > 0);
  assert.equal(sysfs.written, ['bus/platform/drivers/dht11/bind dht11@4'], 'given, which it was anyway');
  assert.is(sysfs.isBound, true);
});

test('a driver that never lets go costs its caller the deadline, and nobody else anything', async () => {
  const sysfs = new Sysfs(dht22);
  const drivers = sysfs.drivers();
  sysfs.isHung = true;
  const hung = drivers.rebind(sysfs.path(dht22.shown), true);
  while (sysfs.written.length === 0) await sysfs.clock.settle();
  assert.is(await drivers.rebind(sysfs.path(dht22.shown), true), undefined, 'one at a time');
  await sysfs.clock.advance(rebindMsMax);
  assert.equal([(await hung)?.isUnbound, (await hung)?.wasTaken], [true, true]);
  assert.is(sysfs.written.length, 1);
});

test.run();
