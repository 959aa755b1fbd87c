/**
 * Sensirion SGP40: volatile organic compounds, as the raw signal. Sections are those of the SGP40 datasheet,
 * version 1.2. The maker's index is not computed: docs/drivers.md tells why.
 */
import { chip } from '../define.ts';
import { readSensirionWords, send, sensirionCommand } from './common/i2c.ts';
import { refuse } from './common/sampling.ts';

/** Section 4.1: with the humidity and the temperature that correct it; 30 ms. */
const measureRaw = 0x260f;
const measureMs = 30;

/** Section 4.1, table 10: % and degC in words. */
const humidityWord = (percent: number) => Math.round((percent * 65_535) / 100);
const temperatureWord = (celsius: number) => Math.round(((celsius + 45) * 65_535) / 175);

export const sgp40 = chip({
  name: 'sgp40',
  description: 'Sensirion SGP40: volatile organic compounds, raw',
  bus: 'i2c',
  addresses: [0x59],
  options: {
    humidity: { default: 50, range: [0, 100], description: 'Usual relative humidity in %, which corrects the signal' },
    temperature: {
      default: 25,
      range: [-45, 130],
      description: 'Usual temperature in degC, which corrects the signal',
    },
  },
  channels: {
    raw: {
      class: 'LevelSensor',
      type: 'Meter',
      unit: '-',
      range: [1, 65_534],
      resolution: 1,
      description: 'Signal of the sensor, in ticks: the larger, the cleaner the air',
    },
  },
  pollMsMin: 500,
  pollMsDefault: 10_000,

  async sample(context) {
    const { humidity, temperature } = context.options;
    const words = [humidityWord(Number(humidity)), temperatureWord(Number(temperature))];
    await send(context, ...sensirionCommand(measureRaw, ...words));
    await context.sleep(measureMs);
    const [raw = 0] = await readSensirionWords(context, 1);
    refuse(raw === 0 || raw === 0xffff, context, 'all bits are the same');
    return { raw };
  },
});
