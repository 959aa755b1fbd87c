import { withoutDust } from '../numbers.ts';
import { windowed } from './window.ts';

/**
 * `average 10`: passes, for each sample, the mean of the last ten, itself included. Noise is evened out; a single wild
 * reading is not, which is what `median` before it is for. It lies between the smallest and the largest of them.
 */
export const average = windowed('average', { samplesMin: 2, usual: 10 }, samples =>
  // Summed anew each time: a running sum would gather dust for years.
  withoutDust(samples.reduce((sum, each) => sum + each, 0) / samples.length),
);
