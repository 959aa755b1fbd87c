// Ports whose packages are slow to open them, or never answer: a serial port, an I2C bus, a line of a GPIO chip.
import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openMsMax } from '../../../datamodel/iot/limits.ts';
import { binary, chip } from '../../../drivers/define.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import { openingsGivenUpMax, openPortMsMax, portHungMsMax } from '../../../drivers/limits.ts';
import { Bench } from '../../datamodel/iot/bench.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf } from '../../helpers/driver.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';

/** Packages whose openings end when the test wants, if ever. */
class Packages {
  readonly clock: VirtualClock;
  readonly hardware: HostHardware;
  readonly ends: (() => void)[] = [];
  closed = 0;
  /** They answer at once. */
  isQuick = false;
  readonly #folder = temporaryDirectory();

  constructor(clock = new VirtualClock()) {
    this.clock = clock;
    const loadPackage = async (name: string) => (name === 'i2c-bus' ? this.#i2c() : this.#serial());
    this.hardware = new HostHardware({ clock, loadPackage });
  }

  get begun(): number {
    return this.ends.length;
  }

  path(name: string): string {
    const path = join(this.#folder, name);
    writeFileSync(path, '');
    return `${path}:9600,8N1`;
  }

  #opened(): Promise<void> {
    return new Promise(resolve => {
      this.ends.push(resolve);
      if (this.isQuick) resolve();
    });
  }

  #i2c() {
    const close = async () => void this.closed++;
    const bus = { close, i2cFuncs: async () => ({ i2c: true }) };
    return { openPromisified: () => this.#opened().then(() => bus) };
  }

  #serial() {
    const { opened, closed } = { opened: () => this.#opened(), closed: () => this.closed++ };
    class SerialPort extends EventEmitter {
      open(callback: (error: null) => void) {
        void opened().then(() => callback(null));
      }
      close(callback: () => void) {
        closed();
        callback();
      }
      pause() {}
      resume() {}
    }
    return { SerialPort };
  }
}

const kinds = {
  'a serial port': (packages: Packages) => {
    const path = packages.path('ttyUSB0');
    return () => packages.hardware.openSerial(path);
  },
  'an I2C bus':
    ({ hardware }: Packages) =>
    () =>
      hardware.openI2c('i2c-1'),
};

for (const [what, opener] of Object.entries(kinds)) {
  test(`${what} whose package never answers fails in time, and is opened again after a while`, async () => {
    const packages = new Packages();
    const { clock } = packages;
    const open = opener(packages);
    const first = codeOf(open());
    await until('its begin', () => packages.begun === 1);
    await clock.advance(openPortMsMax);
    assert.is(await first, 'timeout');
    assert.is(await codeOf(open()), 'timeout', 'at once, while it has not ended');
    assert.is(packages.begun, 1, 'none overlaps it');
    await clock.advance(portHungMsMax);
    packages.isQuick = true;
    const port = await open();
    assert.is(packages.begun, 2);
    await port.close();
    packages.ends[0]!();
    await clock.settle();
    assert.is(packages.closed, 2, 'what comes after all is closed');
    assert.is(clock.waiting, 0);
  });

  test(`${what} that is opened too late is closed, and then opened again`, async () => {
    const packages = new Packages();
    const { clock } = packages;
    const open = opener(packages);
    const first = codeOf(open());
    await until('its begin', () => packages.begun === 1);
    await clock.advance(openPortMsMax + 1_000);
    assert.is(await first, 'timeout');
    packages.ends[0]!();
    await clock.settle();
    assert.is(packages.closed, 1);
    packages.isQuick = true;
    await open();
    assert.equal([packages.begun, packages.closed], [2, 1]);
  });
}

test('a line whose chip never answers fails in time, and is asked for again after a while', async () => {
  const clock = new VirtualClock();
  const devices = temporaryDirectory();
  writeFileSync(join(devices, 'gpiochip0'), '');
  const asked: ((error: null, result: number) => void)[] = [];
  const ioctl = {
    async: (_fd: number, _request: number, _argument: Buffer, done: (typeof asked)[0]) => asked.push(done),
  };
  const koffi = { load: () => ({ func: () => ioctl }), errno: () => 25 };
  const hardware = new HostHardware({ clock, devices, gpio: 'character-device', loadPackage: async () => koffi });
  const open = () => codeOf(hardware.openGpio('gpiochip0:3', { direction: 'in', activeLow: false }));
  const first = open();
  await until('the first question', () => asked.length === 1);
  await clock.advance(openPortMsMax);
  assert.equal([await first, await open()], ['timeout', 'timeout']);
  await clock.advance(portHungMsMax);
  const again = open();
  await until('the next question', () => asked.length === 2);
  for (const done of asked) done(null, -1);
  assert.is(await again, 'unsupported', 'what the kernel says');
});

test('those that never end are few, whatever is tried for how long; when they have ended, all is as before', async () => {
  const packages = new Packages();
  const { clock, hardware } = packages;
  for (const round of [1, 2]) {
    packages.isQuick = false;
    for (let tries = 0; tries < 20; tries++) {
      const outcome = codeOf(hardware.openI2c('i2c-1'));
      await clock.advance(openPortMsMax);
      assert.is(await outcome, 'timeout');
      await clock.advance(portHungMsMax);
    }
    assert.is(packages.begun, round * (openingsGivenUpMax + 1));
    packages.isQuick = true;
    for (const end of packages.ends) end();
    await clock.settle();
    assert.is(packages.closed, packages.begun);
  }
});

test('a port has ended its opening before the device that is on it gives up', () => {
  assert.ok(openPortMsMax < openMsMax);
});

test('a device on a port that never answers is tried with ever longer waits, and heard when the port is back', async () => {
  const bench = new Bench();
  const packages = new Packages(bench.clock);
  bench.hardware.openI2c = bus => packages.hardware.openI2c(bus);
  const expander = chip({
    name: 'expander',
    description: 'It is there',
    bus: 'i2c',
    channels: { fix: binary() },
    watch: (_, readings) => {
      readings({ fix: true });
      return { stop() {} };
    },
  });
  const fix = bench.sensor('position', expander, 'i2c-1:0x20', 'fix');
  await bench.start(openPortMsMax + portHungMsMax);
  assert.equal([packages.begun, fix.state.Value], [1, undefined]);
  packages.isQuick = true;
  await bench.clock.advance(2 * portHungMsMax);
  assert.equal([packages.begun, fix.state.Value], [2, true]);
  assert.match(bench.lines[0]!, /^warning position: no answer in time at /);
  assert.match(bench.lines[1]!, /^notice position: answers again, after \d+ failures$/);
  assert.is(bench.lines.length, 2);
});

test.run();
