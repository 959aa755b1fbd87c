import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VirtualClock } from '../../helpers/clock.ts';
import type { Settings } from '../../helpers/peer.ts';
import { fullAccessRole, me, untrustedRole, World } from '../../helpers/world.ts';

const trust = 'Device.LocalAgent.ControllerTrust.';
const ask = `${trust}RequestChallenge()`;
const respond = `${trust}ChallengeResponse()`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** A world with a challenge, and somebody unknown who may be asked. */
async function challenged(settings: Settings = {}) {
  const world = await World.start();
  const { controller } = world;
  const role = untrustedRole.concat('.');
  const grants = { Enable: 'true', Targets: `${trust}RequestChallenge(),${trust}ChallengeResponse()` };
  await controller.added(`${role}Permission.`, { ...grants, Order: '1', CommandEvent: 'r-x-' });
  const challenge = await controller.added(`${trust}Challenge.`, {
    Enable: 'true',
    Alias: 'admin',
    Description: 'Request administrative privileges',
    Role: fullAccessRole,
    Value: base64('open sesame'),
    Instruction: base64('Enter the passphrase'),
    LockoutPeriod: '30',
    ...settings,
  });
  const stranger = world.peer('self::stranger');
  const request = async (ref = challenge.slice(0, -1), more: Record<string, string> = {}, who = stranger) =>
    resultOf(await who.operate(ask, { ChallengeRef: ref, ...more }));
  const answer = async (id: string, value: string, who = stranger) =>
    resultOf(await who.operate(respond, { ChallengeID: id, Value: value }));
  const roles = () => controller.value('Device.LocalAgent.Controller.[EndpointID=="self::stranger"].AssignedRole');
  return { world, controller, challenge, stranger, request, answer, roles };
}

/** The code of a failure, or the output. */
function resultOf(answer: Awaited<ReturnType<World['controller']['operate']>>): {
  code?: number;
  output?: Record<string, string>;
} {
  const [result] = 'error' in answer ? [{ code: answer.error }] : answer;
  const { code, output } = { code: undefined, output: undefined, ...result };
  return { ...(code !== undefined && { code }), ...(output && { output }) };
}

const notesOf = (world: World) => [...world.persistence.state.keys()].filter(key => key.startsWith('#challenge/'));

const idOf = (result: { output?: Record<string, string> }) => result.output?.ChallengeID ?? '';

test('whoever knows the value gets the roles in place of the untrusted one', async () => {
  const { world, stranger, request, answer, roles } = await challenged();
  assert.is(await stranger.value(`${me}EndpointID`), 7026);
  const asked = await request();
  const { ChallengeID, ...others } = asked.output ?? {};
  assert.equal(others, {
    Instruction: base64('Enter the passphrase'),
    InstructionType: 'text/plain',
    ValueType: 'text/plain',
  });
  assert.is(await roles(), untrustedRole);
  assert.equal(await answer(ChallengeID ?? '', base64('open sesame')), { output: {} });
  assert.is(await roles(), fullAccessRole);
  assert.is(await stranger.value(`${me}EndpointID`), 'self::controller');
  const next = await world.restart();
  assert.is(await next.peer('self::stranger').value(`${me}EndpointID`), 'self::controller');
});

test('roles are added to others, none of them twice', async () => {
  const { controller, request, answer } = await challenged({ Role: `${fullAccessRole},${untrustedRole}` });
  const id = idOf(await request(undefined, {}, controller));
  assert.equal(await answer(id, base64('open sesame'), controller), { output: {} });
  assert.is(await controller.value(`${me}AssignedRole`), `${fullAccessRole},${untrustedRole}`);
});

test('a role that was won holds on no other way in than the one that it was won on', async () => {
  const { world, request, answer } = await challenged();
  await answer(idOf(await request()), base64('open sesame'));
  const plain = world.peer('self::stranger', {
    protocol: 'CoAP',
    transport: 'coap',
    replyTo: 'x',
    isSecure: true,
    isLoopback: false,
  });
  assert.is(await plain.value(`${me}EndpointID`), 7026);
});

