/** A model of the Sensirion SGP40, from the Linux driver (drivers/iio/chemical/sgp40.c, 6.1). */
import { type Reaction, SensirionModel } from './sensirion.ts';

/** Section 3.4 of the datasheet. */
const serialNumber = [0x0000, 0x0123, 0x4567];

export class Sgp40Model extends SensirionModel {
  /** Ticks. */
  raw = 30_000;
  /** What it was told last, as words. */
  told: readonly number[] = [];

  protected react(command: number, args: readonly number[]): Reaction | undefined {
    if (command === 0x3682) return { ms: 1, words: serialNumber };
    if (command !== 0x260f || args.length !== 2) return undefined;
    this.told = args;
    return { ms: 30, words: [this.raw] };
  }
}
