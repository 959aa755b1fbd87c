import type { Reading } from '../../../drivers/define.ts';
import type { Filter } from './filter.ts';

/** Filters one after the other: what the first passes is the second's sample. An empty chain passes everything. */
export class FilterChain implements Filter {
  readonly #filters: readonly Filter[];

  constructor(filters: readonly Filter[]) {
    this.#filters = filters;
  }

  get nextDeadlineMs(): number {
    let earliestMs = Number.POSITIVE_INFINITY;
    for (const filter of this.#filters) earliestMs = Math.min(earliestMs, filter.nextDeadlineMs);
    return earliestMs;
  }

  /** A filter whose forerunner passes nothing is still told the time. */
  step(sample: Reading | undefined, nowMs: number): Reading | undefined {
    let passed = sample;
    for (const filter of this.#filters) passed = filter.step(passed, nowMs);
    return passed;
  }
}
