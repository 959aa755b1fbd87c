/** A file that was cut or changed at any byte: what stood before the damage is kept, what stood behind it is not. */
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openJournal } from '../../../datamodel/journal/journal.ts';
import { put, remove } from '../../../datamodel/journal/operation.ts';
import { headerBytes } from '../../../datamodel/journal/record.ts';
import { seededRandom } from '../../helpers/random.ts';
import { SimStore } from '../../helpers/store.ts';

type Entries = [string, string][];

/** A journal of five commits; after commit n the file ended at `ends[n]` and the state was `states[n]`. */
async function sample(): Promise<{ content: Uint8Array; ends: number[]; states: Entries[] }> {
  const store = new SimStore(seededRandom(1));
  const journal = await openJournal(store, { log: () => {} });
  const ends = [0];
  const states: Entries[] = [[]];
  for (const operations of [
    [put('first', 'one')],
    [put('second', 'zwei'), put('first', 'eins')],
    [put('third', 'trois'), remove('second')],
    [put('fourth', '四')],
    [remove('first'), put('fifth', '')],
  ]) {
    await journal.commit(operations);
    ends.push(store.content.length);
    states.push([...journal.state]);
  }
  return { content: store.content, ends, states };
}

interface Opened {
  store: SimStore;
  entries: Entries;
  log: string[];
}

/** Opens what is left, commits once, and checks that a restart finds both. */
async function openDamaged(content: Uint8Array): Promise<Opened> {
  const store = new SimStore(seededRandom(1), content);
  const log: string[] = [];
  const journal = await openJournal(store, { log: (level, line) => void log.push(`${level}: ${line}`) });
  const entries: Entries = [...journal.state];
  await journal.commit([put('later', 'x')]);
  const again = await openJournal(new SimStore(seededRandom(1), store.durable), { log: () => assert.unreachable() });
  assert.equal([...again.state], [...entries, ['later', 'x']]);
  return { store, entries, log };
}

const { content, ends, states } = await sample();
/** Of the commits that lie wholly before `offset`, the last. */
const lastBefore = (offset: number) => ends.findLastIndex(end => end <= offset);

test('cut at any byte', async () => {
  for (let length = 0; length <= content.length; length++) {
    const { store, entries, log } = await openDamaged(content.slice(0, length));
    const last = lastBefore(length);
    assert.equal(entries, states[last], `${length} bytes`);
    // The header alone is whole, too.
    const dropped = length - (last === 0 && length >= headerBytes ? headerBytes : ends[last]!);
    assert.is(store.aside[0]?.length ?? 0, dropped, `${length} bytes`);
    assert.is(log.length, dropped > 0 ? 1 : 0);
  }
});

test('any byte changed', async () => {
  for (let offset = 0; offset < content.length; offset++) {
    for (const change of [0x01, 0x80, 0xff]) {
      const damaged = content.slice();
      damaged[offset]! ^= change;
      const { store, entries, log } = await openDamaged(damaged);
      const last = offset < headerBytes ? 0 : lastBefore(offset);
      assert.equal(entries, states[last], `byte ${offset} changed by ${change}`);
      assert.equal(store.aside[0], damaged.slice(last === 0 && offset >= headerBytes ? headerBytes : ends[last]));
      assert.is(log.length, 1);
    }
  }
});

test('anything appended that is no record', async () => {
  const random = seededRandom(3);
  for (let run = 0; run < 300; run++) {
    const tail = run < 50 ? new Uint8Array(run + 1) : random.bytes(1 + (run % 80));
    const { entries } = await openDamaged(new Uint8Array([...content, ...tail]));
    assert.equal(entries, states.at(-1), `${tail}`);
  }
});

test('the log says how much was dropped, why, and where it is kept', async () => {
  const torn = await openDamaged(content.slice(0, -1));
  assert.equal(torn.log, [
    `warning: journal: dropped the last ${content.length - ends[4]! - 1} bytes: incomplete at byte ${ends[4]}; ` +
      'they are kept in aside-1',
  ]);
  const damaged = content.slice();
  damaged[ends[2]! + 7]! ^= 1;
  const { log } = await openDamaged(damaged);
  assert.equal(log, [
    `warning: journal: dropped the last ${content.length - ends[2]!} bytes: a wrong checksum at byte ${ends[2]}, ` +
      'with at least 2 whole commits behind it; they are kept in aside-1',
  ]);
});

test('a tail that can be neither kept nor cut off is told of, and cut before the next commit', async () => {
  const store = new SimStore(seededRandom(1), content.slice(0, -1));
  const log: string[] = [];
  store.fails = () => 'EROFS';
  store.setAside = () => Promise.reject(new Error('EROFS: no'));
  const journal = await openJournal(store, { log: (_, line) => void log.push(line) });
  assert.is(log.length, 2);
  assert.match(log[0]!, /could not be kept: EROFS: no$/);
  assert.match(log[1]!, /changes are refused until it can be written: EROFS/);
  store.fails = () => undefined;
  await journal.commit([put('later', 'x')]);
  const again = await openJournal(new SimStore(seededRandom(1), store.durable), { log: () => assert.unreachable() });
  assert.equal([...again.state], [...states[4]!, ['later', 'x']]);
});

test.run();
