/**
 * Models of the LM75 and of the TMP105: registers and resolutions of the Linux driver (drivers/hwmon/lm75.c, 6.1), limits
 * after power-on of the datasheets. Not modelled: the alert output, the one-shot.
 */
import type { Clock } from '../../ports.ts';
import type { I2cModel } from '../i2c.ts';

const temperatureRegister = 0;
const configRegister = 1;
/** Hysteresis and limit, 75 and 80 degC. */
const limits = [0x4b00, 0x5000];

/** Of a TMP105, by its resolution from 9 bits on (sample_times of the driver). */
const tmp105Ms = [28, 55, 110, 220];

export class Lm75Model implements I2cModel {
  /** degC. */
  temperature = 21.5;
  config = 0;
  readonly #clock: Clock;
  readonly #part: 'LM75' | 'TMP105';
  #pointer = 0;
  #measuredAtMs = 0;

  constructor(clock: Clock, part: 'LM75' | 'TMP105') {
    this.#clock = clock;
    this.#part = part;
    this.brownOut();
  }

  /** The supply fails for a moment; nothing is measured yet, and the temperature reads 0. */
  brownOut(): void {
    this.config = 0;
    this.#restart();
  }

  write([register = 0, first]: Uint8Array): boolean {
    this.#pointer = register & 3;
    if (first === undefined || this.#pointer !== configRegister) return true;
    this.config = first;
    this.#restart();
    return true;
  }

  read(length: number): Uint8Array {
    const word = this.#pointer === temperatureRegister ? this.#word : (limits[this.#pointer - 2] ?? 0);
    const bytes = this.#pointer === configRegister ? [this.config] : [(word >> 8) & 0xff, word & 0xff];
    return Uint8Array.from({ length }, (_, at) => bytes[at] ?? 0xff);
  }

  /** What a conversion in progress gave before counts until it ends. */
  #restart(): void {
    this.#measuredAtMs = this.#clock.monotonicMs() + (this.#part === 'LM75' ? 100 : tmp105Ms[this.#extraBits]!);
  }

  get #extraBits(): number {
    return this.#part === 'LM75' ? 0 : (this.config >> 5) & 3;
  }

  /** Left-justified, in as many bits as it is set to. */
  get #word(): number {
    if (this.#clock.monotonicMs() < this.#measuredAtMs) return 0;
    const step = 2 ** (7 - this.#extraBits);
    return Math.floor((this.temperature * 256) / step) * step;
  }
}
