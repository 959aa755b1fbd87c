/** A sensor that has died with a plausible answer on its lips: its readings no longer move at all. Pure. */
import type { Reading } from '../../drivers/define.ts';
import { Implausible } from './plausibility.ts';

/** Whether two readings are the same, number by number. */
export function isSame(a: Reading, b: Reading | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

export class Stillness {
  readonly #stuckMs: number;
  #reading: Reading | undefined;
  #sinceMs = 0;

  /** `stuckMs`: for how long readings may be the same, to the last digit of the channel's resolution. */
  constructor(stuckMs: number) {
    this.#stuckMs = stuckMs;
  }

  /** What is wrong with one more reading; undefined where it moves, or has not been still for too long. */
  judge(reading: Reading, nowMs: number): Implausible | undefined {
    if (!isSame(reading, this.#reading)) {
      this.#reading = reading;
      this.#sinceMs = nowMs;
    }
    if (nowMs - this.#sinceMs <= this.#stuckMs) return undefined;
    return new Implausible('stuck', `${reading} for longer than ${this.#stuckMs / 1000} s`);
  }
}
