/**
 * Sensirion SCD40, SCD41: carbon dioxide, temperature and humidity. Sections are those of the SCD4x datasheet,
 * version 1.6.
 */
import { carbonDioxide, chip, humidity, temperature } from '../define.ts';
import { type I2cContext, readSensirionWords, send, sensirionCommand } from './common/i2c.ts';
import { refuse, until } from './common/sampling.ts';

/** Section 3.6.3; it takes no other command for 500 ms after it. */
const stopPeriodic = 0x3f86;
const stopMs = 500;
/** A measurement every 5 s (section 3.6.1). */
const startPeriodic = 0x21b1;
const readMeasurement = 0xec05;
/** The lower 11 bits are zeros as long as there is no new measurement (section 3.9.2). */
const dataReady = 0xe4b8;
const readyBits = 0x7ff;
const commandMs = 1;

async function ask(context: I2cContext, command: number, words: number): Promise<number[]> {
  await send(context, ...sensirionCommand(command));
  await context.sleep(commandMs);
  return readSensirionWords(context, words);
}

export const scd4x = chip({
  name: 'scd4x',
  description: 'Sensirion SCD40, SCD41: carbon dioxide, temperature, humidity',
  bus: 'i2c',
  addresses: [0x62],
  channels: {
    co2: carbonDioxide({ range: [300, 40_000] }),
    temperature: temperature({ range: [-10, 60] }),
    humidity: humidity(),
  },
  pollMsMin: 5_000,
  pollMsDefault: 10_000,

  async setUp(context) {
    // A program before this one may have left it measuring; if not, it does not acknowledge the command.
    await send(context, ...sensirionCommand(stopPeriodic)).catch(() => {});
    await context.sleep(stopMs);
    await send(context, ...sensirionCommand(startPeriodic));
    await context.sleep(commandMs);
  },

  async sample(context) {
    const isReady = async () => (((await ask(context, dataReady, 1))[0] ?? 0) & readyBits) !== 0;
    await until(isReady, context, 500, 12);
    const [co2 = 0, t = 0, rh = 0] = await ask(context, readMeasurement, 3);
    refuse(co2 === 0, context, 'no carbon dioxide at all');
    // Section 3.6.2; the Linux driver divides by 65536 where later datasheets have 65535.
    return { co2, temperature: -45 + (175 * t) / 65_535, humidity: (100 * rh) / 65_535 };
  },
});
