import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { JournalError } from '../../../datamodel/journal/errors.ts';
import type { Journal } from '../../../datamodel/journal/journal.ts';
import { openJournal } from '../../../datamodel/journal/journal.ts';
import { reservedKey } from '../../../datamodel/journal/keys.ts';
import * as limits from '../../../datamodel/journal/limits.ts';
import { put, remove, removeSubtree } from '../../../datamodel/journal/operation.ts';
import { encodeHeader, formatVersion, readHeader } from '../../../datamodel/journal/record.ts';
import { formats } from '../../../datamodel/journal/replay.ts';
import { State } from '../../../datamodel/journal/state.ts';
import { seededRandom } from '../../helpers/random.ts';
import { SimStore } from '../../helpers/store.ts';

const row = (n: number) => `Device.LocalAgent.Subscription.${n}.`;
const nextInstance = reservedKey('instance', 'Device.LocalAgent.Subscription.');

interface World {
  store: SimStore;
  journal: Journal;
  log: string[];
}

async function open(store = new SimStore(seededRandom(1)), deps = {}): Promise<World> {
  const log: string[] = [];
  const journal = await openJournal(store, { log: (level, line) => void log.push(`${level}: ${line}`), ...deps });
  return { store, journal, log };
}

/** What a restart finds, without a power cut. */
async function reopened(store: SimStore): Promise<[string, string][]> {
  const { journal } = await open(new SimStore(seededRandom(2), store.content));
  return [...journal.state];
}

/** How each promise ended: '' for resolved, else the code. */
async function outcomes(commits: Promise<void>[]): Promise<string[]> {
  const settled = await Promise.allSettled(commits);
  return settled.map(one => (one.status === 'fulfilled' ? '' : (one.reason as JournalError).code));
}

/** Holds the store's calls until the returned function is called. */
function hold(store: SimStore): () => void {
  let release = () => {};
  store.gate = new Promise(resolve => {
    release = resolve;
  });
  return release;
}

test('what was committed is there after a restart', async () => {
  const { store, journal } = await open();
  await journal.commit([put(`${row(1)}Enable`, 'true'), put(`${row(10)}Enable`, 'false'), put(nextInstance, '11')]);
  await journal.commit([removeSubtree(row(1)), put(`${row(10)}Enable`, 'true')]);
  await journal.commit([put('gone', 'soon')]);
  await journal.commit([remove('gone'), remove('never there')]);
  const state = [
    [`${row(10)}Enable`, 'true'],
    [nextInstance, '11'],
  ];
  assert.equal([...journal.state], state);
  assert.equal(await reopened(store), state);
});

test('however many rows go at once, no other goes with them', async () => {
  for (const count of [1, 8, 9, 40]) {
    const { journal } = await open();
    const all = Array.from({ length: 50 }, (_, at) => row(at + 1));
    await journal.commit(all.map(path => put(`${path}Enable`, 'true')));
    await journal.commit(all.slice(0, count).map(removeSubtree));
    assert.equal(
      [...journal.state.keys()],
      all.slice(count).map(path => `${path}Enable`),
    );
  }
});

test('opening writes nothing, and neither does an empty commit', async () => {
  const { store, journal, log } = await open();
  await journal.commit([]);
  assert.equal(store.calls, { append: 0, truncate: 0, replace: 0 });
  assert.equal(log, []);
});

test('a commit shows in the state when it is durable, and the caller may reuse its array', async () => {
  const { store, journal } = await open();
  const release = hold(store);
  const operations = [put('a', '1')];
  const commit = journal.commit(operations);
  operations.push(put('b', '2'));
  await Promise.resolve();
  assert.is(journal.state.size, 0);
  release();
  await commit;
  assert.equal([...journal.state], [['a', '1']]);
  assert.equal(await reopened(store), [['a', '1']]);
});

test('commits of one turn share a sync, and so do those that come while one is in flight', async () => {
  const { store, journal } = await open();
  await Promise.all([1, 2, 3].map(n => journal.commit([put('a', `${n}`)])));
  assert.is(store.calls.append, 1);
  const release = hold(store);
  const first = journal.commit([put('a', '4')]);
  while (store.calls.append < 2) await Promise.resolve();
  const later = [5, 6, 7].map(n => journal.commit([put('a', `${n}`)]));
  release();
  await Promise.all([first, ...later]);
  assert.is(store.calls.append, 3);
  assert.is(journal.state.get('a'), '7');
  const { commits, syncs, bytesWritten, fileBytes } = journal.stats;
  assert.equal({ commits, syncs, bytesWritten }, { commits: 7, syncs: 3, bytesWritten: fileBytes });
});

