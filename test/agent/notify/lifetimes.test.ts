import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Settings } from '../../helpers/peer.ts';
import { set } from '../../helpers/refusals.ts';
import { me, World } from '../../helpers/world.ts';

const subs = 'Device.LocalAgent.Subscription.';

/** The IDs of the subscriptions that there are. */
async function left(world: World): Promise<string> {
  const [result] = await world.controller.get(`${subs}*.ID`);
  return Object.values(result?.objects ?? {})
    .map(params => params.ID)
    .join();
}

const add = (world: World, ID: string, more: Settings) => world.controller.added(subs, { Enable: 'true', ID, ...more });

test('TimeToLive: a subscription goes when it is over (1.55)', async () => {
  const world = await World.start();
  await add(world, 'short', { TimeToLive: '20', NotifType: 'ValueChange', ReferenceList: me });
  await add(world, 'endless', { TimeToLive: '0' });
  await world.controller.set({ [me]: { ProvisioningCode: 'a' } });
  assert.is(world.told.length, 1);
  await world.clock.advance(19_000);
  assert.is(await left(world), 'short,endless');
  assert.is(await world.controller.value(`${subs}1.TimeToLive`), '20', 'it does not count down');
  await world.clock.advance(1_500);
  assert.is(await left(world), 'endless');
  await world.controller.set({ [me]: { ProvisioningCode: 'b' } });
  assert.is(world.told.length, 1);
});

test('TimeToLive counts from the creation, also when it is set later', async () => {
  const world = await World.start();
  await add(world, 'a', {});
  await add(world, 'b', { TimeToLive: '1000' });
  await world.clock.advance(100_000);
  await world.controller.set({ [`${subs}1.`]: { TimeToLive: '110' }, [`${subs}2.`]: { TimeToLive: '50' } });
  await world.clock.advance(5_000);
  assert.is(await left(world), 'a');
  await world.clock.advance(6_000);
  assert.is(await left(world), '');
});

test('a TimeToLive of years takes years', async () => {
  const world = await World.start();
  const years = 10 * 365 * 86_400;
  await add(world, 'a', { TimeToLive: String(years) });
  const { clock } = world;
  await clock.advance(3_600_000 * 5);
  assert.is(await left(world), 'a');
  assert.is(clock.waiting > 0, true);
});

test('Persistent: what is not goes with a restart, what is stays', async () => {
  const world = await World.start();
  await add(world, 'gone', { Persistent: 'false' });
  await add(world, 'stays', { Persistent: 'true' });
  const after = await world.restart();
  assert.is(await left(after), 'stays');
  assert.not([...after.persistence.state.values()].includes('gone'));
});

test('TimeToLive goes on over a restart', async () => {
  const world = await World.start();
  await add(world, 'a', { Persistent: 'true', TimeToLive: '100' });
  await add(world, 'over', { Persistent: 'true', TimeToLive: '50' });
  await world.clock.advance(40_000);
  const after = await world.restart();
  assert.is(await left(after), 'a,over');
  await after.clock.advance(11_000);
  assert.is(await left(after), 'a');
  await after.clock.advance(48_000);
  assert.is(await left(after), 'a');
  await after.clock.advance(3_000);
  assert.is(await left(after), '');
});

test('TimeToLive that ended while the agent was down', async () => {
  const world = await World.start();
  await add(world, 'a', { Persistent: 'true', TimeToLive: '100' });
  world.close();
  await world.clock.advance(1_000_000);
  const after = await world.restart();
  await after.clock.advance(0);
  assert.is(await left(after), '');
});

test('where time was not known at the creation, TimeToLive ends with a restart', async () => {
  const world = await World.start();
  world.clock.known = false;
  await add(world, 'a', { Persistent: 'true', TimeToLive: '100000' });
  await add(world, 'endless', { Persistent: 'true' });
  assert.is(await world.controller.value(`${subs}1.CreationDate`), '0001-01-01T00:00:00Z');
  await world.clock.advance(1_000);
  assert.is(await left(world), 'a,endless');
  const after = await world.restart();
  await after.clock.advance(0);
  assert.is(await left(after), 'endless', 'known by now or not');
});

test('where time is not known after a restart, it ends when it is, or in its own time', async () => {
  const world = await World.start();
  await add(world, 'a', { Persistent: 'true', TimeToLive: '10000' });
  await world.clock.advance(9_000_000);
  world.clock.known = false;
  const after = await world.restart();
  await after.clock.advance(3_000_000);
  assert.is(await left(after), 'a');
  after.clock.known = true;
  await after.clock.advance(3_600_000);
  assert.is(await left(after), '');
  const lost = await World.start();
  await add(lost, 'a', { Persistent: 'true', TimeToLive: '10000' });
  lost.clock.known = false;
  const later = await lost.restart();
  await later.clock.advance(11_000_000);
  assert.is(await left(later), '');
});

test('a subscription whose end cannot be stored is ended later', async () => {
  const world = await World.start();
  await add(world, 'a', { TimeToLive: '10' });
  world.persistence.refusal = 'ENOSPC';
  await world.clock.advance(11_000);
  assert.is(await left(world), 'a');
  world.persistence.refusal = undefined;
  await world.clock.advance(3_600_000);
  assert.is(await left(world), '');
});

const endings = (world: World) => world.told.filter(({ notify }) => notify.notification === 'obj_deletion').length;

test('nobody waits for the medium because a subscription ends', async () => {
  const world = await World.start();
  await add(world, 'a', { TimeToLive: '10' });
  world.persistence.isHeld = true;
  await world.clock.advance(11_000);
  set(world, me, { ProvisioningCode: 'a' });
  await world.settle();
  assert.is(world.model.node(me).stored('ProvisioningCode'), 'a');
});

test('a TimeToLive that is over while a Delete is on its way: it ends once, and also where that is refused', async () => {
  for (const isStored of [true, false]) {
    const world = await World.start();
    await add(world, 'watches', { NotifType: 'ObjectDeletion', ReferenceList: subs });
    await add(world, 'a', { TimeToLive: '10' });
    world.persistence.isHeld = true;
    world.controller.send({ delete: { allow_partial: false, obj_paths: [`${subs}2.`] } });
    await world.clock.advance(11_000);
    if (isStored) world.persistence.release();
    else world.persistence.fail('EIO');
    await world.clock.advance(1_000);
    assert.equal([await left(world), endings(world)], ['watches', 1]);
  }
});

test('one whose end could not be stored, and is deleted then, owes nothing', async () => {
  const world = await World.start();
  await add(world, 'a', { TimeToLive: '10', NotifRetry: 'true', NotifType: 'ValueChange', ReferenceList: me });
  await world.controller.set({ [me]: { ProvisioningCode: 'a' } });
  world.persistence.refusal = 'ENOSPC';
  await world.clock.advance(11_000);
  world.persistence.refusal = undefined;
  assert.is(world.behaviours.outboxes.waiting, 1);
  await world.controller.del(`${subs}1.`);
  assert.is(world.behaviours.outboxes.waiting, 0);
});

test.run();
