import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { triggersMax } from '../../../agent/notify/limits.ts';
import { MemoryPersistence } from '../../helpers/persistence.ts';
import { me, untrustedRole, World } from '../../helpers/world.ts';

const table = 'Device.LocalAgent.Subscription.';
const trust = 'Device.LocalAgent.ControllerTrust.';

/** A subscription to changes of `self::controller`'s ProvisioningCode. */
function onChange(world: World, action: string, settings: string, id = 'trigger', controller = world.controller) {
  return controller.added(table, {
    Enable: 'true',
    ID: id,
    NotifType: 'ValueChange',
    ReferenceList: `${me}ProvisioningCode`,
    TriggerAction: action,
    TriggerConfigSettings: settings,
  });
}

const change = (world: World, value: string) => world.controller.set({ [me]: { ProvisioningCode: value } });

test('Config changes the configuration, and notifies nobody (1.93)', async () => {
  const world = await World.start();
  const row = await onChange(world, 'Config', '');
  const settings = `${row}Enable=false`;
  await world.controller.set({ [row]: { TriggerConfigSettings: settings } });
  await change(world, 'TestValue93');
  assert.is(await world.controller.value(`${row}Enable`), 'false');
  assert.equal(world.told, []);
});

test('NotifyAndConfig does both (1.94)', async () => {
  const world = await World.start();
  const row = await onChange(world, 'NotifyAndConfig', `${me}ControllerCode="seen it"`.replace(' ', '%20'));
  await change(world, 'TestValue94');
  const [only] = world.told;
  assert.is(only?.notify.subscription_id, 'trigger');
  assert.is(only?.notify.notification === 'value_change' && only.notify.value_change.param_value, 'TestValue94');
  assert.is(await world.controller.value(`${me}ControllerCode`), 'seen it');
  assert.is(await world.controller.value(`${row}TriggerAction`), 'NotifyAndConfig');
});

test('an event of a threshold can turn an output, without a controller being there', async () => {
  const world = await World.start();
  const fan = world.addCapability('fan', 'BinaryControl');
  const threshold = await world.controller.added('Device.LocalAgent.Threshold.', {
    Enable: 'true',
    ReferencePath: me,
    ThresholdParam: 'PeriodicNotifInterval',
    ThresholdValue: '100000',
  });
  await world.controller.added(table, {
    Enable: 'true',
    ID: 'fan',
    NotifType: 'Event',
    ReferenceList: `${threshold}Triggered!`,
    TriggerAction: 'Config',
    TriggerConfigSettings: 'Device.IoTCapability.[Name=="fan"].BinaryControl.Value=true',
  });
  await world.controller.set({ [me]: { PeriodicNotifInterval: '100001' } });
  assert.equal(world.services.actuators.writes, [`${fan}=true`]);
});

test("it acts with the rights of the subscription's owner, and all or nothing", async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  const row = await onChange(world, 'Config', `${me}ControllerCode="a",${trust}UntrustedRole=""`, 'other', other);
  // It keeps what it needs to be triggered, and loses the right to write ControllerTrust.
  const role = await world.controller.added(`${trust}Role.`, { Enable: 'true', Name: 'Some' });
  const rwxn = { Param: 'rwxn', Obj: 'rwxn', InstantiatedObj: 'rwxn', CommandEvent: 'rwxn' };
  await world.controller.added(`${role}Permission.`, { Enable: 'true', Order: '1', Targets: 'Device.', ...rwxn });
  await world.controller.added(`${role}Permission.`, { Enable: 'true', Order: '2', Targets: trust, Param: 'r---' });
  const theirs = 'Device.LocalAgent.Controller.[EndpointID=="self::other"].';
  await world.controller.set({ [theirs]: { AssignedRole: role.slice(0, -1) } });
  await change(world, 'x');
  assert.is(await world.controller.value(`${trust}UntrustedRole`), untrustedRole);
  assert.is(await world.controller.value(`${me}ControllerCode`), '');
  const lines = world.services.lines.filter(line => line.includes(row));
  assert.is(lines.length, 1);
  assert.match(lines[0] ?? '', /permission/);
});

test('what it was set to do it does after a restart, and what it did stays, but for outputs', async () => {
  const world = await World.start();
  const fan = world.addCapability('fan', 'BinaryControl');
  const settings = `${me}ControllerCode="seen",${fan}BinaryControl.Value=true`;
  const row = await onChange(world, 'Config', settings);
  await world.controller.set({ [row]: { Persistent: 'true' } });
  await change(world, 'x');
  const next = await world.restart();
  const { controller } = next;
  assert.equal(
    [await controller.value(`${row}TriggerAction`), await controller.value(`${row}TriggerConfigSettings`)],
    ['Config', settings],
  );
  assert.is(await controller.value(`${me}ControllerCode`), 'seen');
  assert.is(await controller.value(`${fan}BinaryControl.Value`), 'false', 'never silently the last Set');
  assert.equal(next.services.actuators.writes, []);
  await controller.set({ [me]: { ControllerCode: '' } });
  await change(next, 'y');
  assert.is(await controller.value(`${me}ControllerCode`), 'seen');
  assert.equal(next.services.actuators.writes, [`${fan}=true`]);
});

test('a power cut between what triggers it and what it does: that is not made up for, nothing is driven at a start', async () => {
  const world = await World.start();
  const fan = world.addCapability('fan', 'BinaryControl');
  const row = await onChange(world, 'Config', `${fan}BinaryControl.Value=true,${me}ControllerCode="seen"`);
  await world.controller.set({ [row]: { Persistent: 'true' } });
  world.persistence.isHeld = true;
  void change(world, 'x').catch(() => {});
  await world.settle();
  world.persistence.release(1);
  const next = await World.start({ persistence: new MemoryPersistence(world.persistence.state), seed: 2 });
  assert.is(await next.controller.value(`${me}ProvisioningCode`), 'x');
  assert.is(await next.controller.value(`${me}ControllerCode`), '');
  assert.equal(next.services.actuators.writes, []);
});

test('subscriptions that trigger each other in a ring are slowed, and the others are served', async () => {
  const world = await World.start();
  for (const word of ['tick', 'tock', 'tack']) await onChange(world, 'Config', `${me}ProvisioningCode="${word}"`, word);
  const before = world.persistence.commits;
  await change(world, 'start');
  await world.clock.advance(60_000);
  const after = world.persistence.commits;
  assert.ok(after > before + triggersMax && after <= before + 3 * triggersMax + 1, `${after - before} commits`);
  const lines = world.services.lines.filter(line => /not triggered: more than/.test(line));
  assert.ok(lines.length > 0 && lines.length <= 3);
  assert.is(await world.controller.value('Device.RootDataModelVersion'), '2.19');
});

test('what is no list of settings is refused', async () => {
  const world = await World.start();
  for (const settings of ['Device.LocalAgent.', 'Device.Boot!=1', 'x', 'Device.A="open', '=1', 'Alias=1']) {
    const answer = await world.controller.add([
      [table, { ID: settings, TriggerConfigSettings: { required: settings } }],
    ]);
    assert.equal('error' in answer && answer.faults, [[`${table}TriggerConfigSettings`, 7012]], settings);
  }
  const many = Array.from({ length: 17 }, () => `${me}ControllerCode=1`).join(',');
  const answer = await world.controller.add([[table, { ID: 'many', TriggerConfigSettings: { required: many } }]]);
  assert.equal('error' in answer && answer.faults, [[`${table}TriggerConfigSettings`, 7012]]);
});

test.run();
