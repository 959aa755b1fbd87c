import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { referencesMax } from '../../../datamodel/limits.ts';
import { required, type Settings } from '../../helpers/peer.ts';
import { controllerWith, everything } from '../../helpers/roles.ts';
import { me, type Told, World } from '../../helpers/world.ts';

const agent = 'Device.LocalAgent.';
const subs = `${agent}Subscription.`;
const boot = `${me}BootParameter.`;

/** A subscription of `self::controller`; its path. */
function subscribe(world: World, NotifType: string, ReferenceList: string, more: Settings = {}): Promise<string> {
  return world.controller.added(subs, { Enable: 'true', ID: 'sub', NotifType, ReferenceList, ...more });
}

/** A notification in short. */
function inShort({ notify }: Told): string {
  switch (notify.notification) {
    case 'value_change':
      return `${notify.value_change.param_path}=${notify.value_change.param_value}`;
    case 'obj_creation':
      return `+${notify.obj_creation.obj_path} ${JSON.stringify(notify.obj_creation.unique_keys)}`;
    case 'obj_deletion':
      return `-${notify.obj_deletion.obj_path}`;
    case 'event':
      return `${notify.event.obj_path}${notify.event.event_name}`;
    default:
      return notify.notification;
  }
}

/** What has been told since the last call. */
function listener(world: World): () => Promise<string[]> {
  let heard = world.told.length;
  return async () => {
    await world.settle();
    const news = world.told.slice(heard);
    heard += news.length;
    return news.map(inShort);
  };
}

test("R-NOT.7: a value that changes is told to the Controller that asked, with its subscription's ID (1.52)", async () => {
  const world = await World.start();
  await subscribe(world, 'ValueChange', `${me}ProvisioningCode`, { ID: 'notify52', NotifRetry: 'true' });
  await world.controller.set({ [me]: { ProvisioningCode: 'TestValue52' } });
  assert.is(world.told.length, 1);
  const [told] = world.told;
  assert.equal(
    [told?.to, told?.notify.subscription_id, told?.notify.send_resp],
    ['self::controller', 'notify52', true],
  );
  assert.is(told && inShort(told), `${me}ProvisioningCode=TestValue52`);
  assert.not.match(told?.msgId ?? '@', '@');
});

test('R-NOT.0: every path of a ReferenceList counts, and one that has too many is refused', async () => {
  const world = await World.start();
  const fillers = Array.from({ length: referencesMax - 1 }, (_, i) => `${me}MTP.${i + 1}.Enable`);
  await subscribe(world, 'ValueChange', [...fillers, `${me}ProvisioningCode`].join());
  await world.controller.set({ [me]: { ProvisioningCode: 'x' } });
  assert.is(world.told.length, 1);
  const tooMany = { ReferenceList: required([...fillers, me, me].join()) };
  const refused = await world.controller.add([[subs, tooMany]]);
  assert.equal(refused, { error: 7021, faults: [[`${subs}ReferenceList`, 7005]] });
});

test('without NotifRetry no answer is asked for', async () => {
  const world = await World.start();
  await subscribe(world, 'ValueChange', me);
  await world.controller.set({ [me]: { ProvisioningCode: 'x' } });
  await world.clock.advance(1_000_000);
  assert.equal(
    world.told.map(({ notify }) => notify.send_resp),
    [false],
  );
});

test('a retry has the msg_id of the first try, and an answer ends it (1.54)', async () => {
  const world = await World.start();
  await subscribe(world, 'ValueChange', `${me}ProvisioningCode`, { NotifRetry: 'true' });
  await world.controller.set({ [me]: { ProvisioningCode: 'x' } });
  await world.clock.advance(31_000);
  assert.ok(world.told.length >= 3);
  assert.is(new Set(world.told.map(({ msgId }) => msgId)).size, 1);
  const seconds = world.told.map(({ atMs }) => atMs / 1000);
  assert.ok((seconds[1] ?? 0) - (seconds[0] ?? 0) >= 5 && (seconds[1] ?? 0) - (seconds[0] ?? 0) <= 10);
  world.controller.acknowledge(world.told[0]?.msgId ?? '', 'R-NOT.9: this is ignored');
  const before = world.told.length;
  await world.clock.advance(1_000_000);
  assert.is(world.told.length, before);
});

