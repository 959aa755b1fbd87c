/** Texas Instruments INA219: voltage, current and power of a direct current. Sections are those of SBOS448G. */
import { signed, wordAt } from '../bytes.ts';
import { chip, volts } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { type I2cContext, readFrom, send } from './common/i2c.ts';
import { refuse } from './common/sampling.ts';

const configRegister = 0x00;
const shuntRegister = 0x01;
const busRegister = 0x02;

/** Section 8.6.2.1: after a reset it measures both, continuously, in 12 bits, up to 32 V and 320 mV. */
const reset = 0x8000;
const configAfterReset = 0x399f;
const resetMs = 1;

/** Sections 8.6.3.1 and 8.6.3.2. */
const shuntVoltsPerCount = 10e-6;
const busVoltsPerCount = 4e-3;
const shuntCountsMax = 32_000;
const hasOverflown = 0x01;

async function word(context: I2cContext, register: number): Promise<number> {
  return wordAt(await readFrom(context, register, 2), 0);
}

export const ina219 = chip({
  name: 'ina219',
  description: 'Texas Instruments INA219: voltage, current, power',
  bus: 'i2c',
  addresses: Array.from({ length: 16 }, (_, at) => 0x40 + at),
  options: {
    shuntOhm: { default: 0.1, range: [0.0001, 100], description: 'Resistance of the shunt; R100 on most boards' },
  },
  channels: {
    voltage: volts({ range: [0, 32], description: 'Between the load and ground' }),
    current: { class: 'LevelSensor', type: 'Meter', unit: 'A', resolution: 0.0001, description: 'Through the shunt' },
    power: { class: 'LevelSensor', type: 'Power', unit: 'W', resolution: 0.001, description: 'Of the load' },
  },
  pollMsMin: 10,
  pollMsDefault: 10_000,

  async setUp(context) {
    await send(context, configRegister, reset >> 8, reset & 0xff);
    await context.sleep(resetMs);
    const config = await word(context, configRegister);
    if (config === configAfterReset) return;
    throw new DeviceError('unsupported', `${context.at} is no INA219: 0x${config.toString(16)} after a reset`);
  },

  // The chip's own current and power need its calibration register, which a brown-out clears unseen; the two voltages do not.
  async sample(context) {
    const shunt = signed(await word(context, shuntRegister), 16);
    const bus = await word(context, busRegister);
    refuse(Math.abs(shunt) >= shuntCountsMax, context, 'more current than the shunt is made for');
    refuse(bus === 0xffff, context, 'all bits are ones');
    refuse((bus & hasOverflown) !== 0, context, 'it reports an overflow');
    const voltage = (bus >> 3) * busVoltsPerCount;
    const current = (shunt * shuntVoltsPerCount) / Number(context.options.shuntOhm);
    return { voltage, current, power: voltage * current };
  },
});
