/** A scripted history, with the power cut at every byte that it writes: whole commits, every acknowledged one. */
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openJournal } from '../../../datamodel/journal/journal.ts';
import type { Operation } from '../../../datamodel/journal/operation.ts';
import { put, remove, removeSubtree } from '../../../datamodel/journal/operation.ts';
import { State } from '../../../datamodel/journal/state.ts';
import { seededRandom } from '../../helpers/random.ts';
import { SimStore } from '../../helpers/store.ts';

/** Commits, in groups that are made at once. Each has its own number in the state, so no two states are the same. */
const script: Operation[][][] = Array.from({ length: 14 }, (_, group) =>
  Array.from({ length: 1 + (group % 3) }, (_, i) => {
    const number = group * 3 + i;
    const row = `Device.LocalAgent.Subscription.${number % 4}.`;
    const operations = [put('number', `${number}`), put(`${row}Enable`, 'true'), put(`${row}ID`, 'x'.repeat(number))];
    if (number % 5 === 4) operations.push(removeSubtree('Device.LocalAgent.Subscription.1.'));
    if (number % 7 === 6) operations.push(remove('Device.LocalAgent.Subscription.2.ID'));
    return operations;
  }),
);
const commits = script.flat();

type End = 'acknowledged' | 'refused' | 'unknown';

interface Run {
  store: SimStore;
  ends: End[];
  /** Of a commit that was refused and not cut off: how many times the file had been cut by then. */
  cutsBefore: Map<number, number>;
}

/** Runs the script until it ends or the power goes. */
async function run(store: SimStore): Promise<Run> {
  const ends: End[] = commits.map(() => 'unknown');
  const cutsBefore = new Map<number, number>();
  const life = async () => {
    const journal = await openJournal(store, { log: () => {}, compactBytesMin: 1_000 });
    let index = 0;
    for (const group of script) {
      const made = group.map(operations => {
        const at = index++;
        const settle = (end: End) => () => {
          ends[at] = end;
          if (end === 'refused' && store.isTorn) cutsBefore.set(at, store.done.truncate);
        };
        return journal.commit(operations).then(settle('acknowledged'), settle('refused'));
      });
      await Promise.all(made);
    }
    await journal.close();
  };
  await Promise.race([life(), store.powerIsOff]);
  return { store, ends, cutsBefore };
}

function stateAfter(indices: readonly number[]): string {
  const state = new State();
  for (const index of indices) state.apply(commits[index]!);
  return JSON.stringify([...state.map].sort());
}

/** The states that a restart may find: every acknowledged commit, and some whose end its maker does not know. */
function allowedStates({ store, ends, cutsBefore }: Run): Set<string> {
  const at = (end: End) => ends.flatMap((e, i) => (e === end ? [i] : []));
  const acknowledged = at('acknowledged');
  // A refused commit may come back as long as its remains could not be cut off; nothing is written after it then.
  const uncut = store.isTorn ? at('refused').filter(i => cutsBefore.get(i) === store.done.truncate) : [];
  const maybe = uncut.length > 0 ? uncut : at('unknown');
  const allowed = new Set<string>();
  for (let count = 0; count <= maybe.length; count++) {
    allowed.add(stateAfter([...acknowledged, ...maybe.slice(0, count)]));
  }
  return allowed;
}

/** Restarts on what the power cut may have left, and checks what is found and that it can go on from there. */
async function checkRestart(run: Run, kept: 'all' | 'none' | 'some', what: string): Promise<void> {
  const allowed = allowedStates(run);
  const found = run.store.afterPowerCut(kept);
  const store = new SimStore(seededRandom(7), found);
  const journal = await openJournal(store, { log: () => {} });
  const state = JSON.stringify([...journal.state].sort());
  assert.ok(allowed.has(state), `${what}, ${kept}: found ${state}`);
  await journal.commit([put('after', what)]);
  const again = await openJournal(new SimStore(seededRandom(8), store.durable), { log: () => {} });
  assert.equal([...again.state], [...journal.state], `${what}, ${kept}: after one more commit`);
}

test('power cut at every byte', async () => {
  const whole = new SimStore(seededRandom(1));
  whole.fuel = 1_000_000;
  const { ends } = await run(whole);
  assert.ok(ends.every(end => end === 'acknowledged'));
  assert.ok(whole.done.replace > 1, 'the script is long enough to be compacted');
  const steps = 1_000_000 - whole.fuel;
  for (let fuel = 0; fuel <= steps; fuel++) {
    const store = new SimStore(seededRandom(fuel));
    store.fuel = fuel;
    const cut = await run(store);
    for (const kept of ['all', 'none', 'some'] as const) await checkRestart(cut, kept, `cut after ${fuel}`);
  }
});

test('calls that fail at random, and then a power cut: the same holds', async () => {
  for (let seed = 1; seed <= 800; seed++) {
    const random = seededRandom(seed);
    const store = new SimStore(random);
    const chance = random.fraction() * 0.6;
    store.fails = () => (random.fraction() < chance ? 'EIO' : undefined);
    if (random.fraction() < 0.7) store.fuel = Math.floor(random.fraction() * 4_000);
    const failed = await run(store);
    for (const kept of ['all', 'none', 'some'] as const) await checkRestart(failed, kept, `seed ${seed}`);
  }
});

test.run();