test('the answer of another Controller ends nothing', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  await subscribe(world, 'ValueChange', me, { NotifRetry: 'true' });
  await world.controller.set({ [me]: { ProvisioningCode: 'x' } });
  other.acknowledge(world.told[0]?.msgId ?? '');
  await world.clock.advance(11_000);
  assert.ok(world.told.length >= 2);
});

test('the retry parameters of the Controller hold from the next try on', async () => {
  const world = await World.start();
  await world.controller.set({
    [me]: { USPNotifRetryMinimumWaitInterval: '100', USPNotifRetryIntervalMultiplier: '1000' },
  });
  await subscribe(world, 'ValueChange', `${me}ProvisioningCode`, { NotifRetry: 'true' });
  await world.controller.set({ [me]: { ProvisioningCode: 'x' } });
  await world.clock.advance(99_000);
  assert.is(world.told.length, 1);
  await world.clock.advance(1_000);
  assert.is(world.told.length, 2);
});

/** Which changes a ReferenceList speaks of. `what` is done with the agent; `expected` is told. */
const references: readonly (readonly [string, string, string[]])[] = [
  ['a parameter', `${me}ProvisioningCode`, [`${me}ProvisioningCode=x`]],
  ['another parameter', `${me}Enable`, []],
  ['an object and all that is below', me, [`${me}ProvisioningCode=x`, `${boot}1.Enable=true`]],
  ['an object without its final dot', me.slice(0, -1), [`${me}ProvisioningCode=x`, `${boot}1.Enable=true`]],
  ['everything', 'Device.', [`${me}ProvisioningCode=x`, `${boot}1.Enable=true`]],
  ['everything, without its dot', 'Device', [`${me}ProvisioningCode=x`, `${boot}1.Enable=true`]],
  ['a table', boot, [`${boot}1.Enable=true`]],
  ['a wildcard (1.84)', `${me}BootParameter.*.Enable`, [`${boot}1.Enable=true`]],
  ['a row that is not there', `${boot}2.`, []],
  ['another Controller', `${agent}Controller.2.`, []],
  ['a search', `${agent}Controller.[EndpointID=="self::controller"].ProvisioningCode`, [`${me}ProvisioningCode=x`]],
  [
    'a search with white space',
    `${agent}Controller.[EndpointID == "self::controller"].ProvisioningCode`,
    [`${me}ProvisioningCode=x`],
  ],
  ['a search that matches nothing', `${agent}Controller.[EndpointID=="x"].ProvisioningCode`, []],
  ['several paths', `${me}ProvisioningCode,${boot}`, [`${me}ProvisioningCode=x`, `${boot}1.Enable=true`]],
  [
    'several paths that overlap',
    `${me}ProvisioningCode,${me},Device.`,
    [`${me}ProvisioningCode=x`, `${boot}1.Enable=true`],
  ],
  ['nothing that is supported', 'Device.Nothing.,Device.LocalAgent.Nothing', []],
  ['another root', 'Other.LocalAgent.Controller.1.', []],
  ['no path at all', '', []],
];

for (const [what, reference, expected] of references) {
  test(`R-NOT.0: a ReferenceList of ${what}`, async () => {
    const world = await World.start();
    await world.controller.added(boot, { ParameterName: 'Device.Time.Status' });
    await subscribe(world, 'ValueChange', reference);
    const news = listener(world);
    await world.controller.set({ [me]: { ProvisioningCode: 'x' }, [`${boot}1.`]: { Enable: 'true' } });
    assert.equal(await news(), expected);
  });
}

test('a value that is set to what it is already is not told', async () => {
  const world = await World.start();
  await subscribe(world, 'ValueChange', me);
  const news = listener(world);
  await world.controller.set({ [me]: { Enable: '1', PeriodicNotifInterval: '086400' } });
  assert.equal(await news(), []);
});

test('what changes by itself is told too: counts, readings', async () => {
  const world = await World.start();
  const capability = world.addCapability('door', 'BinarySensor');
  await subscribe(world, 'ValueChange', `${agent}SubscriptionNumberOfEntries,${capability}`);
  const news = listener(world);
  world.model.update(world.model.node(`${capability}BinarySensor.`), { Value: true });
  await world.controller.added(subs, { ID: 'second' });
  assert.equal(await news(), [`${capability}BinarySensor.Value=true`, `${agent}SubscriptionNumberOfEntries=2`]);
});

