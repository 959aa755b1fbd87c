/** What a filter is: one literal a file, listed in registry.ts. */
import type { Reading } from '../../../drivers/define.ts';

/**
 * A filter of one capability, with its memory. It passes samples on, holds them back, or, where its definition says so,
 * changes them; it never makes one up and never changes the unit.
 */
export interface Filter {
  /** Monotonic time at which it wants to be stepped even if no sample comes; Infinity where it waits for nothing. */
  readonly nextDeadlineMs: number;
  /** Takes a sample (undefined: only time has passed) and returns what goes on, if anything does. */
  step(sample: Reading | undefined, nowMs: number): Reading | undefined;
}

/** A filter's literal. */
export interface FilterDefinition {
  /** Its word in the configuration. */
  name: string;
  /** What it needs and how it is written, for error messages: `a number of samples from 3 to 99: "median 5"`. */
  expects: string;
  /** 'numbers' where it compares samples as numbers; 'any' where it does not look into them. */
  samples: 'numbers' | 'any';
  /** What passes is on another scale than what came: the configured range judges the result. */
  rescales?: true;
  /** What makes such a filter, from the words after its name; undefined where they are not as expected. */
  parse(...words: string[]): (() => Filter) | undefined;
}

/** A filter that changes or drops each number by itself, without a memory. Other readings pass as they are. */
export function eachNumber(change: (sample: number) => number | undefined): Filter {
  return {
    nextDeadlineMs: Number.POSITIVE_INFINITY,
    step: sample => (typeof sample === 'number' ? change(sample) : sample),
  };
}

/** A finite decimal as it is written in the configuration. */
export function parseNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
