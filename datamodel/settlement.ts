/**
 * The end of a commit: into the tree at once, into the journal together with others, into the feed when it is durable.
 * When the journal refuses, everything that is not yet durable is undone, newest first, and its writers are told.
 */
import { Fault, RESOURCES_EXCEEDED } from './errors.ts';
import type { Change, ChangeFeed } from './feed.ts';
import type { ObjectNode } from './node.ts';
import { opsOf, type Persistence } from './persistence.ts';
import type { Services } from './services.ts';
import type { Committed, Transaction } from './transaction.ts';

/** A commit that is in the tree and on its way to the medium. */
interface Pending {
  changes: Change[];
  undo: (() => void)[];
  resolve(fault: Fault | undefined): void;
}

export class Settlement {
  readonly #feed: ChangeFeed;
  readonly #persistence: Persistence | undefined;
  readonly #services: Services;
  #pending: Pending[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(feed: ChangeFeed, persistence: Persistence | undefined, services: Services) {
    this.#feed = feed;
    this.#persistence = persistence;
    this.#services = services;
  }

  adopt(transaction: Transaction): Committed {
    const ops = this.#persistence ? opsOf(transaction) : [];
    const changes: Change[] = [];
    const undo: (() => void)[] = [];
    putIntoTree(transaction, changes, undo);
    if (ops.length === 0 || !this.#persistence) {
      this.#feed.publish(changes);
      return { durable: Promise.resolve(undefined) };
    }
    const durable = new Promise<Fault | undefined>(resolve => {
      this.#pending.push({ changes, undo, resolve });
    });
    this.#last = durable;
    this.#persistence.commit(ops).then(
      () => this.#settle(),
      cause => this.#undoAll(cause),
    );
    return { durable };
  }

  async settled(): Promise<void> {
    await this.#last;
  }

  /** The journal keeps order, so what has become durable is always the oldest. */
  #settle(): void {
    const settled = this.#pending.shift();
    if (!settled) return;
    this.#feed.publish(settled.changes);
    settled.resolve(undefined);
  }

  #undoAll(cause: unknown): void {
    const undone = this.#pending.reverse();
    this.#pending = [];
    if (undone.length === 0) return;
    const reason = cause instanceof Error ? cause.message : String(cause);
    this.#services.log('error', `state could not be stored (${reason}); ${undone.length} change(s) were undone`);
    for (const { undo, resolve } of undone) {
      for (const step of undo.reverse()) step();
      resolve(new Fault(RESOURCES_EXCEEDED, `the change could not be stored: ${reason}`));
    }
  }
}

function putIntoTree(transaction: Transaction, changes: Change[], undo: (() => void)[]): void {
  for (const node of transaction.deleted) {
    const { table } = node;
    if (!table) continue;
    table.rows.delete(node.instance);
    undo.push(() => insertInOrder(table.rows, node));
    changes.push({ kind: 'deleted', node });
    changes.push(...countChanges(node, -1));
  }
  for (const { node, slot, before, after } of [...transaction.stagedValues()]) {
    node.values[slot] = after;
    if (isNew(node, transaction)) continue;
    undo.push(() => {
      node.values[slot] = before;
    });
    changes.push({ kind: 'value', node, slot, before, after });
  }
  for (const { parent, member } of [...transaction.unionMembers()]) undo.push(attachMember(parent, member));
  for (const node of transaction.added) {
    const { table } = node;
    if (!table || transaction.deleted.has(node)) continue;
    insertInOrder(table.rows, node);
    undo.push(() => table.rows.delete(node.instance));
    changes.push({ kind: 'created', node });
    changes.push(...countChanges(node, 1));
  }
}

/** Whether the object comes into being by this very transaction: then its values are no changes. */
function isNew(node: ObjectNode, transaction: Transaction): boolean {
  for (let at: ObjectNode | undefined = node; at; at = at.parent) if (transaction.added.has(at)) return true;
  return false;
}

/** Puts a union member in its place, in place of its sibling; returns the way back. */
function attachMember(parent: ObjectNode, member: ObjectNode): () => void {
  const before = parent.children;
  const after = new Map(before);
  for (const [name, child] of after) if (child.schema.discriminator === member.schema.discriminator) after.delete(name);
  after.set(member.schema.name, member);
  parent.children = after;
  return () => {
    parent.children = before;
  };
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