test('ObjectCreation: a new row with its keys, as far as they may be read (1.57)', async () => {
  const world = await World.start();
  await subscribe(world, 'ObjectCreation', subs, { ID: 'notify57' });
  const news = listener(world);
  await world.controller.added(subs, { ID: 'notify57-2' });
  const keys = { Alias: 'cpe-2', Recipient: me.slice(0, -1), ID: 'notify57-2' };
  assert.equal(await news(), [`+${subs}2. ${JSON.stringify(keys)}`]);
  await world.controller.added(boot, { ParameterName: 'x' });
  assert.equal(await news(), [], 'of the named table alone');
});

test('ObjectDeletion: of rows by wildcard, by table, by number (1.58)', async () => {
  const world = await World.start();
  for (const name of ['a', 'b', 'c', 'd']) await world.controller.added(boot, { ParameterName: name });
  await subscribe(world, 'ObjectDeletion', `${boot}*.`, { ID: 'all' });
  await subscribe(world, 'ObjectDeletion', `${boot}2.`, { ID: 'two' });
  await subscribe(world, 'ObjectDeletion', boot, { ID: 'table' });
  const news = listener(world);
  await world.controller.del([`${boot}1.`, `${boot}2.`]);
  assert.equal((await news()).sort(), [...Array(2).fill(`-${boot}1.`), ...Array(3).fill(`-${boot}2.`)]);
});

test('ObjectDeletion: rows below go with their row', async () => {
  const world = await World.start();
  const client = await world.controller.added('Device.MQTT.Client.', {});
  const topic = await world.controller.added(`${client}Subscription.`, {});
  await subscribe(world, 'ObjectDeletion', 'Device.MQTT.Client.*.Subscription.*.');
  const news = listener(world);
  await world.controller.del(client);
  assert.equal(await news(), [`-${topic}`]);
});

test('a subscription that is deleted, disabled or enabled (1.53)', async () => {
  const world = await World.start();
  const path = await subscribe(world, 'ValueChange', `${me}ProvisioningCode`);
  const news = listener(world);
  const change = (ProvisioningCode: string) => world.controller.set({ [me]: { ProvisioningCode } });
  await change('a');
  await world.controller.set({ [path]: { Enable: 'false' } });
  await change('b');
  await world.controller.set({ [path]: { Enable: 'true' } });
  await change('c');
  await world.controller.set({ [path]: { NotifType: 'ObjectCreation' } });
  await change('d');
  await world.controller.set({ [path]: { NotifType: 'ValueChange' } });
  await change('e');
  await world.controller.del(path);
  await change('f');
  assert.equal(
    await news(),
    ['a', 'c', 'e'].map(text => `${me}ProvisioningCode=${text}`),
  );
});

test('each Controller hears of its own subscriptions', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  await subscribe(world, 'ValueChange', `${me}ProvisioningCode`, { ID: 'same' });
  await other.added(subs, { Enable: 'true', ID: 'same', NotifType: 'ValueChange', ReferenceList: me });
  await world.controller.set({ [me]: { ProvisioningCode: 'x' } });
  assert.equal(world.told.map(({ to }) => to).sort(), ['self::controller', 'self::other']);
  assert.is(new Set(world.told.map(({ msgId }) => msgId)).size, 2);
});

test('Param n: a value may be told (2.19, 2.20)', async () => {
  const world = await World.start();
  for (const [Param, count] of [
    ['rw-n', 1],
    ['rw--', 0],
    ['---n', 1],
  ] as const) {
    const peer = await controllerWith(
      world,
      { Targets: 'Device.', ...everything },
      { Targets: `${me}PeriodicNotifInterval`, ...everything, Param },
    );
    await peer.added(subs, { Enable: 'true', NotifType: 'ValueChange', ReferenceList: `${me}PeriodicNotifInterval` });
    const before = world.told.length;
    const interval = String(60 + before);
    await world.controller.set({ [me]: { PeriodicNotifInterval: interval } });
    assert.is(world.told.slice(before).filter(({ to }) => to === peer.endpointId).length, count, Param);
  }
});

