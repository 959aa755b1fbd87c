/** What the agent remembers, in a directory that is its own. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Journal, type JournalStore, openJournal } from '../../datamodel/journal/journal.ts';
import { asUnusable, claimStateDirectory, type StateClaim, StateLockedError } from '../../drivers/host/lock.ts';
import { openStore } from '../../drivers/host/store.ts';
import type { Clock, Log, Store } from '../../drivers/ports.ts';
import { lockAfterMs } from './limits.ts';
import { factoryResetIfAsked } from './restart.ts';

export interface StateOptions {
  stateDirectory: string;
  clock: Clock;
  log: Log;
  /** Absent: the file `journal` in the directory. */
  store?: Store;
}

export interface OpenedState {
  journal: Journal;
  ownership: Ownership;
  release(): Promise<void>;
}

/**
 * The state directory, and its journal, from which a FactoryReset() may have taken what it asked for. It is read as soon as
 * nobody else can be seen there. Before the first byte is written, and soon after that in any case, the kernel has the last word.
 * Rejects with a StateLockedError, a StateUnusableError or a JournalError.
 */
export async function openState({ stateDirectory, clock, log, store }: StateOptions): Promise<OpenedState> {
  const path = join(stateDirectory, 'journal');
  const claim = await claimStateDirectory(stateDirectory);
  const before = inodeOf(path);
  const ownership = new Ownership(claim, stateDirectory, log);
  const guarded = new GuardedStore(store ?? (await storeAt(path, stateDirectory)), ownership);
  // Another agent that came and went in the meantime has written what this one has not read.
  if (!store) ownership.isAsRead = () => isUnchanged(path, before ?? inodeOf(path), guarded.readBytes);
  const journal = await openJournal(guarded, { log });
  await factoryResetIfAsked(journal, log).catch(cause => {
    throw ownership.loss ?? cause;
  });
  if (ownership.loss) throw ownership.loss;
  const timer = clock.after(lockAfterMs, () => void ownership.sure().catch(() => {}));
  const release = () => {
    timer.stop();
    return claim.release();
  };
  return { journal, ownership, release };
}

const inodeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino;

function isUnchanged(path: string, inode: number | undefined, bytes: number): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  return now?.ino === inode && now?.size === bytes;
}

async function storeAt(path: string, directory: string): Promise<Store> {
  try {
    return await openStore(path);
  } catch (cause) {
    throw asUnusable(directory, cause);
  }
}

/** Whether the directory is ours: a claim, of which the kernel has the last word. */
export class Ownership {
  /** Resolves when the directory is another agent's after all. Nothing has been written then, and nothing can be. */
  readonly lost: Promise<Error>;
  /** What `lost` has resolved to. */
  loss: Error | undefined;
  /** What else has to hold when the kernel is asked. */
  isAsRead: () => boolean = () => true;
  readonly #claim: StateClaim;
  readonly #directory: string;
  readonly #log: Log;
  #lose: (cause: Error) => void = () => {};
  #sure: Promise<void> | undefined;

  constructor(claim: StateClaim, directory: string, log: Log) {
    this.#claim = claim;
    this.#directory = directory;
    this.#log = log;
    this.lost = new Promise(resolve => {
      this.#lose = resolve;
    });
  }

  /** Resolves once it is certain. Rejects with what `loss` is then. */
  sure(): Promise<void> {
    this.#sure ??= this.#confirm().catch((cause: Error) => {
      this.loss = cause;
      this.#lose(cause);
      throw cause;
    });
    return this.#sure;
  }

  async #confirm(): Promise<void> {
    const { kind } = await this.#claim.confirm();
    if (kind === 'name')
      this.#log('warning', 'flock is not installed: the state directory is guarded by a process ID only');
    if (!this.isAsRead())
      throw new StateLockedError(this.#directory, undefined, 'has just been written by another agent');
  }
}

/** Nothing is written through it before the directory is ours. */
class GuardedStore implements JournalStore {
  readonly #store: JournalStore;
  readonly #ownership: Ownership;
  readonly setAside?: (bytes: Uint8Array) => Promise<string>;
  readBytes = 0;

  constructor(store: JournalStore, ownership: Ownership) {
    this.#store = store;
    this.#ownership = ownership;
    const setAside = store.setAside?.bind(store);
    if (setAside) this.setAside = bytes => this.#onceOurs(() => setAside(bytes));
  }

  async read(): Promise<Uint8Array> {
    const bytes = await this.#store.read();
    this.readBytes = bytes.length;
    return bytes;
  }

  append(bytes: Uint8Array): Promise<void> {
    return this.#onceOurs(() => this.#store.append(bytes));
  }

  truncate(length: number): Promise<void> {
    return this.#onceOurs(() => this.#store.truncate(length));
  }

  replace(bytes: Uint8Array): Promise<void> {
    return this.#onceOurs(() => this.#store.replace(bytes));
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  async #onceOurs<Result>(write: () => Promise<Result>): Promise<Result> {
    await this.#ownership.sure();
    return write();
  }
}
