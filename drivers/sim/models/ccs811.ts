/** A model of the ams CCS811, from the Linux driver's registers (drivers/iio/chemical/ccs811.c, 6.1). */
import { wordBytes } from '../../bytes.ts';
import type { Clock } from '../../ports.ts';
import type { I2cModel } from '../i2c.ts';

export class Ccs811Model implements I2cModel {
  /** ppm, and ppb. */
  co2 = 400;
  tvoc = 0;
  /** Bits of the error register. */
  error = 0;
  /** Current and voltage of the sensing element, as one word. */
  rawData = 0;
  hasFirmware = true;
  readonly #clock: Clock;
  #register = 0;
  #isRunning = false;
  #nextAtMs = Number.POSITIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  write([register = 0, value]: Uint8Array): boolean {
    this.#register = register;
    if (register === 0xf4 && this.hasFirmware) this.#isRunning = true;
    if (register === 0x01 && value === 0x10 && this.#isRunning) this.#nextAtMs = this.#clock.monotonicMs() + 1000;
    return true;
  }

  read(length: number): Uint8Array {
    const bytes = this.#bytes();
    if (this.#register === 0x02) this.#nextAtMs = Math.max(this.#nextAtMs, this.#clock.monotonicMs() + 1000);
    return Uint8Array.from({ length }, (_, at) => bytes[at] ?? 0);
  }

  get #status(): number {
    const isReady = this.#clock.monotonicMs() >= this.#nextAtMs;
    const error = this.error ? 0x01 : 0;
    return (this.#isRunning ? 0x80 : 0) | (this.hasFirmware ? 0x10 : 0) | (isReady ? 0x08 : 0) | error;
  }

  #bytes(): number[] {
    if (this.#register === 0x20) return [0x81];
    if (this.#register === 0x00) return [this.#status];
    if (this.#register !== 0x02) return [];
    return [...wordBytes(this.co2), ...wordBytes(this.tvoc), this.#status, this.error, ...wordBytes(this.rawData)];
  }
}
