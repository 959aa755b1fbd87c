import type { Reading } from '../../../drivers/define.ts';
import { parseFilterMs } from '../duration.ts';
import type { Filter, FilterDefinition } from './filter.ts';

/**
 * `throttle 10s`: passes at most one sample in any 10 s. The first passes at once. Of those that come within 10 s of
 * the one that was passed, the last is passed when they are over: nothing that lasts is lost, and no stream of samples,
 * however dense, puts it off.
 */
export const throttle: FilterDefinition = {
  name: 'throttle',
  expects: 'a duration from 1 ms to 24 h: "throttle 10s"',
  samples: 'any',
  parse(text, ...others) {
    const durationMs = parseFilterMs(text);
    return durationMs !== undefined && others.length === 0 ? () => new Throttle(durationMs) : undefined;
  },
};

class Throttle implements Filter {
  readonly #durationMs: number;
  #passedAtMs = Number.NEGATIVE_INFINITY;
  #held: Reading | undefined;

  constructor(durationMs: number) {
    this.#durationMs = durationMs;
  }

  get nextDeadlineMs(): number {
    return this.#held === undefined ? Number.POSITIVE_INFINITY : this.#passedAtMs + this.#durationMs;
  }

  step(sample: Reading | undefined, nowMs: number): Reading | undefined {
    if (sample !== undefined) this.#held = sample;
    if (nowMs < this.#passedAtMs + this.#durationMs || this.#held === undefined) return undefined;
    const passed = this.#held;
    this.#held = undefined;
    this.#passedAtMs = nowMs;
    return passed;
  }
}