test('wrong values lock the challenge for all, for a while [R-SEC.16, R-SEC.17]', async () => {
  const { world, request, answer, roles } = await challenged({ Retries: '3' });
  const other = world.peer('self::other');
  const id = idOf(await request());
  for (let i = 0; i < 2; i++) assert.equal(await answer(id, base64('guess')), { code: 7022 });
  const theirs = idOf(await request(undefined, {}, other));
  assert.equal(await answer(theirs, base64('guess'), other), { code: 7022 });
  assert.equal(await answer(id, base64('open sesame')), { code: 7002 });
  assert.equal(await request(undefined, {}, other), { code: 7002 });
  await world.clock.advance(30_000);
  assert.equal(await answer(id, base64('open sesame')), { output: {} });
  assert.is(await roles(), fullAccessRole);
});

test('a right value resets the count', async () => {
  const { controller, world, request, answer } = await challenged({ Retries: '2' });
  const other = world.peer('self::other');
  await answer(idOf(await request()), base64('guess'));
  await answer(idOf(await request(undefined, {}, other)), base64('open sesame'), other);
  const id = idOf(await request());
  assert.equal(await answer(id, base64('guess')), { code: 7022 });
  assert.equal(await answer(id, base64('open sesame')), { output: {} });
  assert.ok(controller);
});

test('without a LockoutPeriod the challenge has to be requested anew', async () => {
  const { request, answer } = await challenged({ Retries: '1', LockoutPeriod: '0' });
  const id = idOf(await request());
  assert.equal(await answer(id, base64('guess')), { code: 7022 });
  assert.equal(await answer(id, base64('open sesame')), { code: 7004 });
  assert.equal(await answer(idOf(await request()), base64('open sesame')), { output: {} });
});

test('one challenge at a time for each controller', async () => {
  const { controller, request, answer, challenge } = await challenged();
  const second = await controller.added(`${trust}Challenge.`, {
    Enable: 'true',
    Value: base64('x'),
    Role: fullAccessRole,
  });
  const first = idOf(await request());
  assert.equal(await request(second), { code: 7002 });
  const again = idOf(await request(challenge));
  assert.is.not(again, first);
  assert.equal(await answer(first, base64('open sesame')), { code: 7004 }, 'the newer request counts');
  assert.equal(await answer(again, base64('open sesame')), { output: {} });
  assert.ok((await request(second)).output);
});

test('a request expires: after 900 s, after what was asked for, or never', async () => {
  const { world, request, answer } = await challenged();
  const byDefault = idOf(await request());
  await world.clock.advance(899_000);
  assert.equal(await answer(byDefault, base64('guess')), { code: 7022 });
  await world.clock.advance(1_000);
  assert.equal(await answer(byDefault, base64('open sesame')), { code: 7004 });
  const short = idOf(await request(undefined, { RequestExpiration: '5' }));
  await world.clock.advance(5_000);
  assert.equal(await answer(short, base64('open sesame')), { code: 7004 });
  const never = idOf(await request(undefined, { RequestExpiration: '0' }));
  await world.clock.advance(30 * 86_400_000);
  assert.equal(await answer(never, base64('open sesame')), { output: {} });
});

test('an ID is of use to the controller that it was given to alone', async () => {
  const { world, request, answer } = await challenged();
  const id = idOf(await request());
  assert.equal(await answer(id, base64('open sesame'), world.peer('self::other')), { code: 7004 });
  assert.equal(await answer('', base64('open sesame')), { code: 7004 });
});

test('what is disabled, has no value, or is no challenge cannot be requested', async () => {
  const { controller, challenge, request } = await challenged();
  for (const ref of [`${trust}Challenge.9`, trust, me, 'nonsense', ''])
    assert.equal(await request(ref), { code: 7012 }, ref);
  await controller.set({ [challenge]: { Value: '' } });
  assert.equal(await request(), { code: 7012 });
  await controller.set({ [challenge]: { Value: base64('x'), Enable: 'false' } });
  assert.equal(await request(), { code: 7012 });
});

test('what the arguments lack or get wrong is 7027', async () => {
  const { stranger } = await challenged();
  assert.equal(resultOf(await stranger.operate(ask)), { code: 7027 });
  assert.equal(resultOf(await stranger.operate(respond, { ChallengeID: 'x' })), { code: 7027 });
  assert.equal(resultOf(await stranger.operate(respond, { ChallengeID: 'x', Value: 'no base64!' })), { code: 7027 });
});

