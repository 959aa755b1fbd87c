/** What came of the jobs: a table for people, lines that are not to be overlooked, and the status for machines. */

export interface Row {
  name: string;
  result: 'passed' | 'FAILED' | 'NOT RUN';
  seconds: string;
  residentMb: string;
  /** What was seen; of a job that failed or did not run, why. */
  seen: string;
}

const columns = ['name', 'result', 'seconds', 'residentMb', 'seen'] as const;
const heads = { name: 'Job', result: 'Result', seconds: 'Seconds', residentMb: 'Guest RSS, MB', seen: 'Seen' };

export function table(rows: readonly Row[]): string {
  const all = [heads, ...rows];
  const width = (column: keyof Row) => Math.max(...all.map(row => row[column].length));
  const line = (row: Record<keyof Row, string>) => columns.map(column => row[column].padEnd(width(column))).join('  ');
  return all.map(row => line(row).trimEnd()).join('\n');
}

/** What was not shown, a line each. */
export function warnings(rows: readonly Row[]): string[] {
  const lines = rows.filter(({ result }) => result === 'NOT RUN').map(({ name, seen }) => `NOT RUN: ${name}: ${seen}`);
  if (rows.length === 0) return ['NOTHING RAN: no job has such a name'];
  return lines.length === rows.length ? [...lines, 'NOTHING RAN: this shows nothing'] : lines;
}

export interface Circumstances {
  /** Whether this is CI's own choice of jobs, which is to pass wherever it can be tried at all. */
  isCi: boolean;
  /** Whether what is missing can be installed here. */
  mayInstall: boolean;
}

/**
 * 1 when a job failed, and when none ran: a check that finds nothing to do has shown nothing. CI on a machine where
 * nothing may be installed is the exception, and has the warnings alone.
 */
export function statusOf(rows: readonly Row[], { isCi, mayInstall }: Circumstances): 0 | 1 {
  if (rows.some(({ result }) => result === 'FAILED')) return 1;
  if (rows.some(({ result }) => result === 'passed')) return 0;
  return rows.length > 0 && isCi && !mayInstall ? 0 : 1;
}
