/** ROHM BH1750FVI: light. Pages are those of its technical note, 2011.11, revision D. */
import { wordAt } from '../bytes.ts';
import { chip } from '../define.ts';
import { receive, send } from './common/i2c.ts';
import { refuse } from './common/sampling.ts';

/** Once, 1 lx, then it powers down (p. 5); 180 ms at most (p. 2). Measurement time as after power-on. */
const powerOn = 0x01;
const measureOnce = 0x20;
const measureMs = 180;
const usualTimeHigh = 0x42;
const usualTimeLow = 0x65;

/** Counts for a lux (p. 11). */
const countsPerLux = 1.2;

export const bh1750 = chip({
  name: 'bh1750',
  description: 'ROHM BH1750FVI: light',
  bus: 'i2c',
  addresses: [0x23, 0x5c],
  channels: { light: { class: 'LevelSensor', type: 'Luminance', unit: 'lx', range: [0, 54_612], resolution: 0.1 } },
  pollMsMin: 200,
  pollMsDefault: 10_000,

  async setUp(context) {
    // A program before this one may have changed the measurement time, which changes the scale (p. 11).
    await send(context, powerOn);
    await send(context, usualTimeHigh);
    await send(context, usualTimeLow);
  },

  async sample(context) {
    await send(context, measureOnce);
    await context.sleep(measureMs);
    const counts = wordAt(await receive(context, 2), 0);
    refuse(counts === 0xffff, context, 'brighter than it can measure');
    return { light: counts / countsPerLux };
  },
});