test('its value reads as empty, but to a SecuredRole (2.27)', async () => {
  const { controller, challenge } = await challenged();
  assert.is(await controller.value(`${challenge}Value`), '');
  await controller.set({ [trust]: { SecuredRoles: fullAccessRole } });
  assert.is(await controller.value(`${challenge}Value`), base64('open sesame'));
});

test('after a restart nothing is under way [R-SEC.21]', async () => {
  const { world, request } = await challenged();
  const id = idOf(await request());
  const next = await world.restart();
  const result = await next.peer('self::stranger').operate(respond, { ChallengeID: id, Value: base64('open sesame') });
  assert.equal(resultOf(result), { code: 7004 });
});

/** The world after a restart with nothing but what was durable, its clock further on by `offMs`. */
async function afterRestart(world: World, offMs: number, isTimeKnown = true) {
  const clock = new VirtualClock(new Date(world.clock.wallMs() + offMs).toISOString());
  clock.known = isTimeKnown;
  const next = await world.restart({ clock, seed: 2 });
  const stranger = next.peer('self::stranger');
  const request = async () => resultOf(await stranger.operate(ask, { ChallengeRef: `${trust}Challenge.1` }));
  const answer = async (id: string, value: string) =>
    resultOf(await stranger.operate(respond, { ChallengeID: id, Value: base64(value) }));
  return { next, request, answer };
}

test('R-SEC.16: tries are counted on through restarts', async () => {
  const { world, request, answer } = await challenged({ Retries: '3' });
  await answer(idOf(await request()), base64('guess'));
  const second = await afterRestart(world, 0);
  assert.equal(await second.answer(idOf(await second.request()), 'guess'), { code: 7022 });
  const third = await afterRestart(second.next, 0);
  assert.equal(await third.answer(idOf(await third.request()), 'guess'), { code: 7022 });
  assert.equal(await third.request(), { code: 7002 }, 'the third wrong value has locked it');
});

test('R-SEC.17: a lockout goes on through a restart, and ends when it would have ended', async () => {
  const { world, request, answer } = await challenged({ Retries: '1', LockoutPeriod: '30' });
  await answer(idOf(await request()), base64('guess'));
  const early = await afterRestart(world, 20_000);
  assert.equal(await early.request(), { code: 7002 });
  await early.next.clock.advance(9_999);
  assert.equal(await early.request(), { code: 7002 });
  await early.next.clock.advance(1);
  assert.equal(await early.answer(idOf(await early.request()), 'open sesame'), { output: {} });
  assert.equal(notesOf(early.next), []);
  assert.ok((await (await afterRestart(world, 30_000)).request()).output, 'it was over before');
});

test('R-SEC.17: where wall time is not known, or has gone back, the lockout begins anew and is no longer', async () => {
  const { world, request, answer } = await challenged({ Retries: '1', LockoutPeriod: '30' });
  await answer(idOf(await request()), base64('guess'));
  for (const [offMs, isTimeKnown] of [
    [25_000, false],
    [-86_400_000, true],
  ] as const) {
    const { next, request } = await afterRestart(world, offMs, isTimeKnown);
    await next.clock.advance(29_999);
    assert.equal(await request(), { code: 7002 });
    await next.clock.advance(1);
    assert.ok((await request()).output);
  }
});

test('a wrong value is answered when its count is on the medium', async () => {
  const { world, stranger, request } = await challenged();
  const ChallengeID = idOf(await request());
  world.persistence.isHeld = true;
  const input_args = { ChallengeID, Value: base64('guess') };
  const msgId = stranger.send({ operate: { command: respond, command_key: '', send_resp: true, input_args } });
  await world.settle();
  assert.is(stranger.answer(msgId), undefined);
  world.persistence.release();
  await world.settle();
  assert.ok(stranger.answer(msgId));
  assert.is(notesOf(world).length, 1);
});

test('the count of a challenge that is met or deleted is forgotten', async () => {
  const { world, controller, challenge, request, answer } = await challenged();
  const id = idOf(await request());
  await answer(id, base64('guess'));
  await answer(id, base64('open sesame'));
  assert.equal(notesOf(world), []);
  await answer(idOf(await request()), base64('guess'));
  await controller.del(challenge);
  await world.settle();
  assert.equal(notesOf(world), []);
});

test.run();
