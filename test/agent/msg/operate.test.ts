import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { requestRowsMax } from '../../../datamodel/limits.ts';
import type { Peer } from '../../helpers/peer.ts';
import { type Told, World } from '../../helpers/world.ts';

const requests = 'Device.LocalAgent.Request.';

/** A world with so many switches, whose Toggle() takes until their actuators answer. */
async function withSwitches(count: number): Promise<World> {
  const world = await World.start();
  for (let n = 1; n <= count; n++) world.addCapability(`switch ${n}`, 'BinaryControl');
  return world;
}

const toggle = (n: number | string) => `Device.IoTCapability.${n}.BinaryControl.Toggle()`;
const value = (peer: Peer, n: number) => peer.value(`Device.IoTCapability.${n}.BinaryControl.Value`);

/** Subscribes to the end of commands; the ends that have been told, in short. */
async function endsIn(world: World, reference = 'Device.'): Promise<() => string[]> {
  await world.controller.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    ID: 'ends',
    NotifType: 'OperationComplete',
    ReferenceList: reference,
    Persistent: 'true',
  });
  return () => world.told.map(inShort);
}

function inShort({ notify }: Told): string {
  if (notify.notification !== 'oper_complete') return notify.notification;
  const { obj_path: path, command_name: command, command_key: key } = notify.oper_complete;
  const end = notify.oper_complete;
  const outcome = end.operation_resp === 'cmd_failure' ? end.cmd_failure.err_code : 'done';
  return `${path}${command} "${key}" ${outcome}`;
}

test('a synchronous command is answered with its output, and leaves no Request', async () => {
  const world = await World.start();
  const client = await world.controller.added('Device.MQTT.Client.', {});
  assert.equal(await world.controller.operate('Device.MQTT.Client.[Alias=="cpe-1"].ForceReconnect()'), [
    { executed: `${client}ForceReconnect()`, output: {} },
  ]);
  assert.equal(world.services.reconnected, [client]);
  assert.equal(await world.controller.paths(requests), []);
});

test('R-OPR.0: an asynchronous command is answered with its Request, then its end is told (1.64)', async () => {
  const world = await withSwitches(1);
  const ends = await endsIn(world);
  assert.equal(await world.controller.operate(toggle(1), {}, 'key'), [
    { executed: toggle(1), request: `${requests}1.` },
  ]);
  assert.equal(ends(), [`${toggle(1)} "key" done`]);
  const kinds = world.sent.map(({ msg }) => (msg?.body.msg_body === 'request' ? 'notify' : 'answer'));
  assert.equal(kinds.slice(-2), ['answer', 'notify'], 'the controller knows the Request before it hears of its end');
  assert.equal(await world.controller.paths(requests), []);
  assert.is(await value(world.controller, 1), 'true');
});

test('while it runs, the Request tells of it', async () => {
  const world = await withSwitches(1);
  world.services.actuators.behaviour.set('Device.IoTCapability.1.', 'hangs');
  await world.controller.operate(toggle(1), {}, 'key');
  const [result] = await world.controller.get(requests);
  assert.equal(result?.objects[`${requests}1.`], {
    Alias: 'cpe-1',
    Originator: 'self::controller',
    Command: toggle(1),
    CommandKey: 'key',
    Status: 'Active',
  });
});

test('a command without a command key has none, there and at its end', async () => {
  const world = await withSwitches(1);
  const ends = await endsIn(world);
  world.services.actuators.behaviour.set('Device.IoTCapability.1.', 'hangs');
  await world.controller.operate(toggle(1));
  assert.is(await world.controller.value(`${requests}1.CommandKey`), '');
  await world.clock.advance(5_000);
  assert.equal(ends(), [`${toggle(1)} "" 7009`]);
});

test('R-OPR.4: without send_resp nothing is answered, and all the rest happens (1.65)', async () => {
  const world = await withSwitches(1);
  const ends = await endsIn(world);
  for (const command of [toggle(1), 'Device.LocalAgent.Request.*.Cancel()']) {
    assert.is(
      await world.controller.exchange({ operate: { command, command_key: 'key', send_resp: false } }),
      undefined,
    );
  }
  assert.equal(ends(), [`${toggle(1)} "key" done`]);
});

