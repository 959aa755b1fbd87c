/**
 * Aosong AM2302, DHT22, and the coarser DHT11, by the kernel's driver (drivers/iio/humidity/dht11.c): only the kernel can
 * time their pulses. It has checked the checksum, and answers EIO where that was wrong.
 */
import { chip, humidity, temperature } from '../define.ts';
import { iioHumidity, iioTemperature, readQuantity } from './common/iio.ts';
import { refuse } from './common/sampling.ts';

export const dht22 = chip({
  name: 'dht22',
  description: 'Aosong DHT22, AM2302, DHT11: temperature and humidity',
  bus: 'files',
  needsPath: true,
  channels: {
    temperature: temperature({ range: [-40, 80], resolution: 0.1 }),
    humidity: humidity({ resolution: 0.1 }),
  },
  // It measures every two seconds; the kernel gives the last measurement until then.
  pollMsMin: 2_000,
  pollMsDefault: 10_000,

  async sample(context) {
    const celsius = await readQuantity(context.port, context.at, iioTemperature);
    const relative = await readQuantity(context.port, context.at, iioHumidity);
    // Five bytes of zeros have a right checksum: a line held low.
    refuse(celsius === 0 && relative === 0, context, 'all bits are zeros');
    return { temperature: celsius, humidity: relative };
  },
});
