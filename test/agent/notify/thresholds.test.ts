import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { computedValueMs } from '../../../agent/notify/limits.ts';
import type { Settings } from '../../helpers/peer.ts';
import { me, World } from '../../helpers/world.ts';

const table = 'Device.LocalAgent.Threshold.';
const interval: Settings = { ReferencePath: me, ThresholdParam: 'PeriodicNotifInterval', ThresholdValue: '100' };

/** A world in which `self::controller` has set a threshold on its own PeriodicNotifInterval, and hears of it. */
async function withThreshold(settings: Settings = {}) {
  const world = await World.start();
  const { controller } = world;
  await controller.set({ [me]: { PeriodicNotifInterval: '50' } });
  const row = await controller.added(table, { Enable: 'true', ...interval, ...settings });
  await subscribe(world, row);
  const set = (...values: number[]) => setAll(world, values);
  return { world, controller, row, set };
}

async function subscribe(world: World, row: string, controller = world.controller): Promise<void> {
  const settings = { Enable: 'true', ID: `on ${row}`, NotifType: 'Event', ReferenceList: `${row}Triggered!` };
  await controller.added('Device.LocalAgent.Subscription.', settings);
}

async function setAll(world: World, values: readonly number[]): Promise<void> {
  for (const value of values) await world.controller.set({ [me]: { PeriodicNotifInterval: String(value) } });
}

/** Values that Triggered! told of. */
function triggered(world: World, to = 'self::controller'): (string | undefined)[] {
  return world.told.flatMap(({ to: recipient, notify }) =>
    recipient === to && notify.notification === 'event' && notify.event.event_name === 'Triggered!'
      ? [notify.event.params.ParamValue]
      : [],
  );
}

test('Rise tells when a value comes to lie above the threshold, once each time', async () => {
  const { world, row, set } = await withThreshold();
  await set(99, 100, 101, 150, 90, 120);
  assert.equal(triggered(world), ['101', '120']);
  const [told] = world.told;
  assert.is(told?.notify.notification === 'event' && told.notify.event.obj_path, row);
  assert.is(told?.notify.notification === 'event' && told.notify.event.params.ParamPath, `${me}PeriodicNotifInterval`);
});

test('Fall, Eq and NotEq tell as their condition turns true', async () => {
  const cases = { Fall: ['60', '10'], Eq: ['100', '100'], NotEq: ['101', '10'] };
  for (const [operator, expected] of Object.entries(cases)) {
    const { world, set } = await withThreshold({ ThresholdOperator: operator });
    await set(100, 101, 60, 100, 10);
    assert.equal(triggered(world), expected, operator);
  }
});

test('Cross tells of both ways, also by way of the threshold itself, and not of a turn upon it', async () => {
  const { world, set } = await withThreshold({ ThresholdOperator: 'Cross' });
  await set(100, 50, 100, 130, 100, 140, 20);
  assert.equal(triggered(world), ['130', '20']);
});

test('a Single one disables itself', async () => {
  const { world, controller, row, set } = await withThreshold({ OperatingMode: 'Single' });
  await set(101, 50, 102);
  assert.equal(triggered(world), ['101']);
  assert.is(await controller.value(`${row}Enable`), 'false');
  await controller.set({ [row]: { Enable: 'true' } });
  await set(50, 103);
  assert.equal(triggered(world), ['101', '103']);
});

test('a disabled or deleted one is silent', async () => {
  const { world, controller, row, set } = await withThreshold({ Enable: 'false' });
  await set(101, 50);
  await controller.set({ [row]: { Enable: 'true' } });
  await set(102, 50);
  await controller.del(row);
  await set(103);
  assert.equal(triggered(world), ['102']);
});

test('only the controller that made it hears of it', async () => {
  const { world, row, set } = await withThreshold();
  await subscribe(world, row, await world.addController('self::other'));
  await set(101);
  assert.equal(triggered(world), ['101']);
  assert.equal(triggered(world, 'self::other'), []);
});