test('R-OPR.1, R-OPR.2: on several objects each has its own result and its own Request', async () => {
  const world = await withSwitches(3);
  const ends = await endsIn(world);
  world.services.actuators.behaviour.set('Device.IoTCapability.2.', 'fails');
  assert.equal(
    await world.controller.operate(toggle('[Name!="switch 3"]'), {}, 'k'),
    [1, 2].map(n => ({ executed: toggle(n), request: `${requests}${n}.` })),
  );
  assert.equal(ends().sort(), [`${toggle(1)} "k" done`, `${toggle(2)} "k" 7009`]);
});

test('R-MSG.4a: a search that matches nothing has succeeded with nothing', async () => {
  const { controller } = await withSwitches(1);
  for (const path of [toggle('[Name=="x"&&Class=="y"]'), `${requests}*.Cancel()`]) {
    assert.equal(await controller.operate(path), [], path);
  }
});

test('an Error is for messages that fail as a whole', async () => {
  const { controller } = await withSwitches(1);
  for (const [path, code] of [
    [toggle(9), 7016],
    [toggle('[Name=="x"]'), 7016],
    [`${requests}1.Cancel()`, 7016],
    ['Device.Nothing()', 7026],
    ['Device.LocalAgent.Request.Cancel()', 7026],
    ['Device.Nothing.Toggle()', 7026],
    ['Device.LocalAgent.EndpointID', 7026],
    ['Device.LocalAgent.', 7026],
    ['Device.__proto__()', 7026],
    ['Device.constructor()', 7026],
    ['Device.toString()', 7026],
    ['Device..Reboot()', 7008],
    ['', 7008],
  ] as const) {
    assert.equal(await controller.operate(path), { error: code, faults: [] }, path);
  }
});

test('R-OPR.5: a mandatory argument that is missing is 7027, and nothing is started (1.100)', async () => {
  const world = await World.start();
  const ends = await endsIn(world);
  const command = 'Device.ScheduleTimer()';
  for (const input of [{}, { DelaySeconds: 'soon' }, { DelaySeconds: '-1' }, JSON.parse('{"__proto__":"5"}')]) {
    assert.equal(await world.controller.operate(command, input), [{ executed: command, code: 7027 }]);
  }
  await world.clock.advance(100_000);
  assert.equal(ends(), []);
});

test('R-OPR.6: an argument that is not known is ignored (1.79, 1.91)', async () => {
  const world = await World.start();
  const ends = await endsIn(world, 'Device.ScheduleTimer()');
  const command = 'Device.ScheduleTimer()';
  const input = { DelaySeconds: '30', Unknown: '2', ...JSON.parse('{"__proto__":"x","constructor":"y"}') };
  assert.equal(await world.controller.operate(command, input, 'test79'), [
    { executed: command, request: `${requests}1.` },
  ]);
  await world.clock.advance(29_000);
  assert.equal(ends(), []);
  await world.clock.advance(2_000);
  assert.equal(ends(), [`${command} "test79" done`]);
});

test('Cancel() ends a command that can be ended: 7023', async () => {
  const world = await World.start();
  const ends = await endsIn(world);
  await world.controller.operate('Device.ScheduleTimer()', { DelaySeconds: '30' }, 'k');
  assert.equal(await world.controller.operate(`${requests}1.Cancel()`), [
    { executed: `${requests}1.Cancel()`, output: {} },
  ]);
  assert.equal(ends(), ['Device.ScheduleTimer() "k" 7023']);
  assert.equal(await world.controller.paths(requests), []);
  assert.equal(await world.controller.operate(`${requests}1.Cancel()`), { error: 7016, faults: [] });
  await world.clock.advance(60_000);
  assert.is(ends().length, 1);
});

test('Cancel() on a command that goes on regardless: Canceling, and a second Cancel() is too late', async () => {
  const world = await withSwitches(1);
  const ends = await endsIn(world);
  world.services.actuators.behaviour.set('Device.IoTCapability.1.', 'hangs');
  await world.controller.operate(toggle(1), {}, 'k');
  await world.controller.operate(`${requests}1.Cancel()`);
  assert.is(await world.controller.value(`${requests}1.Status`), 'Canceling');
  assert.equal(await world.controller.operate(`${requests}1.Cancel()`), [
    { executed: `${requests}1.Cancel()`, code: 7022 },
  ]);
  await world.clock.advance(5_000);
  assert.equal(ends(), [`${toggle(1)} "k" 7023`]);
});

