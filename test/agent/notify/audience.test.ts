// What a Controller is told while it is being disabled or deleted: that may yet be undone.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { me, World } from '../../helpers/world.ts';

const agent = 'Device.LocalAgent.';
const otherPath = `${agent}Controller.2.`;
const watched = `${me}PeriodicNotifInterval`;

/** Another controller that is told of a value, and has it watched by all that watches. */
async function prepared() {
  const world = await World.start();
  const other = await world.addController('self::other');
  assert.is(world.model.node(otherPath).stored('EndpointID'), 'self::other');
  const threshold = { ReferencePath: me, ThresholdParam: 'PeriodicNotifInterval', ThresholdValue: '100000' };
  const rows = [
    await other.added(`${agent}Threshold.`, { Enable: 'true', ...threshold }),
    await other.added(`${agent}Monitor.`, { Enable: 'true', ReferenceList: watched, Interval: '0' }),
    await other.added(`${agent}Watchdog.`, { Enable: 'true', Reference: watched, ReloadTimerValue: '10' }),
  ];
  await other.added(`${agent}Subscription.`, { Enable: 'true', NotifType: 'ValueChange', ReferenceList: watched });
  const [isMet, hasChanged, isStill] = rows;
  const ReferenceList = `${isMet}Triggered!,${hasChanged}OnChange!,${isStill}Watchdog!`;
  await other.added(`${agent}Subscription.`, { Enable: 'true', NotifType: 'Event', ReferenceList });
  return world;
}

const heard = ({ told }: World) =>
  told.map(({ notify }) => (notify.notification === 'event' ? notify.event.event_name : notify.notification));

const everything = ['value_change', 'Triggered!', 'OnChange!', 'Watchdog!'];

function commit({ model }: World, end: 'disabled' | 'deleted', Enable = 'false'): void {
  const transaction = model.begin();
  if (end === 'disabled') transaction.write(model.node(otherPath), 'Enable', Enable);
  else transaction.delete(model.node(otherPath));
  transaction.commitNow();
}

for (const end of ['disabled', 'deleted'] as const) {
  test(`what happens while a controller is being ${end} is told once that cannot be stored`, async () => {
    const world = await prepared();
    world.persistence.isHeld = true;
    commit(world, end);
    world.model.update(world.model.node(me), { PeriodicNotifInterval: 200_000 });
    await world.clock.advance(10_000);
    assert.equal(heard(world), [], 'not while that is not certain');
    world.persistence.fail('ENOSPC');
    await world.settle();
    assert.equal(heard(world), everything);
  });

  test(`nothing that happens while a controller is being ${end} is told once that is stored`, async () => {
    const world = await prepared();
    world.persistence.isHeld = true;
    commit(world, end);
    world.model.update(world.model.node(me), { PeriodicNotifInterval: 200_000 });
    await world.clock.advance(10_000);
    world.persistence.release();
    await world.clock.advance(60_000);
    world.model.update(world.model.node(me), { PeriodicNotifInterval: 9 });
    await world.settle();
    assert.equal(heard(world), []);
  });
}

test('a threshold that disables itself leaves nothing in the journal where its controller is being deleted', async () => {
  const world = await prepared();
  const [threshold] = world.model.table(`${agent}Threshold.`).rows.values();
  await world.controller.set({ [threshold!.path]: { OperatingMode: 'Single' } });
  world.persistence.isHeld = true;
  commit(world, 'deleted');
  world.model.update(world.model.node(me), { PeriodicNotifInterval: 200_000 });
  await world.settle();
  world.persistence.release();
  await world.settle();
  assert.equal(
    [...world.persistence.state.keys()].filter(key => key.startsWith(threshold!.path)),
    [],
  );
});

test('what waits for a disabled controller goes out when it is enabled again', async () => {
  const world = await prepared();
  world.broker.connected = false;
  world.model.update(world.model.node(me), { PeriodicNotifInterval: 9 });
  commit(world, 'disabled');
  world.broker.connected = true;
  world.behaviours.outboxes.connected();
  await world.clock.advance(5_000);
  assert.equal(heard(world), []);
  commit(world, 'disabled', 'true');
  await world.settle();
  assert.equal(heard(world), ['value_change', 'OnChange!']);
});

test('of two ends on their way, one that stands is enough', async () => {
  const world = await prepared();
  world.persistence.isHeld = true;
  commit(world, 'disabled');
  commit(world, 'deleted');
  world.persistence.release(1);
  await world.settle();
  world.model.update(world.model.node(me), { PeriodicNotifInterval: 9 });
  world.persistence.fail('ENOSPC');
  await world.clock.advance(60_000);
  assert.equal([heard(world), world.model.node(otherPath).stored('Enable')], [[], false]);
});

test.run();
