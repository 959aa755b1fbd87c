import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sendsInFlightMax, unansweredMax } from '../../../agent/notify/limits.ts';
import { TransportError } from '../../../agent/record/transport.ts';
import { OutboxRig as Rig } from '../../helpers/outbox.ts';

test('R-NOT.1, R-NOT.2: every interval lies in the range of the table, from the tenth on in the same one', async () => {
  for (let seed = 0; seed < 20; seed++) {
    const rig = new Rig(seed);
    rig.push('a');
    await rig.clock.advance(40_000_000);
    const intervals = rig.atMs.slice(1).map((ms, i) => (ms - (rig.atMs[i] ?? 0)) / 1000);
    assert.ok(intervals.length >= 14, 'it goes on without end');
    for (const [i, seconds] of intervals.entries()) {
      const low = 5 * 2 ** Math.min(i, 9);
      assert.ok(seconds >= low && seconds <= 2 * low, `retry ${i + 1} after ${seconds} s, seed ${seed}`);
    }
    assert.equal(new Set(rig.sent), new Set(['a']), 'with the same msg_id each time');
  }
});

test('property: the ranges follow the parameters of the Controller, long ones too', async () => {
  const parameters = fc.record({ m: fc.integer({ min: 1, max: 65_535 }), k: fc.integer({ min: 1000, max: 4000 }) });
  await fc.assert(
    fc.asyncProperty(parameters, fc.nat(), async ({ m, k }, seed) => {
      const rig = new Rig(seed);
      Object.assign(rig, { minimumWaitIntervalSeconds: m, intervalMultiplier: k });
      rig.push('a');
      const rangeOf = (retry: number) => [0, 1].map(step => m * (k / 1000) ** (Math.min(retry, 10) - 1 + step));
      for (let retry = 1; retry <= 12; retry++) {
        const [low = 0, high = 0] = rangeOf(retry);
        while (rig.sent.length <= retry) await rig.clock.advance((high * 1000) / 4 + 1);
        const seconds = ((rig.atMs[retry] ?? 0) - (rig.atMs[retry - 1] ?? 0)) / 1000;
        assert.ok(seconds >= low * (1 - 1e-9) && seconds <= high * (1 + 1e-9), `${seconds} s for retry ${retry}`);
      }
    }),
    { seed: 5, numRuns: 20 },
  );
});

test('R-NOT.3: the next notification begins with the first interval again', async () => {
  const rig = new Rig();
  rig.push('a');
  await rig.clock.advance(100_000);
  rig.outbox.acknowledged('a');
  assert.equal(rig.ends, ['a answered']);
  rig.sent.length = 0;
  rig.push('b');
  await rig.clock.advance(10_000);
  assert.equal(rig.sent, ['b', 'b']);
});

test('once closed, nothing waits, not even for what was on its way', async () => {
  const rig = new Rig();
  let refuse = () => {};
  rig.push('a', {
    send: () => new Promise<void>((_, reject) => (refuse = () => reject(new TransportError('closed', '')))),
  });
  rig.push('b');
  await rig.clock.settle();
  rig.outbox.close();
  refuse();
  await rig.clock.settle();
  assert.is(rig.clock.waiting, 0);
});

test('an answer ends it, also one that comes before the transport is done', async () => {
  const rig = new Rig();
  let finish = () => {};
  rig.push('a', { send: () => new Promise<void>(resolve => (finish = resolve)) });
  rig.outbox.acknowledged('a');
  finish();
  rig.push('b');
  await rig.clock.settle();
  rig.outbox.acknowledged('b');
  rig.outbox.acknowledged('b');
  rig.outbox.acknowledged('never heard of');
  await rig.clock.advance(100_000);
  assert.equal(rig.sent, ['b']);
  assert.equal([rig.outbox.size, rig.clock.waiting], [0, 0]);
});

test('NotifExpiration: no retry after it (1.56)', async () => {
  const rig = new Rig();
  rig.push('a', { expiresAfterMs: 20_000 });
  await rig.clock.advance(19_999);
  assert.ok(rig.sent.length >= 2, 'it is retried before');
  const before = rig.sent.length;
  await rig.clock.advance(100_000);
  assert.is(rig.sent.length, before);
  assert.equal(rig.dropped, ['expired']);
  assert.equal(rig.ends, ['a over']);
});

test('NotifExpiration: what waited for a transport until then is not sent at all', async () => {
  const rig = new Rig();
  rig.connected = false;
  rig.push('a', { expiresAfterMs: 20_000 });
  rig.push('b');
  await rig.clock.advance(3_600_000);
  rig.connected = true;
  rig.outbox.connected();
  await rig.clock.settle();
  assert.equal(rig.sent, ['b']);
  assert.equal(rig.dropped, ['expired']);
});

test('without NotifRetry it is sent once', async () => {
  const rig = new Rig();
  rig.push('a', { isRetried: false });
  await rig.clock.advance(100_000);
  assert.equal(rig.sent, ['a']);
  assert.equal([rig.outbox.size, rig.clock.waiting], [0, 0]);
});

