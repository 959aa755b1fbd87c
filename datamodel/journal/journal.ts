/**
 * The journal: what must survive a restart, as a map from key to value.
 *
 * Commits that arrive while an append is in flight go out together with the next one, so that a busy agent costs one
 * sync a group, not one a commit. docs/journal.md tells what holds after a power cut, a full disk and a damaged file.
 */
import type { Log, Store } from '../../drivers/ports.ts';
import { JournalError } from './errors.ts';
import { JournalFile, reasonOf } from './file.ts';
import { queuedBytesMax, queuedCommitsMax, stateBytesMax, stateEntriesMax } from './limits.ts';
import type { Operation } from './operation.ts';
import { encodeCommit } from './operation.ts';
import { formatVersion } from './record.ts';
import type { Dropped, Formats, Replay } from './replay.ts';
import { formats, replay } from './replay.ts';
import type { Growth, State } from './state.ts';

export interface Journal {
  /** What is durable, a live view: a commit never shows in it before it is. */
  readonly state: ReadonlyMap<string, string>;
  /** What the journal has cost since it was opened, and how large it is. */
  readonly stats: JournalStats;
  /** Resolves when all of `operations` are durable; rejects with a JournalError when none of them counts. */
  commit(operations: readonly Operation[]): Promise<void>;
  /** Waits for the commits that have been made, then closes the store. */
  close(): Promise<void>;
}

export interface JournalStats {
  commits: number;
  bytesWritten: number;
  syncs: number;
  compactions: number;
  fileBytes: number;
  stateBytes: number;
}

/** A Store that may also keep bytes in a file of their own, for a person; resolves to that file's name. */
export type JournalStore = Store & { setAside?(bytes: Uint8Array): Promise<string> };

export interface JournalDeps {
  log: Log;
  /** A file no larger than this is never compacted; limits.ts has the default. */
  compactBytesMin?: number;
  /** The formats that can be read: by default, all that this version knows. */
  formats?: Formats;
}

/** Opens the journal in `store`. Rejects with a JournalError ('newer-format'), or with the Store's error. */
export async function openJournal(store: JournalStore, deps: JournalDeps): Promise<Journal> {
  const { version, found } = replay(await store.read(), deps.formats ?? formats);
  if (!found) throw new JournalError('newer-format', newerFormatMessage(version));
  if (found.dropped) deps.log('warning', await setAside(store, found, found.dropped));
  const file = new JournalFile(store, found, { ...deps, outdated: version !== formatVersion });
  const journal = new GroupCommit(file, found.state, deps.log);
  await file.mend().catch(cause => journal.failed(cause));
  return journal;
}

function newerFormatMessage(version: number): string {
  return (
    `the journal is in format ${version}, of a newer version of uspi; this one knows formats up to ${formatVersion}. ` +
    'Run the newer version again, or move the journal away to start from the configuration alone.'
  );
}

/** Keeps what is about to be cut off, where the store can. Resolves to a line that tells of it. */
async function setAside(store: JournalStore, found: Replay, dropped: Dropped): Promise<string> {
  const { bytes, because, commitsAtLeast } = dropped;
  const kept = await store.setAside?.(bytes).then(
    name => `; they are kept in ${name}`,
    cause => `; they could not be kept: ${reasonOf(cause)}`,
  );
  const commits = commitsAtLeast > 0 ? `, with at least ${commitsAtLeast} whole commits behind it` : '';
  const where = `${because} at byte ${found.end.length}`;
  return `journal: dropped the last ${bytes.length} bytes: ${where}${commits}${kept ?? ''}`;
}

interface Waiting {
  operations: readonly Operation[];
  payload: Uint8Array;
  growth: Growth;
  resolve: () => void;
  reject: (error: JournalError) => void;
}

