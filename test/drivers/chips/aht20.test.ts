import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sensirionCrc } from '../../../drivers/bytes.ts';
import { aht20 } from '../../../drivers/chips/aht20.ts';
import { Aht20Model } from '../../../drivers/sim/models/aht20.ts';
import { codeOf } from '../../helpers/driver.ts';
import { assertNamesFaults, assertNear, i2cBench, recorded } from '../../helpers/i2c.ts';

const bench = () => i2cBench(aht20, 0x38, clock => new Aht20Model(clock));

const answer = (...bytes: number[]) => recorded([...bytes, sensirionCrc(bytes)]);

test('is initialized, and reads what the surroundings are', async () => {
  const { model, sample } = await bench();
  assert.ok(model.isCalibrated);
  Object.assign(model, { temperature: -7.25, humidity: 62.5 });
  assertNear((await sample()).temperature, -7.25, 0.0002);
  assertNear((await sample()).humidity, 62.5, 0.0002);
});

// The kernel's aht10.c (6.1): ((raw * 625) >> 15) * 10 - 50000 and ((raw * 625) >> 16) * 10, in thousandths.
test("agrees with the kernel's integer formulas within a hundredth", async () => {
  const { bus, sample } = await bench();
  bus.attach(0x38, answer(0x1c, 0x74, 0xb1, 0x25, 0x9d, 0x6b));
  const { temperature, humidity } = await sample();
  assertNear(temperature, (((0x59d6b * 625) >> 15) * 10 - 50_000) / 1000, 0.011);
  assertNear(humidity, (((0x74b12 * 625) >> 16) * 10) / 1000, 0.011);
});

test('a wrong checksum, a measurement that is not over, a lost calibration and all zeros', async () => {
  const { bus, sample } = await bench();
  bus.attach(0x38, recorded([0x1c, 0x74, 0xb1, 0x25, 0x9d, 0x6b, 0x00]));
  assert.is(await codeOf(sample()), 'bad-data');
  bus.attach(0x38, answer(0x9c, 0x74, 0xb1, 0x25, 0x9d, 0x6b));
  assert.is(await codeOf(sample()), 'timeout');
  for (const bytes of [
    [0x10, 0x74, 0xb1, 0x25, 0x9d, 0x6b],
    [0x18, 0, 0, 0, 0, 0],
  ]) {
    bus.attach(0x38, answer(...bytes));
    assert.is(await codeOf(sample()), 'not-a-reading');
  }
  bus.attach(0x38, recorded(new Array(7).fill(0xff)));
  assert.is(await codeOf(sample()), 'timeout', 'all ones say that it is busy');
});

// The kernel waits 80 ms and up to 100 ms more (AHT10_MEAS_DELAY, AHT10_DELAY_EXTRA of aht10.c, 6.1).
test('a measurement that takes longer than it should is waited for', async () => {
  const { bus, clock, model, sample } = await bench();
  let readyAtMs = 0;
  const write = (bytes: Uint8Array) => {
    readyAtMs = clock.monotonicMs() + 130;
    return model.write(bytes);
  };
  const read = (length: number) =>
    clock.monotonicMs() < readyAtMs ? new Uint8Array(length).fill(0x98) : model.read(length);
  bus.attach(0x38, { write, read });
  assertNear((await sample()).temperature, 21.5, 0.01);
});

test('names what is wrong with the bus', async () => assertNamesFaults(await bench()));

test.run();
