import { eachNumber, type FilterDefinition, parseNumber } from './filter.ts';

/**
 * `clamp 0 100`: passes what lies between the two as it is, what is below as the smaller and what is above as the larger:
 * for a calibrated channel whose last per cent is noise. It does not mend wild readings, it makes them look sane; those
 * belong to `range` and `median`.
 */
export const clamp: FilterDefinition = {
  name: 'clamp',
  expects: 'a smallest and a larger number, in the unit of the channel: "clamp 0 100"',
  samples: 'numbers',
  rescales: true,
  parse(smallest, largest, ...others) {
    const [min, max] = [parseNumber(smallest), parseNumber(largest)];
    if (min === undefined || max === undefined || min >= max || others.length > 0) return undefined;
    return () => eachNumber(sample => Math.min(max, Math.max(min, sample)));
  },
};
