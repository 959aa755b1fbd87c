/**
 * The end of a commit: into the tree at once, into the journal together with others and with the notifications that
 * follow from it, into the feed when it is durable.
 * When the journal refuses a commit, it is undone and its writer is told; the others stand or fall by themselves.
 * One that has nothing for the journal itself, such as an actuator that is driven, stands whatever becomes of what follows.
 */
import type { Entry } from './define.ts';
import { Fault, RESOURCES_EXCEEDED } from './errors.ts';
import type { Change, ChangeFeed, Commit, Consequence } from './feed.ts';
import type { ObjectNode, TableNode } from './node.ts';
import { opsOf, type Persistence, removalsOf } from './persistence.ts';
import type { Scalar } from './schema.ts';
import type { Services } from './services.ts';
import type { Committed, StagedValue, Transaction, WrittenValue } from './transaction.ts';
import { currentValue, isInTree } from './tree.ts';

/** One thing that a commit has done to the tree: to be taken back, and to be done again. */
interface Step {
  undo(): void;
  redo(): void;
}

/** Swaps a value in and out, so that what is undone and done again rests on what is there by then. */
class ValueStep implements Step, StagedValue {
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
  readonly #pending: Pending[] = [];
  /** What follows from announcements, on its way to the medium. */
  readonly #storing = new Set<Promise<void>>();
  #isFailing = false;

  constructor(feed: ChangeFeed, persistence: Persistence | undefined, services: Services) {
    this.#feed = feed;
    this.#persistence = persistence;
    this.#services = services;
  }

  adopt(transaction: Transaction): Committed {
    const values = this.#stepsOf([...transaction.stagedValues()]);
    const own = opsOf(transaction, values);
    const written = [...transaction.writtenValues()];
    const { changes, steps } = putIntoTree(transaction, values, count => new CountStep(count, this.#underWay(count)));
    const consequences = this.#feed.foresee(changes);
    const pending = pendingOf({ changes, written, steps, consequences });
    // One record for the change and for what follows from it: no power cut comes between them.
    const ops = [...own, ...operationsOf(consequences)];
    if (ops.length === 0 || !this.#persistence) {
      cover(this.#pending, steps);
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

  /** Puts values into the tree that no journal keeps, and tells of them. */
  update(values: readonly StagedValue[]): void {
    const steps = this.#stepsOf(values);
    for (const step of steps) step.redo();
    cover(this.#pending, steps);
    this.announce(values.flatMap(changeOf));
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

  /** A value that the tree has already is written all the same when the commit that put it there may yet be undone. */
  #stepsOf(values: readonly StagedValue[]): ValueStep[] {
    return values.flatMap(value => {
      const other = this.#underWay(value);
      return other || value.before !== value.after ? [new ValueStep(value, other)] : [];
    });
  }

  /** What may yet be undone of the same parameter. */
  #underWay({ node, slot }: WrittenValue): ValueStep | undefined {
    for (const { steps } of this.#pending) {
      for (const step of steps) if (step instanceof ValueStep && step.writes(node, slot)) return step;
    }
    return undefined;
  }

  /** The commit stands. `isStored`: what follows from it is on the medium; else it happens from memory. */
  #stand(pending: Pending, isStored: boolean): void {
    const at = this.#pending.indexOf(pending);
    cover(this.#pending.slice(0, at), pending.steps);
    this.#pending.splice(at, 1);
    this.#tellOwed(pending);
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

  /** Tells of values that stand, and that nobody has heard of: the commit that was to tell of them has been undone. */
  #tellOwed({ steps }: Pending): void {
    this.announce(
      valueSteps(steps).flatMap(({ node, slot, told }) => {
        const after = currentValue(node, slot, this.#services);
        if (after === told.value || this.#underWay({ node, slot }) || !isInTree(node)) return [];
        return changeOf({ node, slot, before: told.value, after });
      }),
    );
  }

  /** Takes one commit out from under those that came after it: the journal may yet take them. */
  #refuse(pending: Pending, cause: unknown): void {
    const at = this.#pending.indexOf(pending);
    const newer = this.#pending.slice(at + 1).flatMap(each => each.steps);
    for (const step of [...pending.steps, ...newer].reverse()) step.undo();
    for (const step of newer) step.redo();
    this.#pending.splice(at, 1);
    if (newer.length > 0) this.#removeRowsOf(pending);
    for (const consequence of pending.consequences) consequence.undone();
    this.#feed.undone(undoneBy(pending));
    this.#tellOwed(pending);
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (!this.#isFailing) this.#services.log('error', `changes are undone, for they cannot be stored: ${reason}`);
    this.#isFailing = true;
    pending.resolve(new Fault(RESOURCES_EXCEEDED, `the change could not be stored: ${reason}`));
  }

  /** What later commits put below rows that are not to be goes too, behind them. If it stays, the next start says so. */
  #removeRowsOf({ changes }: Pending): void {
    const removals = changes.flatMap(({ kind, node }) => (kind === 'created' ? removalsOf(node) : []));
    if (removals.length === 0 || !this.#persistence) return;
    const done = () => void this.#storing.delete(storing);
    const storing: Promise<void> = this.#persistence.commit(removals).then(done, done);
    this.#storing.add(storing);
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

function putIntoTree(
  transaction: Transaction,
  values: readonly ValueStep[],
  stepOf: (count: StagedValue) => CountStep,
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
    const known = counts.get(row.table) ?? stepOf(count);
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

const valueSteps = (steps: readonly Step[]) => steps.filter(step => step instanceof ValueStep);

/** What `steps` have written stands, though older commits below them may yet be undone. */
function cover(older: readonly Pending[], steps: readonly Step[]): void {
  for (const { node, slot, after, isChange, told } of valueSteps(steps)) {
    if (isChange) told.value = after;
    for (const pending of older) {
      for (const step of valueSteps(pending.steps)) if (step.writes(node, slot)) step.coverWith(after);
    }
  }
}

/** What is not so any more. A value that the commit had found there is among it: the one that put it there may be gone. */
function undoneBy({ changes, steps }: Pending): Commit {
  const isRow = ({ kind }: Change) => kind === 'created' || kind === 'deleted';
  const values = valueSteps(steps).map(({ node, slot, after }) => {
    return { kind: 'value' as const, node, slot, before: node.values[slot] as Scalar, after };
  });
  return [...changes.filter(isRow), ...values];
}

function changeOf({ node, slot, before, after }: StagedValue): Change[] {
  return before === after ? [] : [{ kind: 'value', node, slot, before, after }];
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
function countOf({ table }: ObjectNode, by: 1 | -1): StagedValue | undefined {
  const isCount = (entry: Entry) => entry.word === 'count' && entry.table === table?.schema.name;
  const slot = table?.parent.bound.entries.findIndex(isCount) ?? -1;
  return table && slot >= 0
    ? { node: table.parent, slot, before: table.rows.size - by, after: table.rows.size }
    : undefined;
}
