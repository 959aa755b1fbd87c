/** The middle of samples, and what lies at their ends. */

/** The value below which `share` (0 to 1) of the samples lie; NaN of none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);
