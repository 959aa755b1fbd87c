// Plays samples through a filter in virtual time.
import type { Filter } from '../../../../datamodel/iot/filters/filter.ts';
import { FilterError, parseFilter } from '../../../../datamodel/iot/filters/parse.ts';
import type { Reading } from '../../../../drivers/define.ts';

export function filter(text: string): Filter {
  const parsed = parseFilter(text);
  if (parsed instanceof FilterError) throw new Error(text);
  return parsed.create();
}

export type Timed = [atMs: number, sample: Reading];

/** What passes, and when: stepped at each sample and each deadline. */
export function play(subject: Filter, samples: Timed[]): Timed[] {
  const passed: Timed[] = [];
  const step = (sample: Reading | undefined, nowMs: number) => {
    const out = subject.step(sample, nowMs);
    if (out !== undefined) passed.push([nowMs, out]);
  };
  const tickUntil = (limitMs: number) => {
    for (let dueMs = subject.nextDeadlineMs; dueMs < limitMs; dueMs = subject.nextDeadlineMs) step(undefined, dueMs);
  };
  for (const [atMs, sample] of samples) {
    tickUntil(atMs);
    step(sample, atMs);
  }
  tickUntil(Number.POSITIVE_INFINITY);
  return passed;
}

export const each = (samples: Reading[], gapMs = 1000): Timed[] => samples.map((value, at) => [at * gapMs, value]);
export const values = (passed: Timed[]): Reading[] => passed.map(([, value]) => value);
