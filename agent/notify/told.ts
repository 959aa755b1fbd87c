/**
 * Which booleans that sensors feed are true as far as persistent subscriptions know. It is journalled, so that the first
 * reading after a start is compared with it: neither a false alarm nor a lost one. What has no note counts as false, which
 * is what a sensor begins with.
 */
import type { Change, Commit } from '../../datamodel/feed.ts';
import { reservedKey } from '../../datamodel/journal/keys.ts';
import { type Operation, put, remove } from '../../datamodel/journal/operation.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { descend } from '../../datamodel/tree.ts';

const toldNotePrefix = reservedKey('told', '');

type ValueChange = Extract<Change, { kind: 'value' }>;

export class Told {
  /** The keys of what may be noted. */
  readonly #noted: Set<string>;

  constructor(state: ReadonlyMap<string, string>) {
    this.#noted = new Set([...state.keys()].filter(key => key.startsWith(toldNotePrefix)));
  }

  /**
   * What a commit changes of the notes. `told`: what persistent subscriptions are told of it. One that turns false is no
   * longer noted as true, whether or not anybody hears of it: somebody may subscribe meanwhile.
   */
  of(commit: Commit, told: readonly Change[]): Operation[] {
    return [...this.#forget(commit), ...this.#note(told)];
  }

  /** Persistent subscriptions that are new, or enabled, know of what is true as if they had been told. */
  known(model: DataModel, isKnown: (change: Change) => boolean): Operation[] {
    const changes: Change[] = [];
    for (const node of descend(model.root)) {
      node.values.forEach((after, slot) => {
        if (after === true) changes.push({ kind: 'value', node, slot, before: false, after });
      });
    }
    return this.#note(changes.filter(change => isFed(change) && isKnown(change)));
  }

  #forget(commit: Commit): Operation[] {
    if (this.#noted.size === 0) return [];
    const keys = commit.flatMap(change => (isFed(change) && change.after === false ? keyOf(change) : []));
    return keys.filter(key => this.#noted.delete(key)).map(remove);
  }

  #note(changes: readonly Change[]): Operation[] {
    const keys = new Set(changes.flatMap(change => (isFed(change) && change.after === true ? keyOf(change) : [])));
    for (const key of keys) this.#noted.add(key);
    return [...keys].map(key => put(key, 'true'));
  }
}

/** Whether it outlives a restart, so that it is then to be told of what has changed meanwhile. */
export function isLasting(subscription: ObjectNode): boolean {
  return subscription.stored('Persistent') === true;
}

/** Whether it is about a boolean that a sensor feeds. */
function isFed(change: Change): change is ValueChange {
  if (change.kind !== 'value' || typeof change.after !== 'boolean') return false;
  return change.node.bound.entries[change.slot]?.word === 'live';
}

function keyOf({ node, slot }: ValueChange): string {
  return `${toldNotePrefix}${node.path}${node.schema.params[slot]?.name}`;
}

/** The notes of an earlier run, by parameter path. */
export function toldBefore(state: ReadonlyMap<string, string>): Map<string, boolean> {
  const told = new Map<string, boolean>();
  for (const [key, text] of state) {
    if (key.startsWith(toldNotePrefix)) told.set(key.slice(toldNotePrefix.length), text === 'true');
  }
  return told;
}

/** Removes the notes of sensors that the configuration has no more. */
export function forgetGone(model: DataModel, state: ReadonlyMap<string, string>): void {
  const isGone = (path: string) => !model.find(path.slice(0, path.lastIndexOf('.') + 1));
  const gone = [...toldBefore(state).keys()].filter(isGone);
  if (gone.length === 0) return;
  const transaction = model.begin();
  for (const path of gone) transaction.note(reservedKey('told', path), undefined);
  transaction.commitNow();
}
