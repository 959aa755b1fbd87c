// What waits of a subscription that is deleted: nobody wants to hear of it any more. TR-369 is silent; a user is not.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VirtualClock } from '../../helpers/clock.ts';
import type { Peer, Settings } from '../../helpers/peer.ts';
import { MemoryPersistence } from '../../helpers/persistence.ts';
import { set } from '../../helpers/refusals.ts';
import { me, World } from '../../helpers/world.ts';

const table = 'Device.LocalAgent.Subscription.';

const subscribe = (world: World, ID: string, settings: Settings = {}, peer: Peer = world.controller) =>
  peer.added(table, {
    Enable: 'true',
    ID,
    NotifType: 'ValueChange',
    ReferenceList: `${me}ProvisioningCode`,
    NotifRetry: 'true',
    Persistent: 'true',
    ...settings,
  });

/** Two subscriptions, of which three changes each wait for a broker that is away. */
async function withWaiting(settings: Settings = {}): Promise<{ world: World; row: string }> {
  const world = await World.start();
  const row = await subscribe(world, 'unwanted', settings);
  await subscribe(world, 'wanted');
  world.broker.connected = false;
  for (const value of ['a', 'b', 'c']) await put(world, value);
  await world.settle();
  assert.is(world.behaviours.outboxes.waiting, 6);
  return { world, row };
}

/** A change of the agent's own, with no message about it. */
async function put(world: World, value: string): Promise<void> {
  const transaction = world.model.begin();
  transaction.write(world.model.node(me), 'ProvisioningCode', value);
  await transaction.commitNow().durable;
}

/** Deletes a row with no answer to wait for: the broker is away. */
async function drop(world: World, path: string): Promise<boolean> {
  const fault = await world.model.exclusively(async begin => {
    const transaction = begin();
    transaction.delete(world.model.node(path));
    return transaction.commitNow().durable;
  });
  await world.settle();
  return fault === undefined;
}

const kept = (state: ReadonlyMap<string, string>) => [...state.keys()].filter(key => key.startsWith('#outbox/')).length;

/** Subscription IDs of what goes out when the broker is there again and all is answered, in order. */
async function heardIn(world: World): Promise<string[]> {
  world.broker.connected = true;
  world.behaviours.outboxes.connected();
  for (let i = 0; i < 12; i++) {
    await world.settle();
    for (const { msgId } of world.told) world.controller.acknowledge(msgId);
  }
  await world.clock.advance(3_600_000);
  const once = new Map(world.told.map(({ msgId, notify }) => [msgId, notify.subscription_id]));
  return [...once.values()];
}

const gaveUp = (world: World) => world.services.lines.filter(line => line.includes('that were given up'));

test('what waits of a deleted subscription is not sent any more, and counted in the log', async () => {
  const { world, row } = await withWaiting();
  assert.ok(await drop(world, row));
  assert.is(world.behaviours.outboxes.waiting, 3);
  const count = 'notifications to self::controller that were given up: 3: their subscription has been deleted';
  assert.equal(gaveUp(world), [`notice: ${count}`]);
  assert.equal(await heardIn(world), ['wanted', 'wanted', 'wanted']);
  assert.is(kept(world.persistence.state), 0);
});

test('they go in one record with their subscription: no power cut brings them back', async () => {
  const { world, row } = await withWaiting();
  world.persistence.isHeld = true;
  void drop(world, row);
  await world.settle();
  assert.is(kept(world.persistence.state), 6);
  world.persistence.release(1);
  assert.is(kept(world.persistence.state), 3);
  const clock = new VirtualClock();
  const next = await World.start({ persistence: new MemoryPersistence(world.persistence.state), clock, seed: 2 });
  assert.equal(await heardIn(next), ['wanted', 'wanted', 'wanted']);
});

test('also those that are on their way to the medium when it is deleted', async () => {
  const { world, row } = await withWaiting();
  world.persistence.isHeld = true;
  void put(world, 'd');
  void drop(world, row);
  await world.settle();
  world.persistence.release();
  await world.settle();
  assert.equal([kept(world.persistence.state), world.behaviours.outboxes.waiting], [4, 4]);
});

test('where the deletion cannot be stored, they stay', async () => {
  const { world, row } = await withWaiting();
  world.persistence.refusal = 'ENOSPC';
  assert.not(await drop(world, row));
  world.persistence.refusal = undefined;
  assert.equal((await heardIn(world)).sort(), ['unwanted', 'unwanted', 'unwanted', 'wanted', 'wanted', 'wanted']);
  assert.equal(gaveUp(world), []);
});

test('that it is deleted itself is the last that a subscription tells', async () => {
  const { world } = await withWaiting();
  const settings = { NotifType: 'ObjectDeletion', ReferenceList: `${table}*.` };
  world.broker.connected = true;
  const row = await subscribe(world, 'last', settings);
  await world.controller.del(row);
  await world.settle();
  const end = world.told.at(-1)?.notify;
  assert.is(end?.notification === 'obj_deletion' && end.obj_deletion.obj_path, row);
  assert.equal(gaveUp(world), []);
});

test('a subscription that ends by itself still owes what it was to tell of', async () => {
  const { world } = await withWaiting({ TimeToLive: '60' });
  await world.clock.advance(61_000);
  assert.is(world.model.table(table).rows.size, 1);
  assert.equal(
    (await heardIn(world)).filter(id => id === 'unwanted').length,
    3,
    'NotifExpiration ends that, not TimeToLive',
  );
  const passing = await withWaiting({ Persistent: 'false' });
  const next = await passing.world.restart({ seed: 2 });
  assert.is(next.model.table(table).rows.size, 1);
  assert.equal((await heardIn(next)).filter(id => id === 'unwanted').length, 3);
});

