/**
 * Bosch BMP180 and BMP085: temperature and pressure. Registers and formulas: BMP180 datasheet BST-BMP180-DS000,
 * revision 2.5, sections 3.3 to 3.5.
 */
import { wordAt } from '../bytes.ts';
import { chip, pressure, temperature } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { boschChips, chipIdRegister } from './common/bosch.ts';
import { type I2cContext, identify, readFrom, send } from './common/i2c.ts';
import { refuse } from './common/sampling.ts';

const calibrationRegister = 0xaa;
const controlRegister = 0xf4;
const dataRegister = 0xf6;

/** Measures the temperature, in 4.5 ms, or the pressure once, in 4.5 ms (section 3.3.2, table 8). */
const measureTemperature = 0x2e;
const measurePressure = 0x34;
const measureMs = 5;

/** AC1, AC2, AC3, AC4, AC5, AC6, B1, B2, MB, MC, MD (section 3.4, table 5); AC4 to AC6 are unsigned. */
export function calibrationOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: 11 }, (_, at) => (at >= 3 && at <= 5 ? view.getUint16(2 * at) : view.getInt16(2 * at)));
}

/** degC and Pa out of the raw values, in the whole numbers of section 3.5, oversampling 0. */
export function convert(calibration: readonly number[], rawT: number, rawP: number) {
  const [AC1 = 0, AC2 = 0, AC3 = 0, AC4 = 0, AC5 = 0, AC6 = 0, B1 = 0, B2 = 0, , MC = 0, MD = 0] = calibration;
  const x1 = ((rawT - AC6) * AC5) >> 15;
  const b5 = x1 + Math.trunc((MC * 2048) / (x1 + MD));
  const b6 = b5 - 4000;
  const square = (b6 * b6) >> 12;
  const b3 = (AC1 * 4 + ((B2 * square) >> 11) + ((AC2 * b6) >> 11) + 2) >> 2;
  const x3 = (((AC3 * b6) >> 13) + ((B1 * square) >> 16) + 2) >> 2;
  const b4 = Math.floor((AC4 * (x3 + 32_768)) / 32_768);
  const p = Math.floor(((rawP - b3) * 50_000 * 2) / b4);
  const correction = (((p >> 8) * (p >> 8) * 3038) >> 16) + ((-7357 * p) >> 16) + 3791;
  return { temperature: ((b5 + 8) >> 4) / 10, pressure: p + (correction >> 4) };
}

async function measure(context: I2cContext, what: number): Promise<number> {
  await send(context, controlRegister, what);
  await context.sleep(measureMs);
  return wordAt(await readFrom(context, dataRegister, 2), 0);
}

export const bmp180 = chip({
  name: 'bmp180',
  description: 'Bosch BMP180, BMP085: temperature and pressure',
  bus: 'i2c',
  addresses: [0x77],
  channels: {
    temperature: temperature({ range: [-40, 85], resolution: 0.1 }),
    pressure: pressure({ range: [30_000, 110_000], resolution: 1 }),
  },
  pollMsMin: 100,
  pollMsDefault: 10_000,

  async setUp(context) {
    await identify(context, chipIdRegister, [0x55], boschChips);
  },

  async sample(context) {
    const bytes = await readFrom(context, calibrationRegister, 22);
    const words = Array.from({ length: 11 }, (_, at) => wordAt(bytes, 2 * at));
    // "None of the words has the value 0 or 0xFFFF" (section 3.4).
    if (words.some(word => word === 0 || word === 0xffff)) {
      throw new DeviceError('bad-data', `${context.at}: the factory's calibration is damaged`);
    }
    const rawT = await measure(context, measureTemperature);
    const rawP = await measure(context, measurePressure);
    refuse(
      [rawT, rawP].some(raw => raw === 0 || raw === 0xffff),
      context,
      'all bits are the same',
    );
    return convert(calibrationOf(bytes), rawT, rawP);
  },
});
