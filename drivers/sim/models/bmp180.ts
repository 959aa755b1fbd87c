/**
 * A model of the Bosch BMP180 with the calibration of the datasheet's example (BST-BMP180-DS000, section 3.5); registers
 * and timing as in the Linux kernel's driver (drivers/iio/pressure/bmp280-core.c, 6.1). It holds raw values, and finds those of a temperature and a pressure.
 */
import type { Clock } from '../../ports.ts';
import { ByteRegisters, rawFor } from './registers.ts';

const calibration = [408, -72, -14_383, 32_741, 32_757, 23_153, 6190, 4, -32_768, -8711, 2868];
const conversionMs = 4.5;
/** The raw values between which the formulas grow steadily. */
const rawMin = 24_000;
const rawMax = 60_000;

export class Bmp180Model extends ByteRegisters {
  /** What the converter gives. */
  rawTemperature = 27_898;
  rawPressure = 23_843;
  readonly #clock: Clock;
  #busyUntilMs = 0;

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
    this.registers[0xd0] = 0x55;
    this.load(
      0xaa,
      calibration.flatMap(word => [(word >> 8) & 0xff, word & 0xff]),
    );
  }

  /** Its surroundings change; a new temperature moves what the raw pressure means. */
  measure({ celsius, pascal }: { celsius?: number; pascal?: number }): void {
    const nearest = (wanted: number, readingOf: (raw: number) => number) =>
      rawMin + rawFor(wanted, rawMax - rawMin, raw => readingOf(raw + rawMin));
    if (celsius !== undefined)
      this.rawTemperature = nearest(celsius * 10, raw => compensate(raw, this.rawPressure).tenths);
    if (pascal !== undefined) this.rawPressure = nearest(pascal, raw => compensate(this.rawTemperature, raw).pascal);
  }

  /** Before the conversion is over, the output still has the result of the last one. */
  protected override get(register: number): number {
    const isBusy = this.#clock.monotonicMs() < this.#busyUntilMs;
    const word = this.registers[0xf4]! === 0x2e ? this.rawTemperature : this.rawPressure;
    if (register === 0xf6) return isBusy ? 0x80 : word >> 8;
    if (register === 0xf7) return isBusy ? 0x00 : word & 0xff;
    return this.registers[register]!;
  }

  protected override put(register: number, value: number): void {
    if (register !== 0xf4) return;
    this.registers[register] = value & 0x1f ? value : 0;
    this.#busyUntilMs = this.#clock.monotonicMs() + conversionMs;
  }
}

/** Tenths of a degree and Pa, in the 32 bits of bmp180_compensate_temp and bmp180_compensate_press, oversampling 0. */
export function compensate(rawT: number, rawP: number): { tenths: number; pascal: number } {
  const [AC1, AC2, AC3, AC4, AC5, AC6, B1, B2, , MC, MD] = calibration as [number, ...number[]];
  const x1 = Math.imul(rawT - AC6!, AC5!) >> 15;
  const fine = x1 + Math.trunc((MC! << 11) / (x1 + MD!));
  const b6 = fine - 4000;
  const b6Square = Math.imul(b6, b6) >> 12;
  const low = (Math.imul(B2!, b6Square) >> 11) + (Math.imul(AC2!, b6) >> 11);
  const b3 = Math.trunc((AC1 * 4 + low + 2) / 4);
  const high = ((Math.imul(AC3!, b6) >> 13) + (Math.imul(B1!, b6Square) >> 16) + 2) >> 2;
  const b4 = (Math.imul(AC4!, high + 32_768) >>> 0) >>> 15;
  const b7 = Math.imul(rawP - b3, 50_000) >>> 0;
  const p = b7 < 0x8000_0000 ? Math.trunc((b7 * 2) / b4) : Math.trunc(b7 / b4) * 2;
  const square = Math.imul(Math.imul(p >> 8, p >> 8), 3038) >> 16;
  return { tenths: (fine + 8) >> 4, pascal: p + ((square + (Math.imul(-7357, p) >> 16) + 3791) >> 4) };
}
