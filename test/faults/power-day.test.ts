// A day of the whole core on a disk that drops and reorders what was not synced, with the power cut after each of its
// calls: nothing acknowledged is lost, nothing half-done is seen, and the agent starts unaided and goes on. USPI_WAYS=400
// tries all that the medium may hold after a cut, as long as they are no more, and so many of them where they are.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { byChance, type Choose, first, last, tryAll } from '../helpers/choices.ts';
import { seededRandom } from '../helpers/random.ts';
import type { DiskCall, SimDisk } from '../helpers/sim-disk.ts';
import { me, type World } from '../helpers/world.ts';
import { type Cut, isTimer, type Known, liveADay, second, subjects, subscriptions } from './day.ts';
import { startOnDisk } from './on-disk.ts';

/** Ways in which the medium may have survived one cut, beside 'all', as after kill -9, and 'nothing but what was synced'. */
const ways = Number(process.env.USPI_WAYS ?? 2);
/** One start of so many waits for the timers that it has taken up; one of so many is followed by another power cut. */
const startsPerWait = 40;
const startsPerCut = 4;
const longerThanTimersMs = 13 * 3_600_000;
const requests = 'Device.LocalAgent.Request.*.';

let starts = 0;

async function shown(world: World): Promise<Pick<Known, 'rows' | 'codes'>> {
  const { controller } = world;
  const [result] = await controller.get(`${subscriptions}*.`);
  const rows = Object.entries(result?.objects ?? {}).map(([path, { ID, NotifExpiration }]) => [
    path,
    `${ID} ${NotifExpiration}`,
  ]);
  const codes = [await controller.value(`${me}ProvisioningCode`), await controller.value(`${second}ProvisioningCode`)];
  return { rows: Object.fromEntries(rows), codes: codes.map(String) as [string, string] };
}

const text = ({ rows, codes }: Pick<Known, 'rows' | 'codes'>) => JSON.stringify([Object.entries(rows).sort(), codes]);

/** What is owed in each of several states that look the same, and what in any of them. */
function owedIn(states: readonly Known[]): { must: string[]; may: Set<string> } {
  const [one, ...others] = states.map(({ owed }) => owed);
  const must = one!.filter(subject => others.every(owed => owed.includes(subject)));
  return { must, may: new Set(states.flatMap(({ owed }) => owed)) };
}

/** What is wrong with what the start has told. */
function flawOfTold(told: readonly [string, string][], cut: Cut, states: readonly Known[]): string | undefined {
  const { must, may } = owedIn(states);
  const ids = new Map(cut.told);
  for (const [subject, msgId] of told) {
    const before = ids.get(subject) ?? msgId;
    if (before !== msgId) return `${subject} came as ${before} and as ${msgId}`;
    if (!may.has(subject)) return `${subject} is told, but was answered or never happened`;
    ids.set(subject, msgId);
  }
  const values = must.filter(subject => !isTimer(subject));
  const inOrder = [...new Set(told.map(([subject]) => subject))].filter(name => values.includes(name));
  if (JSON.stringify(inOrder) !== JSON.stringify(values)) return `told were ${inOrder}, owed ${values}`;
}

/** Timers go on, or have ended. `isToEnd`: waits for it. */
async function flawOfTimers(world: World, states: readonly Known[], isToEnd: boolean): Promise<string | undefined> {
  const owed = owedIn(states).must.filter(isTimer);
  if (owed.length === 0) return undefined;
  for (const [, msgId] of subjects(world)) world.controller.acknowledge(msgId);
  if (isToEnd) await world.clock.advance(longerThanTimersMs);
  const told = subjects(world).map(([subject]) => subject);
  const running = isToEnd ? [] : Object.values((await world.controller.get(requests))[0]?.objects ?? {});
  const there = new Set([...told, ...running.map(({ CommandKey }) => CommandKey)]);
  return owed.every(key => there.has(key)) ? undefined : `timers owed are ${owed}, there are ${[...there]}`;
}

