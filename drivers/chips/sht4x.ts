/** Sensirion SHT40, SHT41, SHT45: temperature and humidity. Sections are those of the SHT4x datasheet, version 6.5. */
import { chip, humidity, temperature } from '../define.ts';
import { readSensirionWords, send } from './common/i2c.ts';
import { refuse } from './common/sampling.ts';

/** Both quantities at high precision, in 8.3 ms at most (sections 4.5 and 3.1). */
const measure = 0xfd;
const measureMs = 10;
const softReset = 0x94;
const resetMs = 2;

export const sht4x = chip({
  name: 'sht4x',
  description: 'Sensirion SHT40, SHT41, SHT45: temperature and humidity',
  bus: 'i2c',
  addresses: [0x44, 0x45, 0x46],
  channels: { temperature: temperature({ range: [-40, 125] }), humidity: humidity() },
  pollMsMin: 250,
  pollMsDefault: 10_000,

  async setUp(context) {
    await send(context, softReset);
    await context.sleep(resetMs);
  },

  async sample(context) {
    await send(context, measure);
    await context.sleep(measureMs);
    const [t = 0, rh = 0] = await readSensirionWords(context, 2);
    refuse(t === 0xffff || (t === 0 && rh === 0), context, 'all bits are the same');
    // Section 4.6: the formula runs from -6 to 119 %, and what is beyond 0 to 100 is cropped.
    const relative = -6 + (125 * rh) / 65_535;
    return { temperature: -45 + (175 * t) / 65_535, humidity: Math.min(100, Math.max(0, relative)) };
  },
});
