import type { Reading } from '../../../drivers/define.ts';
import { parseFilterMs } from '../duration.ts';
import { withoutDust } from '../numbers.ts';
import { type Filter, type FilterDefinition, parseNumber } from './filter.ts';

/**
 * `rate 2 1min`: passes the first sample, then only one that is not farther from the last that was passed than a change
 * of 2 a minute allows, in the channel's unit. A leap that no boiler can make is held back.
 *
 * What is allowed grows with the time since the last that was passed, so a leap that is true gets through once the
 * quantity could have gone so far: nothing is held back for ever.
 */
export const rate: FilterDefinition = {
  name: 'rate',
  expects: 'the largest change, in the unit of the channel, and the time that it takes: "rate 2 1min"',
  samples: 'numbers',
  parse(changeText, durationText, ...others) {
    const [change, durationMs] = [parseNumber(changeText), parseFilterMs(durationText)];
    if (change === undefined || change <= 0 || durationMs === undefined || others.length > 0) return undefined;
    return () => new Rate(change / durationMs);
  },
};

class Rate implements Filter {
  readonly nextDeadlineMs = Number.POSITIVE_INFINITY;
  readonly #changePerMs: number;
  #passed: number | undefined;
  #passedAtMs = 0;

  constructor(changePerMs: number) {
    this.#changePerMs = changePerMs;
  }

  step(sample: Reading | undefined, nowMs: number): Reading | undefined {
    if (typeof sample !== 'number') return sample;
    const allowed = withoutDust((nowMs - this.#passedAtMs) * this.#changePerMs);
    if (this.#passed !== undefined && withoutDust(Math.abs(sample - this.#passed)) > allowed) return undefined;
    this.#passed = sample;
    this.#passedAtMs = nowMs;
    return sample;
  }
}
