import type { Reading } from '../../../drivers/define.ts';
import { medianSamplesMax } from '../limits.ts';
import type { Filter, FilterDefinition } from './filter.ts';

const samplesMin = 3;

/**
 * `median 5`: passes, for each sample, the median of the last five, itself included. Single wild readings vanish.
 *
 * Until five have come, of those that have: a value that is a little less certain at once is worth more than none for
 * five polls. The lower of the middle two where their number is even, so that the median is always one of the samples.
 */
export const median: FilterDefinition = {
  name: 'median',
  expects: `a number of samples from ${samplesMin} to ${medianSamplesMax}: "median 5"`,
  samples: 'numbers',
  argument(text) {
    const count = Number(text);
    return Number.isInteger(count) && count >= samplesMin && count <= medianSamplesMax ? count : undefined;
  },
  create: count => new Median(count),
};

class Median implements Filter {
  readonly nextDeadlineMs = Number.POSITIVE_INFINITY;
  readonly #count: number;
  readonly #samples: number[] = [];

  constructor(count: number) {
    this.#count = count;
  }

  step(sample: Reading | undefined): Reading | undefined {
    if (typeof sample !== 'number') return sample;
    this.#samples.push(sample);
    if (this.#samples.length > this.#count) this.#samples.shift();
    const sorted = this.#samples.toSorted((a, b) => a - b);
    return sorted[(sorted.length - 1) >> 1];
  }
}
