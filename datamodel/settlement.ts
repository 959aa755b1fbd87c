/**
 * The end of a commit: into the tree at once, into the journal together with others and with the notifications that
 * follow from it, into the feed when it is durable.
 * When the journal refuses a commit, it is undone and its writer is told; the others stand or fall by themselves.
 * One that has nothing for the journal itself, such as an actuator that is driven, stands whatever becomes of what follows.
 */
import { Fault, RESOURCES_EXCEEDED } from './errors.ts';
import type { Change, ChangeFeed, Commit, Consequence } from './feed.ts';
import { opsOf, type Persistence, removalsOf } from './persistence.ts';
import type { Scalar } from './schema.ts';
import type { Services } from './services.ts';
import { changeOf, putIntoTree, type Step, ValueStep, valueSteps } from './steps.ts';
import type { Committed, StagedValue, Transaction, WrittenValue } from './transaction.ts';
import { currentValue, isInTree } from './tree.ts';

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
    const { changes, steps } = putIntoTree(transaction, values, value => this.#underWay(value));
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
