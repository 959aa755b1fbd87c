import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { raiseBoot } from '../../../agent/notify/boot.ts';
import { bootCauseNote } from '../../../datamodel/startnotes.ts';
import { controllerWith, everything } from '../../helpers/roles.ts';
import { me, World } from '../../helpers/world.ts';

const boot = `${me}BootParameter.`;

/** A world whose controller has asked for Boot! and for these parameters with it. */
async function withParameters(...names: readonly string[]): Promise<World> {
  const world = await World.start();
  await world.controller.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    ID: 'boot-1',
    NotifType: 'Event',
    ReferenceList: 'Device.Boot!',
    Persistent: 'true',
  });
  for (const ParameterName of names) await world.controller.added(boot, { Enable: 'true', ParameterName });
  return world;
}

/** The arguments of the Boot! that each Controller hears. */
async function heard(world: World): Promise<Map<string, Record<string, string>>> {
  raiseBoot(world.model, world.persistence.state);
  await world.settle();
  const events = new Map<string, Record<string, string>>();
  for (const { to, notify } of world.told)
    if (notify.notification === 'event') events.set(to, { ...notify.event.params });
  return events;
}

test('Boot! is told after a start, with what the standard asks for', async () => {
  const world = await (await withParameters()).restart();
  const args = (await heard(world)).get('self::controller');
  assert.equal(
    [args?.Cause, args?.CommandKey, args?.FirmwareUpdated, args?.ParameterMap],
    ['LocalReboot', '', 'false', '{}'],
  );
  const [told] = world.told;
  assert.is(told?.notify.subscription_id, 'boot-1');
});

for (const [what, names, expected] of [
  ['a parameter', ['Device.DeviceInfo.SerialNumber'], { 'Device.DeviceInfo.SerialNumber': 'test' }],
  ['a wildcard', ['Device.LocalAgent.Controller.*.Enable'], { [`${me}Enable`]: 'true' }],
  ['a search', [`Device.LocalAgent.Controller.[Enable==true].EndpointID`], { [`${me}EndpointID`]: 'self::controller' }],
  ['a key', ['Device.LocalAgent.Controller.[Alias=="cpe-1"].Enable'], { [`${me}Enable`]: 'true' }],
  [
    'an object',
    ['Device.DeviceInfo.MemoryStatus.'],
    { 'Device.DeviceInfo.MemoryStatus.Total': '1000', 'Device.DeviceInfo.MemoryStatus.Free': '400' },
  ],
  ['several', ['Device.Time.Enable', `${me}Enable`], { 'Device.Time.Enable': 'true', [`${me}Enable`]: 'true' }],
  ['nothing that is there', ['Device.Nothing', `${me}MTP.9.Enable`, 'Device..'], {}],
  ['a secret', ['Device.MQTT.Client.*.Password'], { 'Device.MQTT.Client.1.Password': '' }],
] as const) {
  test(`its ParameterMap: ${what}`, async () => {
    const world = await withParameters(...names);
    await world.controller.added('Device.MQTT.Client.', { Password: 'sesame' });
    const map = (await heard(world)).get('self::controller')?.ParameterMap;
    assert.equal(JSON.parse(map ?? ''), expected);
  });
}

test('on a full disk it is told from memory, and what it would have noted stays as it was', async () => {
  const before = await withParameters();
  const cause = JSON.stringify({ Cause: 'RemoteReboot', Reason: 'Unknown', CommandKey: 'k' });
  before.persistence.state.set(bootCauseNote, cause);
  const world = await before.restart();
  world.persistence.refusal = 'ENOSPC';
  const args = (await heard(world)).get('self::controller');
  assert.equal([args?.Cause, args?.CommandKey], ['RemoteReboot', 'k']);
  assert.is(new Set(world.told.map(({ msgId }) => msgId)).size, 1, 'once');
  assert.is(world.persistence.state.get(bootCauseNote), cause);
});

test('a BootParameter that is disabled is left out', async () => {
  const world = await withParameters('Device.Time.Enable');
  await world.controller.set({ [`${boot}1.`]: { Enable: 'false' } });
  assert.is((await heard(world)).get('self::controller')?.ParameterMap, '{}');
});

test('each Controller has its own map, of what it may read', async () => {
  const world = await withParameters('Device.Time.Enable');
  const peer = await controllerWith(
    world,
    { Targets: 'Device.', ...everything },
    { Targets: 'Device.DeviceInfo.SerialNumber', ...everything, Param: '----' },
  );
  const row = `Device.LocalAgent.Controller.[EndpointID=="${peer.endpointId}"].BootParameter.`;
  for (const ParameterName of ['Device.DeviceInfo.SerialNumber', 'Device.DeviceInfo.HostName']) {
    await world.controller.added(row, { Enable: 'true', ParameterName });
  }
  await peer.added('Device.LocalAgent.Subscription.', { Enable: 'true', NotifType: 'Event', ReferenceList: 'Device.' });
  const events = await heard(world);
  assert.is(events.get('self::controller')?.ParameterMap, '{"Device.Time.Enable":"true"}');
  assert.is(events.get(peer.endpointId)?.ParameterMap, '{"Device.DeviceInfo.HostName":"board"}');
});

test.run();
