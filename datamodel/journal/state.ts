/** The state that the journal keeps: a map from key to value that knows its own size. */
import { utf8Length } from './bytes.ts';
import { reservedKey } from './keys.ts';
import type { Operation } from './operation.ts';
import { put } from './operation.ts';

const outboxPrefix = reservedKey('outbox', '');

/** Up to so many, comparing a key with each is quicker than cutting it up. */
const fewPrefixes = 8;

/** By how much a commit may make the state larger: at most, since what it deletes is not counted. */
export interface Growth {
  bytes: number;
  entries: number;
}

export class State {
  readonly #map = new Map<string, string>();
  #bytes = 0;

  /** A live view. */
  get map(): ReadonlyMap<string, string> {
    return this.#map;
  }

  /** UTF-8 bytes of all keys and values. */
  get bytes(): number {
    return this.#bytes;
  }

  apply(operations: readonly Operation[]): void {
    // Gathered, so that a thousand subtrees cost one walk over the keys.
    const prefixes = new Set<string>();
    for (const operation of operations) {
      if (operation.kind === 'delete-subtree') {
        prefixes.add(operation.prefix);
        continue;
      }
      this.#deleteSubtrees(prefixes);
      if (operation.kind === 'put') this.#put(operation.key, operation.value);
      else this.#delete(operation.key);
    }
    this.#deleteSubtrees(prefixes);
  }

  /** Empties `prefixes`. Each ends in "." or "/". */
  #deleteSubtrees(prefixes: Set<string>): void {
    if (prefixes.size === 0) return;
    for (const key of this.#map.keys()) if (isBelow(key, prefixes)) this.#delete(key);
    prefixes.clear();
  }

  /** Notifications that wait are left out: else nobody could be told of what is deleted to make room. */
  growth(operations: readonly Operation[]): Growth {
    const growth = { bytes: 0, entries: 0 };
    for (const operation of operations) {
      if (operation.kind !== 'put' || operation.key.startsWith(outboxPrefix)) continue;
      const before = this.#entryBytes(operation.key);
      if (before === 0) growth.entries++;
      growth.bytes += Math.max(0, utf8Length(operation.key) + utf8Length(operation.value) - before);
    }
    return growth;
  }

  /** The whole state as one commit upon nothing. */
  *snapshot(): Iterable<Operation> {
    for (const [key, value] of this.#map) yield put(key, value);
  }

  #put(key: string, value: string): void {
    const before = this.#map.get(key);
    this.#bytes += utf8Length(value) + (before === undefined ? utf8Length(key) : -utf8Length(before));
    this.#map.set(key, value);
  }

  #delete(key: string): void {
    this.#bytes -= this.#entryBytes(key);
    this.#map.delete(key);
  }

  /** 0 when the key is not there. */
  #entryBytes(key: string): number {
    const value = this.#map.get(key);
    return value === undefined ? 0 : utf8Length(key) + utf8Length(value);
  }
}

function isBelow(key: string, prefixes: ReadonlySet<string>): boolean {
  if (prefixes.size <= fewPrefixes) {
    for (const prefix of prefixes) if (key.startsWith(prefix)) return true;
    return false;
  }
  for (let i = 0; i < key.length; i++) {
    if ((key[i] === '.' || key[i] === '/') && prefixes.has(key.slice(0, i + 1))) return true;
  }
  return false;
}