test('a full disk refuses the group and all that wait behind it, and says so once, until there is room', async () => {
  const { store, journal, log } = await open();
  await journal.commit([put('a', '1')]);
  let isFull = true;
  store.fails = method => (isFull && method === 'append' ? 'ENOSPC' : undefined);
  const release = hold(store);
  const group = [journal.commit([put('a', '2')]), journal.commit([put('b', '2')])];
  while (store.calls.append < 2) await Promise.resolve();
  const behind = [journal.commit([put('c', '2')])];
  release();
  assert.equal(await outcomes([...group, ...behind]), ['storage', 'storage', 'storage']);
  assert.is(store.calls.append, 2, 'those behind were not tried');
  assert.not(store.isTorn, 'what was written of the group is cut off at once');
  assert.equal(await outcomes([journal.commit([put('d', '2')])]), ['storage']);
  assert.equal([...journal.state], [['a', '1']]);
  assert.equal(await reopened(store), [['a', '1']], 'nothing of the refused commits is left');

  isFull = false;
  await journal.commit([put('e', '3')]);
  const expected = [
    ['a', '1'],
    ['e', '3'],
  ];
  assert.equal(await reopened(store), expected);
  assert.equal(log, [
    'error: journal: changes are refused until it can be written: ENOSPC: append',
    'notice: journal: changes are kept again',
  ]);
});

test('the error says which errno it was', async () => {
  const { store, journal } = await open();
  store.fails = () => 'EROFS';
  try {
    await journal.commit([put('a', '1')]);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, JournalError);
    assert.is(((error as JournalError).cause as { code: string }).code, 'EROFS');
  }
});

test('when the failed group cannot be cut off either, each commit first tries to', async () => {
  const { store, journal, log } = await open();
  await journal.commit([put('a', '1')]);
  let isBroken = true;
  store.fails = () => (isBroken ? 'EIO' : undefined);
  assert.equal(await outcomes([journal.commit([put('a', '2')])]), ['storage']);
  assert.equal(await outcomes([journal.commit([put('a', '3')])]), ['storage']);
  assert.is(store.calls.append, 2, 'nothing is appended to a file that is not whole');
  isBroken = false;
  await journal.commit([put('a', '4')]);
  assert.equal(await reopened(store), [['a', '4']]);
  assert.is(log.length, 2);
});

test('too many waiting commits are refused, and none of them is lost', async () => {
  const { store, journal } = await open();
  const release = hold(store);
  const commits = [journal.commit([put('first', '')])];
  while (store.calls.append < 1) await Promise.resolve();
  for (let n = 0; n <= limits.queuedCommitsMax; n++) commits.push(journal.commit([put('a', `${n}`)]));
  release();
  const ends = await outcomes(commits);
  assert.equal([ends.filter(end => end === '').length, ends.at(-1)], [limits.queuedCommitsMax + 1, 'busy']);
  assert.is(journal.state.get('a'), `${limits.queuedCommitsMax - 1}`);
  await journal.commit([put('a', 'again')]);
});

test('too many waiting bytes are refused', async () => {
  const { store, journal } = await open();
  const release = hold(store);
  const value = 'v'.repeat(limits.valueBytesMax);
  const commits = Array.from({ length: 17 }, () => journal.commit([put('a', value)]));
  release();
  assert.ok((await outcomes(commits)).includes('busy'));
});

test('a full state takes what makes it no larger', async () => {
  const { journal } = await open();
  const value = 'v'.repeat(limits.valueBytesMax - 2);
  for (let n = 10; n < 26; n++) await journal.commit([put(`${n}`, value)]);
  assert.is(journal.stats.stateBytes, limits.stateBytesMax);
  assert.equal(await outcomes([journal.commit([put('x', '')])]), ['state-full']);
  assert.equal(await outcomes([journal.commit([put('10', `${value}+`)])]), ['state-full']);
  await journal.commit([put('10', value.replace('v', 'w'))]);
  await journal.commit([remove('11'), put('#outbox/1', 'that it was deleted can still be told')]);
  await journal.commit([put('x', '')]);
});

test('entries are limited, those of commits in flight counted', async () => {
  const { journal } = await open();
  const batch = limits.commitOperationsMax;
  const commits: Promise<void>[] = [];
  for (let n = 0; n < limits.stateEntriesMax; n += batch) {
    const count = Math.min(batch, limits.stateEntriesMax - n);
    commits.push(journal.commit(Array.from({ length: count }, (_, i) => put(`${n + i}`, ''))));
  }
  commits.push(journal.commit([put('one more', '')]));
  const ends = await outcomes(commits);
  assert.equal([ends.at(-1), journal.state.size], ['state-full', limits.stateEntriesMax]);
});

