// Notifications that wait for a Controller, as its owner sees them: how many, how long, what is given up, what is refused.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { outboxMaxDefault } from '../../../agent/notify/limits.ts';
import { MsgType } from '../../../proto/codec.gen.js';
import { configOf } from '../../helpers/agent.ts';
import type { Settings } from '../../helpers/peer.ts';
import { me, World, type WorldOptions } from '../../helpers/world.ts';

const table = 'Device.LocalAgent.Subscription.';

async function subscribed(options: WorldOptions = {}, settings: Settings = {}) {
  const world = await World.start(options);
  await world.controller.added(table, {
    Enable: 'true',
    ID: 'codes',
    NotifType: 'ValueChange',
    ReferenceList: me,
    NotifRetry: 'true',
    Persistent: 'true',
    ...settings,
  });
  return world;
}

/** Changes of the agent's own, with no messages about them. */
async function put(world: World, ...values: string[]): Promise<void> {
  for (const value of values) {
    const transaction = world.model.begin();
    transaction.write(world.model.node(me), 'ProvisioningCode', value);
    await transaction.commitNow().durable;
  }
}

const answer = (world: World) => world.controller.acknowledge(world.told.at(-1)!.msgId);

function refuse(world: World, code: number): void {
  const header = { msg_id: world.told.at(-1)!.msgId, msg_type: MsgType.ERROR };
  world.controller.sendMsg({ header, body: { error: { err_code: code, err_msg: 'no' } } });
}

const valuesOf = (world: World) =>
  world.told.map(({ notify }) => (notify.notification === 'value_change' ? notify.value_change.param_value : ''));

const linesAbout = (world: World, text: string) => world.services.lines.filter(line => line.includes(text));

test('R-NOT.2: a Notify that is answered with an Error is sent again as if it were not answered', async () => {
  const world = await subscribed();
  await put(world, 'a');
  await world.settle();
  for (let i = 0; i < 3; i++) {
    refuse(world, 7000);
    await world.clock.advance(40_000);
  }
  const times = world.told.map(({ atMs }) => atMs);
  assert.ok(times.length >= 4);
  for (const [i, ms] of times.slice(1).entries()) {
    const [low, waited] = [5_000 * 2 ** i, ms - (times[i] ?? 0)];
    assert.ok(waited >= low && waited <= 2 * low, `R-NOT.1: retry ${i + 1} after ${waited} ms`);
  }
  assert.is(new Set(world.told.map(({ msgId }) => msgId)).size, 1);
  assert.is(linesAbout(world, 'answers a notification with error 7000').length, 1, 'the log says so once');
});

test('R-NOT.2: after an Error the next notification is not held up, and a restart tries the one again', async () => {
  const world = await subscribed();
  await put(world, 'a');
  await world.clock.advance(12_000);
  await put(world, 'b');
  await world.settle();
  assert.is(valuesOf(world).includes('b'), false, 'it waits while nobody knows whether the first was heard');
  refuse(world, 7800);
  await world.settle();
  assert.is(valuesOf(world).at(-1), 'b');
  answer(world);
  await world.settle();
  const next = await world.restart({ seed: 2 });
  await next.settle();
  assert.equal(valuesOf(next), ['a']);
  answer(next);
  await next.clock.advance(100_000);
  assert.equal(valuesOf(next), ['a']);
});

test('R-NOT.8: an Error about a Notify that needs no answer changes nothing', async () => {
  const world = await subscribed({}, { NotifRetry: 'false' });
  await put(world, 'a');
  await world.settle();
  refuse(world, 7000);
  await world.clock.advance(100_000);
  assert.equal(valuesOf(world), ['a']);
  assert.equal(linesAbout(world, 'answers a notification'), []);
});

test('the configuration says how many wait: the oldest are given up, the log says so, and how many they were', async () => {
  const world = await subscribed({ outboxLimits: { max: 16 } });
  world.broker.connected = false;
  await put(world, ...Array.from({ length: 20 }, (_, i) => `${i}`));
  assert.is(world.behaviours.outboxes.waiting, 16);
  assert.is(linesAbout(world, 'given up').length, 1);
  world.broker.connected = true;
  world.behaviours.outboxes.connected();
  await world.settle();
  assert.equal(valuesOf(world), ['4'], 'the oldest that is left');
  answer(world);
  await world.settle();
  assert.equal(linesAbout(world, 'given up').length, 1, 'not over and over, while it is still behind');
  for (const { msgId } of world.told) world.controller.acknowledge(msgId);
  await world.settle();
  assert.equal(linesAbout(world, 'that were given up: 4: too many wait').length, 1);
});

test('the configuration says how long one waits, unless the subscription is stricter', async () => {
  for (const [NotifExpiration, most] of [
    ['0', 100],
    ['50', 50],
    ['500', 100],
  ] as const) {
    const world = await subscribed({ outboxLimits: { max: 16, ageSecondsMax: 100 } }, { NotifExpiration });
    await put(world, 'a');
    await world.clock.advance(600_000);
    const last = world.told.at(-1)?.atMs ?? 0;
    assert.ok(world.told.length > 2 && last <= most * 1000, `${NotifExpiration}: ${last} ms`);
    assert.is(world.behaviours.outboxes.waiting, 0);
    assert.is(linesAbout(world, 'given up: they have expired').length, 1);
  }
});

test('what needs no answer waits no longer than the configuration says either, and is counted', async () => {
  const limits = { max: 16, ageSecondsMax: 100 };
  const world = await subscribed({ outboxLimits: limits }, { NotifRetry: 'false', NotifExpiration: '10' });
  const connect = async (isConnected: boolean) => {
    world.broker.connected = isConnected;
    if (isConnected) world.behaviours.outboxes.connected();
    await world.settle();
  };
  await connect(false);
  await put(world, 'old');
  await world.clock.advance(99_000);
  await put(world, 'a');
  await world.clock.advance(50_000);
  await connect(true);
  assert.equal(valuesOf(world), ['a'], 'NotifExpiration is about retries');
  assert.is(linesAbout(world, 'that were given up: 1: they have expired').length, 1);
  await connect(false);
  await put(world, ...Array.from({ length: 20 }, (_, i) => `${i}`));
  await connect(true);
  assert.equal(
    valuesOf(world).slice(1),
    Array.from({ length: 16 }, (_, i) => `${i + 4}`),
  );
  assert.is(linesAbout(world, 'that were given up: 4: too many wait').length, 1);
  assert.is(
    linesAbout(world, 'are given up').length,
    2,
    'each cause is told when it begins, and again after it was over',
  );
});

test('R-NOT.6a: an OnBoardRequest waits as long as it takes', async () => {
  const world = await World.start({ outboxLimits: { max: 16, ageSecondsMax: 100 } });
  await world.controller.set({ [me]: { OnBoardingComplete: 'false' } });
  await world.clock.advance(7_200_000);
  assert.ok((world.told.at(-1)?.atMs ?? 0) > 3_600_000);
});

test('the default is the same in the file and without one', async () => {
  const { agent } = await configOf('[agent]\nnotifications = {}\n');
  assert.equal(agent.notifications, { max: outboxMaxDefault });
});

test.run();
