import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Origin } from '../../../agent/record/transport.ts';
import { localEndpointId } from '../../../agent/security/controllers.ts';
import { endpointIdCharsMax, strangersWaitingMax, unknownControllersMax } from '../../../agent/security/limits.ts';
import { transactionsWaitingMax } from '../../../datamodel/limits.ts';
import { everything } from '../../helpers/roles.ts';
import { controllerSeeds, fullAccessRole, me, trusted, untrustedRole, World } from '../../helpers/world.ts';

const agent = 'Device.LocalAgent.';
const controllers = `${agent}Controller.`;
const plain: Origin = { ...trusted, isSecure: false };
const coap: Origin = { ...trusted, protocol: 'CoAP', transport: 'coap' };
const socket: Origin = { ...trusted, protocol: 'UDS', transport: 'socket', isSecure: false, isLoopback: true };

/** What of the agent a peer may see: everything, or nothing. */
async function seen(world: World, endpointId: string, origin: Origin): Promise<'all' | 'nothing' | 'no answer'> {
  const msg = await world.peer(endpointId, origin).exchange({ get: { param_paths: [`${agent}EndpointID`] } });
  if (msg?.body.msg_body !== 'response' || msg.body.response.resp_type !== 'get_resp') return 'no answer';
  return msg.body.response.get_resp.req_path_results[0]?.err_code === 0 ? 'all' : 'nothing';
}

test("R-SEC.1: a role holds on the ways that the Controller's own rows name, when they can be believed", async () => {
  for (const [what, origin, expected] of [
    ['an encrypted broker', trusted, 'all'],
    ['a broker on this machine', { ...plain, isLoopback: true }, 'all'],
    ['a broker in plain text', plain, 'nothing'],
    ['another MTP', coap, 'nothing'],
    ['another MTP on this machine', { ...coap, isSecure: false, isLoopback: true }, 'nothing'],
    ['the local socket', socket, 'nothing'],
    ['a socket that says who it is', { ...socket, endpointId: 'self::other' }, 'no answer'],
    ['a socket that says the same', { ...socket, endpointId: 'self::controller' }, 'nothing'],
  ] as const) {
    assert.is(await seen(await World.start(), 'self::controller', origin), expected, what);
  }
});

test('plain text is believed where the configuration says so, and for that Controller alone', async () => {
  const world = await World.start({ insecureEndpointIds: ['self::controller'] });
  await world.addController('self::other');
  assert.is(await seen(world, 'self::controller', plain), 'all');
  assert.is(await seen(world, 'self::controller', { ...coap, isSecure: false }), 'nothing');
  assert.is(await seen(world, 'self::other', plain), 'nothing');
});

test('an MTP row that is disabled is no way in', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  await other.set({ [`${me}MTP.1.`]: { Enable: 'false' } });
  assert.is(await seen(world, 'self::controller', trusted), 'nothing');
});

test('a Controller that is disabled is not answered, and is again when it is enabled', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  await world.controller.set({ [`${controllers}2.`]: { Enable: 'false' } });
  assert.is(await seen(world, 'self::other', trusted), 'no answer');
  await world.controller.set({ [`${controllers}2.`]: { Enable: 'true' } });
  assert.is(await other.value(`${agent}UpTime`), '0');
});

test('a spoofed from_id over another way gets untrusted rights, and none that the real one has', async () => {
  const world = await World.start();
  const spoofer = world.peer('self::controller', coap);
  assert.equal(await spoofer.set({ [me]: { AssignedRole: '' } }), [
    { path: me, updated: [[me, {}, { AssignedRole: 7006 }]] },
  ]);
  assert.equal(await spoofer.del(me), { error: 7006, faults: [[me, 7006]] });
  assert.is(await world.controller.value(`${me}AssignedRole`), fullAccessRole);
});

test('the command line is the command line on the local socket alone', async () => {
  const world = await World.start({ seeds: controllerSeeds(localEndpointId, fullAccessRole) });
  assert.is(await seen(world, localEndpointId, { ...socket, endpointId: localEndpointId }), 'all');
  for (const origin of [trusted, { ...plain, isLoopback: true }, coap]) {
    assert.is(await seen(world, localEndpointId, origin), 'nothing');
  }
});

