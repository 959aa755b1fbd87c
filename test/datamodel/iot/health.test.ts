import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Health } from '../../../datamodel/iot/health.ts';
import { failuresBeforeReopening, reopenMsMax, wellMsMin } from '../../../datamodel/iot/limits.ts';
import { seededRandom } from '../../helpers/random.ts';

const fixed = (fraction: number) => ({ ...seededRandom(1), fraction: () => fraction });
const waits = (health: Health, count: number) =>
  Array.from({ length: count }, () => health.reopenMs(fixed(1), 'timeout'));

test('after some failures in a row it is opened again; an answer in between starts over', () => {
  const health = new Health();
  const decide = (count: number) => Array.from({ length: count }, () => health.failed('timeout', 0));
  assert.equal(decide(failuresBeforeReopening - 1), ['ask again', 'ask again']);
  health.answered(0);
  assert.equal(decide(failuresBeforeReopening), ['ask again', 'ask again', 'open again']);
});

test('answers that are no readings do not lead to opening again', () => {
  const health = new Health();
  for (let i = 0; i < 20; i++) assert.is(health.failed('not-a-reading', i), 'ask again');
});

test('asks again soon, then ever later, at most at the poll interval', () => {
  const health = new Health();
  const retries = Array.from({ length: 5 }, () => {
    health.failed('not-a-reading', 0);
    return health.retryMs(7_000);
  });
  assert.equal(retries, [1_000, 2_000, 4_000, 7_000, 7_000]);
  assert.is(health.retryMs(500), 500);
});

test('the wait before opening again doubles up to its limit, half of it by chance', () => {
  assert.equal(waits(new Health(), 8), [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, reopenMsMax, reopenMsMax]);
  assert.is(new Health().reopenMs(fixed(0), 'timeout'), 500);
});

test('what is gone is looked for each second at least, for as long as it takes, and at once', () => {
  const health = new Health();
  assert.is(health.failed('missing', 0), 'open again');
  for (let i = 0; i < 50; i++) assert.is(health.reopenMs(fixed(1), 'missing'), 1_000);
  assert.equal(waits(health, 2), [1_000, 2_000], 'and what is there and does not answer has its own wait');
});

test('a short answer does not bring the wait back to its shortest; a long one does', () => {
  const health = new Health();
  waits(health, 4);
  health.answered(0);
  health.failed('timeout', wellMsMin - 1);
  assert.equal(waits(health, 1), [16_000]);
  health.answered(100_000);
  health.answered(100_000 + wellMsMin - 1);
  health.failed('timeout', 100_000 + wellMsMin);
  assert.equal(waits(health, 1), [1_000]);
});

test.run();
