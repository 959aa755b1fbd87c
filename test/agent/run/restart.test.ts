import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { raiseBoot } from '../../../agent/notify/boot.ts';
import { factoryResetIfAsked, RestartRequest } from '../../../agent/run/restart.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { MemoryPersistence } from '../../helpers/persistence.ts';
import { me, World } from '../../helpers/world.ts';

const reboot = 'Device.Reboot()';
const reset = 'Device.FactoryReset()';

async function subscribed(world: World): Promise<void> {
  await world.controller.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    ID: 'boots',
    NotifType: 'Event',
    ReferenceList: 'Device.Boot!',
    Persistent: 'true',
  });
}

/** The next start's Boot!, its ParameterMap left out; `version`: of the software that starts. */
async function bootAfter(world: World, version = '1.0') {
  const next = await world.restart();
  next.services.identity = { ...next.services.identity, softwareVersion: version };
  raiseBoot(next.model, next.persistence.state);
  await next.settle();
  const [event] = next.told.flatMap(({ notify }) => (notify.notification === 'event' ? [notify.event.params] : []));
  const { ParameterMap: _, ...args } = event ?? {};
  return { next, args };
}

test('Reboot() is answered, then asked of the host, and the next Boot! says why (1.61)', async () => {
  const world = await World.start();
  await subscribed(world);
  assert.equal(await world.controller.operate(reboot, { Reason: 'overheated' }, 'test61'), [
    { executed: reboot, output: {} },
  ]);
  assert.equal(world.services.restarts, ['reboot']);
  const { next, args } = await bootAfter(world);
  assert.equal(args, { Cause: 'RemoteReboot', CommandKey: 'test61', Reason: 'overheated', FirmwareUpdated: 'false' });
  const again = await bootAfter(next);
  assert.equal(again.args, { Cause: 'LocalReboot', CommandKey: '', Reason: 'Unknown', FirmwareUpdated: 'false' });
});

test('the Cause may be given, among those of TR-181', async () => {
  const world = await World.start();
  await subscribed(world);
  assert.equal(await world.controller.operate(reboot, { Cause: 'Boredom' }), [{ executed: reboot, code: 7027 }]);
  assert.equal(world.services.restarts, []);
  await world.controller.operate(reboot, { Cause: 'LocalReboot' });
  assert.is((await bootAfter(world)).args.Cause, 'LocalReboot');
});

test('it does not go down when the cause could not be journalled', async () => {
  const world = await World.start();
  world.persistence.refusal = 'disk full';
  assert.equal(await world.controller.operate(reboot), [{ executed: reboot, code: 7005 }]);
  assert.equal(world.services.restarts, []);
});

test('FirmwareUpdated is true for the first start of another version, and for that alone', async () => {
  const world = await World.start();
  await subscribed(world);
  const first = await bootAfter(world);
  assert.is(first.args.FirmwareUpdated, 'false');
  const second = await bootAfter(first.next, '1.1');
  assert.is(second.args.FirmwareUpdated, 'true');
  const third = await bootAfter(second.next, '1.1');
  assert.is(third.args.FirmwareUpdated, 'false');
});

test('a start that changes nothing writes nothing', async () => {
  const world = await World.start();
  const { next } = await bootAfter(world);
  const { commits } = next.persistence;
  raiseBoot(next.model, next.persistence.state);
  await next.settle();
  assert.is(next.persistence.commits, commits);
});

test('FactoryReset() forgets what controllers did, and keeps identity and instance numbers', async () => {
  const world = await World.start();
  const { controller, persistence } = world;
  await persistence.commit([{ kind: 'put', key: '#agent/endpoint', value: 'uuid::x' }]);
  await subscribed(world);
  const second = await controller.added('Device.LocalAgent.Subscription.', { ID: 'second', Persistent: 'true' });
  await controller.set({ [me]: { ProvisioningCode: 'mine' } });
  assert.equal(await controller.operate(reset, {}, 'reset'), [{ executed: reset, output: {} }]);
  assert.equal(world.services.restarts, ['factory reset']);
  assert.is(await controller.value(`${me}ProvisioningCode`), 'mine', 'until the agent starts again');

  const state = new MemoryPersistence(persistence.state);
  const lines: string[] = [];
  await factoryResetIfAsked(state, (_, line) => lines.push(line));
  assert.is(lines.length, 1);
  const next = await World.start({ persistence: state });
  assert.is(await next.controller.value(`${me}ProvisioningCode`), '');
  assert.is(await next.controller.value(`${me}EndpointID`), 'self::controller');
  assert.equal(await next.controller.paths('Device.LocalAgent.Subscription.'), []);
  assert.is(next.persistence.state.get('#agent/endpoint'), 'uuid::x');
  const third = await next.controller.added('Device.LocalAgent.Subscription.', { ID: 'third' });
  assert.ok(third > second, `${third} is no number that has been used`);
  assert.is((await bootAfter(next)).next.persistence.state.has('#boot/cause'), false);
});

test('Boot! after a factory reset has its cause, whoever subscribes in time', async () => {
  const world = await World.start();
  await world.controller.operate(reset, {}, 'reset');
  const state = new MemoryPersistence(world.persistence.state);
  await factoryResetIfAsked(state, () => {});
  const next = await World.start({ persistence: state });
  await subscribed(next);
  raiseBoot(next.model, state.state);
  await next.settle();
  const [event] = next.told.flatMap(({ notify }) => (notify.notification === 'event' ? [notify.event.params] : []));
  assert.equal([event?.Cause, event?.CommandKey], ['RemoteFactoryReset', 'reset']);
});

test('a capability keeps its number through a factory reset', async () => {
  const capability = (name: string) => ({
    id: `capability ${name}`,
    at: 'Device.IoTCapability.',
    values: { Name: name, Class: 'BinarySensor' },
  });
  const world = await World.start({ seeds: [capability('gone'), capability('door')] });
  await world.controller.operate(reset);
  const state = new MemoryPersistence(world.persistence.state);
  await factoryResetIfAsked(state, () => {});
  const next = await World.start({ persistence: state, seeds: [capability('new'), capability('door')] });
  assert.is(await next.controller.value('Device.IoTCapability.2.Name'), 'door');
  assert.is(await next.controller.value('Device.IoTCapability.3.Name'), 'new');
});

test('without having been asked, nothing is reset', async () => {
  const world = await World.start();
  const state = new MemoryPersistence(world.persistence.state);
  await factoryResetIfAsked(state, () => assert.unreachable());
  assert.equal(state.state, world.persistence.state);
});

test('the owner is asked once the answer has had time to go out', async () => {
  const clock = new VirtualClock();
  const request = new RestartRequest(clock);
  let isAsked = false;
  void request.asked.then(() => {
    isAsked = true;
  });
  request.reboot();
  await clock.advance(900);
  assert.is(isAsked, false);
  await clock.advance(200);
  assert.is(isAsked, true);
});

test.run();
