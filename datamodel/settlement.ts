/**
 * The end of a commit: into the tree at once, into the journal together with others and with the notifications that
 * follow from it, into the feed when it is durable.
 * When the journal refuses a commit, it is undone and its writer is told; the others stand or fall by themselves.
 * One that has nothing for the journal itself, such as an actuator that is driven, stands whatever becomes of what follows.
 */
import { Fault, RESOURCES_EXCEEDED } from './errors.ts';
import type { Change, ChangeFeed, Commit, Consequence } from './feed.ts';
import type { ObjectNode } from './node.ts';
import { opsOf, type Persistence } from './persistence.ts';
import type { Scalar } from './schema.ts';
import type { Services } from './services.ts';
import type { Committed, Transaction, WrittenValue } from './transaction.ts';

/** One thing that a commit has done to the tree: to be taken back, and to be done again. */
interface Step {
  undo(): void;
  redo(): void;
}

/** A commit that is in the tree and on its way to the medium. */
interface Pending {
  changes: Commit;
  written: readonly WrittenValue[];
  steps: readonly Step[];
  consequences: readonly Consequence[];
  durable: Promise<Fault | undefined>;
  resolve(fault: Fault | undefined): void;
}

export class Settlement {
  readonly #feed: ChangeFeed;
  readonly #persistence: Persistence | undefined;
  readonly #services: Services;
  /** Oldest first. */
  #pending: Pending[] = [];
  /** What follows from announcements, on its way to the medium. */
  readonly #storing = new Set<Promise<void>>();
  #isFailing = false;

  constructor(feed: ChangeFeed, persistence: Persistence | undefined, services: Services) {
    this.#feed = feed;
    this.#persistence = persistence;
    this.#services = services;
  }

  adopt(transaction: Transaction): Committed {
    const own = opsOf(transaction);
    const written = [...transaction.writtenValues()];
    const { changes, steps } = putIntoTree(transaction);
    const consequences = this.#feed.foresee(changes);
    const pending = pendingOf({ changes, written, steps, consequences });
    // One record for the change and for what follows from it: no power cut comes between them.
    const ops = [...own, ...operationsOf(consequences)];
    if (ops.length === 0 || !this.#persistence) {
      this.#tell(pending, false);
      return { durable: Promise.resolve(undefined) };
    }
    this.#pending.push(pending);
    this.#persistence.commit(ops).then(
      () => {
        this.#isFailing = false;
        this.#stand(pending, true);
      },
      cause => {
        if (own.length > 0) this.#refuse(pending, cause);
        else this.#stand(pending, false);
      },
    );
    return { durable: pending.durable };
  }

  /**
   * Tells of what needs no transaction: a reading, an event, the end of a command. What follows from it waits until it is
   * on the medium, or is refused there: then it happens all the same, for nothing can be undone.
   */
  announce(commit: Commit): void {
    const consequences = this.#feed.foresee(commit);
    const ops = operationsOf(consequences);
    if (ops.length === 0 || !this.#persistence) {
      for (const consequence of consequences) consequence.happened(false);
      this.#feed.publish(commit);
      return;
    }
    const happened = (isStored: boolean) => {
      this.#storing.delete(storing);
      for (const consequence of consequences) consequence.happened(isStored);
    };
    const storing: Promise<void> = this.#persistence.commit(ops).then(
      () => happened(true),
      () => happened(false),
    );
    this.#storing.add(storing);
    this.#feed.publish(commit);
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#pending.map(pending => pending.durable), ...this.#storing]);
  }

  /** The commit stands. `isStored`: what follows from it is on the medium; else it happens from memory. */
  #stand(pending: Pending, isStored: boolean): void {
    this.#pending = this.#pending.filter(each => each !== pending);
    this.#tell(pending, isStored);
    if (this.#storing.size === 0) pending.resolve(undefined);
    // The events that listeners have raised because of it are as safe as the change, before its writer is answered.
    else void Promise.all(this.#storing).then(() => pending.resolve(undefined));
  }

  #tell({ changes, written, consequences }: Pending, isStored: boolean): void {
    for (const consequence of consequences) consequence.happened(isStored);
    this.#feed.publish(changes);
    for (const { node, slot } of written) this.#feed.wrote(node, slot);
  }

  /** Takes one commit out from under those that came after it: the journal may yet take them. */
  #refuse(pending: Pending, cause: unknown): void {
    const at = this.#pending.indexOf(pending);
    const newer = this.#pending.slice(at + 1).flatMap(each => each.steps);
    for (const step of [...pending.steps, ...newer].reverse()) step.undo();
    for (const step of newer) step.redo();
    this.#pending.splice(at, 1);
    for (const consequence of pending.consequences) consequence.undone();
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (!this.#isFailing) this.#services.log('error', `changes are undone, for they cannot be stored: ${reason}`);
    this.#isFailing = true;
    pending.resolve(new Fault(RESOURCES_EXCEEDED, `the change could not be stored: ${reason}`));
  }
}

