/** Bosch BME280: temperature, humidity and pressure. */
import { hexByte } from '../bytes.ts';
import { chip, humidity, pressure, temperature } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { boschChips, chipIdRegister, measure } from './common/bosch.ts';
import { type I2cContext, identify } from './common/i2c.ts';

const bme280Id = 0x60;
const bmp280Ids = [0x58, 0x57, 0x56];

/** Its identification: asked for again with each sample, until it is a BME280's. */
async function idOf(context: I2cContext): Promise<number> {
  if (context.memory.get('id') === bme280Id) return bme280Id;
  const id = await identify(context, chipIdRegister, [bme280Id, ...bmp280Ids], boschChips);
  context.memory.set('id', id);
  return id;
}

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
    await idOf(context);
  },

  /** A BMP280 is sold as a BME280 often enough: what it has is read all the same. */
  async sample(context) {
    if (!context.channels.has('humidity')) return measure(context, false);
    const id = await idOf(context);
    if (id === bme280Id) return measure(context, true);
    const what = `${hexByte(context.address)} answers ${hexByte(id)}, a BMP280: humidity is not there`;
    return { ...(await measure(context, false)), humidity: new DeviceError('unsupported', what) };
  },
});
