import type { Reading } from '../../../drivers/define.ts';
import { windowSamplesMax } from '../limits.ts';
import { type Filter, type FilterDefinition, parseNumber } from './filter.ts';

const samplesMin = 3;

/**
 * `median 5`: passes, for each sample, the median of the last five, itself included. Single wild readings vanish.
 *
 * Until five have come, of those that have: a value that is a little less certain at once is worth more than none for
 * five polls. The lower of the middle two where their number is even, so that the median is always one of the samples.
 */
export const median: FilterDefinition = {
  name: 'median',
  expects: `a number of samples from ${samplesMin} to ${windowSamplesMax}: "median 5"`,
  samples: 'numbers',
  parse(text, ...others) {
    const count = parseNumber(text) ?? 0;
    const fits = Number.isInteger(count) && count >= samplesMin && count <= windowSamplesMax && others.length === 0;
    return fits ? () => new Median(count) : undefined;
  },
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
