/** Ultrasonic rangers with a trigger and an echo line, by the kernel's driver (drivers/iio/proximity/srf04.c). */
import { chip, distance } from '../define.ts';
import { iioDistance, readQuantity } from './common/iio.ts';

export const hcSr04 = chip({
  name: 'hc-sr04',
  description: 'HC-SR04, SRF04: distance by ultrasound',
  bus: 'files',
  needsPath: true,
  // Nearer than 2 cm the echo comes before it listens; the kernel waits for 6.45 m.
  channels: { distance: distance({ range: [0.02, 4] }) },
  pollMsMin: 100,
  pollMsDefault: 5_000,

  async sample(context) {
    return { distance: await readQuantity(context.port, context.at, iioDistance) };
  },
});
