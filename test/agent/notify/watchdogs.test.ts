import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Settings } from '../../helpers/peer.ts';
import { me, World } from '../../helpers/world.ts';

const table = 'Device.LocalAgent.Watchdog.';

async function withWatchdog(settings: Settings = {}) {
  const world = await World.start();
  const sensor = `${world.addCapability('level', 'LevelSensor')}LevelSensor.`;
  const { controller } = world;
  const row = await controller.added(table, {
    Enable: 'true',
    Reference: `${sensor}LastContactTime`,
    ReloadTimerValue: '10',
    SeverityIndication: 'Major',
    ...settings,
  });
  await controller.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    ID: 'barks',
    NotifType: 'Event',
    ReferenceList: `${table}*.Watchdog!`,
  });
  const read = () => world.model.update(world.model.node(sensor), { LastContactTime: '2026-01-01T00:00:00Z' });
  return { world, controller, row, sensor, read };
}

/** Times and arguments of each Watchdog!. */
function barks(world: World, to = 'self::controller'): [atMs: number, args: Record<string, string>][] {
  return world.told.flatMap(({ to: recipient, atMs, notify }) =>
    recipient === to && notify.notification === 'event' && notify.event.event_name === 'Watchdog!'
      ? [[atMs, { ...notify.event.params }] as [number, Record<string, string>]]
      : [],
  );
}

test('it barks once when the sensor is silent, and stays at 0 until it is reset', async () => {
  const { world, controller, row, sensor, read } = await withWatchdog();
  await world.clock.advance(4_000);
  assert.is(await controller.value(`${row}RemainingTimerValue`), '6');
  assert.is(await controller.value(`${row}Status`), 'Active');
  await world.clock.advance(60_000);
  const args = { Reference: `${sensor}LastContactTime`, ReloadTimerValue: '10', SeverityIndication: 'Major' };
  assert.equal(barks(world), [[10_000, args]]);
  assert.is(await controller.value(`${row}Status`), 'Expired');
  read();
  assert.is(await controller.value(`${row}RemainingTimerValue`), '0');
  assert.equal(await controller.operate(`${row}Reset()`), [{ executed: `${row}Reset()`, output: {} }]);
  assert.is(await controller.value(`${row}Status`), 'Active');
  await world.clock.advance(10_000);
  assert.is(barks(world).length, 2);
});

test('a reading keeps it quiet, though it says the same as the one before', async () => {
  const { world, read } = await withWatchdog();
  for (let i = 0; i < 5; i++) {
    await world.clock.advance(9_000);
    read();
  }
  assert.equal(barks(world), []);
  await world.clock.advance(10_000);
  assert.is(barks(world)[0]?.[0], 55_000);
});

test('a Set counts as an update, also with the value that is there', async () => {
  const { world, controller } = await withWatchdog({ Reference: `${me}ProvisioningCode` });
  for (let i = 0; i < 3; i++) {
    await world.clock.advance(9_000);
    await controller.set({ [me]: { ProvisioningCode: '' } });
  }
  assert.equal(barks(world), []);
});

test('with several parameters it is quiet only when each of them has been updated', async () => {
  const { world, controller } = await withWatchdog({ Reference: `${me}ProvisioningCode,${me}ControllerCode` });
  await world.clock.advance(6_000);
  await controller.set({ [me]: { ProvisioningCode: 'a' } });
  await world.clock.advance(3_000);
  await controller.set({ [me]: { ControllerCode: 'a' } });
  await world.clock.advance(9_000);
  assert.equal(barks(world), []);
  await controller.set({ [me]: { ProvisioningCode: 'b' } });
  await world.clock.advance(1_000);
  assert.is(barks(world)[0]?.[0], 19_000);
});

test('a search path means all that it finds, an object path anything in the object', async () => {
  const { world } = await withWatchdog({ Reference: 'Device.IoTCapability.[Class=="LevelSensor"].LevelSensor.' });
  const second = world.model.node(`${world.addCapability('second', 'LevelSensor')}LevelSensor.`);
  await world.clock.advance(9_000);
  world.model.update(second, { Value: 3 });
  await world.clock.advance(1_000);
  assert.is(barks(world).length, 1);
});

test('disabled it shows 0 and is silent, enabled again it begins anew', async () => {
  const { world, controller, row } = await withWatchdog();
  await world.clock.advance(5_000);
  await controller.set({ [row]: { Enable: 'false' } });
  assert.is(await controller.value(`${row}RemainingTimerValue`), '0');
  assert.is(await controller.value(`${row}Status`), 'Inactive');
  await world.clock.advance(60_000);
  assert.equal(barks(world), []);
  await controller.operate(`${row}Reset()`);
  assert.is(
    await controller.value(`${row}RemainingTimerValue`),
    '10',
    'TR-181: Reset() reloads it whatever Enable says',
  );
  assert.is(await controller.value(`${row}Status`), 'Inactive');
  await controller.set({ [row]: { Enable: 'true' } });
  assert.is(await controller.value(`${row}RemainingTimerValue`), '10');
});

test('only the controller that made it hears of it, and it goes with that controller', async () => {
  const { world, controller, row } = await withWatchdog();
  const other = await world.addController('self::other');
  const subscription = { Enable: 'true', ID: 'all', NotifType: 'Event', ReferenceList: `${table}*.Watchdog!` };
  await other.added('Device.LocalAgent.Subscription.', subscription);
  const its = await other.added(table, { Enable: 'true', Reference: `${me}Alias`, ReloadTimerValue: '20' });
  await world.clock.advance(15_000);
  assert.is(barks(world).length, 1);
  assert.equal(barks(world, 'self::other'), []);
  await controller.del('Device.LocalAgent.Controller.[EndpointID=="self::other"].');
  assert.equal(await controller.paths(table), [row]);
  assert.is(await controller.value(`${its}Status`), 7026);
  await world.clock.advance(60_000);
  assert.is(barks(world).length, 1);
});

test('it watches again after a restart', async () => {
  const { world, row } = await withWatchdog();
  await world.clock.advance(5_000);
  const next = await world.restart();
  assert.is(await next.controller.value(`${row}RemainingTimerValue`), '10');
});

test('a path that is not supported is refused', async () => {
  const { controller } = await World.start();
  const answer = await controller.add([[table, { Reference: { required: 'Device.NoSuch.' } }]]);
  assert.equal('error' in answer && answer.faults, [[`${table}Reference`, 7012]]);
});

test.run();
