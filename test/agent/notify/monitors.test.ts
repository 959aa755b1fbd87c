import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { monitorChangesMax } from '../../../agent/notify/limits.ts';
import type { Settings } from '../../helpers/peer.ts';
import { me, World } from '../../helpers/world.ts';

const table = 'Device.LocalAgent.Monitor.';

async function withMonitor(settings: Settings = {}) {
  const world = await World.start();
  const { controller } = world;
  const row = await controller.added(table, { Enable: 'true', ReferenceList: me, ...settings });
  await controller.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    ID: 'changes',
    NotifType: 'Event',
    ReferenceList: `${table}*.OnChange!`,
  });
  return { world, controller, row };
}

/** The arguments of each OnChange!, with the time at which it went out. */
function heard(world: World, to = 'self::controller'): { atMs: number; args: Record<string, string> }[] {
  return world.told.flatMap(({ to: recipient, atMs, notify }) =>
    recipient === to && notify.notification === 'event' && notify.event.event_name === 'OnChange!'
      ? [{ atMs, args: { ...notify.event.params } }]
      : [],
  );
}

test('with interval 0 every commit is told at once, what changed in it together', async () => {
  const { world, controller } = await withMonitor();
  await controller.set({ [me]: { ProvisioningCode: 'a', ControllerCode: 'b' } });
  await controller.set({ [me]: { ProvisioningCode: 'c' } });
  const [first, second] = heard(world);
  assert.equal(first?.args, {
    'ChangeSet.1.ObjectPath': me,
    'ChangeSet.1.Parameter.1.Name': 'ProvisioningCode',
    'ChangeSet.1.Parameter.1.Value': 'a',
    'ChangeSet.1.Parameter.1.OldValue': '',
    'ChangeSet.1.Parameter.1.ChangeTime': '2026-01-01T00:00:00.000000Z',
    'ChangeSet.1.Parameter.2.Name': 'ControllerCode',
    'ChangeSet.1.Parameter.2.Value': 'b',
    'ChangeSet.1.Parameter.2.OldValue': '',
    'ChangeSet.1.Parameter.2.ChangeTime': '2026-01-01T00:00:00.000001Z',
  });
  assert.is(second?.args['ChangeSet.1.Parameter.1.OldValue'], 'a');
});

test('an interval is counted in microseconds, from the first change in it', async () => {
  const { world, controller } = await withMonitor({ Interval: '2500000' });
  await world.clock.advance(10_000);
  await controller.set({ [me]: { ProvisioningCode: 'a' } });
  await world.clock.advance(1_000);
  await controller.set({ [me]: { ProvisioningCode: 'b' } });
  assert.is(heard(world).length, 0);
  await world.clock.advance(1_500);
  const [only] = heard(world);
  assert.is(only?.atMs, 12_500);
  assert.is(only?.args['ChangeSet.1.Parameter.1.Value'], 'a');
  assert.is(only?.args['ChangeSet.1.Parameter.2.Value'], 'b');
  assert.is(only?.args['ChangeSet.1.Parameter.2.ChangeTime'], '2026-01-01T00:00:11.000000Z');
  await world.clock.advance(60_000);
  assert.is(heard(world).length, 1);
});

test('objects that change within one interval have a ChangeSet each', async () => {
  const { world } = await withMonitor({ Interval: '1000000', ReferenceList: 'Device.IoTCapability.' });
  const paths = [world.addCapability('one', 'BinarySensor'), world.addCapability('two', 'BinarySensor')];
  for (const path of paths) world.model.update(world.model.node(`${path}BinarySensor.`), { Value: true });
  await world.clock.advance(1_000);
  const [only] = heard(world);
  assert.is(only?.args['ChangeSet.1.ObjectPath'], `${paths[0]}BinarySensor.`);
  assert.is(only?.args['ChangeSet.2.ObjectPath'], `${paths[1]}BinarySensor.`);
  assert.is(only?.args['ChangeSet.2.Parameter.1.OldValue'], 'false');
});

test('the unknown time has six digits too', async () => {
  const { world, controller } = await withMonitor();
  world.clock.known = false;
  await controller.set({ [me]: { ProvisioningCode: 'a' } });
  assert.is(heard(world)[0]?.args['ChangeSet.1.Parameter.1.ChangeTime'], '0001-01-01T00:00:00.000000Z');
});

