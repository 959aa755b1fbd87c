/** The one change feed: committing is notifying. Nobody calls notify. */
import type { Arguments } from './define.ts';
import type { Operation } from './journal/operation.ts';
import type { ObjectNode } from './node.ts';
import type { Scalar } from './schema.ts';

export type Change =
  | { kind: 'value'; node: ObjectNode; slot: number; before: Scalar; after: Scalar }
  | { kind: 'created'; node: ObjectNode }
  /** The node is detached, its values still readable. */
  | { kind: 'deleted'; node: ObjectNode }
  /** `only`: the Controller that it is for (Periodic!); otherwise any that subscribed. */
  | { kind: 'event'; node: ObjectNode; name: string; arguments: Arguments; only?: ObjectNode }
  | {
      kind: 'completed';
      node: ObjectNode;
      command: string;
      commandKey: string;
      outcome: CommandOutcome;
      requester: string;
    };

/** How an asynchronous command ended. */
export type CommandOutcome = { output: Arguments } | { code: number; message: string };

/** Changes that became true together, in order. */
export type Commit = readonly Change[];

/** What follows from a commit and must be as safe as the commit itself: the notifications that somebody is to get of it. */
export interface Consequence {
  /** For the journal, in one record with what the commit itself puts there: all of it or nothing. */
  readonly operations: readonly Operation[];
  /** The commit stands. `isStored`: the operations are on the medium; else it would not take them. */
  happened(isStored: boolean): void;
  /** The commit has been undone, and the operations with it. */
  undone(): void;
}

export class ChangeFeed {
  readonly #foreseers: ((commit: Commit) => Consequence | undefined)[] = [];
  readonly #listeners: ((commit: Commit) => void)[] = [];
  readonly #undoListeners: ((commit: Commit) => void)[] = [];
  readonly #writeListeners: ((node: ObjectNode, slot: number) => void)[] = [];

  /** Foreseers are called as soon as a commit is in the tree, before it goes to the medium. They must not throw. */
  anticipate(foreseer: (commit: Commit) => Consequence | undefined): void {
    this.#foreseers.push(foreseer);
  }

  foresee(commit: Commit): Consequence[] {
    if (commit.length === 0) return [];
    return this.#foreseers.flatMap(foreseer => foreseer(commit) ?? []);
  }

  /** Listeners are called in the order of their registration, in the same turn as the commit. They must not throw. */
  listen(listener: (commit: Commit) => void): void {
    this.#listeners.push(listener);
  }

  publish(commit: Commit): void {
    if (commit.length === 0) return;
    for (const listener of this.#listeners) listener(commit);
  }

  /**
   * Listeners hear of commits that were in the tree and could not be stored, once they are out of it again: whoever has
   * looked at the tree meanwhile has to look anew. They must not throw.
   */
  listenToUndone(listener: (commit: Commit) => void): void {
    this.#undoListeners.push(listener);
  }

  /** For whoever looks at the tree as it is by now: told of commits that stand, and of those that are undone. */
  follow(listener: (commit: Commit) => void): void {
    this.listen(listener);
    this.listenToUndone(listener);
  }

  undone(commit: Commit): void {
    for (const listener of this.#undoListeners) listener(commit);
  }

  /** Listeners hear of every write of a value, also of one that changes nothing: it tells that its writer lives. */
  listenToWrites(listener: (node: ObjectNode, slot: number) => void): void {
    this.#writeListeners.push(listener);
  }

  wrote(node: ObjectNode, slot: number): void {
    for (const listener of this.#writeListeners) listener(node, slot);
  }
}
