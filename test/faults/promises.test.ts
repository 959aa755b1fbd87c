// Power cuts between a change and its notification: at every write and sync of a series of changes, of every kind that
// somebody may have subscribed to. After the restart each change that stands has been told, once, and in order.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { raiseBoot } from '../../agent/notify/boot.ts';
import { openJournal } from '../../datamodel/journal/journal.ts';
import { VirtualClock } from '../helpers/clock.ts';
import { seededRandom } from '../helpers/random.ts';
import { SimStore } from '../helpers/store.ts';
import { me, type Told, World } from '../helpers/world.ts';

const agent = 'Device.LocalAgent.';
const subscriptions = `${agent}Subscription.`;
const thresholds = `${agent}Threshold.`;
const rows = `${me}BootParameter.`;

/** One notification, in words that no other step of the script has. */
function subjectOf({ notify }: Told): string | undefined {
  switch (notify.notification) {
    case 'value_change':
      return `${notify.value_change.param_path.slice(me.length)} ${notify.value_change.param_value}`;
    case 'obj_creation':
      return `+${notify.obj_creation.obj_path}`;
    case 'obj_deletion':
      return `-${notify.obj_deletion.obj_path}`;
    case 'oper_complete':
      return `end of ${notify.oper_complete.command_key}`;
    case 'event':
      return notify.event.event_name === 'Triggered!' ? `crossed ${notify.event.params.ParamValue}` : undefined;
    default:
      return undefined;
  }
}

interface Life {
  world: World;
  /** What is told because of changes that have been answered. */
  promised: string[];
  /** Notifications that the controller has answered. */
  heard: Set<string>;
}

let lives = 0;

async function start(store: SimStore, wallTime = '2026-01-01T00:00:00Z'): Promise<Life> {
  const journal = await openJournal(store, { log: () => {} });
  const world = await World.start({ journal, clock: new VirtualClock(wallTime), seed: ++lives });
  raiseBoot(world.model, journal.state);
  await world.settle();
  return { world, promised: [], heard: new Set() };
}

async function subscribe({ controller }: World): Promise<void> {
  const add = (ID: string, NotifType: string, ReferenceList: string) =>
    controller.added(subscriptions, {
      Enable: 'true',
      Persistent: 'true',
      NotifRetry: 'true',
      ID,
      NotifType,
      ReferenceList,
    });
  await add('values', 'ValueChange', `${me}ProvisioningCode`);
  await add('rows', 'ObjectCreation', rows);
  await add('rows gone', 'ObjectDeletion', rows);
  await add('ends', 'OperationComplete', 'Device.ScheduleTimer()');
  await add('crossings', 'Event', `${thresholds}*.Triggered!`);
  await controller.added(thresholds, {
    Enable: 'true',
    ReferencePath: me,
    ThresholdParam: 'PeriodicNotifInterval',
    ThresholdOperator: 'Rise',
    ThresholdValue: '999999',
  });
}

/** Lives through the script; when the power goes, it just stops. `promised` has what each answered message brings about. */
async function live(life: Life, steps: number): Promise<void> {
  const { world, promised, heard } = life;
  const { controller } = world;
  const answerOldest = async () => {
    const oldest = world.told.find(({ msgId }) => !heard.has(msgId));
    if (oldest) {
      heard.add(oldest.msgId);
      controller.acknowledge(oldest.msgId, oldest.notify.subscription_id);
    }
    await world.settle();
  };
  for (let i = 0; i < steps; i++) {
    await controller.set({ [me]: { ProvisioningCode: `code ${i}` } });
    promised.push(`ProvisioningCode code ${i}`);
    const row = await controller.added(rows, { Alias: `row-${i}` });
    promised.push(`+${row}`);
    const above = `${1_000_000 + i}`;
    await controller.set({ [me]: { PeriodicNotifInterval: above } });
    promised.push(`crossed ${above}`);
    await controller.set({ [me]: { PeriodicNotifInterval: '1000' } });
    await controller.operate('Device.ScheduleTimer()', { DelaySeconds: '1' }, `timer ${i}`);
    promised.push(`end of timer ${i}`);
    await controller.del(row);
    promised.push(`-${row}`);
    await world.clock.advance(1_000);
    await answerOldest();
  }
}

