import type { Reading } from '../../../drivers/define.ts';
import { windowSamplesMax } from '../limits.ts';
import { withoutDust } from '../numbers.ts';
import { type Filter, type FilterDefinition, parseNumber } from './filter.ts';

const samplesMin = 2;

/**
 * `average 10`: passes, for each sample, the mean of the last ten, itself included. Noise is evened out; a single wild
 * reading is not, which is what `median` before it is for.
 *
 * Until ten have come, of those that have. It lies between the smallest and the largest of them.
 */
export const average: FilterDefinition = {
  name: 'average',
  expects: `a number of samples from ${samplesMin} to ${windowSamplesMax}: "average 10"`,
  samples: 'numbers',
  parse(text, ...others) {
    const count = parseNumber(text) ?? 0;
    const fits = Number.isInteger(count) && count >= samplesMin && count <= windowSamplesMax && others.length === 0;
    return fits ? () => new Average(count) : undefined;
  },
};

class Average implements Filter {
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
    // Summed anew each time: a running sum would gather dust for years.
    return withoutDust(this.#samples.reduce((sum, each) => sum + each, 0) / this.#samples.length);
  }
}
