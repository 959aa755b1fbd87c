import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { timerNoteMs } from '../../datamodel/limits.ts';
import { VirtualClock } from '../helpers/clock.ts';
import { MemoryPersistence } from '../helpers/persistence.ts';
import { World, type WorldOptions } from '../helpers/world.ts';

const command = 'Device.ScheduleTimer()';
const requestTable = 'Device.LocalAgent.Request.';

async function subscribed(options: WorldOptions = {}): Promise<World> {
  const world = await World.start(options);
  await world.controller.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    ID: 'timers',
    NotifType: 'OperationComplete',
    ReferenceList: command,
    Persistent: 'true',
  });
  return world;
}

/** Time, command key and error code (0: none) of each OperationComplete. */
function ended(world: World): [atMs: number, commandKey: string, code: number][] {
  return world.told.flatMap(({ atMs, notify }) => {
    if (notify.notification !== 'oper_complete') return [];
    const { command_key: key, command_name: name, obj_path: path, ...result } = notify.oper_complete;
    assert.is(path + name, command);
    return [[atMs, key, 'cmd_failure' in result ? result.cmd_failure.err_code : 0] as [number, string, number]];
  });
}

async function schedule(world: World, seconds: number, key = 'key'): Promise<string> {
  const results = await world.controller.operate(command, { DelaySeconds: String(seconds) }, key);
  const [result] = 'error' in results ? [] : results;
  if (!result || !('request' in result)) throw new Error(`not scheduled: ${JSON.stringify(results)}`);
  return result.request ?? '';
}

/** The process dies and another begins after `offMs`, by a clock of which `known` says whether it is right. */
async function afterKill(world: World, offMs: number, known = true): Promise<World> {
  const wall = known ? world.clock.wallMs() + offMs : Date.parse('2020-01-01T00:00:00Z');
  const clock = new VirtualClock(new Date(wall).toISOString());
  clock.known = known;
  return World.start({ persistence: new MemoryPersistence(world.persistence.state), clock, seed: 2 });
}

test('it tells of its end after the delay, and its Request row goes (9.11)', async () => {
  const world = await subscribed();
  const row = await schedule(world, 60);
  assert.is(await world.controller.value(`${row}Status`), 'Active');
  assert.is(await world.controller.value(`${row}Command`), command);
  await world.clock.advance(59_999);
  assert.equal(ended(world), []);
  await world.clock.advance(1);
  assert.equal(ended(world), [[60_000, 'key', 0]]);
  assert.equal(await world.controller.paths(requestTable), []);
  assert.equal(
    [...world.persistence.state.keys()].filter(key => key.startsWith('#request/')),
    [],
  );
});

test('DelaySeconds is mandatory, at least 1, and other arguments are ignored (1.91, 1.100)', async () => {
  const { controller } = await World.start();
  assert.equal(await controller.operate(command), [{ executed: command, code: 7027 }]);
  for (const wrong of ['0', '-1', 'soon', '1.5', '4294967296']) {
    assert.equal(
      await controller.operate(command, { DelaySeconds: wrong }),
      [{ executed: command, code: 7027 }],
      wrong,
    );
  }
  const results = await controller.operate(command, { DelaySeconds: '10', InvalidArgument: '2' });
  assert.ok(!('error' in results) && results[0] && 'request' in results[0]);
});

test('Cancel() ends it with 7023', async () => {
  const world = await subscribed();
  const idle = world.clock.waiting;
  const row = await schedule(world, 60);
  await world.clock.advance(10_000);
  assert.equal(await world.controller.operate(`${row}Cancel()`), [{ executed: `${row}Cancel()`, output: {} }]);
  await world.settle();
  assert.equal(ended(world), [[10_000, 'key', 7023]]);
  assert.is(world.clock.waiting, idle);
  await world.clock.advance(60_000);
  assert.is(ended(world).length, 1);
});

test('it survives a kill: its row is there, and the deadline is kept by wall time', async () => {
  const world = await subscribed();
  const row = await schedule(world, 3_600);
  await world.clock.advance(60_000);
  const next = await afterKill(world, 30_000);
  assert.is(await next.controller.value(`${row}CommandKey`), 'key');
  await next.clock.advance(3_600_000);
  assert.equal(ended(next), [[3_510_000, 'key', 0]]);
});

test('one that was due while the agent was down ends at the start', async () => {
  const world = await subscribed();
  await schedule(world, 60);
  const next = await afterKill(world, 3_600_000);
  await next.settle();
  assert.equal(ended(next), [[0, 'key', 0]]);
});

test('without a clock it goes on with what was left, at most one note late', async () => {
  const world = await subscribed();
  world.clock.known = false;
  await schedule(world, 3_600);
  await world.clock.advance(timerNoteMs + 60_000);
  const next = await afterKill(world, 0, false);
  await next.clock.advance(3_600_000);
  assert.equal(ended(next), [[3_600_000 - timerNoteMs, 'key', 0]]);
});

test('after a clean stop nothing of it is lost, though no clock is there', async () => {
  const world = await subscribed();
  world.clock.known = false;
  await schedule(world, 3_600);
  await world.clock.advance(123_000);
  world.close();
  await world.settle();
  const next = await afterKill(world, 0, false);
  await next.clock.advance(3_600_000);
  assert.equal(ended(next), [[3_600_000 - 123_000, 'key', 0]]);
});

test('the deadline counts as soon as the time is known', async () => {
  const world = await subscribed();
  await schedule(world, 3_600);
  const next = await afterKill(world, 0, false);
  await next.clock.advance(1_000);
  next.clock.wallOffsetMs = world.clock.wallMs() + 1_800_000 - next.clock.monotonicMs();
  next.clock.known = true;
  await next.clock.advance(timerNoteMs - 1_000);
  assert.equal(ended(next), []);
  await next.clock.advance(3_600_000);
  const [end] = ended(next);
  assert.is(end?.[0], 1_800_000 + 1_000);
});

test('a run that never knew the time hands the deadline on', async () => {
  const world = await subscribed();
  await schedule(world, 3_600);
  const clockless = await afterKill(world, 0, false);
  await clockless.clock.advance(1_000);
  const clock = new VirtualClock(new Date(world.clock.wallMs() + 1_000_000).toISOString());
  const next = await World.start({ persistence: new MemoryPersistence(clockless.persistence.state), clock });
  await next.clock.advance(3_600_000);
  assert.equal(ended(next), [[2_600_000, 'key', 0]]);
});

test('several run side by side', async () => {
  const world = await subscribed();
  for (const [i, seconds] of [30, 10, 20].entries()) await schedule(world, seconds, `key ${i}`);
  await world.clock.advance(30_000);
  assert.equal(
    ended(world).map(([, key]) => key),
    ['key 1', 'key 2', 'key 0'],
  );
});

test('a command that does not survive has failed after the restart', async () => {
  const world = await subscribed();
  const row = await schedule(world, 3_600);
  const persistence = new MemoryPersistence(world.persistence.state);
  persistence.state.delete(`#request/${row}`);
  const next = await World.start({ persistence });
  await next.settle();
  assert.equal(ended(next), [[0, 'key', 7022]]);
  assert.equal(await next.controller.paths(requestTable), []);
});

test.run();
