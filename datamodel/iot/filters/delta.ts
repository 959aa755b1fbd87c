import type { Reading } from '../../../drivers/define.ts';
import { areApart } from '../numbers.ts';
import { type Filter, type FilterDefinition, parseNumber } from './filter.ts';

/**
 * `delta 0.2`: passes the first sample, then only one that is 0.2 or more away from the last that was passed, in the
 * channel's unit. A slow drift is measured against what was passed, not against the sample before, so it gets through.
 */
export const delta: FilterDefinition = {
  name: 'delta',
  expects: 'a number above 0, in the unit of the channel: "delta 0.2"',
  samples: 'numbers',
  parse(text, ...others) {
    const change = parseNumber(text);
    return change !== undefined && change > 0 && others.length === 0 ? () => new Delta(change) : undefined;
  },
};

class Delta implements Filter {
  readonly nextDeadlineMs = Number.POSITIVE_INFINITY;
  readonly #change: number;
  #passed: number | undefined;

  constructor(change: number) {
    this.#change = change;
  }

  step(sample: Reading | undefined): Reading | undefined {
    if (typeof sample !== 'number') return sample;
    if (this.#passed !== undefined && !areApart(sample, this.#passed, this.#change)) return undefined;
    this.#passed = sample;
    return sample;
  }
}
