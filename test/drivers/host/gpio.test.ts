import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { gpioNumber } from '../../../drivers/host/gpio-names.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import type { GpioLineOptions } from '../../../drivers/ports.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf } from '../../helpers/driver.ts';

const folder = mkdtempSync(join(tmpdir(), 'uspi-gpio-'));

interface Chip {
  label: string;
  base: number;
  lines: number;
  /** Index of the character device. */
  index: number;
  /** Path of the device that it belongs to, below devices/. */
  device: string;
}

/** A sysfs as the kernel lays it out, with GPIO chips in it. */
function makeSysfs(name: string, chips: Chip[]): string {
  const sysfs = join(folder, name);
  for (const sub of ['class/gpio', 'bus/gpio/devices']) mkdirSync(join(sysfs, sub), { recursive: true });
  writeFileSync(join(sysfs, 'class/gpio/export'), '');
  for (const { label, base, lines, index, device } of chips) {
    const parent = join(sysfs, 'devices', device);
    const inSysfs = join(parent, 'gpio', `gpiochip${base}`);
    mkdirSync(inSysfs, { recursive: true });
    mkdirSync(join(parent, `gpiochip${index}`));
    writeFileSync(join(inSysfs, 'label'), `${label}\n`);
    writeFileSync(join(inSysfs, 'base'), `${base}\n`);
    writeFileSync(join(inSysfs, 'ngpio'), `${lines}\n`);
    symlinkSync(parent, join(inSysfs, 'device'));
    symlinkSync(inSysfs, join(sysfs, 'class/gpio', `gpiochip${base}`));
    symlinkSync(join(parent, `gpiochip${index}`), join(sysfs, 'bus/gpio/devices', `gpiochip${index}`));
  }
  return sysfs;
}

const soc = 'platform/soc/3f200000.gpio';
const expander = { label: 'raspberrypi-exp-gpio', lines: 8, index: 1, device: 'platform/soc/firmware/gpio' };
const pi3 = (base: number) => ({ label: 'pinctrl-bcm2835', base, lines: 54, index: 0, device: soc });
const oldPi = makeSysfs('old', [pi3(458), { ...expander, base: 450 }]);
const newPi = makeSysfs('new', [pi3(512), { ...expander, base: 566 }]);
/** Linux 6.6: a Pi 4, and a Pi 5, whose header is on a chip of its own behind others. */
const pi4 = makeSysfs('pi4', [
  { label: 'pinctrl-bcm2711', base: 512, lines: 58, index: 0, device: 'platform/soc/fe200000.gpio' },
  { ...expander, base: 570 },
]);
const pi5 = makeSysfs('pi5', [
  { label: 'gpio-brcmstb@107d508500', base: 512, lines: 32, index: 10, device: 'platform/soc/107d508500.gpio' },
  { label: 'pinctrl-rp1', base: 571, lines: 54, index: 0, device: 'platform/axi/1f000d0000.gpio' },
]);
const banks = makeSysfs('banks', [
  { label: 'gpio-sim.0-node0', base: 512, lines: 8, index: 0, device: 'platform/gpio-sim.0' },
  { label: 'gpio-sim.0-node1', base: 520, lines: 8, index: 1, device: 'platform/gpio-sim.0' },
]);

test('a line has the same name whatever the kernel numbers it', async () => {
  for (const [sysfs, base, other] of [
    [oldPi, 458, 450],
    [newPi, 512, 566],
  ] as const) {
    assert.is(await gpioNumber(sysfs, 'pin 11'), base + 17);
    assert.is(await gpioNumber(sysfs, 'pin 40'), base + 21);
    assert.is(await gpioNumber(sysfs, 'gpiochip0:17'), base + 17);
    assert.is(await gpioNumber(sysfs, 'gpiochip1:3'), other + 3);
    assert.is(await gpioNumber(sysfs, 'label pinctrl-bcm2835:17'), base + 17);
  }
});

test('the header of a Pi 4 and of a Pi 5 is found among their chips', async () => {
  for (const [sysfs, label, base] of [
    [pi4, 'pinctrl-bcm2711', 512],
    [pi5, 'pinctrl-rp1', 571],
  ] as const) {
    assert.is(await gpioNumber(sysfs, 'pin 11'), base + 17);
    assert.is(await gpioNumber(sysfs, 'pin 40'), base + 21);
    assert.is(await gpioNumber(sysfs, 'gpiochip0:17'), base + 17);
    assert.is(await gpioNumber(sysfs, `label ${label}:17`), base + 17);
  }
});

test('what is no line, or not one line, is refused with the reason', async () => {
  for (const line of ['pin 1', 'pin 27', 'pin 41', 'gpiochip0:54', 'gpiochip9:1', 'label nobody:1', '17', 'GPIO17', ''])
    assert.is(await codeOf(gpioNumber(oldPi, line)), 'missing', line);
  const error = (await gpioNumber(banks, 'gpiochip0:3').catch(e => e)) as Error;
  assert.match(error.message, /"label gpio-sim\.0-node0:3", "label gpio-sim\.0-node1:3"/);
  assert.is(await gpioNumber(banks, 'label gpio-sim.0-node1:3'), 523);
  assert.is(await codeOf(gpioNumber(join(folder, 'none'), 'pin 11')), 'unsupported');
});