test('close waits for what was committed and refuses what comes later', async () => {
  const { store, journal } = await open();
  const commit = journal.commit([put('a', '1')]);
  await journal.close();
  await commit;
  assert.ok(store.closed);
  assert.equal(await outcomes([journal.commit([put('a', '2')])]), ['closed']);
  assert.equal(await reopened(store), [['a', '1']]);
});

test('the file stays within the larger of 64 KiB and four times the state', async () => {
  const { store, journal } = await open();
  const value = 'v'.repeat(1000);
  let longest = 0;
  for (let n = 0; n < 1000; n++) {
    await journal.commit([put(`${n % 20}`, value)]);
    longest = Math.max(longest, store.content.length);
  }
  assert.ok(longest <= 4 * 21_000 + 1_100, `${longest} bytes`);
  assert.is(journal.stats.compactions, store.done.replace);
  assert.ok(store.done.replace >= 10 && store.done.replace <= 20, `${store.done.replace} compactions`);
  assert.is((await reopened(store)).length, 20);
});

test('compaction that fails loses nothing, is told once and tried again when the file has grown', async () => {
  const { store, journal, log } = await open(undefined, { compactBytesMin: 100 });
  let isFull = true;
  store.fails = method => (isFull && method === 'replace' ? 'ENOSPC' : undefined);
  for (let n = 0; n < 30; n++) await journal.commit([put('a', `${n}`)]);
  assert.is(store.calls.replace, 1);
  for (let n = 0; n < 60; n++) await journal.commit([put('a', `${n}`.padStart(1_500, 'v'))]);
  assert.is(store.calls.replace, 2);
  assert.equal(log, ['warning: journal: cannot be compacted: ENOSPC: replace']);
  isFull = false;
  for (let n = 0; n < 60; n++) await journal.commit([put('a', `${n}`.padStart(1_500, 'w'))]);
  assert.ok(store.content.length < 10_000);
  assert.equal(await reopened(store), [['a', '59'.padStart(1_500, 'w')]]);
});

test('a file that cannot be compacted does not grow for ever', async () => {
  const { store, journal } = await open();
  store.fails = method => (method === 'replace' ? 'EACCES' : undefined);
  const value = 'v'.repeat(limits.valueBytesMax);
  const commitFour = () => outcomes([1, 2, 3, 4].map(n => journal.commit([put(`${n}`, value)])));
  let ends = await commitFour();
  for (let n = 0; n < 40 && ends[0] === ''; n++) ends = await commitFour();
  assert.is(ends[0], 'storage');
  assert.ok(store.content.length <= limits.fileBytesMax);
  store.fails = () => undefined;
  assert.equal(await commitFour(), ['', '', '', '']);
});

test('a newer format is refused with what to do, and the file is left alone', async () => {
  const content = new Uint8Array([...encodeHeader(formatVersion + 1), 1, 2, 3]);
  const store = new SimStore(seededRandom(1), content);
  try {
    await open(store);
    assert.unreachable();
  } catch (error) {
    assert.is((error as JournalError).code, 'newer-format');
    assert.match((error as JournalError).message, /format 2.*up to 1.*newer version again/);
  }
  assert.equal([store.content, store.calls.truncate, store.calls.replace], [content, 0, 0]);
});

/** A format that only this test knows: version 0, and one key for all that is behind the header. */
const older = {
  ...formats,
  0: (bytes: Uint8Array) => {
    const state = new State();
    state.apply([put('text', new TextDecoder().decode(bytes.subarray(16)))]);
    return { state, end: { length: bytes.length, checksum: 0 } };
  },
};
const olderFile = new Uint8Array([...encodeHeader(0), ...new TextEncoder().encode('hello')]);

test('an older format is rewritten when it is opened', async () => {
  const { store, journal } = await open(new SimStore(seededRandom(1), olderFile), { formats: older });
  assert.is(readHeader(store.content)?.version, formatVersion);
  await journal.commit([put('more', '1')]);
  const expected = [
    ['text', 'hello'],
    ['more', '1'],
  ];
  assert.equal(await reopened(store), expected);
});

test('an older format that cannot be rewritten yet is, before the first commit', async () => {
  const store = new SimStore(seededRandom(1), olderFile);
  store.fails = () => 'ENOSPC';
  const { journal, log } = await open(store, { formats: older });
  assert.is(journal.state.get('text'), 'hello');
  assert.equal(await outcomes([journal.commit([put('more', '1')])]), ['storage']);
  assert.equal(store.content, olderFile);
  store.fails = () => undefined;
  await journal.commit([put('more', '2')]);
  assert.is((await reopened(store)).length, 2);
  assert.is(log.length, 2);
});

test.run();
