// Notifications of a subscription keep their order, whoever listens when.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { OutboxRig as Rig } from '../../helpers/outbox.ts';
import { seededRandom } from '../../helpers/random.ts';

/** The order in which a Controller hears them that listens from now on: each where it came first. */
async function heard(rig: Rig): Promise<string[]> {
  rig.sent.length = 0;
  const order: string[] = [];
  while (rig.outbox.size > 0) {
    await rig.clock.advance(500);
    for (const id of rig.sent.splice(0)) {
      if (!order.includes(id)) order.push(id);
      rig.outbox.acknowledged(id);
    }
  }
  return order;
}

test('whenever the Controller begins to listen, it hears of a subscription in order', async () => {
  for (let seed = 0; seed < 30; seed++) {
    const rig = new Rig(seed);
    const random = seededRandom(seed + 1_000);
    const ids = Array.from({ length: 12 }, (_, i) => `n${i}`);
    for (const id of ids) {
      rig.push(id);
      await rig.clock.advance(random.fraction() * 4_000);
    }
    await rig.clock.advance(random.fraction() * 100_000);
    if (seed % 2 === 0) rig.outbox.connected();
    assert.equal(await heard(rig), ids, `seed ${seed}`);
  }
});

test('a connection that is new tells nothing of who listens, so one goes first until it is answered', async () => {
  const rig = new Rig();
  const ids = ['a', 'b', 'c'];
  for (const id of ids) rig.push(id);
  rig.push('x', { subscription: 'others' });
  await rig.clock.settle();
  assert.equal(rig.sent, ['a', 'b', 'c', 'x'], 'at first there is no reason for doubt');
  rig.connected = false;
  await rig.clock.advance(60_000);
  rig.connected = true;
  rig.sent.length = 0;
  rig.outbox.connected();
  await rig.clock.settle();
  assert.equal(rig.sent, ['a', 'x']);
  rig.outbox.acknowledged('a');
  await rig.clock.settle();
  assert.equal(rig.sent, ['a', 'x', 'b', 'c']);
});

test('whoever speaks first of a new connection, what the one before took and nobody answered goes first', async () => {
  const rig = new Rig();
  for (const id of ['a', 'b', 'c']) rig.push(id);
  await rig.clock.settle();
  rig.outbox.acknowledged('a');
  rig.connected = false;
  rig.push('d');
  await rig.clock.settle();
  rig.connected = true;
  rig.sent.length = 0;
  rig.outbox.resume(); // A row has changed, such as the Status of what has connected.
  rig.push('e');
  await rig.clock.settle();
  assert.equal(rig.sent, ['b']);
  rig.outbox.connected();
  await rig.clock.settle();
  assert.is(new Set(rig.sent).size, 1, 'nothing else before it is answered');
  rig.outbox.acknowledged('b');
  await rig.clock.settle();
  assert.equal(rig.sent.slice(-3), ['c', 'd', 'e']);
});

test('one that nobody answers holds up its own subscription alone', async () => {
  const rig = new Rig();
  rig.push('a');
  await rig.clock.advance(60_000);
  rig.push('b');
  rig.push('x', { subscription: 'others' });
  await rig.clock.settle();
  assert.equal([rig.sent.includes('b'), rig.sent.includes('x')], [false, true]);
  rig.outbox.acknowledged('a');
  await rig.clock.settle();
  assert.ok(rig.sent.includes('b'));
});

test('what a transport did not take is not overtaken', async () => {
  const rig = new Rig();
  rig.failure = 'queue-full';
  rig.push('a');
  await rig.clock.settle();
  rig.failure = undefined;
  rig.push('b');
  await rig.clock.advance(10_000);
  assert.equal(rig.sent, ['a']);
  rig.outbox.acknowledged('a');
  await rig.clock.settle();
  assert.equal(rig.sent, ['a', 'b']);
});

test.run();
