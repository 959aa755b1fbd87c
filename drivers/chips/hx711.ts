/**
 * Avia HX711 with a load cell, by the kernel's driver (drivers/iio/adc/hx711.c): a scale. The driver gives the 24 bits in
 * offset binary, so that 8388608 is no load at all on a balanced bridge.
 */
import { chip } from '../define.ts';
import { readRaw } from './common/iio.ts';
import { refuse } from './common/sampling.ts';

const rawMax = 0xff_ffff;
const balanced = 0x80_0000;

export const hx711 = chip({
  name: 'hx711',
  description: 'Avia HX711 with a load cell: weight',
  bus: 'files',
  needsPath: true,
  options: {
    input: { default: 'voltage0', oneOf: ['voltage0', 'voltage1'], description: 'Channel A is voltage0, B voltage1' },
    tare: { default: balanced, range: [0, rawMax], description: 'Raw value of the empty scale' },
    countsPerKg: {
      default: 100_000,
      range: [-rawMax, rawMax],
      description: 'Raw steps for a kilogram; negative turns it round',
    },
  },
  channels: {
    weight: { class: 'LevelSensor', type: 'Weight', unit: 'kg', range: [-1_000, 1_000], resolution: 0.001 },
    raw: {
      class: 'LevelSensor',
      type: 'Meter',
      unit: '-',
      range: [0, rawMax],
      resolution: 1,
      description: 'For the tare',
    },
  },
  pollMsMin: 100,
  pollMsDefault: 5_000,

  async sample(context) {
    const { input, tare, countsPerKg } = context.options;
    const raw = await readRaw(context.port, context.at, String(input));
    refuse(raw === 0 || raw === rawMax, context, 'the converter is at its end, or a wire is off');
    refuse(countsPerKg === 0, context, 'countsPerKg is 0');
    return { raw, weight: (raw - Number(tare)) / Number(countsPerKg) };
  },
});
