// Registers and formulas: Linux 6.1, drivers/pwm/pwm-pca9685.c.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pca9685, prescaleOf } from '../../../drivers/chips/pca9685.ts';
import { Pca9685Model } from '../../../drivers/sim/models/pca9685.ts';
import { codeOf, during } from '../../helpers/driver.ts';
import { assertNear, i2cBench } from '../../helpers/i2c.ts';

const bench = (options: Record<string, number> = {}) => i2cBench(pca9685, 0x40, () => new Pca9685Model(), { options });

test("the divider of the datasheet's example: 200 Hz is 1Eh; 50 Hz for servos is 79h", () => {
  assert.is(prescaleOf(200), 0x1e);
  assert.is(prescaleOf(50), 0x79);
  assert.is(prescaleOf(24), 0xfd);
  assert.is(prescaleOf(1526), 3);
});

test('a lamp from off over half to on', async () => {
  const { model, drive } = await bench();
  for (const [percent, duty] of [
    [0, 0],
    [0.1, 4 / 4096],
    [50, 0.5],
    [99.9, 4092 / 4096],
    [100, 1],
  ] as const) {
    await drive('level3', percent);
    assert.is(model.duty(3), duty);
  }
  assert.is(model.duty(2), 0);
});

test('a servo gets its pulse at 50 Hz, whatever the divider makes of that', async () => {
  const { model, drive } = await bench({ hertz: 50 });
  assertNear(model.hertz, 50, 0.1);
  for (const [degrees, us] of [
    [0, 1000],
    [90, 1500],
    [180, 2000],
  ] as const) {
    await drive('servo15', degrees);
    assertNear(model.pulseUs(15), us, 3);
  }
});

test('tells what it has: what was asked for, where the hardware has only rounded it', async () => {
  const { context, drive } = await bench({ hertz: 50 });
  for (const percent of [0, 33.35, 100]) {
    await drive('level0', percent);
    assert.is(await pca9685.readBack!(context, 'level0'), percent);
  }
  await drive('servo1', 45);
  assert.is(await pca9685.readBack!(context, 'servo1'), 45);
  context.memory.clear();
  assertNear(await pca9685.readBack!(context, 'servo1'), 45, 0.5);
});

test('an agent that starts again does not put it to sleep', async () => {
  const { model, drive, open, clock, context } = await bench({ hertz: 1000 });
  await drive('level0', 40);
  let darkest = 1;
  const write = model.write.bind(model);
  model.write = bytes => {
    const isTaken = write(bytes);
    darkest = Math.min(darkest, model.duty(0));
    return isTaken;
  };
  await open();
  assertNear(darkest, 0.4, 0.001);
  model.brownOut();
  assert.is(await codeOf(during(clock, 10, pca9685.readBack!(context, 'level0'))), 'io');
  await open();
  await drive('level0', 40);
  assertNear(model.duty(0), 0.4, 0.001);
});

test.run();
