// The Sensirion parts: SHT4x, SCD4x, SCD30, SGP40. Commands, and waits where it has them: Linux 6.1, hwmon/sht4x.c, and scd4x.c,
// scd30_i2c.c and sgp40.c of drivers/iio/chemical; examples of the datasheets where it says so.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { scd4x } from '../../../drivers/chips/scd4x.ts';
import { floatOf, scd30 } from '../../../drivers/chips/scd30.ts';
import { sgp40 } from '../../../drivers/chips/sgp40.ts';
import { sht4x } from '../../../drivers/chips/sht4x.ts';
import { Scd4xModel } from '../../../drivers/sim/models/scd4x.ts';
import { Scd30Model } from '../../../drivers/sim/models/scd30.ts';
import { Sgp40Model } from '../../../drivers/sim/models/sgp40.ts';
import { Sht4xModel } from '../../../drivers/sim/models/sht4x.ts';
import { codeOf, during } from '../../helpers/driver.ts';
import { assertNamesFaults, assertNear, i2cBench, recorded } from '../../helpers/i2c.ts';

const sht4xBench = () => i2cBench(sht4x, 0x44, clock => new Sht4xModel(clock));
const scd4xBench = () => i2cBench(scd4x, 0x62, clock => new Scd4xModel(clock));
const scd30Bench = () => i2cBench(scd30, 0x61, clock => new Scd30Model(clock));
const sgp40Bench = () => i2cBench(sgp40, 0x59, clock => new Sgp40Model(clock));

test('sht4x: reads what the surroundings are, and crops humidity as the datasheet says', async () => {
  const { model, sample } = await sht4xBench();
  Object.assign(model, { temperature: -12.3, humidity: 87.6 });
  assertNear((await sample()).temperature, -12.3, 0.002);
  assertNear((await sample()).humidity, 87.6, 0.002);
  model.humidity = 102;
  assert.is((await sample()).humidity, 100);
  model.humidity = -2;
  assert.is((await sample()).humidity, 0);
});

// The kernel's sht4x.c: temperature 21875 * raw >> 13 less 45000, humidity 15625 * raw >> 13 less 6000, in thousandths.
test("sht4x: agrees with the kernel's integer formulas within a hundredth", async () => {
  const { bus, sample } = await sht4xBench();
  bus.attach(0x44, recorded([0x66, 0x66, 0x93, 0x80, 0x00, 0xa2]));
  const { temperature, humidity } = await sample();
  assertNear(temperature, ((21_875 * 0x6666) >> 13) / 1000 - 45, 0.01);
  assertNear(humidity, ((15_625 * 0x8000) >> 13) / 1000 - 6, 0.01);
});

test('sht4x: wrong checksums, all ones and all zeros', async () => {
  const { bus, sample } = await sht4xBench();
  bus.attach(0x44, recorded([0x66, 0x66, 0x93, 0x80, 0x00, 0xa3]));
  assert.is(await codeOf(sample()), 'bad-data');
  bus.attach(0x44, recorded([0xff, 0xff, 0xac, 0xff, 0xff, 0xac]));
  assert.is(await codeOf(sample()), 'not-a-reading');
  bus.attach(0x44, recorded([0, 0, 0x81, 0, 0, 0x81]));
  assert.is(await codeOf(sample()), 'not-a-reading');
});

test("scd4x: the datasheet's example: 500 ppm, 25 degC, 37 %", async () => {
  const { model, bus, sample } = await scd4xBench();
  const readings = await sample();
  assert.is(readings.co2, 500);
  assertNear(readings.temperature, 25, 0.002);
  assertNear(readings.humidity, 37, 0.002);
  assert.ok(model);
  const exchanges = new Map([
    ['e4b8', [0x80, 0x06, 0x04]],
    ['ec05', [0x01, 0xf4, 0x33, 0x66, 0x67, 0xa2, 0x5e, 0xb9, 0x3c]],
  ]);
  let last = '';
  bus.attach(0x62, {
    write: bytes => {
      last = Buffer.from(bytes).toString('hex');
      return true;
    },
    read: length => Uint8Array.from((exchanges.get(last) ?? []).slice(0, length)),
  });
  const { co2, temperature, humidity } = await sample();
  assert.is(co2, 500);
  assertNear(temperature, 25, 0.005);
  assertNear(humidity, 37, 0.005);
});

test('scd4x: is started again when another program left it measuring, and waits for a measurement', async () => {
  const { open, sample, clock } = await scd4xBench();
  await open();
  const startMs = clock.monotonicMs();
  assert.is((await sample()).co2, 500);
  assert.ok(clock.monotonicMs() - startMs >= 4000);
});

test('scd4x: no carbon dioxide at all is no reading', async () => {
  const { model, sample } = await scd4xBench();
  model.co2 = 0;
  assert.is(await codeOf(sample()), 'not-a-reading');
});

test("scd30: the interface description's example: 439.1 ppm, 27.2 degC, 48.8 %", async () => {
  assertNear(floatOf(0x43db, 0x8c2e), 439.1, 0.01);
  assertNear(floatOf(0x41d9, 0xe7ff), 27.2, 0.05);
  assertNear(floatOf(0x4243, 0x3a1b), 48.8, 0.05);
  const { bus, sample } = await scd30Bench();
  const measurement = [0x43, 0xdb, 0xcb, 0x8c, 0x2e, 0x8f, 0x41, 0xd9, 0x70, 0xe7, 0xff, 0xf5];
  measurement.push(0x42, 0x43, 0xbf, 0x3a, 0x1b, 0x74);
  let isReading = false;
  bus.attach(0x61, {
    write: bytes => {
      isReading = bytes[0] === 0x03;
      return true;
    },
    read: () => Uint8Array.from(isReading ? measurement : [0x00, 0x01, 0xb0]),
  });
  const readings = await sample();
  assertNear(readings.co2, 439.1, 0.05);
  assertNear(readings.temperature, 27.2, 0.05);
  assertNear(readings.humidity, 48.8, 0.05);
});

test('scd30: reads its model, is told the air pressure, and refuses a first measurement of zeros', async () => {
  const { model, sample } = await i2cBench(scd30, 0x61, clock => new Scd30Model(clock), { options: { pressure: 950 } });
  assert.is(model.pressure, 950);
  assertNear((await sample()).co2, 439.1, 0.01);
  Object.assign(model, { co2: 0, temperature: 0, humidity: 0 });
  assert.is(await codeOf(sample()), 'not-a-reading');
});

test('scd30: is asked only once it has taken the last command of its setting up', async () => {
  const { clock, context } = await scd30Bench();
  const reading = scd30.setUp!(context).then(() => scd30.sample!(context));
  assertNear((await during(clock, 10_000, reading)).co2, 439.1, 0.01);
});

test('sgp40: tells the surroundings as the datasheet has it (50 %: 8000h, 25 degC: 6666h), and reads the raw signal', async () => {
  const { model, sample } = await sgp40Bench();
  assert.equal(await sample(), { raw: 30_000 });
  assert.equal(model.told, [0x8000, 0x6666]);
  model.raw = 0xffff;
  assert.is(await codeOf(sample()), 'not-a-reading');
});

test('each names what is wrong with the bus', async () => {
  await assertNamesFaults(await sht4xBench());
  await assertNamesFaults(await scd4xBench());
  await assertNamesFaults(await scd30Bench());
  await assertNamesFaults(await sgp40Bench());
});

test.run();
