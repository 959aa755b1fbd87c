import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bmp180, convert } from '../../../drivers/chips/bmp180.ts';
import { Bmp180Model, compensate } from '../../../drivers/sim/models/bmp180.ts';
import { codeOf } from '../../helpers/driver.ts';
import { assertNamesFaults, i2cBench } from '../../helpers/i2c.ts';

const bench = () => i2cBench(bmp180, 0x77, clock => new Bmp180Model(clock));

test("reads Bosch's worked example (BMP180 datasheet, section 3.5): 15.0 degC, 69964 Pa", async () => {
  const { sample } = await bench();
  assert.equal(await sample(), { temperature: 15, pressure: 69_964 });
});

test('agrees with the 32 bits of the Linux kernel (drivers/iio/pressure/bmp280-core.c, 6.1) wherever it can be', () => {
  const calibration = [408, -72, -14_383, 32_741, 32_757, 23_153, 6190, 4, -32_768, -8711, 2868];
  assert.equal(compensate(27_898, 23_843), { tenths: 150, pascal: 69_964 });
  const [rawT, rawP] = [fc.integer({ min: 25_000, max: 32_000 }), fc.integer({ min: 15_000, max: 40_000 })];
  fc.assert(
    fc.property(rawT, rawP, (t, p) => {
      const { tenths, pascal } = compensate(t, p);
      const { temperature, pressure } = convert(calibration, t, p);
      assert.is(temperature, tenths / 10);
      assert.ok(Math.abs(pressure - pascal) <= 2, `${pressure} is not ${pascal}`);
    }),
  );
});

test('a damaged calibration and raw values of one bit are refused', async () => {
  const { model, sample } = await bench();
  model.rawPressure = 0xffff;
  assert.is(await codeOf(sample()), 'not-a-reading');
  model.rawPressure = 23_843;
  model.load(0xb0, [0, 0]);
  assert.is(await codeOf(sample()), 'bad-data');
});

test('names what is wrong with the bus, and another chip', async () => {
  await assertNamesFaults(await bench());
  const { model, open } = await bench();
  model.registers[0xd0] = 0x58;
  const failure = await open().catch(error => error);
  assert.is(failure.message, '0x77 answers 0x58, a BMP280, not 0x55');
});

test.run();
