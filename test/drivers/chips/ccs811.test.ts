// Registers and bits: the Linux driver, drivers/iio/chemical/ccs811.c of 6.1.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ccs811 } from '../../../drivers/chips/ccs811.ts';
import { Ccs811Model } from '../../../drivers/sim/models/ccs811.ts';
import { codeOf } from '../../helpers/driver.ts';
import { assertNamesFaults, i2cBench } from '../../helpers/i2c.ts';

const bench = () => i2cBench(ccs811, 0x5a, clock => new Ccs811Model(clock));

test('starts its application, waits for a measurement, and reads it; ppb become ppm', async () => {
  const { model, sample } = await bench();
  Object.assign(model, { co2: 1234, tvoc: 567 });
  assert.equal(await sample(), { co2: 1234, tvoc: 0.567 });
  assert.equal(await sample(), { co2: 1234, tvoc: 0.567 });
});

test('an error that it reports, and a result of nothing, are no readings', async () => {
  const { model, sample } = await bench();
  model.error = 0x20;
  assert.is(await codeOf(sample()), 'not-a-reading');
  Object.assign(model, { error: 0, co2: 0 });
  assert.is(await codeOf(sample()), 'not-a-reading');
});

test('one that was reset and no longer measures fails in time', async () => {
  const { bus, sample, clock } = await bench();
  bus.attach(0x5a, new Ccs811Model(clock));
  assert.is(await codeOf(sample()), 'timeout');
});

test('one without firmware is refused', async () => {
  const { model, open } = await bench();
  model.hasFirmware = false;
  assert.is(await codeOf(open()), 'unsupported');
});

test('names what is wrong with the bus', async () => assertNamesFaults(await bench()));

test.run();
