/** From a change that somebody subscribed to, to a Notify request in the Controller's outbox, and to an action here. */
import type { Access } from '../../datamodel/access.ts';
import type { Change } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { NotifyInit } from '../../proto/codec.gen.js';
import { notificationOf } from './body.ts';
import { bootArguments } from './boot.ts';
import type { Outboxes } from './outboxes.ts';
import { type Hit, Subscriptions } from './subscriptions.ts';
import { Told } from './told.ts';

const controllerTable = 'Device.LocalAgent.Controller.';

export class Notifier {
  readonly #model: DataModel;
  readonly #outboxes: Outboxes;
  readonly #trigger: (hit: Hit) => void;
  readonly #told: Told;

  /** `trigger`: carries out what a Subscription's TriggerAction asks for beyond notifying. */
  constructor(
    model: DataModel,
    accessOf: (controller: ObjectNode) => Access,
    outboxes: Outboxes,
    trigger: (hit: Hit) => void,
  ) {
    this.#model = model;
    this.#outboxes = outboxes;
    this.#trigger = trigger;
    this.#told = new Told(model);
    new Subscriptions(model, accessOf, (change, hit) => this.#onHit(change, hit));
    model.feed.listen(commit => {
      for (const { kind, node } of commit) {
        if (kind === 'deleted' && node.table?.path === controllerTable) outboxes.forget(node);
      }
    });
  }

  #onHit(change: Change, hit: Hit): void {
    const action = hit.subscription.stored('TriggerAction');
    if (action !== 'Config') this.#notify(change, hit);
    if (action !== 'Notify') this.#trigger(hit);
  }

  #notify(change: Change, { subscription, controller, access }: Hit): void {
    const isRetried = subscription.stored('NotifRetry') === true;
    const isBoot = change.kind === 'event' && change.name === 'Boot!';
    const told = isBoot ? { ...change, arguments: bootArguments(change, controller, this.#model, access) } : change;
    const notify: NotifyInit = {
      ...notificationOf(told, this.#model, access),
      subscription_id: String(subscription.stored('ID')), // [R-NOT.7]
      send_resp: isRetried,
    };
    this.#told.note(change, subscription);
    this.#outboxes.send(controller, notify, {
      isRetried,
      expirationSeconds: Number(subscription.stored('NotifExpiration')),
      isKept: isRetried && !isReading(change),
    });
  }
}

/** What a sensor says all the time: it is not written to the medium, for the next reading says it again. */
function isReading(change: Change): boolean {
  if (change.kind !== 'value') return false;
  return change.node.bound.entries[change.slot]?.word === 'live' && typeof change.after !== 'boolean';
}
