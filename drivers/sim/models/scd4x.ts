/** A model of the Sensirion SCD4x, from the Linux driver's commands and waits (drivers/iio/chemical/scd4x.c, 6.1); it never sleeps. */
import { type Reaction, SensirionModel, share } from './sensirion.ts';

const everyMs = 5000;

export class Scd4xModel extends SensirionModel {
  /** ppm, degC, %. */
  co2 = 500;
  temperature = 25;
  humidity = 37;
  #startedAtMs: number | undefined;
  /** Measurements that have been fetched, or passed over. */
  #fetched = 0;

  protected react(command: number): Reaction | undefined {
    if (command === 0x3f86) {
      this.#startedAtMs = undefined;
      return { ms: 500 };
    }
    if (command === 0x21b1 && this.#startedAtMs === undefined) {
      this.#startedAtMs = this.clock.monotonicMs();
      this.#fetched = 0;
      return { ms: 1 };
    }
    if (command === 0x36f6) return { ms: 30 };
    if (command === 0xe4b8) return { ms: 1, words: [this.#made > this.#fetched ? 0x8006 : 0x8000] };
    if (command !== 0xec05 || this.#made <= this.#fetched) return undefined;
    this.#fetched = this.#made;
    return { ms: 1, words: [this.co2, share((this.temperature + 45) / 175), share(this.humidity / 100)] };
  }

  /** Measurements since the start. */
  get #made(): number {
    if (this.#startedAtMs === undefined) return 0;
    return Math.floor((this.clock.monotonicMs() - this.#startedAtMs) / everyMs);
  }
}