test('an unknown Controller gets a row with the untrusted role (2.9)', async () => {
  const world = await World.start();
  assert.is(await seen(world, 'self::stranger', trusted), 'nothing');
  const [result] = await world.controller.get(`${controllers}[EndpointID=="self::stranger"].`, 1);
  const row = Object.values(result?.objects ?? {})[0];
  assert.equal([row?.EndpointID, row?.Enable, row?.AssignedRole], ['self::stranger', 'true', untrustedRole]);
  assert.match(world.services.lines.join(), 'notice: unknown controller self::stranger has called');
  await seen(world, 'self::stranger', coap);
  assert.is(await world.controller.value(`${agent}ControllerNumberOfEntries`), '2', 'once');
});

test('what the untrusted role grants, anyone may do', async () => {
  const world = await World.start();
  await world.controller.added(`${untrustedRole}.Permission.`, {
    Enable: 'true',
    Targets: `${agent}EndpointID`,
    Param: 'r---',
  });
  for (const origin of [trusted, plain, coap]) assert.is(await seen(world, 'self::stranger', origin), 'all');
  assert.is(await world.peer('self::stranger').value(`${agent}UpTime`), 7026);
});

test('an unknown Controller that is given another role has it, over a way that can be believed', async () => {
  const world = await World.start();
  await seen(world, 'self::stranger', trusted);
  await world.controller.set({ [`${controllers}2.`]: { AssignedRole: fullAccessRole } });
  assert.is(await seen(world, 'self::stranger', trusted), 'all');
  assert.is(await seen(world, 'self::stranger', plain), 'nothing');
  const after = await world.restart();
  assert.is(await seen(after, 'self::stranger', trusted), 'all');
});

test('what is no Endpoint ID gets no row and no answer', async () => {
  const world = await World.start();
  for (const endpointId of [
    'stranger',
    'self:stranger',
    'self::',
    'self::a b',
    'self::a/b',
    'self::a"b',
    'se lf::a',
    `self::${'a'.repeat(endpointIdCharsMax)}`,
    '__proto__',
  ]) {
    assert.is(await seen(world, endpointId, trusted), 'no answer', endpointId);
  }
  assert.is(await world.controller.value(`${agent}ControllerNumberOfEntries`), '1');
  for (const endpointId of ['os::012345-a.b_c%20', 'oui:00256D:x', 'uuid::F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6']) {
    assert.is(await seen(world, endpointId, trusted), 'nothing', endpointId);
  }
});

test('a configured Controller may be called as it likes', async () => {
  const world = await World.start();
  const other = await world.addController('oktopusController');
  assert.is(await other.value(`${agent}UpTime`), '0');
});

test('limits: unknown Controllers; those that are known go on', async () => {
  const world = await World.start();
  for (let i = 0; i < unknownControllersMax; i++) {
    assert.is(await seen(world, `self::stranger-${i}`, trusted), 'nothing');
  }
  for (let i = 0; i < 5; i++) assert.is(await seen(world, `self::one-too-many-${i}`, trusted), 'no answer');
  assert.is(await seen(world, 'self::stranger-0', trusted), 'nothing');
  assert.is(await seen(world, 'self::controller', trusted), 'all');
  assert.is(world.services.lines.filter(line => line.startsWith('warning')).length, 1, 'told once');
  await world.controller.del(`${controllers}[EndpointID=="self::stranger-3"].`);
  assert.is(await seen(world, 'self::one-too-many-0', trusted), 'nothing');
});

/** While an actuator is being written, nobody else changes anything; the function ends that. */
async function occupied(world: World): Promise<() => Promise<void>> {
  let end = () => {};
  const busy = new Promise<void>(resolve => {
    end = resolve;
  });
  void world.model.exclusively(() => busy);
  await world.settle();
  return () => {
    end();
    return world.settle();
  };
}

