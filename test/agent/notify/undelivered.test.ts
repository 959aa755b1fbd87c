import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { undeliveredBytesMax, undeliveredBytesMaxEach } from '../../../agent/notify/limits.ts';
import type { OutboxLimits } from '../../../agent/notify/outboxes.ts';
import { Undelivered } from '../../../agent/notify/undelivered.ts';
import { openJournal } from '../../../datamodel/journal/journal.ts';
import { queuedCommitsMax } from '../../../datamodel/journal/limits.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import type { Settings } from '../../helpers/peer.ts';
import { MemoryPersistence } from '../../helpers/persistence.ts';
import { seededRandom } from '../../helpers/random.ts';
import { SimStore } from '../../helpers/store.ts';
import { me, World } from '../../helpers/world.ts';

const table = 'Device.LocalAgent.Subscription.';

async function subscribed(settings: Settings = {}, outboxLimits?: OutboxLimits) {
  const world = await World.start({ ...(outboxLimits && { outboxLimits }) });
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

async function change(world: World, ...values: string[]): Promise<void> {
  for (const value of values) await world.controller.set({ [me]: { ProvisioningCode: value } });
}

/** A change of the agent's own, with no message about it. */
async function put(world: World, value: string): Promise<void> {
  const transaction = world.model.begin();
  transaction.write(world.model.node(me), 'ProvisioningCode', value);
  await transaction.commitNow().durable;
}

/** Value and msg_id of each ValueChange that went out, once for each msg_id. */
function changes(world: World): [value: string, msgId: string][] {
  const told = new Map<string, string>();
  for (const { msgId, notify } of world.told) {
    if (notify.notification === 'value_change') told.set(msgId, notify.value_change.param_value);
  }
  return [...told].map(([msgId, value]) => [value, msgId]);
}

const kept = (world: World) => [...world.persistence.state.keys()].filter(key => key.startsWith('#outbox/'));

/** The process dies, and another begins with what was durable. */
async function afterKill(world: World, clock = new VirtualClock(new Date(world.clock.wallMs()).toISOString())) {
  return World.start({ persistence: new MemoryPersistence(world.persistence.state), clock, seed: 2 });
}

test('what nobody answered is sent again after a kill, in order, under the same msg_id', async () => {
  const world = await subscribed();
  await change(world, 'a', 'b', 'c');
  const before = changes(world);
  const next = await afterKill(world);
  await next.settle();
  assert.equal(changes(next), before);
  assert.equal(
    before.map(([value]) => value),
    ['a', 'b', 'c'],
  );
  assert.ok(next.told.every(({ notify }) => notify.send_resp && notify.subscription_id === 'codes'));
});

test('what was answered is not sent again', async () => {
  const world = await subscribed();
  await change(world, 'a', 'b');
  const [first] = changes(world);
  world.controller.acknowledge(first?.[1] ?? '');
  await world.settle();
  assert.is(kept(world).length, 1);
  const next = await afterKill(world);
  await next.settle();
  assert.equal(
    changes(next).map(([value]) => value),
    ['b'],
  );
  next.controller.acknowledge(changes(next)[0]?.[1] ?? '');
  await next.settle();
  assert.equal(kept(next), []);
});

test('what was answered while the medium took nothing leaves it with the next that is answered', async () => {
  const world = await subscribed();
  const answerAll = async () => {
    for (const { msgId } of world.told) world.controller.acknowledge(msgId);
    await world.settle();
  };
  await change(world, 'a', 'b', 'c');
  world.persistence.refusal = 'ENOSPC';
  await answerAll();
  assert.is(kept(world).length, 3);
  world.persistence.refusal = undefined;
  await change(world, 'd');
  await answerAll();
  assert.equal(kept(world), []);
  assert.is(world.behaviours.outboxes.waiting, 0);
});

test('what one commit pushes out of the outbox is not sent after a kill', async () => {
  const world = await subscribed({}, { max: 1 });
  const values = { ProvisioningCode: 'a', PeriodicNotifInterval: '77', USPNotifRetryMinimumWaitInterval: '9' };
  world.broker.connected = false;
  const transaction = world.model.begin();
  for (const [name, text] of Object.entries(values)) transaction.write(world.model.node(me), name, text);
  await transaction.commitNow().durable;
  world.broker.connected = true;
  world.behaviours.outboxes.connected();
  await world.settle();
  const [[, last] = []] = changes(world);
  assert.equal(changes(world), [['9', last]]);
  assert.equal(kept(world), [`#outbox/${last}`]);
  const next = await afterKill(world);
  await next.settle();
  assert.equal(changes(next), changes(world));
});

test('the retry count begins anew after a restart [R-NOT.4]', async () => {
  const world = await subscribed();
  await change(world, 'a');
  await world.clock.advance(3_600_000);
  const next = await afterKill(world);
  await next.clock.advance(10_000);
  const [first, second] = next.told.map(({ atMs }) => atMs);
  assert.is(first, 0);
  assert.ok(second !== undefined && second >= 5_000 && second <= 10_000, String(second));
});

test('NotifExpiration goes on through a restart', async () => {
  const world = await subscribed({ NotifExpiration: '100' });
  await change(world, 'a');
  await world.clock.advance(60_000);
  const inTime = await afterKill(world);
  await inTime.clock.advance(200_000);
  assert.ok(inTime.told.length > 0 && inTime.told.every(({ atMs }) => atMs <= 40_000));
  assert.equal(kept(inTime), []);
  const late = await afterKill(world, new VirtualClock('2026-01-01T00:02:00Z'));
  await late.clock.advance(200_000);
  assert.equal(late.told, []);
  assert.equal(kept(late), []);
});

test('without NotifRetry nothing is kept', async () => {
  const world = await subscribed({ NotifRetry: 'false' });
  world.broker.connected = false;
  await put(world, 'a');
  await world.settle();
  assert.is(world.behaviours.outboxes.waiting, 1);
  assert.equal(kept(world), []);
});

test('readings are never written to the medium, booleans of a sensor are', async () => {
  const world = await subscribed({ ReferenceList: 'Device.IoTCapability.' });
  const level = world.model.node(`${world.addCapability('level', 'LevelSensor')}LevelSensor.`);
  await world.settle();
  world.model.update(level, { Value: 21.5 });
  await world.settle();
  assert.equal(kept(world), []);
  world.model.update(level, { HighLevel: true });
  await world.settle();
  assert.is(kept(world).length, 1);
});

test('the notes of a controller that is gone go too', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  const settings = { Enable: 'true', ID: 'x', NotifType: 'ValueChange', ReferenceList: me, NotifRetry: 'true' };
  await other.added(table, settings);
  await change(world, 'a', 'b');
  assert.is(kept(world).length, 2);
  await world.controller.del('Device.LocalAgent.Controller.[EndpointID=="self::other"].');
  await world.settle();
  assert.equal(kept(world), []);
});

