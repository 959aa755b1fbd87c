// A controller that adds, sets, deletes, subscribes, starts timers and goes away at random, for as long as it likes, leaves
// nothing behind: when all that it added is gone, rows, notes, timers and the engine's objects are as many as before.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openJournal } from '../../datamodel/journal/journal.ts';
import { ObjectNode } from '../../datamodel/node.ts';
import { aliveOf, heapBytes } from '../helpers/heap.ts';
import { seededRandom } from '../helpers/random.ts';
import { SimStore } from '../helpers/store.ts';
import { World } from '../helpers/world.ts';
import { Churn } from './churn.ts';

const seed = Number(process.env.USPI_SEED ?? 1);
const messagesToWarm = 2_000;
const messages = Number(process.env.USPI_MESSAGES ?? 10_000);
/** The smallest compaction is at 64 KiB. */
const journalBytesMax = 70_000;
const heapBytesMax = 250_000;

async function start(store: SimStore) {
  const journal = await openJournal(store, { log: () => {} });
  return { journal, world: await World.start({ journal, seed }) };
}

test(`${messages} messages without a plan, seed ${seed}`, async () => {
  const store = new SimStore(seededRandom(seed));
  const { journal, world } = await start(store);
  // Booleans that are true stay noted once a persistent subscription has been told of them: here from the beginning.
  const everything = { Persistent: 'true', NotifType: 'ValueChange', ReferenceList: 'Device.' };
  await world.controller.added('Device.LocalAgent.Subscription.', { Enable: 'true', ID: 'all', ...everything });
  const churn = new Churn(world, seededRandom(seed));
  const census = async () => {
    await churn.end();
    const rows = churn.there;
    const keys = [...journal.state.keys()].sort();
    const { waiting } = world.behaviours.outboxes;
    const counts = { waiting, timers: world.clock.waiting, nodes: aliveOf(ObjectNode) };
    return { rows, keys, counts, heapBytes: heapBytes() };
  };
  const fresh = await census();
  await churn.run(messagesToWarm);
  const before = await census();
  await churn.run(messages);
  const after = await census();
  if (process.env.USPI_SHOW) console.log(after.counts, after.heapBytes - before.heapBytes, store.content.length);
  for (const what of ['rows', 'counts'] as const) assert.equal(after[what], fresh[what], what);
  assert.equal(after.keys, before.keys, 'the tables that have had a row know its number');
  assert.ok(after.heapBytes - before.heapBytes < heapBytesMax, `${after.heapBytes - before.heapBytes} bytes more`);
  assert.ok(store.content.length < journalBytesMax, `${store.content.length} bytes of journal`);
  world.close();
});

test.run();