type Edge = (error: Error | null, level: 0 | 1) => void;

/** Behaves as onoff over sysfs does, without the files. */
class FakeGpio {
  static accessible = true;
  static failure: Error | undefined;
  static last: FakeGpio;
  /** The value file, in logical levels. */
  level: 0 | 1 = 0;
  gone: Error | undefined;
  arguments: unknown[];
  edges: Edge[] = [];
  unexported = 0;

  constructor(...args: unknown[]) {
    if (FakeGpio.failure) throw FakeGpio.failure;
    this.arguments = args;
    FakeGpio.last = this;
  }
  readSync(): 0 | 1 {
    if (this.gone) throw this.gone;
    return this.level;
  }
  async read() {
    if (this.gone) throw this.gone;
    return this.level;
  }
  async write(level: 0 | 1) {
    if (this.gone) throw this.gone;
    this.level = level;
  }
  watch(edge: Edge) {
    this.edges.push(edge);
  }
  unwatch(edge: Edge) {
    this.edges = this.edges.filter(other => other !== edge);
  }
  unexport() {
    this.unexported++;
    if (this.gone) throw this.gone;
  }
  /** What epoll's callback does in onoff. */
  interrupt(level: 0 | 1) {
    this.level = level;
    const value = this.readSync();
    for (const edge of [...this.edges]) edge(null, value);
  }
}

const input: GpioLineOptions = { direction: 'in', activeLow: false };

function open(options: GpioLineOptions, line = 'pin 11') {
  const loadPackage = async () => ({ default: { Gpio: FakeGpio } });
  const clock = new VirtualClock();
  return new HostHardware({ clock, loadPackage, sysfs: oldPi, gpio: 'sysfs' }).openGpio(line, options);
}

test('an input is exported for both edges, and told of each', async () => {
  const line = await open({ ...input, activeLow: true });
  assert.equal(FakeGpio.last.arguments, [475, 'in', 'both', { activeLow: true }]);
  const levels: boolean[] = [];
  const watching = line.watch(
    level => levels.push(level),
    () => assert.unreachable(),
  );
  FakeGpio.last.interrupt(1);
  FakeGpio.last.interrupt(0);
  watching.stop();
  FakeGpio.last.interrupt(1);
  assert.equal(levels, [true, false]);
  assert.is(await line.read(), true);
});

test('an output starts at its initial level, by the word that sets the wire without a glitch', async () => {
  for (const [initial, activeLow, word] of [
    [false, false, 'low'],
    [true, false, 'high'],
    [false, true, 'high'],
    [true, true, 'low'],
    [undefined, true, 'high'],
  ] as const) {
    await open({ direction: 'out', activeLow, ...(initial === undefined ? {} : { initial }) });
    assert.equal(FakeGpio.last.arguments, [475, word, 'none', { activeLow }]);
  }
});

test('an output is written and read back in logical levels', async () => {
  const line = await open({ direction: 'out', activeLow: true });
  await line.write(true);
  assert.is(FakeGpio.last.level, 1);
  assert.is(await line.read(), true);
});

test('a chip that vanishes is told once, and no exception leaves the callback', async () => {
  const line = await open(input);
  const lost: Error[] = [];
  line.watch(
    () => {},
    error => lost.push(error),
  );
  FakeGpio.last.gone = Object.assign(new Error('gone'), { errno: -19 });
  FakeGpio.last.interrupt(1);
  FakeGpio.last.interrupt(1);
  assert.equal(
    lost.map(error => (error as { code?: string }).code),
    ['missing'],
  );
  assert.is(await codeOf(line.read()), 'missing');
  await line.close();
});

test('closing gives the line back, once', async () => {
  const line = await open(input);
  await line.close();
  await line.close();
  assert.is(FakeGpio.last.unexported, 1);
  assert.is(await codeOf(line.read()), 'missing');
});

test('the reasons why a line cannot be had are told apart', async () => {
  FakeGpio.failure = Object.assign(new Error('EBUSY: resource busy'), { errno: -16 });
  assert.is(await codeOf(open(input)), 'busy');
  FakeGpio.failure = undefined;
  FakeGpio.accessible = false;
  assert.is(await codeOf(open(input)), 'forbidden');
  FakeGpio.accessible = true;
  assert.is(await codeOf(open({ ...input, bias: 'pull-up' })), 'unsupported');
  assert.is(await codeOf(open({ ...input, debounceMs: 5 })), 'unsupported');
  assert.is(await codeOf(open(input, 'line GPIO17')), 'unsupported');
  assert.type(await open({ ...input, bias: 'none' }), 'object');
  assert.is(await codeOf(open(input, 'pin 2')), 'missing');
});

test('the real package has the shape that is used', async () => {
  const { Gpio } = await import('onoff');
  assert.type(Gpio.accessible, 'boolean');
  for (const name of ['read', 'readSync', 'write', 'watch', 'unwatch', 'unexport'])
    assert.type((Gpio.prototype as unknown as Record<string, unknown>)[name], 'function', name);
});

test.after(() => rmSync(folder, { recursive: true }));
test.run();
