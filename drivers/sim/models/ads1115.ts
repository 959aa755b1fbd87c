/** A model of the Texas Instruments ADS1115: fields of the Linux driver (drivers/iio/adc/ti-ads1015.c, 6.1). */
import type { Clock } from '../../ports.ts';
import { WordRegisters } from './registers.ts';

const fullScaleMillivolts = [6144, 4096, 2048, 1024, 512, 256, 256, 256];
const samplesPerSecond = [8, 16, 32, 64, 128, 250, 475, 860];
/** Positive and negative input by the multiplexer's bits; undefined is ground. */
const pairs: readonly (readonly [number, number | undefined])[] = [
  [0, 1],
  [0, 3],
  [1, 3],
  [2, 3],
  [0, undefined],
  [1, undefined],
  [2, undefined],
  [3, undefined],
];

export class Ads1115Model extends WordRegisters {
  /** V at A0 to A3. */
  volts = [0, 0, 0, 0];
  /** Conversions that were started. */
  conversions = 0;
  readonly #clock: Clock;
  #readyAtMs = 0;
  #next = 0;

  constructor(clock: Clock) {
    super('high byte first');
    this.#clock = clock;
    this.words.set(1, 0x8583);
  }

  protected override get(register: number): number {
    const isReady = this.#clock.monotonicMs() >= this.#readyAtMs;
    if (isReady) this.words.set(0, this.#next & 0xffff);
    return register === 1 ? (super.get(1) & 0x7fff) | (isReady ? 0x8000 : 0) : super.get(register);
  }

  protected override put(register: number, value: number): void {
    this.words.set(register, value);
    if (register !== 1 || !(value & 0x8000) || !(value & 0x0100)) return;
    this.conversions++;
    const [positive, negative] = pairs[(value >> 12) & 7]!;
    const difference = this.volts[positive]! - (negative === undefined ? 0 : this.volts[negative]!);
    const counts = Math.round((difference * 1000 * 32_768) / fullScaleMillivolts[(value >> 9) & 7]!);
    this.#next = Math.max(-32_768, Math.min(32_767, counts));
    // The converter's clock may be a tenth slow.
    this.#readyAtMs = this.#clock.monotonicMs() + 1100 / samplesPerSecond[(value >> 5) & 7]!;
  }
}
