import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Circumstances, type Row, statusOf, table, warnings } from './outcome.ts';

const row = (name: string, result: Row['result'], seen = ''): Row => ({
  name,
  result,
  seconds: '1.0',
  residentMb: '',
  seen,
});
const passed = row('bus', 'passed', 'a Notify');
const failed = row('board', 'FAILED', 'no Notify');
const notRun = row('arm', 'NOT RUN', 'no compiler');

const asRoot: Circumstances = { isCi: true, mayInstall: true };
const asUser: Circumstances = { isCi: true, mayInstall: false };

test('a job that failed fails all, whatever else is so', () => {
  for (const isCi of [true, false])
    for (const mayInstall of [true, false])
      for (const others of [[], [passed], [notRun]]) assert.is(statusOf([...others, failed], { isCi, mayInstall }), 1);
});

test('one job that passed is enough, and what did not run is told', () => {
  assert.is(statusOf([passed, notRun], asRoot), 0);
  assert.is(statusOf([passed], { isCi: false, mayInstall: true }), 0);
  assert.equal(warnings([passed]), []);
  assert.equal(warnings([passed, notRun]), ['NOT RUN: arm: no compiler']);
});

test('where nothing ran nothing passes, but in CI without the right to install', () => {
  assert.is(statusOf([notRun], asRoot), 1);
  assert.is(statusOf([notRun], { isCi: false, mayInstall: true }), 1);
  assert.is(statusOf([notRun], { isCi: false, mayInstall: false }), 1);
  assert.is(statusOf([notRun], asUser), 0);
  assert.equal(warnings([notRun]), ['NOT RUN: arm: no compiler', 'NOTHING RAN: this shows nothing']);
});

test('a word that chooses no job fails everywhere', () => {
  for (const circumstances of [asRoot, asUser]) assert.is(statusOf([], circumstances), 1);
  assert.equal(warnings([]), ['NOTHING RAN: no job has such a name']);
});

test('the table has a line a job, and its columns one under another', () => {
  const [heads = '', ...lines] = table([passed, failed, notRun]).split('\n');
  assert.is(lines.length, 3);
  const at = heads.indexOf('Seen');
  assert.equal(
    lines.map(line => line.slice(at)),
    ['a Notify', 'no Notify', 'no compiler'],
  );
});

test.run();
