import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bme280 } from '../../../drivers/chips/bme280.ts';
import { bmp280 } from '../../../drivers/chips/bmp280.ts';
import { fineTemperature, humidityOf, pressure, readingsOf, trimmingOf } from '../../../drivers/chips/common/bosch.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import {
  Bme280Model,
  compensateHumidity,
  compensatePressure,
  compensateTemperature,
} from '../../../drivers/sim/models/bme280.ts';
import type { VirtualClock } from '../../helpers/clock.ts';
import { codeOf } from '../../helpers/driver.ts';
import { assertNamesFaults, assertNear, i2cBench } from '../../helpers/i2c.ts';

const bench = () => i2cBench(bme280, 0x76, clock => new Bme280Model(clock));

const T = [0, 27_504, 26_435, -1000];
const P = [0, 36_477, -10_685, 3024, 2855, 140, -7, 15_500, -14_600, 6000];

test("Bosch's worked example (BMP280 datasheet, section 3.12): 25.08 degC, 100653.27 Pa in double precision", () => {
  const fine = fineTemperature(519_888, T);
  assert.is(Math.round(fine), 128_422);
  assertNear(fine / 5120, 25.08, 0.005);
  assertNear(pressure(415_148, fine, P), 100_653.267, 0.005);
});

test("the model's whole numbers, as in the kernel, give the example's 64-bit result", () => {
  assert.equal(compensateTemperature(519_888), { centi: 2508, fine: 128_422 });
  assertNear(compensatePressure(415_148, 128_422) / 256, 100_653.254, 0.02);
});

test('the double form of pressure and humidity agrees with the whole numbers of the kernel everywhere', () => {
  const H = [0, 75, 362, 0, 312, 50, 30];
  const raw = fc.integer({ min: 200_000, max: 800_000 });
  fc.assert(
    fc.property(raw, raw, fc.integer({ min: 10_000, max: 50_000 }), (rawT, rawP, rawH) => {
      const { fine } = compensateTemperature(rawT);
      assertNear(pressure(rawP, fine, P), compensatePressure(rawP, fine) / 256, 1);
      assertNear(humidityOf(rawH, fine, H), compensateHumidity(rawH, fine) / 1024, 0.1);
    }),
  );
});

test('reads what the surroundings are', async () => {
  const { model, sample } = await bench();
  for (const [temperature, humidity, pascal] of [
    [21.5, 45, 101_325],
    [-20, 80, 95_000],
    [60, 5, 108_000],
  ] as const) {
    Object.assign(model, { temperature, humidity, pressure: pascal });
    const readings = await sample();
    assertNear(readings.temperature, temperature, 0.01);
    assertNear(readings.humidity, humidity, 0.05);
    assertNear(readings.pressure, pascal, 1);
  }
});

test('signs and nibbles of the humidity trimming: H4 and H5 share register 0xE5', () => {
  const { H } = trimmingOf(new Uint8Array(26), Uint8Array.of(0x6a, 0x01, 0x00, 0xff, 0x1f, 0x80, 0xe2));
  assert.equal(H.slice(2), [362, 0, -1, -2047, -30]);
});

test('a BMP280 sold as a BME280 is named, but only where humidity is wanted', async () => {
  const make = (clock: VirtualClock) => new Bme280Model(clock, 'BMP280');
  const all = await i2cBench(bme280, 0x76, make);
  const { temperature, pressure, humidity } = await all.sample();
  assert.instance(humidity, DeviceError);
  assert.is((humidity as DeviceError).code, 'unsupported');
  assert.is((humidity as DeviceError).message, '0x76 answers 0x58, a BMP280: humidity is not there');
  assert.equal([typeof temperature, typeof pressure], ['number', 'number'], 'what it has is read all the same');
  all.bus.attach(0x76, new Bme280Model(all.clock));
  assert.type((await all.sample()).humidity, 'number', 'another one in its place is seen at once');
  const { sample } = await i2cBench(bme280, 0x76, make, { channels: ['temperature', 'pressure'] });
  assert.equal(Object.keys(await sample()), ['temperature', 'pressure']);
});

test('another chip at the address is named', async () => {
  const make = (id: number) => (clock: VirtualClock) => {
    const model = new Bme280Model(clock);
    model.registers[0xd0] = id;
    return model;
  };
  const failure = await i2cBench(bmp280, 0x77, make(0x55)).catch(error => error);
  assert.is(failure.message, '0x77 answers 0x55, a BMP180, not 0x58 or 0x57 or 0x56 or 0x60');
  const unknown = await i2cBench(bmp280, 0x77, make(0x12)).catch(error => error);
  assert.match(unknown.message, '0x77 answers 0x12, which is unknown here');
});

test('a BMP280 reads temperature and pressure', async () => {
  const { sample } = await i2cBench(bmp280, 0x76, clock => new Bme280Model(clock, 'BMP280'));
  const readings = await sample();
  assertNear(readings.temperature, 21.5, 0.01);
  assertNear(readings.pressure, 101_325, 1);
});

test('what was never measured, all ones and all zeros are no readings; an empty calibration is damaged data', async () => {
  const { model } = await bench();
  const trimming = trimmingOf(model.registers.slice(0x88, 0xa2), model.registers.slice(0xe1, 0xe8));
  const code = (bytes: number[]) =>
    codeOf(Promise.resolve().then(() => readingsOf(Uint8Array.from(bytes), trimming, { at: 'i2c-1:0x76' })));
  assert.is(await code([0x80, 0, 0, 0x80, 0, 0, 0x80, 0]), 'not-a-reading');
  assert.is(await code([0x65, 0x5a, 0xc0, 0x7e, 0xed, 0, 0x80, 0]), 'not-a-reading');
  assert.is(await code(new Array(8).fill(0xff)), 'not-a-reading');
  assert.is(await code(new Array(8).fill(0)), 'not-a-reading');
  const { model: damaged, sample } = await bench();
  damaged.load(0x88, [0, 0]);
  assert.is(await codeOf(sample()), 'bad-data');
});

test('names what is wrong with the bus', async () => assertNamesFaults(await bench()));

test.run();