test('a flood of changes is told in several events', async () => {
  const { world } = await withMonitor({
    Interval: '1000000',
    ReferenceList: 'Device.IoTCapability.*.LevelSensor.Value',
  });
  const level = world.model.node(`${world.addCapability('level', 'LevelSensor')}LevelSensor.`);
  for (let i = 1; i <= monitorChangesMax + 3; i++) world.model.update(level, { Value: i });
  await world.settle();
  assert.is(Object.keys(heard(world)[0]?.args ?? {}).length, 1 + 4 * monitorChangesMax);
  await world.clock.advance(1_000);
  assert.is(Object.keys(heard(world)[1]?.args ?? {}).length, 1 + 4 * 3);
});

test('a value of a secret is not told, and a long one is cut', async () => {
  const trust = 'Device.LocalAgent.ControllerTrust.';
  const { world, controller } = await withMonitor({ ReferenceList: `Device.MQTT.Client.,${trust}Challenge.` });
  const client = await controller.added('Device.MQTT.Client.', { Name: 'x' });
  const challenge = await controller.added(`${trust}Challenge.`, {});
  await controller.set({ [client]: { Password: 'secret' } });
  await controller.set({ [challenge]: { Value: 'c2VjcmV0', Description: 'd'.repeat(300) } });
  const [hidden, secured] = heard(world).map(({ args }) => args);
  assert.is(hidden?.['ChangeSet.1.Parameter.1.Name'], 'Password');
  assert.is(hidden?.['ChangeSet.1.Parameter.1.Value'], '');
  assert.is(secured?.['ChangeSet.1.Parameter.1.Name'], 'Value');
  assert.is(secured?.['ChangeSet.1.Parameter.1.Value'], '', 'without a SecuredRole');
  assert.is(secured?.['ChangeSet.1.Parameter.2.Value'], 'd'.repeat(256));
});

test('one that is disabled or deleted tells nothing of what it has gathered', async () => {
  const { world, controller, row } = await withMonitor({ Interval: '1000000' });
  await controller.set({ [me]: { ProvisioningCode: 'a' } });
  await controller.set({ [row]: { Enable: 'false' } });
  await controller.set({ [me]: { ProvisioningCode: 'b' } });
  await world.clock.advance(5_000);
  assert.equal(heard(world), []);
});

test('what has been gathered when the agent stops is told, after the restart where that is asked for', async () => {
  for (const NotifRetry of ['true', 'false']) {
    const world = await World.start();
    const { controller } = world;
    await controller.added(table, { Enable: 'true', ReferenceList: me, Interval: '60000000' });
    const subscription = { Enable: 'true', ID: 'changes', NotifType: 'Event', Persistent: 'true', NotifRetry };
    await controller.added('Device.LocalAgent.Subscription.', {
      ...subscription,
      ReferenceList: `${table}*.OnChange!`,
    });
    await controller.set({ [me]: { ProvisioningCode: 'a' } });
    await world.clock.advance(1_000);
    const next = await world.restart({ seed: 2 });
    await next.settle();
    const values = heard(next).map(({ args }) => args['ChangeSet.1.Parameter.1.Value']);
    assert.equal(values, NotifRetry === 'true' ? ['a'] : []);
    next.close();
    assert.is(next.clock.waiting, 0, 'no timer is left behind');
  }
});

test('a Monitor that was set goes on after a restart', async () => {
  const { world, controller, row } = await withMonitor({ Interval: '1000000' });
  await controller.set({ 'Device.LocalAgent.Subscription.1.': { Persistent: 'true' } });
  const next = await world.restart();
  assert.equal(
    [await next.controller.value(`${row}Interval`), await next.controller.value(`${row}ReferenceList`)],
    ['1000000', me],
  );
  await next.controller.set({ [me]: { ProvisioningCode: 'b' } });
  await next.clock.advance(1_000);
  assert.is(heard(next)[0]?.args['ChangeSet.1.Parameter.1.Value'], 'b');
});

test('only the controller that made it hears of it', async () => {
  const { world, controller } = await withMonitor();
  const other = await world.addController('self::other');
  await other.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    ID: 'changes',
    NotifType: 'Event',
    ReferenceList: 'Device.LocalAgent.',
  });
  await controller.set({ [me]: { ProvisioningCode: 'a' } });
  assert.is(heard(world).length, 1);
  assert.equal(heard(world, 'self::other'), []);
});

test('a path that is not supported is refused', async () => {
  const { controller } = await World.start();
  for (const path of ['Device.NoSuch.', 'Device.Boot!', 'Other.LocalAgent.', 'Device.LocalAgent..']) {
    const answer = await controller.add([[table, { ReferenceList: { required: `${me},${path}` } }]]);
    assert.equal('error' in answer && answer.faults, [[`${table}ReferenceList`, 7012]], path);
  }
});

test.run();
