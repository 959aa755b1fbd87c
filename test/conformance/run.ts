// `npm run conformance [-- [--short] [--coap] [--agent FILE] [CASE...]]`: runs the cases of the conformance plan against the agent,
// prints their table, and exits with 1 when one has failed. CASE is a number (1.36) or a section (2). Waiting times are
// the plan's own, unless --short is given; --coap runs over CoAP what does not need MQTT; --agent names a program to test
// in place of the sources as they are.
// `npm run trace` adds --record: what was shown is then kept for the report on requirements.
import { parseArgs } from 'node:util';
import { mosquittoIsMissing } from '../helpers/mosquitto.ts';
import { plannedCases } from './bench/plan.ts';
import { bundledAgent } from './bench/program.ts';
import { writeRecord } from './bench/record.ts';
import { runCases } from './bench/runner.ts';
import { lineOf, tableOf } from './bench/table.ts';
import { cases, whyNotBuilt } from './catalog.ts';

const isNamed = (number: string, words: readonly string[]) =>
  words.length === 0 || words.some(word => number === word || number.startsWith(`${word}.`));

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      coap: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      agent: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (mosquittoIsMissing) {
    process.stdout.write(`NOT RUN: ${mosquittoIsMissing}\n`);
    return 1;
  }
  const planned = plannedCases().filter(({ number }) => isNamed(number, positionals));
  const outcomes = await runCases(planned, cases, whyNotBuilt, {
    program: [process.execPath, values.agent ?? bundledAgent()],
    mtp: values.coap ? 'CoAP' : 'MQTT',
    pace: values.short ? 'short' : 'plan',
    report: outcome => process.stderr.write(`${lineOf(outcome)}\n`),
  });
  process.stdout.write(tableOf(outcomes));
  if (values.record && !values.coap && positionals.length === 0) writeRecord(outcomes);
  return outcomes.some(({ verdict }) => verdict === 'fail') ? 1 : 0;
}

process.exitCode = await main();
