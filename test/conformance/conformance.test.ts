// The conformance plan against the agent's own process, with short waiting times; npm run conformance has the plan's own.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mosquittoIsMissing } from '../helpers/mosquitto.ts';
import { notRun } from '../helpers/not-run.ts';
import { plannedCases, requirements } from './bench/plan.ts';
import { bundledAgent } from './bench/program.ts';
import { readRecord } from './bench/record.ts';
import { runCases } from './bench/runner.ts';
import { lineOf, totalOf } from './bench/table.ts';
import { cases, whyNotBuilt } from './catalog.ts';

const planned = plannedCases();

test('every case is one of the plan, is there once, and claims requirements that exist', () => {
  const numbers = cases.map(({ number }) => number);
  assert.equal(
    numbers.filter(number => !planned.some(each => each.number === number)),
    [],
  );
  assert.is(new Set(numbers).size, numbers.length);
  const known = new Set(requirements().map(({ id }) => id));
  assert.equal(
    cases.flatMap(({ shows }) => shows).filter(id => !known.has(id)),
    [],
  );
});

test('each live case of the sections that are built is written', () => {
  const built = /^(1|2)\.|^9\.(2|9|10|11)$|^11\./;
  const missing = planned.filter(({ number, state }) => {
    return state === 'live' && built.test(number) && !cases.some(each => each.number === number);
  });
  assert.equal(
    missing.map(({ number }) => number),
    ['2.6', '2.7', '2.8'],
  );
});

test('what has been recorded is what the cases claim', () => {
  for (const { number, verdict, shown } of readRecord()) {
    const found = cases.find(each => each.number === number);
    if (found && verdict === 'pass') assert.equal([...found.shows].sort(), shown, number);
  }
});

test('the agent passes, and the record of it is fresh', async () => {
  if (mosquittoIsMissing) return notRun(mosquittoIsMissing);
  const program = [process.execPath, bundledAgent()];
  const outcomes = await runCases(planned, cases, whyNotBuilt, { program, pace: 'short' });
  console.log(totalOf(outcomes));
  const failed = outcomes.filter(({ verdict }) => verdict === 'fail');
  assert.is(failed.map(lineOf).join('\n'), '');
  const recorded = new Map(readRecord().map(each => [each.number, each.verdict]));
  const changed = outcomes.filter(({ number, verdict }) => {
    return verdict !== 'not applicable' && recorded.get(number) !== verdict;
  });
  assert.is(changed.map(lineOf).join('\n'), '', 'not as recorded: npm run trace');
});

test.run();
