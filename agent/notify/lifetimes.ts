/** Subscriptions end: when their TimeToLive has passed, with a restart unless Persistent, and with their Controller. */

import type { Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Stoppable } from '../../drivers/ports.ts';

const subscriptionTable = 'Device.LocalAgent.Subscription.';
const controllerTable = 'Device.LocalAgent.Controller.';

export class Lifetimes {
  readonly #model: DataModel;
  readonly #timers = new Map<ObjectNode, Stoppable>();

  constructor(model: DataModel) {
    this.#model = model;
    model.feed.listen(commit => this.#onCommit(commit));
    for (const row of model.table(subscriptionTable).rows.values()) this.#schedule(row);
  }

  close(): void {
    for (const timer of this.#timers.values()) timer.stop();
    this.#timers.clear();
  }

  #onCommit(commit: Commit): void {
    for (const change of commit) {
      const { node } = change;
      if (change.kind === 'deleted' && node.table?.path === controllerTable) this.#removeOf(node);
      if (node.table?.path !== subscriptionTable) continue;
      if (change.kind === 'deleted') this.#cancel(node);
      else if (change.kind === 'created') this.#schedule(node);
      else if (change.kind === 'value' && node.schema.params[change.slot]?.name === 'TimeToLive') this.#schedule(node);
    }
  }

  #cancel(subscription: ObjectNode): void {
    this.#timers.get(subscription)?.stop();
    this.#timers.delete(subscription);
  }

  #schedule(subscription: ObjectNode): void {
    this.#cancel(subscription);
    const seconds = Number(subscription.stored('TimeToLive'));
    if (seconds === 0) return;
    const timer = this.#model.services.clock.after(seconds * 1000, () => void this.#remove([subscription]));
    this.#timers.set(subscription, timer);
  }

  #removeOf(controller: ObjectNode): void {
    const reference = controller.path.slice(0, -1);
    const rows = [...this.#model.table(subscriptionTable).rows.values()];
    // The strong reference has been emptied together with its target.
    const orphans = rows.filter(row => row.stored('Recipient') === reference || row.stored('Recipient') === '');
    void this.#remove(orphans);
  }

  async #remove(rows: readonly ObjectNode[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#model.exclusively(async begin => {
      const transaction = begin();
      for (const row of rows) if (row.table?.rows.has(row.instance)) transaction.delete(row);
      await transaction.commitNow().durable;
    });
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