function pendingOf(parts: Pick<Pending, 'changes' | 'written' | 'steps' | 'consequences'>): Pending {
  let resolve: Pending['resolve'] = () => {};
  const durable = new Promise<Fault | undefined>(done => {
    resolve = done;
  });
  return { ...parts, durable, resolve };
}

const operationsOf = (consequences: readonly Consequence[]) => consequences.flatMap(({ operations }) => operations);

function putIntoTree(transaction: Transaction): { changes: Change[]; steps: Step[] } {
  const changes: Change[] = [...transaction.announced];
  const steps: Step[] = [];
  const take = (step: Step) => {
    step.redo();
    steps.push(step);
  };
  for (const node of transaction.deleted) {
    const { table } = node;
    if (!table) continue;
    changes.push({ kind: 'deleted', node });
    // What is below a row goes with it, and stays whole for those who still look at it.
    if (transaction.isDeleted(table.parent)) continue;
    take({ redo: () => table.rows.delete(node.instance), undo: () => insertInOrder(table.rows, node) });
    changes.push(...countChanges(node, -1));
  }
  const unions = [...transaction.unions()];
  for (const { node, slot, before, after } of [...transaction.stagedValues()]) {
    take(valueStep(node, slot, after));
    if (!isNew(node, transaction)) changes.push({ kind: 'value', node, slot, before, after });
  }
  for (const { parent, leaves, enters } of unions) take(unionStep(parent, leaves, enters));
  for (const node of transaction.added) {
    const { table } = node;
    if (!table || transaction.isDeleted(node)) continue;
    take({ redo: () => insertInOrder(table.rows, node), undo: () => table.rows.delete(node.instance) });
    changes.push({ kind: 'created', node });
    changes.push(...countChanges(node, 1));
  }
  return { changes, steps };
}

/** Swaps the value in and out, so that what is undone and done again rests on what is there by then. */
function valueStep(node: ObjectNode, slot: number, value: Scalar): Step {
  const swap = () => {
    const held = node.values[slot] as Scalar;
    node.values[slot] = value;
    value = held;
  };
  return { redo: swap, undo: swap };
}

/** Union members go and come with their discriminator. */
function unionStep(parent: ObjectNode, leaves: readonly ObjectNode[], enters: readonly ObjectNode[]): Step {
  let other = new Map(parent.children);
  for (const { schema } of leaves) other.delete(schema.name);
  for (const member of enters) other.set(member.schema.name, member);
  const swap = () => {
    const held = parent.children ?? new Map();
    parent.children = other;
    other = held;
  };
  return { redo: swap, undo: swap };
}

/** Whether the object comes into being by this very transaction: then its values are no changes. */
function isNew(node: ObjectNode, transaction: Transaction): boolean {
  for (let at: ObjectNode | undefined = node; at; at = at.parent) if (transaction.added.has(at)) return true;
  return false;
}

/** Rows stay in ascending order, also when a restored one comes late. */
function insertInOrder(rows: Map<number, ObjectNode>, node: ObjectNode): void {
  const later = [...rows.values()].filter(row => row.instance > node.instance);
  for (const row of later) rows.delete(row.instance);
  rows.set(node.instance, node);
  for (const row of later) rows.set(row.instance, row);
}

/** The number-of-entries parameter that a row's coming or going changes. */
function countChanges(node: ObjectNode, step: 1 | -1): Change[] {
  const { table } = node;
  const slot = table?.parent.bound.entries.findIndex(
    entry => entry.word === 'count' && entry.table === table.schema.name,
  );
  if (!table || slot === undefined || slot < 0) return [];
  const before = step === 1 ? table.rows.size - 1 : table.rows.size + 1;
  return [{ kind: 'value', node: table.parent, slot, before, after: before + step }];
}
