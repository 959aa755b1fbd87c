// Ranges and inputs: the Linux driver, drivers/iio/adc/ti-ads1015.c of 6.1.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ads1115 } from '../../../drivers/chips/ads1115.ts';
import { Ads1115Model } from '../../../drivers/sim/models/ads1115.ts';
import type { Bench } from '../../helpers/driver.ts';
import { codeOf } from '../../helpers/driver.ts';
import { assertNamesFaults, assertNear, i2cBench } from '../../helpers/i2c.ts';

const bench = (extra: Pick<Bench, 'options' | 'channels'> = {}) =>
  i2cBench(ads1115, 0x48, clock => new Ads1115Model(clock), extra);

test('each range: the largest voltage that is still one, and the step', async () => {
  for (const fullScale of ['6.144', '4.096', '2.048', '1.024', '0.512', '0.256']) {
    const { model, sample } = await bench({ options: { fullScale }, channels: ['a0'] });
    const step = Number(fullScale) / 32_768;
    for (const counts of [0, 1, 12_345, 32_766]) {
      model.volts = [counts * step, 0, 0, 0];
      assertNear((await sample()).a0, counts * step, 1e-9);
    }
    model.volts = [Number(fullScale), 0, 0, 0];
    assert.is(await codeOf(sample()), 'not-a-reading');
  }
});

test('every input, and the difference of two, with its sign', async () => {
  const { model, sample } = await bench();
  model.volts = [0.1, 0.3, 3, 1];
  const readings = await sample();
  for (const [name, volts] of Object.entries({ a0: 0.1, a1: 0.3, a2: 3, a3: 1, 'a0-a1': -0.2, 'a2-a3': 2 })) {
    assertNear(readings[name], volts, 0.0001);
  }
});

test('only the inputs in use are measured', async () => {
  const { model, sample } = await bench({ channels: ['a2-share'] });
  model.volts = [0, 0, 1.65, 0];
  assertNear((await sample())['a2-share'], 50, 0.01);
  assert.is(model.conversions, 1);
});

test('a soil probe, which is wettest at its lowest voltage', async () => {
  const { model, sample } = await bench({ options: { a1Empty: 2.8, a1Full: 1.2 }, channels: ['a1-share'] });
  for (const [volts, percent] of [
    [2.8, 0],
    [1.2, 100],
    [2, 50],
  ] as const) {
    model.volts = [0, volts, 0, 0];
    assertNear((await sample())['a1-share'], percent, 0.01);
  }
});

test('names what is wrong with the bus', async () => assertNamesFaults(await bench()));

test.run();
