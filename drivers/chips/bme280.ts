/** Bosch BME280: temperature, humidity and pressure. */
import { hexByte } from '../bytes.ts';
import { chip, humidity, pressure, temperature } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { boschChips, chipIdRegister, measure } from './common/bosch.ts';
import { identify } from './common/i2c.ts';

const bme280Id = 0x60;
const bmp280Ids = [0x58, 0x57, 0x56];

export const bme280 = chip({
  name: 'bme280',
  description: 'Bosch BME280: temperature, humidity and pressure',
  bus: 'i2c',
  addresses: [0x76, 0x77],
  channels: {
    temperature: temperature({ range: [-40, 85] }),
    humidity: humidity(),
    pressure: pressure({ range: [30_000, 110_000] }),
  },
  pollMsMin: 100,
  pollMsDefault: 10_000,

  async setUp(context) {
    const { address, channels } = context;
    const id = await identify(context, chipIdRegister, [bme280Id, ...bmp280Ids], boschChips);
    if (id === bme280Id || !channels.has('humidity')) return;
    // Sold as a BME280 often enough.
    const what = `${hexByte(address)} answers ${hexByte(id)}, a BMP280: humidity is not there`;
    throw new DeviceError('unsupported', what);
  },

  sample: context => measure(context, context.channels.has('humidity')),
});
