import { windowed } from './window.ts';

/**
 * `median 5`: passes, for each sample, the median of the last five, itself included. Single wild readings vanish. The
 * lower of the middle two where their number is even, so that it is always one of the samples.
 */
export const median = windowed('median', { samplesMin: 3, usual: 5 }, samples => {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1];
});
