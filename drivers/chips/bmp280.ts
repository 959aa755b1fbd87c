/** Bosch BMP280: pressure and temperature. A BME280 in its place is taken too: it can do the same. */
import { chip, pressure, temperature } from '../define.ts';
import { boschChips, chipIdRegister, measure } from './common/bosch.ts';
import { identify } from './common/i2c.ts';

export const bmp280 = chip({
  name: 'bmp280',
  description: 'Bosch BMP280: temperature and pressure',
  bus: 'i2c',
  addresses: [0x76, 0x77],
  channels: { temperature: temperature({ range: [-40, 85] }), pressure: pressure({ range: [30_000, 110_000] }) },
  pollMsMin: 100,
  pollMsDefault: 10_000,

  async setUp(context) {
    await identify(context, chipIdRegister, [0x58, 0x57, 0x56, 0x60], boschChips);
  },

  sample: context => measure(context, false),
});