async function liveUntilCut(store: SimStore, steps = 6): Promise<Life | undefined> {
  const begun: { life?: Life } = {};
  const script = async () => {
    begun.life = await start(store);
    await subscribe(begun.life.world);
    await live(begun.life, steps);
  };
  // A message that nobody answers any more ends the script.
  await Promise.race([script(), store.powerIsOff]).catch(cause => assert.ok(store.fuel < 0, cause));
  begun.life?.world.close();
  return begun.life;
}

/** Everything that the next run tells a controller that answers, until no timer and no notification is left. */
async function tellAll(store: SimStore, wallMs: number | undefined): Promise<World> {
  const { world } = await start(store, wallMs === undefined ? undefined : new Date(wallMs).toISOString());
  for (let second = 0; second < 8; second++) {
    for (const { msgId } of world.told) world.controller.acknowledge(msgId);
    await world.clock.advance(500);
  }
  return world;
}

/** What was told, each where it came first, and under which msg_ids. */
function subjectsOf(told: readonly Told[]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const each of told) {
    const subject = subjectOf(each);
    if (subject) ids.set(subject, (ids.get(subject) ?? new Set()).add(each.msgId));
  }
  return ids;
}

async function check(life: Life | undefined, found: SimStore, what: string): Promise<number> {
  const next = await tellAll(found, life?.world.clock.wallMs());
  const before = life?.world.told ?? [];
  const answered = subjectsOf(before.filter(({ msgId }) => life?.heard.has(msgId)));
  const after = subjectsOf(next.told);
  for (const subject of life?.promised ?? []) {
    assert.ok(after.has(subject) || answered.has(subject), `${what}: ${subject} is never told`);
  }
  const code = await next.controller.value(`${me}ProvisioningCode`);
  const told = subjectsOf([...before, ...next.told]);
  if (code !== '') assert.ok(told.has(`ProvisioningCode ${code}`), `${what}: ${code} stands, and is never told`);
  for (const [subject, ids] of told) assert.is(ids.size, 1, `${what}: ${subject} as ${[...ids]}`);
  for (const kind of ['ProvisioningCode', '+', '-', 'crossed', 'end']) {
    const inOrder = [...after.keys()].filter(subject => subject.startsWith(kind));
    const right = [...inOrder].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    assert.equal(inOrder, right, `${what}: ${kind} in order`);
  }
  assert.is(
    [...(next.model.table(`${agent}Request.`).rows.values() ?? [])].length,
    0,
    `${what}: timers that never end`,
  );
  next.close();
  return life?.promised.length ?? 0;
}

/** Fuel at each write's beginning, in its middle, and when all but its sync is done. */
async function cutsOf(): Promise<number[]> {
  const store = new SimStore(seededRandom(1));
  store.fuel = 1e9;
  const cuts = new Set<number>();
  const append = store.append.bind(store);
  store.append = async bytes => {
    const burnt = 1e9 - store.fuel;
    for (const at of [burnt, burnt + (bytes.length >> 1), burnt + bytes.length]) cuts.add(at);
    await append(bytes);
  };
  const life = await liveUntilCut(store);
  assert.is(life?.promised.length, 30, 'the script comes to its end');
  return [...cuts];
}

test('power cuts at every write lose no notification of a change that stands, and double none', async () => {
  const cuts = await cutsOf();
  assert.ok(cuts.length > 150, `${cuts.length} cuts`);
  let promises = 0;
  for (const [i, fuel] of cuts.entries()) {
    const kept = (['all', 'none', 'some'] as const)[i % 3]!;
    const store = new SimStore(seededRandom(i));
    store.fuel = fuel;
    const life = await liveUntilCut(store);
    const found = new SimStore(seededRandom(i), store.afterPowerCut(kept));
    promises += await check(life, found, `cut at ${fuel}, kept ${kept}`);
  }
  assert.ok(promises > cuts.length * 5, `${promises} promises`);
});

test.run();
