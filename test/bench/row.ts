/**
 * The shape of a benchmark: each file of test/bench/rows is one literal, read by one runner. The file's name is the row's.
 *
 * A run measures something and, in the same breath, the floor under it: what the same machine needs for the least that
 * nobody can do without. Figures of different machines do not compare; how far one lies from its floor does. What a
 * figure is held to is in build/budgets.json.
 */

/** One line of the table. */
export interface Figure {
  what: string;
  unit: string;
  /** How to get it, where a usual run does not see it. */
  how?: string;
}

/** What one run has seen, in the figure's unit. */
export interface Sample {
  value: number;
  floor?: number;
}

/** A sample for each figure that it has seen. */
export type Run = Readonly<Record<string, Sample | undefined>>;

/** What a run is given. */
export interface Bench {
  /** Path of the program as it is shipped. */
  program: string;
  /** A short look: less precise, a few seconds a row. */
  isQuick: boolean;
  /** Which run it is, from 0: the seed, where chance is in it. */
  number: number;
  /** How long a row lasts that can last as long as it is told to; absent: its usual time. */
  minutes?: number;
  /** Does work that needs the whole machine: rows that are measured at the same time take turns. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export interface Row {
  /** What the floor is, in words; absent where there is none. */
  floor?: string;
  /** How often `measure` is called; five times unless told. */
  runs?: number;
  /** Why a single sample is enough. The table says so. */
  once?: string;
  /** Its processes mostly rest: it is measured beside others of the kind, and under all versions of Node.js at the same time. */
  rests?: boolean;
  figures: Readonly<Record<string, Figure>>;
  /** One run, or several from one setting up. Throws NotRun where this machine lacks what it takes. */
  measure(bench: Bench): Promise<Run | Run[]>;
}

export type RunOf<Key extends string> = Readonly<Record<Key, Sample | undefined>>;

/** A row whose `measure` tells of exactly the figures that it names. */
export interface RowOf<Key extends string> extends Row {
  figures: Readonly<Record<Key, Figure>>;
  measure(bench: Bench): Promise<RunOf<Key> | RunOf<Key>[]>;
}

export function defineRow<Key extends string>(row: RowOf<Key>): Row {
  return row;
}

/** What this machine cannot measure, and why. */
export class NotRun extends Error {}
