import { calibrationPointsMax } from '../limits.ts';
import { withoutDust } from '../numbers.ts';
import { eachNumber, type FilterDefinition, parseNumber } from './filter.ts';

/** What the sensor says, and what is true. */
type Point = readonly [raw: number, actual: number];

/**
 * `calibrate 1.02 -0.5`: passes 1.02 times the sample, less 0.5.
 *
 * `calibrate 0=0.4 50=50.1 100=98`: passes, for the left side of a point, its right side; between two points along the
 * straight line between them, and beyond the last along that line's continuation. The left sides grow.
 *
 * The result is in the channel's unit, as the sample was.
 */
export const calibrate: FilterDefinition = {
  name: 'calibrate',
  expects: 'a factor and an offset: "calibrate 1.02 -0.5", or two points or more: "calibrate 0=0.4 100=98"',
  samples: 'numbers',
  rescales: true,
  parse(...words) {
    const change = words[0]?.includes('=') ? alongPoints(words) : alongLine(words);
    return change && (() => eachNumber(sample => withoutDust(change(sample))));
  },
};

type Change = (sample: number) => number;

function alongLine([factorText, offsetText, ...others]: string[]): Change | undefined {
  const [factor, offset] = [parseNumber(factorText), parseNumber(offsetText)];
  if (!factor || offset === undefined || others.length > 0) return undefined;
  return sample => factor * sample + offset;
}

function alongPoints(words: string[]): Change | undefined {
  const points: Point[] = [];
  for (const word of words) {
    const [raw, actual, ...others] = word.split('=').map(parseNumber);
    if (raw === undefined || actual === undefined || others.length > 0) return undefined;
    if (raw <= (points.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY)) return undefined;
    points.push([raw, actual]);
  }
  if (points.length < 2 || points.length > calibrationPointsMax) return undefined;
  return sample => {
    const next = points.findIndex(([raw]) => sample < raw);
    const to = next < 0 ? points.length - 1 : Math.max(1, next);
    const [[rawA, actualA], [rawB, actualB]] = [points[to - 1]!, points[to]!];
    return actualA + ((sample - rawA) * (actualB - actualA)) / (rawB - rawA);
  };
}