test('Obj n, InstantiatedObj n, CommandEvent n: rows that come and go, events', async () => {
  for (const [name, NotifType, ReferenceList] of [
    ['Obj', 'ObjectCreation', boot],
    ['InstantiatedObj', 'ObjectDeletion', boot],
    ['CommandEvent', 'Event', 'Device.Boot!'],
  ] as const) {
    for (const [granted, count] of [
      ['rwxn', 1],
      ['rwx-', 0],
    ] as const) {
      const world = await World.start();
      const Targets = NotifType === 'Event' ? 'Device.' : boot;
      const peer = await controllerWith(
        world,
        { Targets: 'Device.', ...everything },
        { Targets, ...everything, [name]: granted },
      );
      await peer.added(subs, { Enable: 'true', NotifType, ReferenceList });
      await world.controller.del(await world.controller.added(boot, { ParameterName: 'x' }));
      world.model.raise(world.model.root, 'Boot!');
      await world.settle();
      assert.is(world.told.length, count, `${name} ${granted}`);
    }
  }
});

test('a value that the Recipient may not read as it is is told as it reads', async () => {
  const world = await World.start();
  const client = await world.controller.added('Device.MQTT.Client.', {});
  await subscribe(world, 'ValueChange', `${client}Password`);
  const news = listener(world);
  await world.controller.set({ [client]: { Password: 'sesame' } });
  assert.equal(await news(), [`${client}Password=`]);
});

test('the last that a Controller hears: that it is disabled', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  const theirs = `${agent}Controller.2.`;
  await other.added(subs, { Enable: 'true', NotifType: 'ValueChange', ReferenceList: theirs, NotifRetry: 'true' });
  const news = listener(world);
  await world.controller.set({ [theirs]: { ProvisioningCode: 'a' } });
  await world.controller.set({ [theirs]: { Enable: 'false' } });
  await world.controller.set({ [theirs]: { ProvisioningCode: 'b' } });
  assert.equal(await news(), [`${theirs}ProvisioningCode=a`, `${theirs}Enable=false`]);
  await world.clock.advance(60_000);
  assert.equal(await news(), [], 'nothing is repeated while it is disabled');
  await world.controller.set({ [theirs]: { Enable: 'true' } });
  await world.controller.set({ [theirs]: { ProvisioningCode: 'c' } });
  const [a] = world.told;
  other.acknowledge(a?.msgId ?? '');
  assert.equal(await news(), [`${theirs}ProvisioningCode=a`, `${theirs}Enable=true`, `${theirs}ProvisioningCode=c`]);
});

test('the last that a Controller hears: that it is deleted', async () => {
  const world = await World.start();
  const other = await world.addController('self::other');
  const theirs = `${agent}Controller.2.`;
  await other.added(subs, {
    Enable: 'true',
    NotifType: 'ObjectDeletion',
    ReferenceList: `${agent}Controller.*.`,
    NotifRetry: 'true',
  });
  const news = listener(world);
  await world.controller.del(theirs);
  assert.equal(await news(), [`-${theirs}`]);
  await world.clock.advance(1_000_000);
  assert.equal(await news(), []);
  assert.equal(await world.controller.paths(subs), [], '1.78');
});

test('notifications wait while nothing is connected, and go out in their order then', async () => {
  const world = await World.start();
  await subscribe(world, 'ValueChange', `${me}ProvisioningCode`);
  world.broker.connected = false;
  for (const ProvisioningCode of ['a', 'b', 'c']) {
    world.controller.send({
      set: {
        update_objs: [{ obj_path: me, param_settings: [{ param: 'ProvisioningCode', value: ProvisioningCode }] }],
      },
    });
    await world.settle();
  }
  await world.clock.advance(600_000);
  assert.equal(world.told, []);
  world.broker.connected = true;
  world.behaviours.outboxes.connected();
  await world.settle();
  assert.equal(
    world.told.map(inShort),
    ['a', 'b', 'c'].map(text => `${me}ProvisioningCode=${text}`),
  );
});

test('msg_ids are not used again by the next run', async () => {
  const world = await World.start();
  await subscribe(world, 'ValueChange', me, { Persistent: 'true' });
  await world.controller.set({ [me]: { ProvisioningCode: 'x' } });
  const after = await world.restart({ seed: 2 });
  await after.controller.set({ [me]: { ProvisioningCode: 'y' } });
  assert.is.not(after.told[0]?.msgId, world.told[0]?.msgId);
});

test.run();
