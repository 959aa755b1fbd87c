/**
 * LM75 and what is built like it: temperature. Registers of the Linux driver (drivers/hwmon/lm75.c, 6.1); sections are
 * those of National Semiconductor's LM75 datasheet, DS012658.
 */
import { signed, wordAt } from '../bytes.ts';
import { chip, temperature } from '../define.ts';
import { readFrom } from './common/i2c.ts';
import { refuse } from './common/sampling.ts';

/** Section 1.11. It measures all the time, every 100 ms (section 1.0). */
const temperatureRegister = 0x00;

export const lm75 = chip({
  name: 'lm75',
  description: 'LM75, LM75A, LM75B: temperature',
  bus: 'i2c',
  addresses: [0x48, 0x49, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f],
  options: {
    bits: { default: 9, range: [9, 12], description: "Bits of a reading; 11 for NXP's LM75A and LM75B" },
  },
  channels: { temperature: temperature({ range: [-55, 125], resolution: 0.001 }) },
  pollMsMin: 100,
  pollMsDefault: 10_000,

  async sample(context) {
    const word = wordAt(await readFrom(context, temperatureRegister, 2), 0);
    refuse(word === 0xffff, context, 'all bits are ones');
    // The bits below are undefined (section 1.11).
    const unused = 16 - Number(context.options.bits);
    return { temperature: (signed(word, 16) >> unused) / 2 ** (8 - unused) };
  },
});