/** What is wrong with what starts from `disk`; undefined when nothing is. */
async function flawOfStart(disk: SimDisk, cut: Cut): Promise<string | undefined> {
  const { world, lines, stop } = await startOnDisk(disk, cut.seeds, cut.wallMs);
  const complaints = [...lines, ...world.services.lines].filter(line => line.startsWith('error:'));
  if (complaints.length > 0) return complaints.join('; ');
  const found = text(await shown(world));
  const states = cut.shows.filter(known => text(known) === found);
  if (states.length === 0) return `shows ${found}, not ${cut.shows.map(text).join(' or ')}`;
  const isToEnd = ++starts % startsPerWait === 0;
  const flaw = flawOfTold(subjects(world), cut, states) ?? (await flawOfTimers(world, states, isToEnd));
  if (flaw) return flaw;
  const added = await world.controller.added(subscriptions, { ID: 'usable', Persistent: 'true' });
  const number = Number(added.split('.').at(-2));
  if (number <= states[0]!.number) return `${added} has been there before`;
  await stop();
  if (starts % startsPerCut !== 0) return undefined;
  const again = await startOnDisk(disk.afterPowerCut(first), cut.seeds, cut.wallMs);
  if (!(added in (await shown(again.world)).rows)) return 'what was added after the start is lost';
  await again.stop();
}

/** What the medium may hold after the cut, each once, by what is on it: all of it where that is no more than `most`. */
function survivorsOf({ disk }: Cut, chooses: readonly Choose[], most: number): Map<string, SimDisk> {
  const survivors = new Map<string, SimDisk>();
  const survive = (choose: Choose) => {
    const left = disk.afterPowerCut(choose);
    const text = (path: string) => `${path} ${Buffer.from(left.content(path) ?? []).toString('latin1')}`;
    survivors.set(left.paths.map(text).join(), left);
  };
  for (const choose of chooses) survive(choose);
  if (most > chooses.length) tryAll(survive, most);
  return survivors;
}

/** The first flaw of some ways to survive the cut. */
async function flawOf(cut: Cut, chooses: readonly Choose[], most = 0): Promise<string | undefined> {
  for (const disk of survivorsOf(cut, chooses, most).values()) {
    const flaw = await flawOfStart(disk, cut).catch((cause: Error) => cause.stack);
    if (flaw) return `power cut after ${cut.after}: ${flaw}`;
  }
}

test('after a power cut at any call of a day, all that was acknowledged is there and the rest whole or not at all', async () => {
  const cuts = await liveADay();
  const compactions = cuts.filter(({ after }) => after.includes('rename')).length;
  assert.ok(cuts.length > 300 && compactions > 1, `${cuts.length} cuts, ${compactions} compactions`);
  for (const [i, cut] of cuts.entries()) {
    const chances = Array.from({ length: ways }, (_, n) => byChance(seededRandom(i * 1_000 + n)));
    assert.is(await flawOf(cut, [first, last, ...chances], ways), undefined);
  }
  if (process.env.USPI_SHOW) console.log(`${cuts.length} cuts, ${starts} starts`);
});

for (const [what, is] of [
  ['of what is appended', ({ name }: DiskCall) => name === 'fdatasync'],
  ['of the file that a compaction writes', ({ name, path }: DiskCall) => name === 'fsync' && path.endsWith('.new')],
  ['of the directory', ({ name, path }: DiskCall) => name === 'fsync' && path === '/state'],
] as const) {
  test(`a disk without the sync ${what} is found out`, async () => {
    const cuts = await liveADay(is);
    const flaws: string[] = [];
    for (const [i, cut] of cuts.entries()) {
      const flaw = await flawOf(cut, [first, byChance(seededRandom(i))]);
      if (flaw) flaws.push(flaw);
      if (flaws.length > 0) break;
    }
    assert.ok(flaws.length > 0, what);
  });
}

test.run();
