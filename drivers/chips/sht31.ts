/** Sensirion SHT30, SHT31, SHT35 and SHT85: one part in several grades. Pages are those of the SHT3x-DIS datasheet, version 5. */
import { sensirionWords } from '../bytes.ts';
import { chip, type DriverContext, humidity, temperature } from '../define.ts';
import { DeviceError } from '../errors.ts';
import type { I2cBus } from '../ports.ts';

/** Single shot, high repeatability, no clock stretching (p. 10, table 9): stretching locks up the BCM2835. */
const measure = Uint8Array.of(0x24, 0x00);
/** Ends periodic measurements that another program may have left running (p. 11, section 4.8). */
const stopPeriodic = Uint8Array.of(0x30, 0x93);
/** Reloads calibration, clears the heater (p. 12, section 4.9). */
const softReset = Uint8Array.of(0x30, 0xa2);

/** At most 15 ms, 15.5 ms below 2.4 V (p. 7, table 4). */
const measureMs = 16;
/** The sensor needs 1 ms after a break, and at most 1.5 ms after a reset (p. 7, table 4). */
const settleMs = 2;

async function command({ port, address, sleep }: DriverContext<I2cBus>, bytes: Uint8Array, ms: number): Promise<void> {
  await port.transfer(address, bytes, 0);
  await sleep(ms);
}

export const sht31 = chip({
  name: 'sht31',
  description: 'Sensirion SHT30, SHT31, SHT35, SHT85: temperature and humidity',
  bus: 'i2c',
  addresses: [0x44, 0x45],
  channels: {
    temperature: temperature({ range: [-40, 125] }),
    humidity: humidity(),
  },
  // More often, and the sensor heats itself (p. 11, table 10).
  pollMsMin: 250,
  pollMsDefault: 10_000,

  async setUp(context) {
    await command(context, stopPeriodic, settleMs);
    await command(context, softReset, settleMs);
  },

  async sample(context) {
    await command(context, measure, measureMs);
    const words = sensirionWords(await context.port.transfer(context.address, new Uint8Array(), 6));
    if (!words) throw new DeviceError('bad-data', `${context.at}: wrong checksum`);
    const [t, rh] = words as [number, number];
    // All ones is 130 degC: beyond what the part can measure, and what a line stuck high gives.
    if (t === 0xffff) throw new DeviceError('not-a-reading', `${context.at}: all bits are ones`);
    // Conversion of the raw words: p. 14, section 4.13.
    return { temperature: -45 + (175 * t) / 65_535, humidity: (100 * rh) / 65_535 };
  },
});
