import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { toldBefore } from '../../../agent/notify/told.ts';
import { TreeSink } from '../../../datamodel/iot/bind.ts';
import type { Settings } from '../../helpers/peer.ts';
import { World } from '../../helpers/world.ts';

/** A world with a door, whose changes somebody hears. */
async function withDoor(more: Settings): Promise<{ world: World; door: string }> {
  const world = await World.start();
  const door = `${world.addCapability('door', 'BinarySensor')}BinarySensor.`;
  await world.controller.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    NotifType: 'ValueChange',
    ReferenceList: door,
    ...more,
  });
  return { world, door };
}

test('what a persistent subscription was told of a boolean is remembered for the next start', async () => {
  const { world, door } = await withDoor({ Persistent: 'true' });
  const node = world.model.node(door);
  world.model.update(node, { Value: true, LastChange: '2026-01-01T00:00:00Z' });
  await world.settle();
  assert.equal([...toldBefore(world.persistence.state)], [[`${door}Value`, true]]);
  world.model.update(node, { Value: false });
  await world.settle();
  assert.equal([...toldBefore(world.persistence.state)], [], 'a sensor begins with false');
});

test('what nobody was told, or what goes with the restart, is not written to the medium', async () => {
  const { world, door } = await withDoor({ Persistent: 'false' });
  const commits = world.persistence.commits;
  world.model.update(world.model.node(door), { Value: true });
  await world.settle();
  assert.equal([...toldBefore(world.persistence.state)], []);
  assert.is(world.persistence.commits, commits);
});

test('readings are not written to the medium, however often they are told', async () => {
  const { world } = await withDoor({ Persistent: 'true' });
  const level = `${world.addCapability('level', 'LevelSensor')}LevelSensor.`;
  await world.controller.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    NotifType: 'ValueChange',
    ReferenceList: level,
    Persistent: 'true',
  });
  const commits = world.persistence.commits;
  for (let i = 1; i <= 50; i++) world.model.update(world.model.node(level), { Value: i });
  await world.settle();
  assert.is(world.told.length, 50);
  assert.is(world.persistence.commits, commits);
});

test('settings that a controller changes are kept by themselves, and not as told', async () => {
  const { world, door } = await withDoor({ Persistent: 'true' });
  await world.controller.set({
    'Device.LocalAgent.Subscription.1.': { NotifRetry: 'false' },
    [door]: { HoldTime: '5' },
  });
  assert.equal([...toldBefore(world.persistence.state)], []);
});

const subscriptions = 'Device.LocalAgent.Subscription.';
const lasting = { Enable: 'true', NotifType: 'ValueChange', Persistent: 'true' };

/** Another persistent subscription to the same door, as `S2`. */
const subscribe = (world: World, door: string, more: Settings = {}) =>
  world.controller.added(subscriptions, { ...lasting, ID: 'S2', ReferenceList: door, ...more });

const turn = async (world: World, door: string, Value: boolean) => {
  world.model.update(world.model.node(door), { Value });
  await world.settle();
};

/** What the first reading after a power cut tells: the values, by subscription. */
async function firstReading(world: World, door: string, Value: boolean): Promise<string[]> {
  const after = await world.restart();
  const sink = new TreeSink(after.model, after.model.node(door), toldBefore(after.persistence.state), () => {});
  sink.update({ Value });
  await after.settle();
  return after.told.flatMap(({ notify }) =>
    notify.notification === 'value_change' ? `${notify.subscription_id} ${notify.value_change.param_value}` : [],
  );
}

const endings: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  deleted: world => world.controller.del(`${subscriptions}1.`),
  disabled: world => world.controller.set({ [`${subscriptions}1.`]: { Enable: 'false' } }),
  over: world => world.clock.advance(100_000),
};

for (const [how, end] of Object.entries(endings)) {
  test(`who subscribes after the only subscription is ${how} neither misses an alarm nor hears a false one`, async () => {
    for (const [atSubscription, first, heard] of [
      [false, true, ['S2 true']],
      [false, false, []],
      [true, true, []],
      [true, false, ['S2 false']],
    ] as const) {
      const { world, door } = await withDoor({ Persistent: 'true', ID: 'S1', TimeToLive: '90' });
      await turn(world, door, !atSubscription);
      await end(world);
      await turn(world, door, atSubscription);
      await subscribe(world, door);
      assert.equal(await firstReading(world, door, first), heard);
    }
  });
}

test('what is true is known to whoever is enabled, or made persistent, and to nobody else', async () => {
  for (const [more, change, isKnown] of [
    [{ Enable: 'false' }, { Enable: 'true' }, true],
    [{ Persistent: 'false' }, { Persistent: 'true' }, true],
    [{ ReferenceList: 'Device.LocalAgent.' }, { NotifRetry: 'true' }, false],
    [{ TriggerAction: 'Config' }, { NotifRetry: 'true' }, false],
  ] as const) {
    const { world, door } = await withDoor({ Enable: 'false' });
    await turn(world, door, true);
    const row = await subscribe(world, door, more);
    assert.is(toldBefore(world.persistence.state).size, 0);
    await world.controller.set({ [row]: change });
    assert.equal([...toldBefore(world.persistence.state)], isKnown ? [[`${door}Value`, true]] : []);
  }
});

test('nothing is kept of a sensor that the configuration has no more', async () => {
  const { world, door } = await withDoor({ Persistent: 'true' });
  await turn(world, door, true);
  const transaction = world.model.begin();
  transaction.delete(world.model.node('Device.IoTCapability.1.'));
  await transaction.commitNow().durable;
  assert.is(toldBefore(world.persistence.state).size, 1);
  const after = await world.restart();
  await after.settle();
  assert.is(toldBefore(after.persistence.state).size, 0);
});

test.run();
