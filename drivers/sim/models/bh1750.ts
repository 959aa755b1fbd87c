/** A model of the ROHM BH1750FVI, from its technical note and the Linux driver (drivers/iio/light/bh1750.c, 6.1). */
import { wordBytes } from '../../bytes.ts';
import type { Clock } from '../../ports.ts';
import type { I2cModel } from '../i2c.ts';

/** Of the measurement time register after power-on, and micro-lux for a count at a time of 1 (kernel: 57500000). */
const usualTime = 69;
const microLuxAtTime1 = 57_500_000;
const measureMsAtUsualTime = 120;

export class Bh1750Model implements I2cModel {
  /** lx. */
  light = 320;
  readonly #clock: Clock;
  #time = usualTime;
  #isOn = false;
  #counts = 0;
  #next: { counts: number; atMs: number } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  write([command = 0]: Uint8Array): boolean {
    if (command === 0x00) this.#isOn = false;
    if (command === 0x01) this.#isOn = true;
    if (command >> 3 === 0b01000) this.#time = (this.#time & 0x1f) | ((command & 7) << 5);
    if (command >> 5 === 0b011) this.#time = (this.#time & 0xe0) | (command & 0x1f);
    if (command === 0x20) this.#measure();
    return true;
  }

  read(length: number): Uint8Array {
    if (this.#next && this.#clock.monotonicMs() >= this.#next.atMs) this.#counts = this.#next.counts;
    const bytes = wordBytes(this.#counts);
    return Uint8Array.from({ length }, (_, at) => bytes[at] ?? 0xff);
  }

  /** Starts one measurement, which wakes it, and after which it sleeps. */
  #measure(): void {
    const counts = Math.min(0xffff, Math.round((this.light * 1e6 * this.#time) / microLuxAtTime1));
    this.#next = { counts, atMs: this.#clock.monotonicMs() + (measureMsAtUsualTime * this.#time) / usualTime };
    this.#isOn = !this.#isOn;
  }
}
