// Light sensors: BH1750 (ROHM's technical note; counts and times of the Linux driver, drivers/iio/light/bh1750.c of 6.1),
// VEML7700 (Vishay's datasheet and application note; registers of drivers/iio/light/veml6030.c).
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bh1750 } from '../../../drivers/chips/bh1750.ts';
import { corrected, veml7700 } from '../../../drivers/chips/veml7700.ts';
import { Bh1750Model } from '../../../drivers/sim/models/bh1750.ts';
import { Veml7700Model } from '../../../drivers/sim/models/veml7700.ts';
import { codeOf } from '../../helpers/driver.ts';
import { assertNamesFaults, assertNear, i2cBench, recorded } from '../../helpers/i2c.ts';

const bh1750Bench = () => i2cBench(bh1750, 0x23, clock => new Bh1750Model(clock));
const veml7700Bench = () => i2cBench(veml7700, 0x10, clock => new Veml7700Model(clock));

test("bh1750: ROHM's worked example: 8390h is 28067 lx", async () => {
  const { bus, sample } = await bh1750Bench();
  bus.attach(0x23, recorded([0x83, 0x90]));
  assert.is(Math.round((await sample()).light as number), 28_067);
});

test('bh1750: reads its model, on the usual scale also after another program has changed it', async () => {
  const { bus, model, sample, open } = await bh1750Bench();
  assertNear((await sample()).light, 320, 0.5);
  const port = await bus.open();
  for (const command of [0x47, 0x7f]) await port.transfer(0x23, Uint8Array.of(command), 0);
  await open();
  model.light = 1000;
  assertNear((await sample()).light, 1000, 0.5);
});

test('bh1750: too bright is no reading', async () => {
  const { model, sample } = await bh1750Bench();
  model.light = 60_000;
  assert.is(await codeOf(sample()), 'not-a-reading');
});

// The scale: VEML7700 datasheet, revision 1.8. The Linux driver of 6.1 still has the older one, 0.0036 lx a count.
test('veml7700: reads dim light finely, and bright light', async () => {
  const { model, sample } = await veml7700Bench();
  for (const light of [0, 0.5, 10, 320, 900]) {
    model.light = light;
    assertNear((await sample()).light, light, 0.02);
  }
  for (const light of [1_200, 20_000, 100_000]) {
    model.light = light;
    assertNear((await sample()).light, light, light / 500);
  }
});

// Application note "Designing the VEML7700 Into an Application", document 84323, p. 5: 1500 lx are corrected to 1658 lx.
test("veml7700: Vishay's worked example of bright light", async () => {
  assert.is(Math.round(corrected(1_500)), 1_658);
  assert.is(corrected(1_000), 1_000);
  const { bus, sample } = await veml7700Bench();
  bus.attach(0x10, recorded([2_790 & 0xff, 2_790 >> 8]));
  assertNear((await sample()).light, 1_658, 1);
});

test('veml7700: too bright is no reading', async () => {
  const { bus, model, sample } = await veml7700Bench();
  bus.attach(0x10, recorded([0xff, 0xff]));
  assert.is(await codeOf(sample()), 'not-a-reading');
  bus.attach(0x10, model);
  model.light = 250_000;
  const { light } = await sample();
  assert.ok((light as number) > veml7700.channels.light!.range![1], 'beyond its range, and so no value');
});

test('each names what is wrong with the bus', async () => {
  await assertNamesFaults(await bh1750Bench());
  await assertNamesFaults(await veml7700Bench());
});

test.run();
