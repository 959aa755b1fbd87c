/** What the last run has shown, as a committed file: the report on requirements is made from it. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './case.ts';
import { readRows } from './plan.ts';

const name = 'evidence.tsv';

export interface RecordedCase {
  number: string;
  verdict: string;
  shown: string[];
}

/** Empty when nothing has been recorded yet. */
export function readRecord(): RecordedCase[] {
  return readRows(name).map(([number = '', verdict = '', shown = '']) => {
    return { number, verdict, shown: shown === '' ? [] : shown.split(' ') };
  });
}

/** Cases that are not applicable are left out: the plan itself says so. */
export function writeRecord(outcomes: readonly Outcome[]): void {
  const rows = outcomes.flatMap(({ number, verdict, shown }) => {
    return verdict === 'not applicable' ? [] : [[number, verdict, shown.join(' ')].join('\t')];
  });
  const file = fileURLToPath(new URL(`../${name}`, import.meta.url));
  writeFileSync(file, ['case\tverdict\tshown', ...rows, ''].join('\n'));
}