test('they are limited in size, each and together, and the log says so once until there is room again', async () => {
  const world = await World.start();
  const undelivered = new Undelivered(world.model);
  const told = () => world.services.lines.filter(line => line.includes('survive a restart'));
  const keep = (msgId: string, text: string) => {
    const notify = { subscription_id: 'x', event: { obj_path: 'Device.', event_name: text } };
    const { length } = undelivered.keep(msgId, world.model.node(me), notify, 0);
    undelivered.stored(msgId);
    return length;
  };
  assert.is(keep('large', 'x'.repeat(undeliveredBytesMaxEach)), 0);
  let count = 0;
  while (keep(`${count}`, 'é'.repeat(3_900)) === 1) count++;
  const most = undeliveredBytesMax / 7_800;
  assert.ok(count <= most && count > most * 0.9, `${count} of at most ${most}`);
  undelivered.forget('3');
  assert.is(keep('in its place', 'é'.repeat(3_900)), 1);
  const why = 'warning: notifications wait that would not survive a restart: too';
  const again = 'notice: notifications that come now would survive a restart again';
  assert.equal(told(), [`${why} large`, `${why} many`]);
  for (let i = 4; i < count; i++) undelivered.forget(`${i}`);
  while (keep(`${count}`, 'é'.repeat(3_900)) === 1) count++;
  keep('large again', 'x'.repeat(undeliveredBytesMaxEach));
  assert.equal(told().slice(2), [again, `${why} many`]);
});

test('a disabled controller is sent nothing more, after it has been told of that', async () => {
  const world = await subscribed({ ReferenceList: `${me}Enable,${me}ProvisioningCode` });
  await world.addController('self::other');
  world.broker.connected = false;
  await put(world, 'a');
  world.broker.connected = true;
  const other = world.peer('self::other');
  await other.set({ [me]: { Enable: 'false' } });
  await other.set({ [me]: { ProvisioningCode: 'b' } });
  world.behaviours.outboxes.connected();
  await world.clock.advance(600_000);
  assert.equal(
    changes(world).map(([value]) => value),
    ['false'],
  );
  await other.set({ [me]: { Enable: 'true' } });
  await world.clock.advance(600_000);
  assert.ok(changes(world).some(([value]) => value === 'a'));
});

test('a controller is told that it has been deleted, as the last thing', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  const settings = { Enable: 'true', ID: 'end', NotifType: 'ObjectDeletion', NotifRetry: 'true' };
  await other.added(table, { ...settings, ReferenceList: 'Device.LocalAgent.Controller.*.' });
  const [path] = (await other.paths('Device.LocalAgent.Controller.[EndpointID=="self::other"].', 1)) as string[];
  await world.controller.del(path ?? '');
  await world.clock.advance(3_600_000);
  const told = world.told.filter(({ to }) => to === 'self::other');
  assert.is(told.length, 1);
  const [only] = told;
  assert.is(only?.notify.notification === 'obj_deletion' && only.notify.obj_deletion.obj_path, path);
});

test('thousands that expire at once leave the journal, and keep nobody from writing', async () => {
  const clock = new VirtualClock();
  const journal = await openJournal(new SimStore(seededRandom(1)), { log: () => {} });
  const world = await World.start({ journal, clock });
  const subscription = { Enable: 'true', ID: 'x', NotifType: 'ValueChange', ReferenceList: me };
  await world.controller.added(table, { ...subscription, NotifRetry: 'true', NotifExpiration: '100' });
  world.broker.connected = false;
  const count = queuedCommitsMax + 500;
  for (let i = 0; i < count; i++) await put(world, String(i));
  const notes = () => [...journal.state.keys()].filter(key => key.startsWith('#outbox/')).length;
  assert.is(notes(), count);
  await clock.advance(101_000);
  world.broker.connected = true;
  world.behaviours.outboxes.connected();
  await put(world, 'written');
  await world.settle();
  assert.is(world.model.node(me).stored('ProvisioningCode'), 'written');
  assert.is(notes(), 1);
  world.behaviours.outboxes.acknowledged(world.model.node(me), changes(world)[0]?.[1] ?? '');
  world.close();
  await world.model.settled();
  await journal.close();
  assert.is(notes(), 0, 'also what is over as the agent stops');
});

test.run();
