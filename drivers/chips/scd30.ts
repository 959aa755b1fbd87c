/**
 * Sensirion SCD30: carbon dioxide, temperature and humidity. Sections are those of its interface description,
 * version 1.0.
 */
import { wordBytes } from '../bytes.ts';
import { carbonDioxide, chip, humidity, temperature } from '../define.ts';
import { type I2cContext, readSensirionWords, send, sensirionCommand } from './common/i2c.ts';
import { refuse, until } from './common/sampling.ts';

/** Sections 1.4.1, 1.4.3, 1.4.4, 1.4.5. */
const startContinuous = 0x0010;
const setMeasurementInterval = 0x4600;
const dataReady = 0x0202;
const readMeasurement = 0x0300;
const noPressureCompensation = 0;
const intervalSeconds = 2;
/** Between a command and what follows it: its answer, which cannot be a repeated start (section 1.1), or the next one. */
const commandMs = 4;

async function tell(context: I2cContext, command: number, ...args: number[]): Promise<void> {
  await send(context, ...sensirionCommand(command, ...args));
  await context.sleep(commandMs);
}

async function ask(context: I2cContext, command: number, words: number): Promise<number[]> {
  await tell(context, command);
  return readSensirionWords(context, words);
}

/** An IEEE 754 number out of two words, the high one first (section 1.4.5). */
export function floatOf(high: number, low: number): number {
  return new DataView(Uint8Array.of(...wordBytes(high), ...wordBytes(low)).buffer).getFloat32(0);
}

export const scd30 = chip({
  name: 'scd30',
  description: 'Sensirion SCD30: carbon dioxide, temperature, humidity',
  bus: 'i2c',
  addresses: [0x61],
  options: {
    pressure: {
      default: noPressureCompensation,
      range: [0, 1400],
      description: 'Air pressure in hPa, from 700, that carbon dioxide is corrected by; 0 does not correct',
    },
  },
  channels: {
    co2: carbonDioxide({ range: [300, 40_000], resolution: 0.1 }),
    temperature: temperature({ range: [-40, 70] }),
    humidity: humidity(),
  },
  pollMsMin: 2_000,
  pollMsDefault: 10_000,

  async setUp(context) {
    await tell(context, setMeasurementInterval, intervalSeconds);
    await tell(context, startContinuous, Number(context.options.pressure));
  },

  async sample(context) {
    await until(async () => (await ask(context, dataReady, 1))[0] === 1, context, 250, 16);
    const [c1 = 0, c0 = 0, t1 = 0, t0 = 0, h1 = 0, h0 = 0] = await ask(context, readMeasurement, 6);
    const [co2, celsius, relative] = [floatOf(c1, c0), floatOf(t1, t0), floatOf(h1, h0)];
    // The first measurement after power-on is often all zeros.
    refuse(co2 === 0, context, 'no carbon dioxide at all');
    return { co2, temperature: celsius, humidity: relative };
  },
});
