// `npm run trace [-- --recorded]`: runs the conformance cases, records what they have shown, and writes
// docs/requirements.md. With --recorded, the run is left out and the last record counts.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirements } from '../test/conformance/bench/plan.ts';
import { readRecord } from '../test/conformance/bench/record.ts';
import { exceptions } from './trace-exceptions.ts';
import { type Report, reportOf } from './trace-report.ts';
import { type NamedBy, namedIn } from './trace-titles.ts';

export const requirementsDocument = 'docs/requirements.md';

/** What the unit tests name; the cases themselves tell what they show when they run. */
function namedByTests(): NamedBy[] {
  const files = (readdirSync('test', { recursive: true }) as string[]).filter(file => file.endsWith('.test.ts')).sort();
  return files.flatMap(file => namedIn(file, readFileSync(join('test', file), 'utf8')));
}

/** The report as the repository's files have it now. */
export function currentReport(): Report {
  return reportOf({ requirements: requirements(), recorded: readRecord(), named: namedByTests(), exceptions });
}

function main(): number {
  if (!process.argv.includes('--recorded')) {
    const run = spawnSync('npx', ['tsx', 'test/conformance/run.ts', '--short', '--record'], { stdio: 'inherit' });
    if (run.status !== 0) return run.status ?? 1;
  }
  const { markdown, problems } = currentReport();
  writeFileSync(requirementsDocument, markdown);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.filename === process.argv[1]) process.exitCode = main();
