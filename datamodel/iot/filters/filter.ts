/** What a filter is: one literal a file, listed in registry.ts. A filter passes samples on or holds them back. */
import type { Reading } from '../../../drivers/define.ts';

/** A filter of one capability, with its memory. It never changes a sample and never makes one up. */
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
  /** The argument as a number; undefined where the text is none or is out of range. */
  argument(text: string): number | undefined;
  create(argument: number): Filter;
}
