// `npm run conformance [-- --short] [--agent FILE] [CASE...]`: runs the cases and prints their table.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mosquittoIsMissing } from '../helpers/mosquitto.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { plannedCases } from './bench/plan.ts';
import { runCases } from './bench/runner.ts';
import { lineOf, tableOf } from './bench/table.ts';
import { cases, whyNotBuilt } from './catalog.ts';

/** Bundles the agent as it is now; the file to run. */
export function bundled(): string {
  const directory = join(temporaryDirectory(), 'dist');
  execFileSync(process.execPath, ['build/bundle.mjs', directory], { stdio: 'inherit' });
  return join(directory, 'uspi.mjs');
}

/** A word names a case, a section with its dot, or the beginning of a case's number up to a dot. */
const isNamed = (number: string, words: readonly string[]) =>
  words.length === 0 || words.some(word => number === word || number.startsWith(`${word}.`));

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { short: { type: 'boolean', default: false }, agent: { type: 'string' } },
    allowPositionals: true,
  });
  if (mosquittoIsMissing) {
    process.stdout.write(`NOT RUN: ${mosquittoIsMissing}\n`);
    return 1;
  }
  const planned = plannedCases().filter(({ number }) => isNamed(number, positionals));
  const outcomes = await runCases(planned, cases, whyNotBuilt, {
    program: [process.execPath, values.agent ?? bundled()],
    pace: values.short ? 'short' : 'plan',
    report: outcome => process.stderr.write(`${lineOf(outcome)}\n`),
  });
  process.stdout.write(tableOf(outcomes));
  return outcomes.some(({ verdict }) => verdict === 'fail') ? 1 : 0;
}

process.exitCode = await main();