test('a controller that may no longer read the parameter hears nothing', async () => {
  const { world, controller, set } = await withThreshold();
  const other = await world.addController('self::other');
  const row = await other.added(table, { Enable: 'true', ...interval });
  await subscribe(world, row, other);
  const trust = 'Device.LocalAgent.ControllerTrust.';
  const rwxn = { Param: 'rwxn', Obj: 'rwxn', InstantiatedObj: 'rwxn', CommandEvent: 'rwxn' };
  const role = await controller.added(`${trust}Role.`, { Enable: 'true', Name: 'Blind' });
  await controller.added(`${role}Permission.`, { Enable: 'true', Order: '1', Targets: 'Device.', ...rwxn });
  const blind = { ...rwxn, Param: '-wxn' };
  await controller.added(`${role}Permission.`, { Enable: 'true', Order: '2', Targets: me, ...blind });
  await set(101, 50);
  const its = 'Device.LocalAgent.Controller.[EndpointID=="self::other"].';
  await controller.set({ [its]: { AssignedRole: role.slice(0, -1) } });
  await set(102);
  assert.equal(triggered(world, 'self::other'), ['101']);
});

test('every instance that the path finds has a threshold of its own', async () => {
  const world = await World.start();
  const { controller } = world;
  await world.addController('self::other');
  const path = 'Device.LocalAgent.Controller.*.';
  const row = await controller.added(table, {
    Enable: 'true',
    ...interval,
    ReferencePath: path,
    ThresholdValue: '90000',
  });
  await subscribe(world, row);
  await controller.set({ 'Device.LocalAgent.Controller.*.': { PeriodicNotifInterval: '90001' } });
  assert.equal(triggered(world), ['90001', '90001']);
});

test('a computed parameter is looked at while a threshold is on it, and only then', async () => {
  const world = await World.start();
  const { controller, services, clock } = world;
  const idle = clock.waiting;
  let percent = 10;
  services.machine = { ...services.machine, cpuUsagePercent: () => percent };
  const settings = {
    ReferencePath: 'Device.DeviceInfo.ProcessStatus.',
    ThresholdParam: 'CPUUsage',
    ThresholdValue: '80',
  };
  const row = await controller.added(table, { Enable: 'true', ...settings });
  await subscribe(world, row);
  await clock.advance(computedValueMs);
  percent = 95;
  await clock.advance(3 * computedValueMs);
  assert.equal(triggered(world), ['95']);
  await controller.del(row);
  assert.is(clock.waiting, idle);
});

test('what is no supported integer is not created', async () => {
  const { controller } = await World.start();
  const wrong: Settings[] = [
    {},
    { ...interval, ReferencePath: 'Device.NoSuch.' },
    { ...interval, ReferencePath: me.slice(0, -1) },
    { ...interval, ThresholdParam: 'EndpointID' },
    { ...interval, ThresholdParam: 'NoSuch' },
    { ...interval, ThresholdValue: '1.5' },
    { ...interval, ThresholdValue: '-1' },
    { ...interval, ThresholdOperator: { required: 'Above' } },
    { ReferencePath: 'Device.IoTCapability.*.LevelSensor.', ThresholdParam: 'Value', ThresholdValue: '3' },
  ];
  for (const settings of wrong) {
    const answer = await controller.add([[table, settings]]);
    assert.ok('error' in answer, JSON.stringify(settings));
    assert.is(answer.faults[0]?.[1], 7012, JSON.stringify(settings));
  }
});

test('it goes with the controller that made it', async () => {
  const { controller, ...world } = await withThreshold();
  const other = await world.world.addController('self::other');
  await other.added(table, { Enable: 'true', ...interval });
  await controller.del('Device.LocalAgent.Controller.[EndpointID=="self::other"].');
  assert.equal(await controller.paths(table), [world.row]);
});

test.run();
