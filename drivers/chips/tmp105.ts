/**
 * Texas Instruments TMP105 and its family, an LM75 of 12 bits. Sections are those of the TMP105 datasheet, SBOS648; the
 * configuration and its time as in the Linux driver (drivers/hwmon/lm75.c, 6.1).
 */
import { signed, wordAt } from '../bytes.ts';
import { chip, temperature } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { readFrom, send } from './common/i2c.ts';

const temperatureRegister = 0x00;
const configRegister = 0x01;

/** 12 bits, and measuring all the time (table "Configuration Register Format"); after power-on it has 9. */
const twelveBits = 0x60;
const shutDown = 0x01;
/** The kernel's time for a measurement of 12 bits, and half as much again for a slow clock. */
const measureMs = 330;

/** A reading is left-justified. */
const unusedBits = 0x000f;

export const tmp105 = chip({
  name: 'tmp105',
  description: 'Texas Instruments TMP105, TMP75, TMP175, TMP275: temperature',
  bus: 'i2c',
  addresses: [0x48, 0x49, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f],
  channels: { temperature: temperature({ range: [-55, 127.9375], resolution: 0.0001 }) },
  pollMsMin: 300,
  pollMsDefault: 10_000,

  async setUp(context) {
    await send(context, configRegister, twelveBits);
    await context.sleep(measureMs);
  },

  async sample(context) {
    const [config = 0] = await readFrom(context, configRegister, 1);
    // After a brown-out it has 9 bits again, and says 0 degC until it has measured.
    if ((config & (twelveBits | shutDown)) !== twelveBits) {
      throw new DeviceError('io', `${context.at}: it was reset, or is no TMP105`);
    }
    const word = wordAt(await readFrom(context, temperatureRegister, 2), 0);
    if (word & unusedBits) throw new DeviceError('bad-data', `${context.at}: bits that are always zeros are not`);
    return { temperature: signed(word, 16) / 256 };
  },
});
