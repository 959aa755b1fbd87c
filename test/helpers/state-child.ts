/**
 * A small agent without anything but its state, for tests that kill it, fill its disk or watch its system calls:
 * `node state-child.mjs VERB DIRECTORY`. Built by `buildStateChild`, so that it starts in a few hundredths of a second.
 */
import { unlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalError } from '../../datamodel/journal/errors.ts';
import { openJournal } from '../../datamodel/journal/journal.ts';
import { put } from '../../datamodel/journal/operation.ts';
import { claimStateDirectory } from '../../drivers/host/lock.ts';
import { openStore } from '../../drivers/host/store.ts';

const [verb, directory] = process.argv.slice(2) as [string, string];
const path = join(directory, 'journal');
const say = (line: string) => void writeSync(1, `${line}\n`);
const log = (level: string, line: string) => say(`${level}: ${line}`);

/** Commit `n` of the endless history that `count` writes; test/datamodel/journal/kill.test.ts knows it, too. */
const commitNumber = (n: number) => [
  put('number', `${n}`),
  put(`row ${n % 40}`, `${n} `.padEnd(50 + ((n * 7) % 900), '.')),
];

/** Goes on with the history, up to four commits in flight, and says each number when it is durable. */
async function count(): Promise<void> {
  await (await claimStateDirectory(directory)).confirm();
  const journal = await openJournal(await openStore(path), { log });
  let next = Number(journal.state.get('number') ?? -1) + 1;
  for (;;) {
    const group = Array.from({ length: 1 + (next % 4) }, () => next++);
    await Promise.all(group.map(n => journal.commit(commitNumber(n)).then(() => say(`${n}`))));
  }
}

/** Commits until the disk is full, makes room, goes on; then says what a restart finds. */
async function fill(): Promise<void> {
  const ballast = join(directory, 'ballast');
  writeFileSync(ballast, new Uint8Array(65_536));
  const journal = await openJournal(await openStore(path), { log });
  const acknowledged = new Map<string, string>();
  const commit = async (key: string, value: string) => {
    await journal.commit([put(key, value)]);
    acknowledged.set(key, value);
  };
  try {
    for (let n = 0; ; n++) await commit(`${n}`, 'v'.repeat(2_000));
  } catch (error) {
    say(`refused: ${((error as JournalError).cause as NodeJS.ErrnoException).code}`);
  }
  unlinkSync(ballast);
  for (let n = 0; n < 10; n++) await commit(`later ${n}`, 'v'.repeat(1_000));
  await journal.close();
  const again = await openJournal(await openStore(path), { log });
  const isSame = JSON.stringify([...again.state]) === JSON.stringify([...acknowledged]);
  say(`after a restart: ${isSame ? 'the same' : 'different'}, ${again.state.size > 20 ? 'many' : 'few'}`);
}

/** Each call of a store once. */
async function calls(): Promise<void> {
  const store = await openStore(path);
  const bytes = new TextEncoder().encode('abc');
  await store.append(bytes);
  await store.append(bytes);
  await store.truncate(4);
  await store.replace(bytes);
  await store.append(bytes);
  await store.setAside(bytes);
  await store.close();
}

/** Holds the lock until it is killed, or its parent is gone. */
async function hold(): Promise<void> {
  await (await claimStateDirectory(directory)).confirm();
  say('locked');
  process.stdin.resume();
}

/** Claims the directory, without asking the kernel where that is not needed. */
async function claim(): Promise<void> {
  await claimStateDirectory(directory);
  say('claimed');
}

const verbs: Record<string, () => Promise<void>> = { count, fill, calls, hold, claim };
await verbs[verb]!();
