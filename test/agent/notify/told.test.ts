import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { toldBefore } from '../../../agent/notify/told.ts';
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
  assert.equal([...toldBefore(world.persistence.state)], [[`${door}Value`, false]]);
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

test.run();
