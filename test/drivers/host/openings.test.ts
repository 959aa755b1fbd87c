// Ports whose packages are slow to open them, or never answer: a serial port, a line of a GPIO chip, an I2C bus.
import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openMsMax } from '../../../datamodel/iot/limits.ts';
import { binary, chip } from '../../../drivers/define.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import { fileOperationsMax, openingsMax, openPortMsMax, threadsWithoutI2c } from '../../../drivers/limits.ts';
import type { SerialPort } from '../../../drivers/ports.ts';
import { Bench } from '../../datamodel/iot/bench.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf } from '../../helpers/driver.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';

/** No opening is waited for so long. */
const longMs = 10 * openPortMsMax;

/** Packages whose openings end when the test wants, if ever. */
class Packages {
  readonly clock: VirtualClock;
  readonly hardware: HostHardware;
  readonly ends: (() => void)[] = [];
  /** Serial ports in the order of `ends`: whose file is looked at first is chance. */
  readonly ports: string[] = [];
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
    const opened = (port: string) => {
      this.ports.push(port);
      return this.#opened();
    };
    const closed = () => this.closed++;
    class SerialPort extends EventEmitter {
      readonly #path: string;
      constructor({ path }: { path: string }) {
        super();
        this.#path = path;
      }
      open(callback: (error: null) => void) {
        void opened(this.#path).then(() => callback(null));
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

/** What opening comes to once the last one has ended: files are really closed, which takes its time. */
async function onceEnded(open: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    const outcome = await open();
    if (outcome !== 'timeout') return outcome;
    await new Promise(resolve => setImmediate(resolve));
  }
}

test('a serial port that does not open fails in time, is not opened again before that has ended, and then closed', async () => {
  const packages = new Packages();
  const { clock, hardware } = packages;
  const path = packages.path('ttyUSB0');
  const open = () => codeOf(hardware.openSerial(path));
  const first = open();
  await until('its begin', () => packages.begun === 1);
  await clock.advance(openPortMsMax);
  assert.is(await first, 'timeout');
  await clock.advance(longMs);
  assert.is(await open(), 'timeout', 'at once');
  assert.is(packages.begun, 1, 'none overlaps it');
  packages.ends[0]!();
  await clock.settle();
  assert.is(packages.closed, 1, 'what comes after all is closed');
  packages.isQuick = true;
  await (await hardware.openSerial(path)).close();
  assert.equal([packages.begun, packages.closed, clock.waiting], [2, 2, 0]);
});

test('a line whose chip never answers fails in time, and is asked for again when that has ended', async () => {
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
  asked[0]!(null, -1);
  const again = onceEnded(open);
  await until('the next question', () => asked.length === 2);
  asked[1]!(null, -1);
  assert.is(await again, 'unsupported', 'what the kernel says');
});

test('ports that never open are few at a time, others are opened beside one, and none after its time', async () => {
  const packages = new Packages();
  const { clock, hardware } = packages;
  const paths = Array.from({ length: openingsMax + 2 }, (_, at) => packages.path(`ttyUSB${at}`));
  const openAll = () => Promise.all(paths.map(path => codeOf(hardware.openSerial(path))));
  for (const _ of [1, 2, 3]) {
    const outcomes = openAll();
    await until('their begin', () => packages.begun === openingsMax);
    await clock.advance(openPortMsMax);
    assert.equal(
      await outcomes,
      paths.map(() => 'timeout'),
    );
    assert.is(packages.begun, openingsMax);
  }
  packages.isQuick = true;
  packages.ends[0]!();
  await clock.settle();
  assert.equal([packages.begun, packages.closed], [openingsMax, 1], 'nobody waits for the others');
  const ended = paths.find(path => path.startsWith(`${packages.ports[0]}:`));
  for (const path of [ended!, paths.at(-1)!]) {
    const port = (await onceEnded(() => codeOf(hardware.openSerial(path)))) as SerialPort;
    await port.close();
  }
});

test('what may hang at the same time leaves the journal and names a thread', () => {
  const rebindings = 1;
  assert.is(threadsWithoutI2c, fileOperationsMax + openingsMax + rebindings + 1);
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
  await bench.start(longMs);
  assert.equal([packages.begun, fix.state.Value], [1, undefined]);
  packages.ends[0]!();
  packages.isQuick = true;
  await bench.clock.advance(longMs);
  assert.equal([packages.begun, fix.state.Value], [2, true]);
  assert.match(bench.lines[0]!, /^warning position: no answer in time at /);
  assert.match(bench.lines[1]!, /^notice position: answers again, after \d+ failures$/);
  assert.is(bench.lines.length, 2);
});

test.run();
