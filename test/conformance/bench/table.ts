/** The table of outcomes, and its total. */
import type { Outcome, Verdict } from './case.ts';

/** The row that stands for what is asked of every message. */
export const universalNumber = 'every';

const verdicts: readonly Verdict[] = ['pass', 'fail', 'not built', 'not applicable'];
const titleMax = 72;

/** One outcome on one line, with the reason below it. */
export function lineOf({ number, title, verdict, why, seconds }: Outcome): string {
  const cut = title.length > titleMax ? `${title.slice(0, titleMax - 3)}...` : title;
  const time = seconds > 0 ? `${seconds.toFixed(1)} s` : '';
  const line = `${number.padEnd(6)}${cut.padEnd(titleMax + 1)}${verdict.padEnd(15)}${time.padStart(8)}`.trimEnd();
  return why === '' ? line : `${line}\n      ${why}`;
}

/** The whole table; the last line is the total. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const heading = `${'Case'.padEnd(6)}${'Title'.padEnd(titleMax + 1)}${'Result'.padEnd(15)}${'Time'.padStart(8)}`;
  return [heading, ...outcomes.map(lineOf), totalOf(outcomes), ''].join('\n');
}

/** Live cases of the plan by verdict, and how many of the others are tested all the same. */
export function totalOf(outcomes: readonly Outcome[]): string {
  const live = outcomes.filter(({ state }) => state === 'live');
  const others = outcomes.filter(({ state, verdict }) => state === 'deprecated' && verdict === 'pass');
  const countOf = (verdict: Verdict) => live.filter(each => each.verdict === verdict).length;
  const counts = verdicts.map(verdict => `${countOf(verdict)} ${verdict}`).join(', ');
  const more = others.length > 0 ? `; of those that the plan has deprecated, ${others.length} pass` : '';
  return `${live.length} live cases: ${counts}${more}`;
}
