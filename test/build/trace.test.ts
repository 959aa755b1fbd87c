import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { currentReport, requirementsDocument } from '../../build/trace.ts';
import { reportOf, type Traces } from '../../build/trace-report.ts';
import { idsIn, namedIn } from '../../build/trace-titles.ts';

const requirement = (id: string, more: object = {}) => ({
  id,
  section: 'messages',
  level: 'MUST',
  state: '',
  agent: 'yes',
  ...more,
});

const traces = (more: Partial<Traces>): Traces => ({
  requirements: [requirement('R-GET.0')],
  recorded: [],
  named: [],
  exceptions: [],
  ...more,
});

const named = (id: string, asserts = true) => ({ id, file: 'a.test.ts', title: `${id}: it is so`, asserts });

/** The row of the only requirement, without its padding. */
const rowOf = (more: Partial<Traces>) => {
  const { markdown } = reportOf(traces(more));
  return markdown
    .split('\n')
    .findLast(line => line.startsWith('| R-'))
    ?.replace(/ +/g, ' ');
};

test('lists and ranges in a title are written out', () => {
  assert.equal(idsIn('R-MQTT.6, .7, .12: and [R-GET.1a]'), ['R-MQTT.6', 'R-MQTT.7', 'R-MQTT.12', 'R-GET.1a']);
  assert.equal(idsIn('R-UDS.7 to R-UDS.9'), ['R-UDS.7', 'R-UDS.8', 'R-UDS.9']);
  assert.equal(idsIn('no requirement'), []);
});

test('a title is taken from any word of a file, and its test must assert', () => {
  const text = [
    'async function holds() {\n  assert.ok(true);\n}',
    "test('R-GET.0: by itself', () => {\n  assert.ok(true);\n});",
    "story('R-GET.1: through a function', () => holds());",
    "test('R-GET.2: not at all', () => {\n  run();\n});",
    "test(\n  'R-GET.3: on a line of its own',\n  () => holds(),\n);",
  ].join('\n\n');
  assert.equal(
    namedIn('a.test.ts', text).map(({ id, asserts }) => [id, asserts]),
    [
      ['R-GET.0', true],
      ['R-GET.1', true],
      ['R-GET.2', false],
      ['R-GET.3', true],
    ],
  );
});

test('what shows a requirement: a case that passed, a title, or a reason why nothing does', () => {
  const recorded = [
    { number: '1.1', verdict: 'pass', shown: ['R-GET.0'] },
    { number: '1.2', verdict: 'fail', shown: ['R-GET.0'] },
  ];
  assert.is(rowOf({ recorded, named: [named('R-GET.0')] }), '| R-GET.0 | MUST | shown | 1.1, `a.test.ts` |');
  assert.is(rowOf({ named: [named('R-GET.0')] }), '| R-GET.0 | MUST | named | `a.test.ts` |');
  const exceptions = [{ ids: /^R-GET/, status: 'not built', why: 'too hard' } as const];
  assert.is(rowOf({ exceptions }), '| R-GET.0 | MUST | not built | too hard |');
  const obsolete = [requirement('R-COAP.1', { state: 'obsolete' })];
  assert.match(rowOf({ requirements: obsolete, named: [named('R-COAP.1')] }) ?? '', 'obsolete, built on purpose');
});

test('requirements of controllers alone are left out', () => {
  const { markdown, problems } = reportOf(traces({ requirements: [requirement('R-GET.0', { agent: 'no' })] }));
  assert.not.match(markdown, /R-GET/);
  assert.equal(problems, []);
});

test('the report fails on empty claims, on what nothing accounts for, and on reasons that are no longer true', () => {
  const problemsOf = (more: Partial<Traces>) => reportOf(traces(more)).problems.join();
  assert.match(problemsOf({}), 'R-GET.0: no test shows it');
  assert.match(problemsOf({ named: [named('R-GET.0', false)] }), 'names R-GET.0 and asserts nothing');
  assert.match(problemsOf({ named: [named('R-GET.0'), named('R-GET.9')] }), 'R-GET.9, which does not exist');
  const exceptions = [{ ids: /^R-GET/, status: 'not built', why: 'too hard' } as const];
  assert.match(problemsOf({ named: [named('R-GET.0')], exceptions }), 'said to be not built, but is shown');
  assert.is(problemsOf({ named: [named('R-GET.0')] }), '');
});

test('docs/requirements.md is what npm run trace would write, and nothing is wrong with it', () => {
  const { markdown, problems } = currentReport();
  assert.equal(problems, []);
  assert.is(readFileSync(requirementsDocument, 'utf8'), markdown, 'npm run trace -- --recorded');
});

test.run();
