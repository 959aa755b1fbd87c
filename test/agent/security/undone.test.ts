// What is worked out from the tree and kept, while the journal refuses at random: after each refusal it is what it would be anew.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Audience } from '../../../agent/notify/audience.ts';
import { Subscriptions } from '../../../agent/notify/subscriptions.ts';
import { WatchRows } from '../../../agent/notify/watchrows.ts';
import { AccessControl } from '../../../agent/security/access.ts';
import type { Access } from '../../../datamodel/access.ts';
import type { Change } from '../../../datamodel/feed.ts';
import { descend } from '../../../datamodel/tree.ts';
import type { Peer } from '../../helpers/peer.ts';
import { seededRandom } from '../../helpers/random.ts';
import { set, storedAndRefused } from '../../helpers/refusals.ts';
import { addRole, everything } from '../../helpers/roles.ts';
import { me, World } from '../../helpers/world.ts';

const agent = 'Device.LocalAgent.';
const trust = `${agent}ControllerTrust.`;
const thresholds = `${agent}Threshold.`;
const codes = { ReferencePath: me, ThresholdParam: 'PeriodicNotifInterval', ThresholdValue: '100000' };

/** Rights on all that there is, in short. */
function rightsIn(world: World, access: Access): string[] {
  return [...descend(world.model.root)].map(node => JSON.stringify([node.path, access.of(node), access.isBySchema]));
}

const permissionsOf = (random: () => number) =>
  ['Param', 'Obj', 'InstantiatedObj', 'CommandEvent'].map(name => [name, random() < 0.5 ? 'rwxn' : 'r--n'] as const);

/** Changes of what is looked up in roles, rows and objects; each begins with what is there. */
const changes: readonly ((world: World, random: () => number) => void)[] = [
  enableThreshold,
  enableThreshold,
  (world, random) => {
    const [row] = [...world.model.table(`${trust}Role.3.Permission.`).rows.values()];
    if (row) set(world, row.path, Object.fromEntries(permissionsOf(random)));
  },
  (world, random) => set(world, `${trust}Role.3.`, { Enable: String(random() < 0.5) }),
  (world, random) => set(world, trust, { SecuredRoles: random() < 0.5 ? `${trust}Role.3` : '' }),
  (world, random) => set(world, `${agent}MTP.1.`, { Protocol: random() < 0.5 ? 'MQTT' : 'CoAP' }),
  (world, random) => set(world, `${me}`, { ProvisioningCode: random() < 0.5 ? 'a' : 'b' }),
  (world, random) => set(world, `${agent}Subscription.1.`, { Enable: String(random() < 0.5) }),
  world => add(world, thresholds, { ...codes, Enable: 'true' }),
  (world, random) => {
    const rows = [...world.model.table(thresholds).rows.values()].slice(1);
    const row = rows[Math.floor(random() * rows.length)];
    if (row) world.controller.send({ delete: { allow_partial: false, obj_paths: [row.path] } });
  },
];

function enableThreshold(world: World, random: () => number): void {
  set(world, `${thresholds}1.`, { Enable: String(random() < 0.5) });
}

function add(world: World, path: string, values: Readonly<Record<string, string>>): void {
  const params = Object.entries(values).map(([param, value]) => ({ param, value, required: true }));
  world.controller.send({ add: { allow_partial: false, create_objs: [{ obj_path: path, param_settings: params }] } });
}

async function prepared() {
  const world = await World.start();
  const grants = [
    { Targets: 'Device.', ...everything },
    { Targets: `${agent}Controller.[ProvisioningCode=="a"].`, Param: 'r---' },
  ];
  const byRow = await addRole(world, ...grants);
  assert.is(byRow, `${trust}Role.3`);
  const other = await world.addController('self::other', byRow);
  await world.controller.added(`${agent}MTP.`, { Protocol: 'MQTT' });
  await world.controller.added(thresholds, { ...codes, Enable: 'true' });
  const subscription = { Enable: 'true', ID: 'x', NotifType: 'ValueChange', ReferenceList: me };
  await world.controller.added(`${agent}Subscription.`, subscription);
  const audience = new Audience(world.model, world.accessControl.of.bind(world.accessControl));
  const table = { path: thresholds, referencesOf: () => [`${me}PeriodicNotifInterval`] };
  const kept = new WatchRows(world.model, audience, table);
  world.model.feed.listen(commit => kept.follow(commit));
  return { world, other, table, kept, audience };
}

type Rig = Awaited<ReturnType<typeof prepared>>;

/** Looks at everything, so that it is kept: what a controller may do, what it is told of the data model. */
async function look({ world, other }: Rig): Promise<unknown> {
  for (const { path } of world.model.table(`${agent}Controller.`).rows.values()) {
    rightsIn(world, world.accessControl.of(world.model.node(path)));
  }
  return supportedBy([other, world.controller]);
}

