// The grammar: its defaults and examples are good, and the JSON Schema made from it judges as the agent does.
import { parse } from 'smol-toml';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Fields } from '../../../agent/config/fields.ts';
import type { Problem } from '../../../agent/config/finding.ts';
import { sections } from '../../../agent/config/schema.ts';
import { configSchema } from '../../../build/config-schema.ts';
import { badCases, warnedCases } from './cases/all.ts';
import { guideSample } from './guide.ts';
import { isValid } from './json-schema-check.ts';

const schema = configSchema();

/** Every table of the grammar, by its way from the top. */
function* tables(fields: Fields, way: string): Generator<[string, Fields]> {
  yield [way, fields];
  for (const { key, kind } of Object.values(fields)) {
    if ('fields' in kind) yield* tables(kind.fields as Fields, `${way}.${key}`);
  }
}

const allTables = Object.entries(sections).flatMap(([name, { fields }]) => [...tables(fields, name)]);

for (const [way, fields] of allTables) {
  test(`defaults and examples of ${way} are values of their keys`, () => {
    for (const { key, kind, default: written, example } of Object.values(fields)) {
      const problems: Problem[] = [];
      const site = { path: [key], report: (problem: Problem) => void problems.push(problem) };
      if (written !== undefined) assert.is.not(kind.read(written, site), undefined, `default of ${key}`);
      assert.is.not(kind.read(parse(`it = ${example}`).it, site), undefined, `example of ${key}`);
      assert.equal(problems, []);
    }
  });

  test(`keys and names of ${way} are written alike`, () => {
    for (const [name, { key }] of Object.entries(fields)) {
      assert.match(key, /^[a-z]+(-[a-z]+)*$/);
      assert.match(name, /^[a-z]+([A-Z][a-z]+)*$/);
    }
    const keys = Object.values(fields).map(({ key }) => key);
    assert.is(new Set(keys).size, keys.length);
  });
}

test('the JSON Schema accepts the sample, and what the agent takes with a warning', async () => {
  assert.ok(isValid(schema, parse(await guideSample())));
  for (const { name, toml } of warnedCases) assert.ok(isValid(schema, parse(toml)), name);
});

for (const [about, cases] of Object.entries(badCases)) {
  if (about === 'syntax') continue;
  test(`the JSON Schema refuses the structural mistakes among ${about}, and no others`, () => {
    for (const { name, toml, isStructural } of cases) {
      assert.is(isValid(schema, parse(toml)), isStructural !== true, name);
    }
  });
}

test.run();
