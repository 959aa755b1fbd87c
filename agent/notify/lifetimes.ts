/**
 * Subscriptions end when their TimeToLive has passed since their creation, and with a restart unless they are Persistent.
 * (With their Controller they end too: the data model sees to that.)
 */

import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { isUnknownTime } from '../../datamodel/values/datetime.ts';
import type { Stoppable } from '../../drivers/ports.ts';
import { isThere, rowsIn } from './referenceindex.ts';

const subscriptionTable = 'Device.LocalAgent.Subscription.';

/** How often the time that is left is looked at while wall time is not known, or may yet jump. */
const lookAgainMs = 3_600_000;

export class Lifetimes {
  readonly #model: DataModel;
  readonly #timers = new Map<ObjectNode, Stoppable>();
  /** Monotonic times, of what was created in this run. */
  readonly #createdAtMs = new WeakMap<ObjectNode, number>();
  /** Those whose end is on its way to the medium, or there. */
  readonly #ended = new WeakSet<ObjectNode>();
  readonly #startedAtMs: number;

  constructor(model: DataModel) {
    this.#model = model;
    this.#startedAtMs = model.services.clock.monotonicMs();
    model.feed.listen(commit => {
      for (const { kind, node } of commit)
        if (kind === 'created') this.#createdAtMs.set(node, model.services.clock.monotonicMs());
    });
    model.feed.follow(commit => {
      for (const row of rowsIn(commit, subscriptionTable, ['TimeToLive'])) this.#schedule(row);
    });
    for (const row of model.table(subscriptionTable).rows.values()) this.#schedule(row);
  }

  /** Whether its TimeToLive is over, so that it is removed, or has been. */
  hasEnded(subscription: ObjectNode): boolean {
    return this.#ended.has(subscription);
  }

  close(): void {
    for (const timer of this.#timers.values()) timer.stop();
    this.#timers.clear();
  }

  #schedule(subscription: ObjectNode): void {
    this.#timers.get(subscription)?.stop();
    this.#timers.delete(subscription);
    const seconds = Number(subscription.stored('TimeToLive'));
    if (seconds === 0 || !isThere(subscription) || this.#ended.has(subscription)) return;
    const leftMs = seconds * 1000 - this.#ageMs(subscription);
    if (leftMs > 0) this.#after(Math.min(leftMs, lookAgainMs), subscription, () => this.#schedule(subscription));
    else this.#after(0, subscription, () => void this.#end(subscription));
  }

  #after(delayMs: number, subscription: ObjectNode, callback: () => void): void {
    this.#timers.set(subscription, this.#model.services.clock.after(delayMs, callback));
  }

  /**
   * Since its creation. One of an earlier run is of an age only while wall time is known; one that was created when it was
   * not has had its time (TR-181: TimeToLive expires with a restart where absolute time cannot be kept).
   */
  #ageMs(subscription: ObjectNode): number {
    const { clock } = this.#model.services;
    const createdAtMs = this.#createdAtMs.get(subscription);
    if (createdAtMs !== undefined) return clock.monotonicMs() - createdAtMs;
    const creationDate = String(subscription.stored('CreationDate'));
    if (isUnknownTime(creationDate)) return Number.POSITIVE_INFINITY;
    return clock.wallTimeIsKnown()
      ? clock.wallMs() - Date.parse(creationDate)
      : clock.monotonicMs() - this.#startedAtMs;
  }

  /** Tries again later, should the journal not take it. One that somebody has deleted meanwhile has not ended by itself. */
  async #end(subscription: ObjectNode): Promise<void> {
    const fault = await this.#model.commitInTurn(transaction => {
      if (isThere(subscription)) this.#ended.add(subscription);
      transaction.delete(subscription);
    });
    if (!fault) return;
    this.#ended.delete(subscription);
    this.#after(lookAgainMs, subscription, () => this.#schedule(subscription));
  }
}

/** Removes, before anything listens, the subscriptions that do not outlive a restart. */
export async function removeTransient(model: DataModel): Promise<void> {
  const rows = [...model.table(subscriptionTable).rows.values()].filter(row => row.stored('Persistent') !== true);
  if (rows.length === 0) return;
  const transaction = model.begin();
  for (const row of rows) transaction.delete(row);
  await transaction.commitNow().durable;
}