/** Answers that depend on rights, and on which objects there are. */
async function supportedBy(peers: readonly Peer[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const peer of peers) {
    for (const path of ['Device.', `${agent}MTP.1.MQTT.`, `${agent}MTP.1.CoAP.`])
      answers.push(await peer.supported(path));
  }
  return answers;
}

async function compare(rig: Rig): Promise<void> {
  const { world, table, kept, audience } = rig;
  const fresh = new AccessControl(world.model);
  for (const row of world.model.table(`${agent}Controller.`).rows.values()) {
    const [is, shouldBe] = [world.accessControl.of(row), fresh.of(row)];
    assert.equal(rightsIn(world, is), rightsIn(world, shouldBe), row.path);
    assert.is(is.readsSecured, shouldBe.readsSecured);
  }
  const controller = world.model.node(me);
  const slot = controller.schema.paramByName.get('PeriodicNotifInterval')!.slot;
  const rows = (watch: WatchRows) => [...watch.watching(controller, slot)].map(({ row }) => row.path).sort();
  assert.equal(rows(kept), rows(new WatchRows(world.model, audience, table)));
  const change: Change = { kind: 'value', node: controller, slot, before: 1, after: 2 };
  const hits = new Subscriptions(world.model, audience).hits([change]).length;
  const before = world.told.length;
  world.persistence.refusal = undefined;
  await world.controller.set({ [me]: { PeriodicNotifInterval: String(100 + before) } });
  assert.is(world.told.length - before, hits, 'told as a fresh index would have it');
  const supported = await look(rig);
  const anew = await world.restart();
  assert.equal(supported, await supportedBy([anew.peer('self::other'), anew.controller]));
  anew.close();
}

test('after each refusal, rights, answers and indexes are what they would be anew', async () => {
  let refusals = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed).fraction;
    const rig = await prepared();
    const { world } = rig;
    world.model.feed.listenToUndone(() => refusals++);
    const { persistence } = world;
    for (let step = 0; step < 6; step++) {
      persistence.isHeld = true;
      persistence.refusal = random() < 0.3 ? 'the state is full' : undefined;
      changes[Math.floor(random() * changes.length)]!(world, random);
      await world.settle();
      persistence.refusal = undefined;
      if (random() < 0.7) await look(rig);
      if (random() < 0.3) persistence.release(1);
    }
    if (random() < 0.7) persistence.fail('ENOSPC');
    else persistence.release();
    await world.settle();
    await compare(rig);
  }
  assert.ok(refusals > 40, `${refusals} refusals`);
});

test('a watchdog is as its row is, when it was halted and the change after that could not be stored', async () => {
  const world = await World.start();
  const dog = { Reference: `${me}ProvisioningCode`, ReloadTimerValue: '100', Enable: 'true' };
  const row = await world.controller.added(`${agent}Watchdog.`, dog);
  await storedAndRefused(world, row, [{ Enable: 'false' }, { Enable: 'true' }]);
  assert.is(await world.controller.value(`${row}Enable`), 'false');
  assert.is(await world.controller.value(`${row}Status`), 'Inactive');
  await storedAndRefused(world, row, [{ Enable: 'true' }, { Enable: 'false' }]);
  assert.is(await world.controller.value(`${row}Status`), 'Active');
  await world.clock.advance(101_000);
  assert.is(await world.controller.value(`${row}Status`), 'Expired');
});

test('a subscription ends when its TimeToLive says, when a later one could not be stored', async () => {
  const world = await World.start();
  const row = await world.controller.added(`${agent}Subscription.`, { ID: 'x' });
  await storedAndRefused(world, row, [{ TimeToLive: '100' }, { TimeToLive: '0' }]);
  assert.is(await world.controller.value(`${row}TimeToLive`), '100');
  await world.clock.advance(101_000);
  assert.equal(await world.controller.paths(`${agent}Subscription.`), []);
});

test('a threshold on a computed parameter looks at it, when its being disabled could not be stored', async () => {
  const world = await World.start();
  const ReferencePath = 'Device.DeviceInfo.ProcessStatus.';
  const load = { ReferencePath, ThresholdParam: 'CPUUsage', ThresholdValue: '50' };
  const row = await world.controller.added(thresholds, load);
  const ReferenceList = `${row}Triggered!`;
  const hot = { Enable: 'true', ID: 'hot', NotifType: 'Event', ReferenceList };
  await world.controller.added(`${agent}Subscription.`, hot);
  await storedAndRefused(world, row, [{ Enable: 'true' }, { Enable: 'false' }]);
  world.services.machine = { ...world.services.machine, cpuUsagePercent: () => 80 };
  await world.clock.advance(10_000);
  assert.is(world.told.length, 1);
});

test.run();
