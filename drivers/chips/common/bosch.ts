/**
 * Bosch BMP280 and BME280, which differ in the humidity alone. Registers and formulas: BME280 datasheet
 * BST-BME280-DS002, revision 1.6, sections 4.2, 5.3 and 8.1; the double-precision form.
 */
import { signed } from '../../bytes.ts';
import type { Readings } from '../../define.ts';
import { DeviceError } from '../../errors.ts';
import { type I2cContext, readFrom, send } from './i2c.ts';
import { refuse, until } from './sampling.ts';

/** What register 0xD0 holds. The BMP280 has 0x56 and 0x57 as a sample, the BMP180 is another part altogether. */
export const boschChips = {
  85: 'BMP180',
  86: 'BMP280',
  87: 'BMP280',
  88: 'BMP280',
  96: 'BME280',
  97: 'BME680',
  80: 'BMP388',
} as const;

export const chipIdRegister = 0xd0;
const trimmingRegister = 0x88;
const humidityTrimmingRegister = 0xe1;
const controlHumidityRegister = 0xf2;
const statusRegister = 0xf3;
const controlRegister = 0xf4;
const configRegister = 0xf5;
const dataRegister = 0xf7;

/** Temperature and pressure once each, forced mode (section 5.4.5); the filter off (5.4.6): one sample, one measurement. */
const measureOnce = 0b001_001_01;
const isMeasuring = 0x08;

/** One sample of each takes 9.3 ms at most (section 9.1). */
const measureMs = 10;

/** A channel that is switched off reads so (section 4); so does one that was never measured. */
const skipped = 0x80000;
const skippedHumidity = 0x8000;

/** The factory's numbers: `T` and `P` as in the datasheet, from 1; `H` is empty for a BMP280. */
export interface Trimming {
  T: readonly number[];
  P: readonly number[];
  H: readonly number[];
}

/** Reads the trimming out of registers 0x88 to 0xA1, and 0xE1 to 0xE7 (section 4.2.2, table 16). */
export function trimmingOf(low: Uint8Array, high: Uint8Array): Trimming {
  const view = new DataView(low.buffer, low.byteOffset, low.byteLength);
  const word = (at: number) => view.getInt16(at, true);
  const [e1 = 0, e2 = 0, e3 = 0, e4 = 0, e5 = 0, e6 = 0, e7 = 0] = high;
  return {
    T: [0, view.getUint16(0, true), word(2), word(4)],
    P: [0, view.getUint16(6, true), ...[8, 10, 12, 14, 16, 18, 20, 22].map(word)],
    H: [
      ...[0, low[25] ?? 0, signed(e1 | (e2 << 8), 16), e3],
      ...[signed((e4 << 4) | (e5 & 0xf), 12), signed((e6 << 4) | (e5 >> 4), 12), signed(e7, 8)],
    ],
  };
}

/** The temperature at the fine resolution that the other two need (section 8.1); divided by 5120 it is degC. */
export function fineTemperature(raw: number, [, T1 = 0, T2 = 0, T3 = 0]: readonly number[]): number {
  return (raw / 16_384 - T1 / 1024) * T2 + (raw / 131_072 - T1 / 8192) ** 2 * T3;
}

/** Pressure in Pa (section 8.1). */
export function pressure(raw: number, fine: number, P: readonly number[]): number {
  const [, P1 = 0, P2 = 0, P3 = 0, P4 = 0, P5 = 0, P6 = 0, P7 = 0, P8 = 0, P9 = 0] = P;
  const t = fine / 2 - 64_000;
  const offset = (t * t * P6) / 32_768 / 4 + (t * P5) / 2 + P4 * 65_536;
  const sensitivity = (1 + ((P3 * t * t) / 524_288 + P2 * t) / 524_288 / 32_768) * P1;
  const p = ((1_048_576 - raw - offset / 4096) * 6250) / sensitivity;
  return p + ((P9 * p * p) / 2_147_483_648 + (p * P8) / 32_768 + P7) / 16;
}

/** Relative humidity in % (section 8.1), within 0 to 100. */
export function humidityOf(raw: number, fine: number, H: readonly number[]): number {
  const [, H1 = 0, H2 = 0, H3 = 0, H4 = 0, H5 = 0, H6 = 0] = H;
  const t = fine - 76_800;
  const slope = (H2 / 65_536) * (1 + (H6 / 67_108_864) * t * (1 + (H3 / 67_108_864) * t));
  const humidity = (raw - (H4 * 64 + (H5 / 16_384) * t)) * slope;
  return Math.min(100, Math.max(0, humidity * (1 - (H1 * humidity) / 524_288)));
}

/** Measures once and computes what `withHumidity` asks for. */
export async function measure(context: I2cContext, withHumidity: boolean): Promise<Readings> {
  // The humidity's oversampling counts from the next write of the control register (section 5.4.3).
  if (withHumidity) await send(context, controlHumidityRegister, 0b001);
  await send(context, configRegister, 0);
  await send(context, controlRegister, measureOnce);
  await context.sleep(measureMs);
  await until(async () => ((await readFrom(context, statusRegister, 1))[0]! & isMeasuring) === 0, context, 5, 10);
  const trimming = trimmingOf(
    await readFrom(context, trimmingRegister, 26),
    withHumidity ? await readFrom(context, humidityTrimmingRegister, 7) : new Uint8Array(),
  );
  const data = await readFrom(context, dataRegister, withHumidity ? 8 : 6);
  return readingsOf(data, trimming, context);
}

/** The three readings in registers 0xF7 to 0xFE; without the humidity where they end at 0xFC. */
export function readingsOf(data: Uint8Array, trimming: Trimming, context: { at: string }): Readings {
  const [p0 = 0, p1 = 0, p2 = 0, t0 = 0, t1 = 0, t2 = 0, h0 = 0, h1 = 0] = data;
  const [rawP, rawT, rawH] = [(p0 << 12) | (p1 << 4) | (p2 >> 4), (t0 << 12) | (t1 << 4) | (t2 >> 4), (h0 << 8) | h1];
  const [, T1 = 0, T2 = 0] = trimming.T;
  if (T1 === 0 || T1 === 0xffff || T2 === 0 || trimming.P[1] === 0) {
    throw new DeviceError('bad-data', `${context.at}: the factory's calibration is empty`);
  }
  refuse(data.every(byte => byte === 0xff) || data.every(byte => byte === 0), context, 'all bits are the same');
  refuse(rawT === skipped || rawP === skipped, context, 'nothing has been measured');
  const fine = fineTemperature(rawT, trimming.T);
  const readings = { temperature: fine / 5120, pressure: pressure(rawP, fine, trimming.P) };
  if (data.length < 8) return readings;
  refuse(rawH === skippedHumidity, context, 'no humidity has been measured');
  return { ...readings, humidity: humidityOf(rawH, fine, trimming.H) };
}
