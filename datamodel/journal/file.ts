/** The journal's file: where its good part ends, how it grows, is brought in order, and is made small again. */
import type { Log, Store } from '../../drivers/ports.ts';
import { compactBytesMin, compactRatio, compactRetryBytes, fileBytesMax } from './limits.ts';
import { encodeOperations } from './operation.ts';
import type { Position } from './record.ts';
import { encodeRecords, startOfFile } from './record.ts';
import type { Replay } from './replay.ts';
import type { State } from './state.ts';

/** The reason of a failed Store call, for a log line. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

export interface FileOptions {
  log: Log;
  /** A file no larger than this is never compacted; limits.ts has the default. */
  compactBytesMin?: number;
  /** The file is in a format that is only read: it must be rewritten before the next append. */
  outdated: boolean;
}

/** Its calls reject with the Store's error, and never overlap. */
export class JournalFile {
  readonly #store: Store;
  readonly #state: State;
  readonly #log: Log;
  readonly #compactBytesMin: number;
  /** What all calls together have cost. */
  readonly cost = { bytesWritten: 0, syncs: 0, compactions: 0 };

  #end: Position;
  /** Whether the file may hold something beyond `#end`. */
  #torn: boolean;
  #outdated: boolean;
  /** After a compaction that failed: the length at which it is tried again. */
  #compactionRetryAt = 0;

  /** `found` is what the store was seen to hold; its state is what compaction writes, as it is at that time. */
  constructor(store: Store, found: Replay, options: FileOptions) {
    this.#store = store;
    this.#state = found.state;
    this.#end = found.end;
    this.#torn = found.dropped !== undefined;
    this.#outdated = options.outdated;
    this.#log = options.log;
    this.#compactBytesMin = options.compactBytesMin ?? compactBytesMin;
  }

  /** Bytes of the good part. */
  get length(): number {
    return this.#end.length;
  }

  /** Adds a record a payload, durably. When it rejects, none of them counts. */
  async append(payloads: readonly Uint8Array[]): Promise<void> {
    await this.mend();
    let { bytes, end } = encodeRecords(payloads, this.#end);
    if (end.length > fileBytesMax) {
      await this.#compact();
      ({ bytes, end } = encodeRecords(payloads, this.#end));
    }
    this.#torn = true;
    await this.#store.append(bytes).catch(async cause => {
      // A rejected commit must not come back after a power cut. When this fails too, the next append tries again.
      await this.mend().catch(() => {});
      throw cause;
    });
    this.#torn = false;
    this.#end = end;
    this.#count(bytes.length, 1);
  }

  /** Makes the file whole, and of the current format. */
  async mend(): Promise<void> {
    if (this.#torn) {
      await this.#store.truncate(this.#end.length);
      this.#torn = false;
      this.#count(0, 1);
    }
    if (this.#outdated) await this.#compact();
  }

  /** Rewrites the file when it is much larger than the state. Never rejects: without it the file only stays large. */
  async compactIfDue(): Promise<void> {
    const due = Math.max(this.#compactBytesMin, compactRatio * this.#state.bytes, this.#compactionRetryAt);
    if (this.#end.length <= due) return;
    try {
      await this.#compact();
    } catch (cause) {
      if (this.#compactionRetryAt === 0) this.#log('warning', `journal: cannot be compacted: ${reasonOf(cause)}`);
      this.#compactionRetryAt = this.#end.length + compactRetryBytes;
    }
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  /** Replaces the file by one record that holds the whole state. */
  async #compact(): Promise<void> {
    const { bytes, end } = encodeRecords([encodeOperations(this.#state.snapshot())], startOfFile);
    await this.#store.replace(bytes);
    this.#end = end;
    this.#outdated = false;
    this.#compactionRetryAt = 0;
    this.cost.compactions++;
    // The file, and the directory that it is renamed in.
    this.#count(bytes.length, 2);
  }

  #count(bytes: number, syncs: number): void {
    this.cost.bytesWritten += bytes;
    this.cost.syncs += syncs;
  }
}