test('what waits for a deleted controller goes with it, in one record, and is counted', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  await subscribe(world, 'theirs', {}, other);
  const path = `${world.model.node(`${table}1.`).stored('Recipient')}.`;
  world.broker.connected = false;
  for (const value of ['a', 'b', 'c']) await put(world, value);
  const { commits } = world.persistence;
  assert.ok(await drop(world, path));
  assert.equal([kept(world.persistence.state), world.persistence.commits - commits], [0, 1]);
  const count = 'notifications to self::other that were given up: 3: their subscription has been deleted';
  assert.equal(gaveUp(world), [`notice: ${count}`]);
  await world.addController('self::third');
  assert.equal(await heardIn(world), []);
});

test('a change that cannot be stored takes nothing from those that wait', async () => {
  const world = await World.start({ outboxLimits: { max: 2 } });
  await subscribe(world, 'codes');
  world.broker.connected = false;
  for (const value of ['a', 'b']) await put(world, value);
  world.persistence.refusal = 'ENOSPC';
  for (const value of ['c', 'd', 'e']) await put(world, value);
  world.persistence.refusal = undefined;
  assert.equal([world.behaviours.outboxes.waiting, kept(world.persistence.state)], [2, 2]);
  await heardIn(world);
  const values = world.told.map(
    ({ notify }) => notify.notification === 'value_change' && notify.value_change.param_value,
  );
  assert.equal([...new Set(values)], ['a', 'b']);
  for (const value of ['f', 'g', 'h']) {
    world.broker.connected = false;
    await put(world, value);
  }
  assert.equal([world.behaviours.outboxes.waiting, kept(world.persistence.state)], [2, 2], 'the limit is still one');
});

test('a power cut between a notification and its being given up for want of room: it is given up again', async () => {
  const outboxLimits = { max: 2 };
  const world = await World.start({ outboxLimits });
  await subscribe(world, 'codes', { ReferenceList: me });
  world.broker.connected = false;
  const transaction = world.model.begin();
  for (const name of ['ProvisioningCode', 'ControllerCode']) transaction.write(world.model.node(me), name, name);
  transaction.write(world.model.node(me), 'OnBoardingRestartTime', '99');
  world.persistence.isHeld = true;
  transaction.commitNow();
  world.persistence.release(1);
  assert.is(kept(world.persistence.state), 3, 'the first has been given up, and is on the medium');
  const persistence = new MemoryPersistence(world.persistence.state);
  const next = await World.start({ persistence, clock: new VirtualClock(), seed: 2, outboxLimits });
  assert.equal([next.behaviours.outboxes.waiting, kept(persistence.state)], [2, 2]);
  await heardIn(next);
  const values = next.told.map(
    ({ notify }) => notify.notification === 'value_change' && notify.value_change.param_value,
  );
  assert.equal(
    [...new Set(values)].slice(-2),
    ['ControllerCode', '99'],
    'the first goes out where nothing is in its way',
  );
  assert.is(kept(persistence.state), 0);
});

test('a power cut between a notification and its expiring: it expires again', async () => {
  const { world } = await withWaiting({ NotifExpiration: '100' });
  const before = new MemoryPersistence(world.persistence.state);
  world.broker.connected = true;
  world.behaviours.outboxes.connected();
  await world.clock.advance(200_000);
  assert.is(kept(world.persistence.state), 3);
  const clock = new VirtualClock(new Date(world.clock.wallMs()).toISOString());
  const next = await World.start({ persistence: before, clock, seed: 2 });
  assert.is(kept(before.state), 3);
  assert.equal(await heardIn(next), ['wanted', 'wanted', 'wanted']);
});

for (const [what, end] of [
  ['a subscription is being deleted', (world: World, row: string) => void drop(world, row)],
  ['a subscription is being disabled', (world: World, row: string) => set(world, row, { Enable: 'false' })],
  ['its controller is being deleted', (world: World) => void drop(world, me)],
  ['its controller is being disabled', (world: World) => set(world, me, { Enable: 'false' })],
] as const) {
  test(`what happens while ${what} is told where that cannot be stored, and else is not`, async () => {
    for (const isStored of [false, true]) {
      const world = await World.start();
      const row = await subscribe(world, 'x', { NotifType: 'Event', ReferenceList: 'Device.LocalAgent.Periodic!' });
      world.persistence.isHeld = true;
      end(world, row);
      await world.settle();
      world.model.raise(world.model.node('Device.LocalAgent.'), 'Periodic!');
      if (isStored) world.persistence.release();
      else world.persistence.fail('EIO');
      await world.settle();
      assert.equal(await heardIn(world), isStored ? [] : ['x']);
      assert.equal([kept(world.persistence.state), world.behaviours.outboxes.waiting], [0, 0]);
    }
  });
}

test('a subscription that was enabled twice at a time, neither of which could be stored, is told nothing', async () => {
  const world = await World.start();
  const row = await subscribe(world, 'x', { Enable: 'false' });
  world.persistence.isHeld = true;
  for (let i = 0; i < 2; i++) set(world, row, { Enable: 'true' });
  await world.settle();
  world.persistence.fail('EIO');
  await world.settle();
  await put(world, 'a');
  assert.equal(await heardIn(world), []);
});

test.run();