test('without NotifRetry it waits while nothing is connected, and is not tried again when it was refused', async () => {
  const rig = new Rig();
  rig.connected = false;
  rig.push('a', { isRetried: false });
  await rig.clock.advance(3_600_000);
  assert.equal(rig.sent, []);
  rig.connected = true;
  rig.outbox.connected();
  await rig.clock.settle();
  assert.equal(rig.sent, ['a']);
  for (const failure of ['refused', 'timeout', 'bad-address', 'queue-full'] as const) {
    rig.failure = failure;
    rig.dropped.length = 0;
    rig.push('b', { isRetried: false });
    await rig.clock.settle();
    assert.equal([rig.outbox.size, rig.dropped], [0, ['not-taken']], failure);
  }
  rig.failure = 'not-connected';
  rig.push('c', { isRetried: false });
  await rig.clock.settle();
  rig.failure = undefined;
  rig.outbox.connected();
  await rig.clock.settle();
  assert.equal(rig.sent, ['a', 'c']);
});

test('a transport that refuses is not tried in a loop', async () => {
  const rig = new Rig();
  rig.failure = 'refused';
  let tries = 0;
  rig.push('a', {
    send: async () => {
      tries++;
      throw new TransportError('refused', 'no');
    },
  });
  await rig.clock.advance(4_000);
  assert.is(tries, 1);
  await rig.clock.advance(6_000);
  assert.is(tries, 2);
});

test('while nothing is connected nothing is tried, and what was not taken goes at once when something is', async () => {
  const rig = new Rig();
  rig.failure = 'timeout';
  rig.push('a');
  await rig.clock.advance(1_000);
  rig.connected = false;
  rig.failure = undefined;
  await rig.clock.advance(60_000);
  assert.equal(rig.sent, []);
  rig.connected = true;
  rig.outbox.connected();
  await rig.clock.settle();
  assert.equal(rig.sent, ['a']);
});

test('they go out in the order in which they came', async () => {
  const rig = new Rig();
  rig.connected = false;
  const ids = Array.from({ length: 40 }, (_, i) => `n${i}`);
  for (const [i, id] of ids.entries()) rig.push(id, { isRetried: i % 3 === 0, subscription: `of ${i % 3}` });
  rig.connected = true;
  rig.outbox.connected();
  await rig.clock.settle();
  rig.outbox.acknowledged('n0');
  await rig.clock.settle();
  const of = (subscription: number) => (id: string) => Number(id.slice(1)) % 3 === subscription;
  for (const subscription of [0, 1, 2]) {
    assert.equal(rig.sent.filter(of(subscription)), ids.filter(of(subscription)));
  }
});

test('what is reserved keeps its place until it is released or withdrawn', async () => {
  const rig = new Rig();
  rig.outbox.push(rig.notice('a'), 'reserved');
  rig.outbox.push(rig.notice('b'), 'reserved');
  rig.push('c');
  await rig.clock.settle();
  assert.equal(rig.sent, []);
  rig.outbox.release('b');
  await rig.clock.settle();
  assert.equal(rig.sent, []);
  rig.outbox.withdraw(['a']);
  await rig.clock.settle();
  assert.equal(rig.sent, ['b', 'c']);
});

test('R-NOT.2: an Error is no NotifyResp: it is sent again, and nothing waits for it', async () => {
  const rig = new Rig();
  rig.push('a');
  await rig.clock.advance(60_000);
  rig.push('b');
  await rig.clock.settle();
  assert.is(rig.sent.includes('b'), false);
  assert.is(rig.outbox.refused('a'), true);
  await rig.clock.settle();
  assert.is(rig.sent.at(-1), 'b');
  const before = rig.sent.length;
  rig.outbox.acknowledged('b');
  await rig.clock.advance(400_000);
  assert.ok(rig.sent.length >= before + 2 && rig.sent.slice(before).every(id => id === 'a'), rig.sent.join());
  rig.outbox.acknowledged('a');
  assert.is(rig.outbox.refused('a'), false);
  assert.is(rig.outbox.size, 0);
});

test('what is too large for the transport is given up at once, for no later try would do better', async () => {
  const rig = new Rig();
  rig.failure = 'too-large';
  rig.push('a');
  await rig.clock.settle();
  assert.equal([rig.dropped, rig.ends, rig.outbox.size], [['too-large'], ['a over'], 0]);
});

test('limits: on their way into the transport, and waiting for an answer', async () => {
  const rig = new Rig();
  const stuck = () => new Promise<void>(() => {});
  let started = 0;
  for (let i = 0; i < sendsInFlightMax + 5; i++) {
    rig.push(`s${i}`, {
      send: () => {
        started++;
        return stuck();
      },
    });
  }
  assert.is(started, sendsInFlightMax);
  const other = new Rig();
  for (let i = 0; i < unansweredMax + 5; i++) other.push(`u${i}`);
  await other.clock.settle();
  assert.is(other.sent.length, unansweredMax);
  other.outbox.acknowledged('u7');
  await other.clock.settle();
  assert.is(other.sent.length, unansweredMax + 1);
});

test('limits: when it is full, the oldest that need no answer goes, then the oldest', async () => {
  const rig = new Rig();
  rig.connected = false;
  for (let i = 0; i < Rig.max; i++) rig.push(`n${i}`, { isRetried: i !== 3 });
  rig.push('more');
  rig.push('yet more');
  assert.equal(rig.ends, ['n3 over', 'n0 over']);
  assert.equal(rig.dropped, ['full', 'full']);
  assert.is(rig.outbox.size, Rig.max);
});

test('when it is closed, nothing goes on', async () => {
  const rig = new Rig();
  rig.push('a');
  rig.push('b', { isRetried: false });
  await rig.clock.settle();
  rig.outbox.close();
  const before = rig.sent.length;
  await rig.clock.advance(100_000);
  assert.equal([rig.sent.length, rig.clock.waiting, rig.outbox.size], [before, 0, 0]);
});

test.run();
