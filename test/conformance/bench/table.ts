/** The table of outcomes, and its total. */
import type { Outcome, Verdict } from './case.ts';

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

export function totalOf(outcomes: readonly Outcome[]): string {
  const countOf = (verdict: Verdict) => outcomes.filter(each => each.verdict === verdict).length;
  return verdicts.map(verdict => `${countOf(verdict)} ${verdict}`).join(', ');
}
