/**
 * The shape of a benchmark: each file of test/bench/rows is one literal, read by one runner. The file's name is the row's.
 *
 * A run measures something and, in the same breath, the floor under it: what the same machine needs for the least that
 * nobody can do without. Figures of different machines do not compare; how far one lies from its floor does.
 */

/** What a figure is held to: itself, how many times its floor it is, or by how much it lies above its floor. */
export type Judged = 'itself' | 'ratio' | 'difference';

export interface Target {
  by: Judged;
  /** One of the two. */
  most?: number;
  least?: number;
}

/** One line of the table. */
export interface Figure {
  what: string;
  unit: string;
  target?: Target;
}

/** What one run has seen, in the figure's unit. */
export interface Sample {
  value: number;
  floor?: number;
}

/** What a run is given. */
export interface Bench {
  /** Path of the program as it is shipped. */
  program: string;
  /** A short look: less precise, a few seconds a row. */
  isQuick: boolean;
}

export interface Row {
  /** What the floor is, in words; absent where there is none. */
  floor?: string;
  /** Runs where five would take too long, or are no better than one: sizes do not vary. */
  runs?: number;
  figures: Readonly<Record<string, Figure>>;
  /** One run: a sample for each figure. Throws NotRun where this machine lacks what it takes. */
  measure(bench: Bench): Promise<Readonly<Record<string, Sample>>>;
}

/** A row whose `measure` tells of exactly the figures that it names. */
export interface RowOf<Key extends string> extends Row {
  figures: Readonly<Record<Key, Figure>>;
  measure(bench: Bench): Promise<Readonly<Record<Key, Sample>>>;
}

export function defineRow<Key extends string>(row: RowOf<Key>): Row {
  return row;
}

/** What this machine cannot measure, and why. */
export class NotRun extends Error {}

export const atMost = (most: number, by: Judged = 'itself'): Target => ({ by, most });
export const atLeast = (least: number, by: Judged = 'itself'): Target => ({ by, least });