test('strangers, however many call, keep nobody from changing anything', async () => {
  for (const rows of [0, unknownControllersMax]) {
    const world = await World.start();
    for (let i = 0; i < rows; i++) await seen(world, `self::early-${i}`, trusted);
    const free = await occupied(world);
    for (let i = 0; i <= transactionsWaitingMax; i++) {
      world.peer(`self::stranger-${i}`).send({ get: { param_paths: ['Device.'] } });
    }
    await world.settle();
    const settings = [{ param: 'ProvisioningCode', value: 'new', required: true }];
    world.controller.send({ set: { update_objs: [{ obj_path: me, param_settings: settings }] } });
    await world.settle();
    await free();
    assert.is(await world.controller.value(`${me}ProvisioningCode`), 'new', `${rows} unknown rows`);
    assert.is(await world.controller.value(`${agent}ControllerNumberOfEntries`), String(1 + unknownControllersMax));
  }
});

test('limits: Records of strangers that wait for a row', async () => {
  const world = await World.start();
  const free = await occupied(world);
  const stranger = world.peer('self::stranger');
  const ids = Array.from({ length: strangersWaitingMax + 1 }, (_, i) => `m${i}`);
  for (const id of ids) stranger.send({ get: { param_paths: ['Device.'] } }, id);
  await free();
  assert.is(ids.filter(id => stranger.answer(id)).length, strangersWaitingMax);
  assert.ok(await stranger.exchange({ get: { param_paths: ['Device.'] } }), 'and later it is heard again');
});

test('two requests at once from one unknown Controller make one row', async () => {
  const world = await World.start();
  const stranger = world.peer('self::stranger');
  for (const id of ['a', 'b', 'c']) stranger.send({ get: { param_paths: ['Device.'] } }, id);
  await world.settle();
  assert.equal(
    ['a', 'b', 'c'].map(id => stranger.answer(id)?.body.msg_body),
    ['response', 'response', 'response'],
  );
  assert.is(await world.controller.value(`${agent}ControllerNumberOfEntries`), '2');
});

test('an unknown Controller is not answered when its row cannot be stored', async () => {
  const world = await World.start();
  world.persistence.refusal = 'ENOSPC';
  assert.is(await seen(world, 'self::stranger', trusted), 'no answer');
  world.persistence.refusal = undefined;
  assert.is(await seen(world, 'self::stranger', trusted), 'nothing');
});

test('a Controller that called before it was configured has nothing left of that when it is', async () => {
  const world = await World.start();
  await seen(world, 'self::late', coap);
  await world.controller.added(`${controllers}2.BootParameter.`, { ParameterName: 'Device.' });
  await world.addController('self::late');
  assert.is(await seen(world, 'self::late', trusted), 'all');
  assert.is(await seen(world, 'self::late', coap), 'nothing', 'the way that it came by then is no way in');
  const [rows] = await world.controller.instances(controllers);
  assert.equal(Object.keys(rows?.rows ?? {}), [me, `${me}MTP.1.`, `${controllers}3.`, `${controllers}3.MTP.1.`]);
});

test('a role that changes changes what its Controllers may do, at once', async () => {
  const world = await World.start();
  await seen(world, 'self::stranger', trusted);
  const permission = `${untrustedRole}.Permission.`;
  await world.controller.added(permission, { Enable: 'true', Targets: 'Device.', ...everything });
  assert.is(await seen(world, 'self::stranger', trusted), 'all');
  await world.controller.set({ [`${permission}1.`]: { Param: '----' } });
  assert.is(await seen(world, 'self::stranger', trusted), 'nothing');
  await world.controller.set({ [`${permission}1.`]: { Param: 'r---', Targets: `${agent}UpTime` } });
  assert.is(await seen(world, 'self::stranger', trusted), 'nothing');
  await world.controller.del(`${untrustedRole}.`);
  assert.is(await seen(world, 'self::stranger', trusted), 'nothing');
  assert.is(await world.controller.value(`${controllers}2.AssignedRole`), '', 'R-ARC.12');
});

test.run();
