// build/budgets.json is about figures that there are, and a figure that breaks its budget is told by how much.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { boundOf, brokenBy, budgets, judgedOf } from '../bench/budget.ts';
import { Turns } from '../bench/child.ts';
import type { Row } from '../bench/row.ts';
import { lineOf, resultsOf } from '../bench/table.ts';

const near = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual}`);

test('each budget is one bound of a figure that a row has', async () => {
  for (const [name, { most, least }] of Object.entries(budgets)) {
    const [row = '', figure = ''] = name.split('.');
    const { figures, floor } = ((await import(`../bench/rows/${row}.ts`)) as { row: Row }).row;
    assert.ok(figures[figure], name);
    assert.is([most, least].filter(bound => bound !== undefined).length, 1, name);
    if (budgets[name]?.by !== undefined) assert.ok(floor, `${name} is beside no floor`);
  }
});

test('a figure is judged itself, by its ratio or by its difference to the floor', () => {
  const seen = { value: 30, floor: 20, ratio: 1.5 };
  assert.is(judgedOf({}, seen), 30);
  near(brokenBy({ most: 28 }, seen), 2);
  near(brokenBy({ by: 'ratio', least: 1.75 }, seen), 0.25);
  near(brokenBy({ by: 'ratio', most: 2 }, seen), -0.5);
  near(brokenBy({ by: 'difference', most: 9 }, seen), 1);
  assert.is(brokenBy({ by: 'ratio', most: 2 }, { value: 30 }) <= 0, false, 'no floor keeps no ratio');
  assert.is(boundOf({ by: 'ratio', least: 1.75 }), 'at least 1.75 x floor');
});

test('a row comes to medians of its runs, and to a verdict', () => {
  const row: Row = {
    figures: { rss: { what: 'RSS', unit: 'MB' }, late: { what: 'what no run has seen', unit: '' } },
    measure: async () => ({}),
  };
  const runs = [52, 50, 90].map(value => ({ rss: { value, floor: 40 } }));
  const results = resultsOf('memory-20', row, runs, 'v20.0.0');
  assert.is(results.length, 1);
  const [result] = results;
  assert.equal([result?.value, result?.floor, result?.ratio, result?.runs], [52, 40, 1.3, 3]);
  assert.is(result?.verdict, 'MISSED');
  assert.match(lineOf([result, undefined]), /^RSS .* MB +3 +52\.0 +40\.0 +1\.300 +MISSED\/-: at most 10 over floor/);
});

test('rows take turns: each waits for the end of the one before', async () => {
  const turns = new Turns();
  const seen: string[] = [];
  const work = async (name: string) => {
    const end = await turns.next();
    seen.push(`${name} begins`);
    await Promise.resolve();
    seen.push(`${name} ends`);
    end();
  };
  await Promise.all([work('a'), work('b')]);
  assert.equal(seen, ['a begins', 'a ends', 'b begins', 'b ends']);
});

test.run();
