/** A model of the Sensirion SCD30, from the Linux driver (drivers/iio/chemical/scd30_i2c.c and scd30_core.c, 6.1). */
import { wordAt } from '../../bytes.ts';
import { type Reaction, SensirionModel } from './sensirion.ts';

/** Major and minor version, 3.66 (interface description, section 1.4.9). */
const firmware = 0x0342;

export class Scd30Model extends SensirionModel {
  /** ppm, degC, %. */
  co2 = 439.1;
  temperature = 27.2;
  humidity = 48.8;
  /** hPa, as it was told; 0: none. */
  pressure = 0;
  #intervalSeconds = 2;
  #nextAtMs = Number.POSITIVE_INFINITY;

  protected react(command: number, [argument]: readonly number[]): Reaction | undefined {
    const isReady = this.clock.monotonicMs() >= this.#nextAtMs;
    if (command === 0x4600 && argument !== undefined) {
      this.#intervalSeconds = argument;
      return { ms: 3 };
    }
    if (command === 0x0010 && argument !== undefined) {
      this.pressure = argument;
      this.#nextAtMs = this.clock.monotonicMs() + this.#intervalSeconds * 1000;
      return { ms: 3 };
    }
    if (command === 0xd100) return { ms: 3, words: [firmware] };
    if (command === 0x0202) return { ms: 3, words: [isReady ? 1 : 0] };
    if (command !== 0x0300 || !isReady) return undefined;
    this.#nextAtMs += this.#intervalSeconds * 1000;
    return { ms: 3, words: [this.co2, this.temperature, this.humidity].flatMap(floatWords) };
  }
}

function floatWords(value: number): number[] {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value);
  return [wordAt(bytes, 0), wordAt(bytes, 2)];
}
