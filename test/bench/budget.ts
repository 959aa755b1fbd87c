/** What figures are held to: build/budgets.json, by the names of row and figure. */
import { readFileSync } from 'node:fs';

/** A figure is judged itself, by how many times its floor it is, or by how much it lies above its floor. */
export type Judged = 'itself' | 'ratio' | 'difference';

export interface Budget {
  /** One of the two. */
  most?: number;
  least?: number;
  /** `itself` unless told. */
  by?: Judged;
  /** What `npm run budgets` bears on top, for the noise of the machine: docs/bench.md has the runs that it is from. */
  margin?: number;
  /** By how much it is known to be missed: said in each run. docs/bench.md tells why; it may only become less. */
  owed?: number;
  /** The major versions of Node.js that it is of; absent: all. */
  nodes?: readonly number[];
  /** Why `npm run budgets` leaves it to `npm run bench`. */
  benchOnly?: string;
}

/** A figure's medians. */
export interface Seen {
  value: number;
  floor?: number;
  ratio?: number;
}

export const budgets = JSON.parse(readFileSync('build/budgets.json', 'utf8')) as Readonly<Record<string, Budget>>;

/** The number that is judged. */
export function judgedOf({ by = 'itself' }: Budget, { value, floor, ratio }: Seen): number {
  return { itself: value, ratio: ratio ?? Number.NaN, difference: value - (floor ?? Number.NaN) }[by];
}

/** By how much the budget is broken; what is kept lies at zero or below. NaN where there is no figure. */
export function brokenBy(budget: Budget, seen: Seen): number {
  const judged = judgedOf(budget, seen);
  return budget.most === undefined ? (budget.least ?? Number.NaN) - judged : judged - budget.most;
}

/** The bound in words. */
export function boundOf({ most, least, by = 'itself' }: Budget): string {
  const bound = most === undefined ? `at least ${least}` : `at most ${most}`;
  return { itself: bound, ratio: `${bound} x floor`, difference: `${bound} over floor` }[by];
}
