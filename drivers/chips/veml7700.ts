/**
 * Vishay VEML7700, VEML6030: light. Registers and scale: VEML7700 datasheet, revision 1.8, where a count at gain 2 and
 * 800 ms is 0.0042 lx; the 0.0036 of revisions before 1.7 was, by the maker's own notice, wrong. Bright light: the
 * application note "Designing the VEML7700 Into an Application", document 84323.
 */
import { chip } from '../define.ts';
import { type I2cContext, readFrom, send } from './common/i2c.ts';
import { refuse } from './common/sampling.ts';

const configRegister = 0x00;
const lightRegister = 0x04;

/** Integration of 100 ms with gain 1/8, and with gain 2, which is 16 times as fine. Bits 12 and 11. */
const coarse = { config: 0b10 << 11, luxPerCount: 0.5376 };
const fine = { config: 0b01 << 11, luxPerCount: 0.0336 };
const shutDown = 0x0001;

/** Above this many lx the sensor reads low, and is corrected by a polynomial, the highest power first (84323, p. 5). */
const linearLuxMax = 1_000;
const polynomial = [6.0135e-13, -9.3924e-9, 8.1488e-5, 1.0023, 0];

/** The brightest that it is made for; beyond, the polynomial means nothing. */
const luxMax = 140_000;

/** It wakes in 2.5 ms and integrates; its clock may be a tenth slow. */
const measureMs = 115;

/** Below this many counts the fine range is not full either. */
const coarseCountsMin = 2_000;

/** lx, out of what the scale gives. */
export function corrected(lux: number): number {
  return lux > linearLuxMax ? polynomial.reduce((sum, factor) => sum * lux + factor, 0) : lux;
}

async function count(context: I2cContext, config: number): Promise<number> {
  await send(context, configRegister, config & 0xff, config >> 8);
  await context.sleep(measureMs);
  const [low = 0, high = 0] = await readFrom(context, lightRegister, 2);
  await send(context, configRegister, (config & 0xff) | shutDown, config >> 8);
  return (high << 8) | low;
}

export const veml7700 = chip({
  name: 'veml7700',
  description: 'Vishay VEML7700, VEML6030: light',
  bus: 'i2c',
  addresses: [0x10, 0x48],
  channels: { light: { class: 'LevelSensor', type: 'Luminance', unit: 'lx', range: [0, luxMax], resolution: 0.01 } },
  pollMsMin: 500,
  pollMsDefault: 10_000,

  async sample(context) {
    const counts = await count(context, coarse.config);
    refuse(counts === 0xffff, context, 'brighter than it can measure');
    if (counts >= coarseCountsMin) return { light: corrected(counts * coarse.luxPerCount) };
    const fineCounts = await count(context, fine.config);
    // It has become brighter between the two.
    if (fineCounts === 0xffff) return { light: corrected(counts * coarse.luxPerCount) };
    return { light: corrected(fineCounts * fine.luxPerCount) };
  },
});
