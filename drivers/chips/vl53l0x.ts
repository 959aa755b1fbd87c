/** ST VL53L0X, by the kernel's driver (drivers/iio/proximity/vl53l0x-i2c.c), which knows how to start it. */
import { chip, distance } from '../define.ts';
import { iioDistance, readQuantity } from './common/iio.ts';

export const vl53l0x = chip({
  name: 'vl53l0x',
  description: 'ST VL53L0X: distance by the time of flight',
  bus: 'files',
  needsPath: true,
  // Where nothing is in front of it, it says 8.19 m; the datasheet promises 2 m (DS11555, section 1).
  channels: { distance: distance({ range: [0.03, 2] }) },
  pollMsMin: 100,
  pollMsDefault: 5_000,

  async sample(context) {
    return { distance: await readQuantity(context.port, context.at, iioDistance) };
  },
});