test('R-OPR.3: a second command leaves the first alone', async () => {
  const world = await World.start();
  const ends = await endsIn(world);
  for (const [seconds, key] of [
    ['30', 'a'],
    ['10', 'b'],
  ]) {
    await world.controller.operate('Device.ScheduleTimer()', { DelaySeconds: seconds ?? '' }, key);
  }
  await world.clock.advance(60_000);
  assert.equal(ends(), ['Device.ScheduleTimer() "b" done', 'Device.ScheduleTimer() "a" done']);
});

test('without the right to execute a command fails with 7006, beside those that may be executed (2.18)', async () => {
  const world = await withSwitches(2);
  const trust = 'Device.LocalAgent.ControllerTrust.';
  const role = await world.controller.added(`${trust}Role.`, { Enable: 'true', Name: 'Operator' });
  const Targets = 'Device.IoTCapability.1.BinaryControl.Toggle()';
  await world.controller.added(`${role}Permission.`, { Enable: 'true', Targets, CommandEvent: '--x-' });
  const operator = await world.addController('self::operator', role.slice(0, -1));
  assert.equal(await operator.operate(toggle('*')), [
    { executed: toggle(1), request: `${requests}1.` },
    { executed: toggle(2), code: 7006 },
  ]);
  assert.is(await value(world.controller, 2), 'false');
});

test('a command whose handler breaks has failed with 7003, and the agent goes on', async () => {
  const world = await World.start();
  const client = await world.controller.added('Device.MQTT.Client.', {});
  world.services.connections.reconnect = () => {
    throw new Error('a mistake of ours');
  };
  assert.equal(await world.controller.operate(`${client}ForceReconnect()`), [
    { executed: `${client}ForceReconnect()`, code: 7003 },
  ]);
  assert.match(world.services.lines.join(), 'a mistake of ours');
});

test('R-OPR.3: a second run needs another key, as TR-181 wants it, and the first goes on', async () => {
  const world = await World.start();
  const ends = await endsIn(world);
  const other = await world.addController('self::other');
  const run = async (peer: Peer, key: string) => {
    const [result] = (await peer.operate('Device.ScheduleTimer()', { DelaySeconds: '30' }, key)) as { code?: number }[];
    return result?.code ?? 'runs';
  };
  const { controller } = world;
  assert.equal(
    [await run(controller, 'a'), await run(controller, 'b'), await run(other, 'a'), await run(controller, 'a')],
    ['runs', 'runs', 'runs', 7005],
  );
  await world.clock.advance(31_000);
  assert.equal(
    ends().sort(),
    ['"a" done', '"a" done', '"b" done'].map(end => `Device.ScheduleTimer() ${end}`),
  );
  assert.is(await run(controller, 'a'), 'runs');
});

test('limits: commands that run at a time', async () => {
  const world = await World.start();
  for (let i = 0; i < requestRowsMax; i++) {
    await world.controller.operate('Device.ScheduleTimer()', { DelaySeconds: '30' }, String(i));
  }
  assert.equal(await world.controller.operate('Device.ScheduleTimer()', { DelaySeconds: '30' }, 'last'), [
    { executed: 'Device.ScheduleTimer()', code: 7005 },
  ]);
  await world.clock.advance(31_000);
  assert.equal(await world.controller.paths(requests), []);
});

test('what ran when the agent went down has failed, which is told after the next start', async () => {
  const world = await withSwitches(1);
  await endsIn(world);
  world.services.actuators.behaviour.set('Device.IoTCapability.1.', 'hangs');
  await world.controller.operate(toggle(1), {}, 'k');
  const after = await world.restart();
  await after.settle();
  assert.equal(after.told.map(inShort), [`${toggle(1)} "k" 7022`]);
  assert.equal(await after.controller.paths(requests), []);
});

test('the Originator is the Controller that asked', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  await other.operate('Device.ScheduleTimer()', { DelaySeconds: '30' }, 'k');
  assert.is(await world.controller.value(`${requests}1.Originator`), 'self::other');
});

test.run();
