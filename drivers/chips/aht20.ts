/** Aosong AHT20, AHT21, AM2301B: temperature and humidity. Sections are those of the AHT20 datasheet, version 1.1. */
import { sensirionCrc } from '../bytes.ts';
import { chip, humidity, temperature } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { receive, send } from './common/i2c.ts';
import { refuse, until } from './common/sampling.ts';

/** Section 5.4: the status byte, which every read begins with. */
const isBusy = 0x80;
const isCalibrated = 0x08;
const initialize = [0xbe, 0x08, 0x00];
const initializeMs = 10;
const measure = [0xac, 0x33, 0x00];
const measureMs = 80;
/** As long again as the kernel's driver allows it (aht10.c): looked at so often, so many times. */
const lateMs = 10;
const lateTimesMax = 10;
const softReset = 0xba;
const resetMs = 20;

export const aht20 = chip({
  name: 'aht20',
  description: 'Aosong AHT20, AHT21: temperature and humidity',
  bus: 'i2c',
  addresses: [0x38],
  channels: { temperature: temperature({ range: [-40, 85] }), humidity: humidity() },
  // More often, and it heats itself (section 7.1).
  pollMsMin: 2_000,
  pollMsDefault: 10_000,

  async setUp(context) {
    await send(context, softReset);
    await context.sleep(resetMs);
    const [status = 0] = await receive(context, 1);
    if (status & isCalibrated) return;
    await send(context, ...initialize);
    await context.sleep(initializeMs);
  },

  async sample(context) {
    await send(context, ...measure);
    await context.sleep(measureMs);
    await until(async () => ((await receive(context, 1))[0]! & isBusy) === 0, context, lateMs, lateTimesMax);
    const bytes = await receive(context, 7);
    const [status = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0, crc] = bytes;
    // The checksum is Sensirion's (section 5.4, step 3).
    if (sensirionCrc(bytes.subarray(0, 6)) !== crc) throw new DeviceError('bad-data', `${context.at}: wrong checksum`);
    refuse((status & isCalibrated) === 0, context, 'it has lost its calibration');
    const [rawH, rawT] = [(b1 << 12) | (b2 << 4) | (b3 >> 4), ((b3 & 0xf) << 16) | (b4 << 8) | b5];
    refuse(rawT === 0 && rawH === 0, context, 'all bits are zeros');
    // Section 6: both over 20 bits.
    return { temperature: (200 * rawT) / 2 ** 20 - 50, humidity: (100 * rawH) / 2 ** 20 };
  },
});
