import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { connectionStableMs } from '../../../agent/mtp/limits.ts';
import { Backoff } from '../../../agent/mtp/retry.ts';
import type { RetryParameters } from '../../../agent/record/transport.ts';
import { seededRandom } from '../../helpers/random.ts';

/** TR-181's default: 5 s, doubled at each try. */
const standard: RetryParameters = { minimumWaitIntervalSeconds: 5, intervalMultiplier: 2000 };
const parameters = fc.record({
  minimumWaitIntervalSeconds: fc.integer({ min: 1, max: 65_535 }),
  intervalMultiplier: fc.integer({ min: 1000, max: 65_535 }),
  maximumIntervalSeconds: fc.integer({ min: 0, max: 100_000 }),
});
const lowest = { fraction: () => 0, bytes: () => new Uint8Array() };
const highest = { fraction: () => 1 - 2 ** -53, bytes: () => new Uint8Array() };

test('R-MQTT.10, R-NOT.1: the table of the standard, row by row', () => {
  const low = new Backoff(standard);
  const high = new Backoff(standard);
  const rows = [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560].map(seconds => [seconds, 2 * seconds]);
  for (const [from, to] of rows) {
    assert.is(low.next(lowest), from! * 1000);
    assert.ok(Math.abs(high.next(highest) - to! * 1000) < 1);
  }
});

test('R-NOT.2: after the tenth try the interval stays the same', () => {
  const backoff = new Backoff(standard);
  for (let count = 0; count < 10; count++) backoff.next(lowest);
  assert.is(backoff.next(lowest), 2_560_000);
  assert.is(backoff.next(lowest), 2_560_000);
});

test('every delay lies in its interval, and under the configured maximum', () => {
  const property = fc.property(parameters, fc.integer(), (chosen, seed) => {
    const backoff = new Backoff(chosen);
    const random = seededRandom(seed);
    for (let n = 1; n <= 12; n++) {
      const low = chosen.minimumWaitIntervalSeconds * (chosen.intervalMultiplier / 1000) ** (Math.min(n, 10) - 1);
      const high = low * (chosen.intervalMultiplier / 1000);
      const max = (chosen.maximumIntervalSeconds || Infinity) * 1000;
      const delayMs = backoff.next(random);
      assert.ok(delayMs >= Math.min(low * 1000, max) * (1 - 1e-9), `try ${n}: ${delayMs} is too short`);
      assert.ok(delayMs <= Math.min(high * 1000, max) * (1 + 1e-9), `try ${n}: ${delayMs} is too long`);
    }
  });
  fc.assert(property, { seed: 7, numRuns: 300 });
});

test('two agents that lost the same broker do not come back together', () => {
  const [one, two] = [new Backoff(standard), new Backoff(standard)];
  assert.is.not(one.next(seededRandom(1)), two.next(seededRandom(2)));
});

test('a connection that was stable begins the count again, a short one does not', () => {
  const backoff = new Backoff(standard);
  for (let count = 0; count < 3; count++) backoff.next(lowest);
  backoff.connected(1_000);
  backoff.lost(1_000 + connectionStableMs - 1);
  assert.is(backoff.next(lowest), 40_000, 'the fourth try');
  backoff.connected(100_000);
  backoff.lost(100_000 + connectionStableMs);
  assert.is(backoff.next(lowest), 5_000, 'the first try again');
});

test('a failed try after a stable connection does not begin the count again', () => {
  const backoff = new Backoff(standard);
  backoff.connected(0);
  backoff.lost(connectionStableMs);
  backoff.next(lowest);
  backoff.lost(10 * connectionStableMs);
  assert.is(backoff.next(lowest), 10_000);
});

test.run();
