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
 * nobody else can be seen there. Before the first byte is written, and soon after the start in any case, the kernel has the
 * last word. Rejects with a StateLockedError, a StateUnusableError or a JournalError.
 */
export async function openState({ stateDirectory, clock, log, store }: StateOptions): Promise<OpenedState> {
  const path = join(stateDirectory, 'journal');
  const claim = await claimStateDirectory(stateDirectory);
  const ownership = new Ownership(claim, stateDirectory, log);
  const beneath = store ?? (await storeAt(path, stateDirectory));
  const bytesNow = () => (store ? undefined : statSync(path).size);
  const journal = await openJournal(new GuardedStore(beneath, ownership, bytesNow), { log }).catch(cause => {
    throw ownership.loss ?? cause;
  });
  await factoryResetIfAsked(journal, log);
  const timer = clock.after(lockAfterMs, () => void ownership.sure().catch(() => {}));
  const release = () => {
    timer.stop();
    return claim.release();
  };
  return { journal, ownership, release };
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
    if (!this.isAsRead()) throw new StateLockedError(this.#directory, undefined);
  }
}

/** Nothing is written through it before the directory is ours. */
class GuardedStore implements JournalStore {
  readonly #store: JournalStore;
  readonly #ownership: Ownership;
  readonly #bytesNow: () => number | undefined;
  readonly setAside?: (bytes: Uint8Array) => Promise<string>;

  constructor(store: JournalStore, ownership: Ownership, bytesNow: () => number | undefined) {
    this.#store = store;
    this.#ownership = ownership;
    this.#bytesNow = bytesNow;
    if (store.setAside) this.setAside = bytes => this.#once(() => store.setAside?.(bytes) ?? Promise.reject());
  }

  /** An agent that came and went between this and the kernel's word has written what nobody here knows of. */
  async read(): Promise<Uint8Array> {
    const bytes = await this.#store.read();
    this.#ownership.isAsRead = () => (this.#bytesNow() ?? bytes.length) === bytes.length;
    return bytes;
  }

  append(bytes: Uint8Array): Promise<void> {
    return this.#once(() => this.#store.append(bytes));
  }

  truncate(length: number): Promise<void> {
    return this.#once(() => this.#store.truncate(length));
  }

  replace(bytes: Uint8Array): Promise<void> {
    return this.#once(() => this.#store.replace(bytes));
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  /** Once the directory is ours. */
  async #once<Result>(write: () => Promise<Result>): Promise<Result> {
    await this.#ownership.sure();
    return write();
  }
}
