import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bmp180, convert } from '../../../drivers/chips/bmp180.ts';
import { Bmp180Model } from '../../../drivers/sim/models/bmp180.ts';
import { codeOf } from '../../helpers/driver.ts';
import { assertNamesFaults, i2cBench } from '../../helpers/i2c.ts';

const bench = () => i2cBench(bmp180, 0x77, clock => new Bmp180Model(clock));

test("reads Bosch's worked example (BMP180 datasheet, section 3.5): 15.0 degC, 69964 Pa", async () => {
  const { sample } = await bench();
  assert.equal(await sample(), { temperature: 15, pressure: 69_964 });
});

// The same arithmetic as the Linux kernel's bmp180_compensate_press (drivers/iio/pressure/bmp280-core.c, 6.1), in
// numbers without a width: its 32 bits must not have mattered.
test('warm and high pressure stay whole', () => {
  const calibration = [408, -72, -14_383, 32_741, 32_757, 23_153, 6190, 4, -32_768, -8711, 2868];
  const { temperature, pressure } = convert(calibration, 31_000, 38_000);
  assert.ok(temperature > 30 && temperature < 45, String(temperature));
  assert.ok(pressure > 100_000 && pressure < 130_000, String(pressure));
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
