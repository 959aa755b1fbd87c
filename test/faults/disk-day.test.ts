// A disk that takes nothing for a while, from each call of a day on: what it refuses is answered with 7005 and has not
// happened, all else has; notifications of what has happened come, each under one msg_id; and once the disk is well
// again nobody has to help.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { byChance, first } from '../helpers/choices.ts';
import { required } from '../helpers/peer.ts';
import { seededRandom } from '../helpers/random.ts';
import { type DiskCall, SimDisk } from '../helpers/sim-disk.ts';
import { me, type World } from '../helpers/world.ts';
import { subjects, subscriptions } from './day.ts';
import { startOnDisk } from './on-disk.ts';

const startMs = Date.parse('2026-01-01T00:00:00Z');
const changes = 14;
/** A change and its notification: a write and a sync each. */
const callsOfChangeMax = 4;

/** What a value of the day has become of. */
type Fate = 'taken' | 'refused';

interface Day {
  disk: SimDisk;
  world: World;
  fates: Map<string, Fate>;
  /** All lines of the journal and the agent. */
  lines: string[];
  calls: DiskCall[];
}

const current = (world: World) => world.controller.value(`${me}ProvisioningCode`);

/** One Set, by its value. */
async function change(day: Day, value: string): Promise<void> {
  const result = await day.world.controller.set({ [me]: { ProvisioningCode: required(value) } });
  const text = JSON.stringify(result);
  assert.ok(!('error' in result) || text.includes('7005'), text);
  day.fates.set(value, 'error' in result ? 'refused' : 'taken');
}

/** Lives a day on a disk that fails as `fails` says for each call by its number, from the first change on. */
async function live(fails: (number: number, call: DiskCall) => string | undefined): Promise<Day> {
  const disk = new SimDisk({ sectorBytes: 64 });
  const { world, lines } = await startOnDisk(disk, [], startMs);
  const settings = { Enable: 'true', ID: 'codes', NotifType: 'ValueChange', ReferenceList: `${me}ProvisioningCode` };
  await world.controller.added(subscriptions, { ...settings, NotifRetry: 'true', Persistent: 'true' });
  const calls: DiskCall[] = [];
  const day = { disk, world, fates: new Map(), lines, calls };
  disk.fails = call => fails(calls.push(call), call);
  for (let i = 0; i < changes; i++) await change(day, `value-${i}-${'x'.repeat(i * 3)}`);
  disk.fails = () => undefined;
  day.lines = [...lines, ...world.services.lines];
  return day;
}

/** Whatever was taken has been told, in order, under one msg_id; what was refused has not. */
function checkTold({ world, fates }: Day, what: string): void {
  const told = subjects(world);
  const taken = [...fates].filter(([, fate]) => fate === 'taken').map(([value]) => value);
  assert.equal([...new Set(told.map(([value]) => value))], taken, what);
  assert.is(new Set(told.map(pair => pair.join())).size, taken.length, `${what}: one msg_id each`);
}

/** The disk is well: the next change is taken, and is there after a power cut. */
async function checkRecovery(day: Day, what: string): Promise<void> {
  await change(day, 'well again');
  assert.is(day.fates.get('well again'), 'taken', what);
  checkTold(day, what);
  const after = await startOnDisk(day.disk.afterPowerCut(first), [], startMs);
  assert.is(await current(after.world), 'well again', what);
  await after.stop();
  day.world.close();
}

const lastTaken = (fates: Day['fates']) => [...fates].findLast(([, fate]) => fate === 'taken')?.[0] ?? '';

for (const [code, ...spans] of [
  ['ENOSPC', 1, 3, Number.POSITIVE_INFINITY],
  ['EROFS', Number.POSITIVE_INFINITY],
  ['EIO', 1],
] as const) {
  for (const lasts of spans) {
    test(`${code} from each call on, for ${lasts} of them: refused changes have not happened, the others have`, async () => {
      const { calls } = await live(() => undefined);
      assert.ok(calls.length >= 2 * changes, `${calls.length} calls`);
      for (let from = 1; from <= calls.length; from++) {
        const what = `${code} from call ${from} on, for ${lasts}`;
        const day = await live(number => (number >= from && number < from + lasts ? code : undefined));
        if (lasts > 1 && from <= calls.length - callsOfChangeMax) {
          assert.ok([...day.fates.values()].includes('refused'), what);
        }
        assert.is(await current(day.world), lastTaken(day.fates), what);
        const complaints = day.lines.filter(line => line.startsWith('error:')).length;
        assert.ok(complaints <= 2 * lasts && complaints <= 4, `${what}: ${complaints} lines`);
        await checkRecovery(day, what);
      }
    });
  }
}

test('calls that fail by chance, and then a power cut: the last that was taken is there', async () => {
  for (let seed = 1; seed <= 150; seed++) {
    const random = seededRandom(seed);
    const share = random.fraction() * 0.5;
    const day = await live(() => (random.fraction() < share ? 'EIO' : undefined));
    assert.is(await current(day.world), lastTaken(day.fates), `seed ${seed}`);
    await change(day, 'well again');
    checkTold(day, `seed ${seed}`);
    for (const choose of [first, byChance(random)]) {
      const after = await startOnDisk(day.disk.afterPowerCut(choose), [], startMs);
      assert.is(await current(after.world), 'well again', `seed ${seed}`);
      await after.stop();
    }
    day.world.close();
  }
});

test('a disk that is full at each byte of a day takes what fits, and the rest once there is room', async () => {
  const { disk, world } = await live(() => undefined);
  world.close();
  const whole = disk.content('/state/journal')!.length;
  for (let short = 1; short < 2_400; short += 13) {
    const what = `${short} bytes short`;
    const roomy = new SimDisk({ sectorBytes: 64 });
    const { world, lines } = await startOnDisk(roomy, [], startMs);
    const day: Day = { disk: roomy, world, fates: new Map(), lines, calls: [] };
    roomy.capacityBytes = whole - short;
    for (let i = 0; i < changes; i++) await change(day, `value-${i}-${'x'.repeat(i * 3)}`);
    assert.is(await current(world), lastTaken(day.fates), what);
    roomy.capacityBytes = Number.POSITIVE_INFINITY;
    await change(day, 'well again');
    const after = await startOnDisk(roomy.afterPowerCut(first), [], startMs);
    assert.is(await current(after.world), 'well again', what);
    await after.stop();
    world.close();
  }
});

test.run();
