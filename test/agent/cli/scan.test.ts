import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { scan } from '../../../agent/cli/scan.ts';
import type { GpioScan } from '../../../agent/cli/scan-text.ts';
import { loadConfig } from '../../../agent/config/load.ts';
import { vocabulary } from '../../../agent/run/vocabulary.ts';
import { sensirionCrc } from '../../../drivers/bytes.ts';
import { chips } from '../../../drivers/chips/catalog.gen.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import { i2cTransferMsMax } from '../../../drivers/limits.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import type { I2cModel } from '../../../drivers/sim/i2c.ts';
import { Bme280Model } from '../../../drivers/sim/models/bme280.ts';
import { Sht31Model } from '../../../drivers/sim/models/sht31.ts';
import { i2cStandIns } from '../../../drivers/sim/stand-ins/i2c.ts';
import { SimulatedWorld } from '../../../drivers/sim/world.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { until } from '../../helpers/until.ts';

const word = (high: number, low: number) => [high, low, sensirionCrc([high, low])];

/** A part that answers these questions, in hexadecimal, and no others; '' is a read without a question. */
class Answering implements I2cModel {
  asked: string[] = [];
  readonly #answers: Readonly<Record<string, number[]>>;
  #question = '';

  constructor(answers: Readonly<Record<string, number[]>>) {
    this.#answers = answers;
  }
  write(bytes: Uint8Array): boolean {
    this.#question = Buffer.from(bytes).toString('hex');
    this.asked.push(this.#question);
    return true;
  }
  read(length: number): Uint8Array | undefined {
    const answer = this.#answers[this.#question] ?? this.#answers[''];
    this.#question = '';
    return answer && Uint8Array.from({ length }, (_, at) => answer[at] ?? 0xff);
  }
}

/** A machine with one bus, and the scan of it. */
function bench() {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  hardware.files.texts.set('/dev/i2c-1', '');
  const run = async (gpio: () => Promise<GpioScan[]> = async () => [], isForAll = false) => {
    const sleep = (ms: number) => clock.advance(ms);
    return (await scan({ hardware, gpio, sleep, isForAll })).join('\n');
  };
  return { clock, hardware, bus: hardware.i2c('i2c-1'), run };
}

/** Names, drivers and places of the capabilities that the text has as a configuration file. */
async function capabilitiesOf(text: string): Promise<string[]> {
  const result = await loadConfig(text, 'scan.toml', chips, vocabulary());
  if (!result.ok) throw new Error(JSON.stringify(result.findings, undefined, 1));
  return result.config.capabilities.map(({ driver, channel, place }) => `${driver} ${channel} ${place.at}`);
}

const uncommented = (text: string) => text.replace(/^# (\[\[|\w+ = )/gm, '$1');

test('chips that say who they are become capabilities', async () => {
  const { clock, bus, run } = bench();
  const parts: [number, I2cModel][] = [
    [0x10, new Answering({ '07': [0x81, 0xc4] })],
    [0x40, new Answering({ '02': [0xe2], '03': [0xe4], '05': [0xe0] })],
    [0x41, new Answering({ '00': [0x39, 0x9f] })],
    [0x44, new Sht31Model(clock)],
    [0x46, new Answering({ '89': [...word(1, 2), ...word(3, 4)] })],
    [0x48, new Answering({ '01': [0x85, 0x83] })],
    [0x59, new Answering({ '3682': [...word(0, 0), ...word(1, 2), ...word(3, 4)] })],
    [0x5a, new Answering({ '20': [0x81] })],
    [0x61, new Answering({ d100: word(3, 0x42) })],
    [0x62, new Answering({ e4b8: word(0x80, 0) })],
    [0x76, new Bme280Model(clock, 'BMP280')],
    [0x77, new Answering({ d0: [0x55] })],
  ];
  for (const [address, model] of parts) bus.attach(address, model);
  const text = await run();
  const found = await capabilitiesOf(text);
  const expected = [
    'veml7700',
    'pca9685',
    'ina219',
    'sht31',
    'sht4x',
    'ads1115',
    'sgp40',
    'ccs811',
    'scd30',
    'scd4x',
    'bmp280',
    'bmp180',
  ];
  assert.equal([...new Set(found.map(each => each.split(' ')[0]))], expected);
  assert.ok(found.includes('bmp280 temperature i2c-1:0x76'));
  assert.match(text, '# i2c-1:0x76: Bosch BMP280');
  assert.match(text, '(register 0xd0 is 0x58)');
  assert.match(text, '# IoTCapability: LevelSensor Temperature in degC');
});

/** A model of each chip that there is one of, each on a bus of its own. */
async function simulatedBoard() {
  const clock = new VirtualClock();
  const world = new SimulatedWorld(clock, 1);
  const all = await Promise.all(Object.keys(i2cStandIns).map(async name => ({ name, chip: await chips[name]!() })));
  all.forEach(({ name, chip }, at) => {
    const [port, address] = [`i2c-${at}`, chip.addresses![0]!];
    world.hardware.files.texts.set(`/dev/${port}`, '');
    world.add({ driver: name, at: `${port}:${address}`, port, address, options: {}, channels: new Map() });
  });
  const sleep = (ms: number) => clock.advance(ms);
  const text = (await scan({ hardware: world.hardware, gpio: async () => [], sleep, isForAll: false })).join('\n');
  return { text, names: all.map(({ name }) => name) };
}

/** Chips that do not say who they are, or no longer once they are in use. */
const nameless = ['aht20', 'bh1750', 'lm75', 'mcp23017', 'pcf8574', 'tmp105'];

test('on a simulated board each chip is found; what is printed is a configuration, and all of it that is commented out', async () => {
  const { text, names } = await simulatedBoard();
  const found = await capabilitiesOf(text);
  assert.equal(
    [...new Set(found.map(each => each.split(' ')[0]!))].sort(),
    names.filter(name => !nameless.includes(name)),
  );
  for (const name of nameless) assert.match(text, `# driver = "${name}"`);
  for (const block of text.split(/^# (?=\[\[capability)/m).slice(1)) {
    const [, toml = ''] = /^((?:(?:# )?(?:\[\[|\w+ = ).*\n)+)/.exec(`# ${block}`) ?? [];
    assert.is((await capabilitiesOf(uncommented(toml))).length, 1, toml);
  }
});

test('a wrong checksum is no identity', async () => {
  const { bus, run } = bench();
  bus.attach(0x62, new Answering({ e4b8: [0x80, 0, 0x55] }));
  assert.equal(await capabilitiesOf(await run()), []);
});

test('what does not say who it is gets all that it may be, commented out', async () => {
  const { bus, run } = bench();
  bus.attach(0x23, new Answering({ '': [0x12] }));
  const text = await run();
  assert.equal(await capabilitiesOf(text), []);
  assert.match(text, /# i2c-1:0x23: .*BH1750.*; or .*does not say who it is/);
  assert.match(text, '# driver = "bh1750"');
});

test('an expander that takes every byte for levels is only read', async () => {
  const { bus, run } = bench();
  const expanders = [0x20, 0x27, 0x38, 0x3f].map(address => {
    const part = new Answering({ '': [0xff] });
    bus.attach(address, part);
    return part;
  });
  assert.match(await run(), '# driver = "pcf8574"');
  assert.equal(
    expanders.flatMap(({ asked }) => asked),
    [],
  );
});

test('a chip of a kernel driver is named, a bus that hangs ends its scan', async () => {
  const { clock, bus, run } = bench();
  bus.attach(0x76, new Answering({}));
  bus.inject('busy');
  assert.match(await run(), 'a driver of the kernel has it');
  bus.inject('stuck');
  let text = '';
  void run().then(scanned => {
    text = scanned;
  });
  await until('the scan to end', () => {
    void clock.advance(i2cTransferMsMax);
    return text !== '';
  });
  assert.match(text, /# the scan ended early: i2c-1:0x10/);
});

test('1-wire parts and serial ports by their identity', async () => {
  const { hardware, run } = bench();
  for (const name of ['28-0316a2793ff1', '3a-0000001234ab', '2d-0000001234ab', 'w1_bus_master1'])
    hardware.files.texts.set(`/sys/bus/w1/devices/${name}/w1_slave`, '');
  hardware.files.texts.set('/dev/serial/by-id/usb-Prolific_GPS-if00', '');
  const text = await run();
  const oneWire = 'ds18b20 temperature /sys/bus/w1/devices/28-0316a2793ff1';
  const lines = ['pio0', 'pio1'].map(channel => `w1 ${channel} /sys/bus/w1/devices/3a-0000001234ab`);
  assert.equal(new Set(await capabilitiesOf(text)), new Set([oneWire, ...lines]));
  assert.match(text, 'a part of family 0x2d, which has no driver here');
  const all = await capabilitiesOf(uncommented(text));
  assert.ok(all.some(each => each.endsWith('/dev/serial/by-id/usb-Prolific_GPS-if00:9600,8N1')));
});

const line = (offset: number, more = {}) => ({
  offset,
  name: `GPIO${offset}`,
  consumer: '',
  isUsed: false,
  isOutput: false,
  ...more,
});

test('GPIO lines with their pins, and capabilities for those that are free', async () => {
  const { run } = bench();
  const chip = { name: 'gpiochip0', path: '/dev/gpiochip0', label: 'pinctrl-bcm2711', lines: 58 };
  const lines = [line(2, { isUsed: true, consumer: 'i2c' }), line(17), line(27, { isOutput: true }), line(42)];
  const found = async () => [{ chip, lines }];
  const text = await run(found);
  assert.match(text, /# gpiochip0:2 +GPIO2 +pin 3 +in use by i2c/);
  assert.match(text, /# gpiochip0:27 +GPIO27 +pin 13 +free, an output/);
  assert.equal(await capabilitiesOf(uncommented(text)), ['gpio-input level pin 11']);
  const all = await capabilitiesOf(uncommented(await run(found, true)));
  assert.equal(all, ['gpio-input level pin 11', 'gpio-input level pin 13']);
});

test('what a file or a kernel calls itself cannot leave its comment', async () => {
  const { hardware, run } = bench();
  hardware.files.texts.set('/dev/serial/by-id/a\n[[rule]]', '');
  const chip = { name: 'gpiochip0', path: '', label: 'x"\n[agent]', lines: 1 };
  const text = await run(async () => [{ chip, lines: [line(0, { name: 'y\n[log]' })] }]);
  assert.equal(await capabilitiesOf(text), []);
});

test('a machine with nothing says so', async () => {
  const hardware = new SimHardware(new VirtualClock());
  const gpio = () => Promise.reject(new DeviceError('unsupported', 'the package koffi is not installed'));
  const lines = await scan({ hardware, gpio, sleep: async () => {}, isForAll: false });
  assert.match(lines.join('\n'), /# no bus: .*# the GPIO lines cannot be listed: the package koffi is not installed/s);
});

test.run();