class GroupCommit implements Journal {
  readonly #file: JournalFile;
  readonly #state: State;
  readonly #log: Log;
  #commits = 0;
  #queue: Waiting[] = [];
  #queuedBytes = 0;
  /** Of all commits that wait or are in flight. */
  readonly #growth: Growth = { bytes: 0, entries: 0 };
  #running: Promise<void> | undefined;
  #failing = false;
  #closed = false;

  constructor(file: JournalFile, state: State, log: Log) {
    this.#file = file;
    this.#state = state;
    this.#log = log;
  }

  get state(): ReadonlyMap<string, string> {
    return this.#state.map;
  }

  get stats(): JournalStats {
    const sizes = { fileBytes: this.#file.length, stateBytes: this.#state.bytes };
    return { commits: this.#commits, ...this.#file.cost, ...sizes };
  }

  commit(operations: readonly Operation[]): Promise<void> {
    if (this.#closed) return Promise.reject(new JournalError('closed', 'the journal is closed'));
    if (operations.length === 0) return Promise.resolve();
    const payload = encodeCommit(operations);
    if (payload instanceof JournalError) return Promise.reject(payload);
    const growth = this.#state.growth(operations);
    const refusal = this.#refusal(payload, growth);
    if (refusal) return Promise.reject(refusal);
    return new Promise((resolve, reject) => {
      this.#queue.push({ operations: [...operations], payload, growth, resolve, reject });
      this.#queuedBytes += payload.length;
      this.#grow(growth, 1);
      this.#running ??= this.#run();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
    await this.#file.close();
  }

  /** Notes that the file could not be written: one line in the log until it can be again. */
  failed(cause: unknown): JournalError {
    const reason = reasonOf(cause);
    if (!this.#failing) this.#log('error', `journal: changes are refused until it can be written: ${reason}`);
    this.#failing = true;
    return new JournalError('storage', `the journal cannot be written: ${reason}`, cause);
  }

  #refusal(payload: Uint8Array, growth: Growth): JournalError | undefined {
    if (this.#queue.length >= queuedCommitsMax || this.#queuedBytes + payload.length > queuedBytesMax) {
      return new JournalError('busy', `${this.#queue.length} commits wait already`);
    }
    // A commit that only deletes, or overwrites with no more, is welcome in a full state.
    if (growth.bytes === 0) return undefined;
    const bytes = this.#state.bytes + this.#growth.bytes + growth.bytes;
    const entries = this.#state.map.size + this.#growth.entries + growth.entries;
    if (bytes <= stateBytesMax && entries <= stateEntriesMax) return undefined;
    return new JournalError('state-full', `the state would have ${entries} entries of ${bytes} bytes`);
  }

  #grow(growth: Growth, sign: 1 | -1): void {
    this.#growth.bytes += sign * growth.bytes;
    this.#growth.entries += sign * growth.entries;
  }

  /** Writes one group after the other until no commit waits. Never rejects. */
  async #run(): Promise<void> {
    // Commits made in the same turn belong to the same group.
    await undefined;
    while (this.#queue.length > 0) {
      const group = this.#takeQueue();
      try {
        await this.#file.append(group.map(waiting => waiting.payload));
      } catch (cause) {
        // Those that came in the meantime may rest on the group that failed.
        this.#reject([...group, ...this.#takeQueue()], this.failed(cause));
        continue;
      }
      this.#resolve(group);
      await this.#file.compactIfDue();
    }
    this.#running = undefined;
  }

  #takeQueue(): Waiting[] {
    this.#queuedBytes = 0;
    return this.#queue.splice(0);
  }

  #resolve(group: readonly Waiting[]): void {
    if (this.#failing) this.#log('notice', 'journal: changes are kept again');
    this.#failing = false;
    for (const { operations, growth, resolve } of group) {
      this.#state.apply(operations);
      this.#grow(growth, -1);
      this.#commits++;
      resolve();
    }
  }

  #reject(group: readonly Waiting[], error: JournalError): void {
    for (const { growth, reject } of group) {
      this.#grow(growth, -1);
      reject(error);
    }
  }
}
