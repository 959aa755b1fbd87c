/** What a commit does to the tree, in steps: each can be taken back, and done again. */
import type { Entry } from './define.ts';
import type { Change } from './feed.ts';
import type { ObjectNode, TableNode } from './node.ts';
import type { Scalar } from './schema.ts';
import type { StagedValue, Transaction } from './transaction.ts';

/** One thing that a commit has done to the tree: to be taken back, and to be done again. */
export interface Step {
  undo(): void;
  redo(): void;
}

/** Swaps a value in and out, so that what is undone and done again rests on what is there by then. */
export class ValueStep implements Step, StagedValue {
  readonly node: ObjectNode;
  readonly slot: number;
  readonly before: Scalar;
  /** What the commit has written, or what has come to stand on top of it. */
  after: Scalar;
  /** Whether its commit tells of it: not where one under it, which may yet be undone, says the same. */
  readonly isChange: boolean;
  /** What commits that stand have told of the parameter last: one for all that are under way with it. */
  readonly told: { value: Scalar };
  /** What the tree has when it is swapped next. */
  #held: Scalar;

  /** `other`: one under way with the same parameter. */
  constructor({ node, slot, before, after }: StagedValue, other: ValueStep | undefined) {
    this.node = node;
    this.slot = slot;
    this.before = before;
    this.after = after;
    this.isChange = before !== after;
    this.told = other?.told ?? { value: before };
    this.#held = after;
  }

  redo(): void {
    const { node, slot } = this;
    const value = this.#held;
    this.#held = node.values[slot] as Scalar;
    node.values[slot] = value;
  }

  undo(): void {
    this.redo();
  }

  writes(node: ObjectNode, slot: number): boolean {
    return node === this.node && slot === this.slot;
  }

  /** What has been written on top of it stands, whether it is undone or not. */
  coverWith(value: Scalar): void {
    this.#held = value;
    this.after = value;
  }
}

/** A number of entries: its rows come and go by steps of their own. */
class CountStep extends ValueStep {
  override redo(): void {}
}

/**
 * Puts a transaction with these values into the tree. `changes`: what it tells of; `underWay`: what may yet be undone of the
 * same parameter.
 */
export function putIntoTree(
  transaction: Transaction,
  values: readonly ValueStep[],
  underWay: (value: StagedValue) => ValueStep | undefined,
): { changes: Change[]; steps: Step[] } {
  const changes: Change[] = [...transaction.announced];
  const steps: Step[] = [];
  const take = (step: Step) => {
    step.redo();
    steps.push(step);
  };
  const counts = new Map<TableNode | undefined, CountStep>();
  const recount = (row: ObjectNode, by: 1 | -1) => {
    const count = countOf(row, by);
    if (!count) return;
    changes.push(...changeOf(count));
    const known = counts.get(row.table) ?? new CountStep(count, underWay(count));
    known.after = count.after;
    if (!counts.has(row.table)) take(known);
    counts.set(row.table, known);
  };
  for (const node of transaction.deleted) {
    const { table } = node;
    if (!table) continue;
    changes.push({ kind: 'deleted', node });
    // What is below a row goes with it, and stays whole for those who still look at it.
    if (transaction.isDeleted(table.parent)) continue;
    take(deletion(table.rows, node));
    recount(node, -1);
  }
  const unions = [...transaction.unions()];
  for (const value of values) {
    take(value);
    if (!isNew(value.node, transaction)) changes.push(...changeOf(value));
  }
  for (const { parent, leaves, enters } of unions) take(unionStep(parent, leaves, enters));
  for (const node of transaction.added) {
    const { table } = node;
    if (!table || transaction.isDeleted(node)) continue;
    take({ redo: () => insertInOrder(table.rows, node), undo: () => table.rows.delete(node.instance) });
    changes.push({ kind: 'created', node });
    recount(node, 1);
  }
  return { changes, steps };
}

/** The one that had added the row may be undone from under it: then there is nothing to delete, and nothing to bring back. */
function deletion(rows: Map<number, ObjectNode>, node: ObjectNode): Step {
  let was = false;
  return {
    redo: () => {
      was = rows.get(node.instance) === node && rows.delete(node.instance);
    },
    undo: () => {
      if (was) insertInOrder(rows, node);
    },
  };
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

export const valueSteps = (steps: readonly Step[]) => steps.filter(step => step instanceof ValueStep);

/** What a value's step tells of: nothing where it is what it was. */
export function changeOf({ node, slot, before, after }: StagedValue): Change[] {
  return before === after ? [] : [{ kind: 'value', node, slot, before, after }];
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
function countOf({ table }: ObjectNode, by: 1 | -1): StagedValue | undefined {
  const isCount = (entry: Entry) => entry.word === 'count' && entry.table === table?.schema.name;
  const slot = table?.parent.bound.entries.findIndex(isCount) ?? -1;
  return table && slot >= 0
    ? { node: table.parent, slot, before: table.rows.size - by, after: table.rows.size }
    : undefined;
}
