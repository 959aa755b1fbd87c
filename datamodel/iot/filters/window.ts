/** What `median` and `average` share: each number passes as what it and those just before it come to. */
import { windowSamplesMax } from '../limits.ts';
import { eachNumber, type FilterDefinition, parseNumber } from './filter.ts';

/**
 * `summary` of the last so many samples, the new one included. Until so many have come, of those that have: a value that is
 * a little less certain at once is worth more than none for some polls. `usual`: how many the example in `expects` has.
 */
export function windowed(
  name: string,
  { samplesMin, usual }: { samplesMin: number; usual: number },
  summary: (samples: readonly number[]) => number | undefined,
): FilterDefinition {
  return {
    name,
    expects: `a number of samples from ${samplesMin} to ${windowSamplesMax}: "${name} ${usual}"`,
    samples: 'numbers',
    parse(text, ...others) {
      const count = parseNumber(text) ?? 0;
      const fits = Number.isInteger(count) && count >= samplesMin && count <= windowSamplesMax && others.length === 0;
      return fits ? () => lastOf(count, summary) : undefined;
    },
  };
}

function lastOf(count: number, summary: (samples: readonly number[]) => number | undefined) {
  const samples: number[] = [];
  return eachNumber(sample => {
    samples.push(sample);
    if (samples.length > count) samples.shift();
    return summary(samples);
  });
}
