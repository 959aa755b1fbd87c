// Commands, times and formulas: SHT3x-DIS datasheet, version 5; the same in the Linux driver, drivers/hwmon/sht3x.c of 6.1.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sensirionCrc } from '../../../drivers/bytes.ts';
import { sht31 } from '../../../drivers/chips/sht31.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import type { I2cModel } from '../../../drivers/sim/i2c.ts';
import { Sht31Model } from '../../../drivers/sim/models/sht31.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf, during, openChip } from '../../helpers/driver.ts';

const at = 'i2c-1:0x44';

async function bench() {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  const bus = hardware.i2c('i2c-1');
  const model = new Sht31Model(clock);
  bus.attach(0x44, model);
  const context = await openChip(sht31, { hardware, clock, at });
  const sample = () => during(clock, 10_000, sht31.sample!(context));
  return { clock, hardware, bus, model, context, sample };
}

/** A chip that answers every read with the same bytes, as a recording does. */
function recorded(bytes: number[]): I2cModel {
  return { write: () => true, read: () => Uint8Array.from(bytes) };
}

async function sampleOf(bytes: number[]) {
  const { bus, sample } = await bench();
  bus.attach(0x44, recorded(bytes));
  return sample();
}

test('reads what the surroundings are, within one step of the converter', async () => {
  const { model, sample } = await bench();
  for (const [temperature, humidity] of [
    [21.5, 45],
    [-39.9, 0],
    [124.9, 100],
    [0, 99.99],
  ] as const) {
    Object.assign(model, { temperature, humidity });
    const readings = (await sample()) as { temperature: number; humidity: number };
    assert.ok(Math.abs(readings.temperature - temperature) <= 175 / 65535 / 2 + 1e-9, `${readings.temperature}`);
    assert.ok(Math.abs(readings.humidity - humidity) <= 100 / 65535 / 2 + 1e-9, `${readings.humidity}`);
  }
});

test('converts by the datasheet: T = -45 + 175 S / 65535, RH = 100 S / 65535', async () => {
  const readings = await sampleOf([0x66, 0x66, 0x93, 0x80, 0x00, 0xa2]);
  assert.is(readings.temperature, 25);
  assert.ok(Math.abs((readings.humidity as number) - (100 * 0x8000) / 65535) < 1e-9);
});

// What an SHT31-D sent to a LoPy: forum.pycom.io/topic/359, "I2C strange output". The program there read four bytes
// of six, so the humidity's low byte and its checksum are completed here.
for (const [t, crc, celsius] of [
  [0x659c, 0xe7, 24.46],
  [0x65a7, 0xc8, 24.49],
  [0x65ac, 0x22, 24.5],
  [0x65b1, 0x2d, 24.52],
] as const) {
  test(`replays a recorded answer of ${celsius} degC, and the model sends the same bytes`, async () => {
    const start = [t >> 8, t & 0xff, crc, 0x63];
    const readings = await sampleOf([...start, 0x00, sensirionCrc([0x63, 0x00])]);
    assert.is(Number((readings.temperature as number).toFixed(2)), celsius);
    assert.is(Number((readings.humidity as number).toFixed(1)), 38.7);

    const { clock, bus, model } = await bench();
    Object.assign(model, readings);
    const port = await bus.open();
    await port.transfer(0x44, Uint8Array.of(0x24, 0x00), 0);
    await clock.advance(15);
    assert.equal([...(await port.transfer(0x44, new Uint8Array(), 4))], start);
  });
}

test('refuses a wrong checksum of either word', async () => {
  const { bus, sample } = await bench();
  bus.inject('bit-error', 2); // the command's transfer, then the answer's
  assert.is(await codeOf(sample()), 'bad-data');
  assert.type((await sample()).temperature, 'number');
  assert.is(await codeOf(sampleOf([0x66, 0x66, 0x93, 0x80, 0x00, 0xa3])), 'bad-data');
});

test('takes all ones for no reading, with a checksum that fits and without', async () => {
  assert.is(await codeOf(sampleOf([0xff, 0xff, 0xac, 0xff, 0xff, 0xac])), 'not-a-reading');
  assert.is(await codeOf(sampleOf([0xff, 0xff, 0xff, 0xff, 0xff, 0xff])), 'bad-data');
});

test('reads saturated air: 100 % is a reading', async () => {
  assert.is((await sampleOf([0x66, 0x66, 0x93, 0xff, 0xff, 0xac])).humidity, 100);
});

test('tells a chip that is gone from a bus that hangs, and reads again when they are back', async () => {
  const { bus, model, sample } = await bench();
  bus.detach(0x44);
  assert.is(await codeOf(sample()), 'no-answer');
  bus.attach(0x44, model);
  bus.inject('stuck');
  assert.is(await codeOf(sample()), 'timeout');
  bus.heal();
  bus.inject('busy', 1);
  assert.is(await codeOf(sample()), 'busy');
  bus.unplug();
  assert.is(await codeOf(sample()), 'missing');
  bus.plug();
  assert.is(Number(((await sample()).temperature as number).toFixed(1)), 21.5);
});

test('is set up when another program left it measuring periodically', async () => {
  const { clock, hardware, bus, sample } = await bench();
  const port = await bus.open();
  await port.transfer(0x44, Uint8Array.of(0x21, 0x30), 0);
  await clock.advance(5);
  assert.is(await codeOf(sample()), 'no-answer');
  const context = await openChip(sht31, { hardware, clock, at });
  assert.type((await during(clock, 100, sht31.sample!(context))).temperature, 'number');
});

test('a missing chip fails the setting up', async () => {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  assert.is(await codeOf(openChip(sht31, { hardware, clock, at })), 'missing');
  hardware.i2c('i2c-1');
  assert.is(await codeOf(openChip(sht31, { hardware, clock, at })), 'no-answer');
});

test.run();
