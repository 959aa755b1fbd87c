import type { Operation } from '../../datamodel/journal/operation.ts';
import type { Persistence } from '../../datamodel/persistence.ts';

interface Waiting {
  ops: readonly Operation[];
  resolve(): void;
  reject(cause: Error): void;
}

/** A journal in memory that can be held back, and that refuses as the real one does. */
export class MemoryPersistence implements Persistence {
  readonly state: Map<string, string>;
  /** While set, commits wait for `release` or `fail`. */
  isHeld = false;
  /** Refuses each commit at once (a full state), as long as it is set. */
  refusal: string | undefined;
  commits = 0;
  #waiting: Waiting[] = [];

  constructor(state: ReadonlyMap<string, string> = new Map()) {
    this.state = new Map(state);
  }

  commit(ops: readonly Operation[]): Promise<void> {
    if (this.refusal !== undefined) return Promise.reject(new Error(this.refusal));
    if (!this.isHeld) {
      this.#apply(ops);
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => this.#waiting.push({ ops, resolve, reject }));
  }

  /** Makes what waits durable, in order: all of it or the oldest `count`. */
  release(count = this.#waiting.length): void {
    for (const { ops, resolve } of this.#waiting.splice(0, count)) {
      this.#apply(ops);
      resolve();
    }
    if (this.#waiting.length === 0) this.isHeld = false;
  }

  /** The medium fails: whatever waits is refused. */
  fail(reason: string): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new Error(reason));
    this.isHeld = false;
  }

  #apply(ops: readonly Operation[]): void {
    this.commits++;
    for (const op of ops) {
      if (op.kind === 'put') this.state.set(op.key, op.value);
      else if (op.kind === 'delete') this.state.delete(op.key);
      else for (const key of [...this.state.keys()]) if (key.startsWith(op.prefix)) this.state.delete(key);
    }
  }
}
