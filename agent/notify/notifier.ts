/**
 * From a change that somebody subscribed to, to a Notify request in the Controller's outbox, and to an action here.
 *
 * A notification takes its place, and goes to the medium, together with the change that it tells of; it is sent when both
 * are there. So none is lost by a power cut that the change survives, and none tells of a change that was undone.
 */
import type { Change, Commit, Consequence } from '../../datamodel/feed.ts';
import type { Operation } from '../../datamodel/journal/operation.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { NotifyInit } from '../../proto/codec.gen.js';
import { type Audience, controllerTable } from './audience.ts';
import { notificationOf } from './body.ts';
import { bootArguments } from './boot.ts';
import type { Lifetimes } from './lifetimes.ts';
import type { Outboxes, Place } from './outboxes.ts';
import { isReading } from './readings.ts';
import { isThere } from './referenceindex.ts';
import { type Hit, Subscriptions, subscriptionTable } from './subscriptions.ts';
import { isLasting, Told } from './told.ts';

export class Notifier {
  readonly #model: DataModel;
  readonly #audience: Audience;
  readonly #outboxes: Outboxes;
  readonly #lifetimes: Lifetimes;
  readonly #trigger: (hit: Hit) => void;
  readonly #subscriptions: Subscriptions;
  readonly #told: Told;

  /**
   * `state`: what the journal holds. `trigger`: carries out what a Subscription's TriggerAction asks for beyond notifying.
   */
  constructor(
    model: DataModel,
    state: ReadonlyMap<string, string>,
    audience: Audience,
    outboxes: Outboxes,
    lifetimes: Lifetimes,
    trigger: (hit: Hit) => void,
  ) {
    this.#model = model;
    this.#audience = audience;
    this.#outboxes = outboxes;
    this.#lifetimes = lifetimes;
    this.#trigger = trigger;
    this.#subscriptions = new Subscriptions(model, audience);
    this.#told = new Told(state);
    model.feed.anticipate(commit => this.#foresee(commit));
    model.feed.listen(commit => {
      for (const { kind, node } of commit) {
        if (kind === 'deleted' && node.table?.path === controllerTable) outboxes.forget(node);
      }
    });
  }

  #foresee(commit: Commit): Consequence | undefined {
    const hits = this.#subscriptions.hits(commit);
    const rows = this.#subscriptions.foresee(commit);
    const controllers = this.#audience.foresee(commit);
    const notified = hits.filter(([, { subscription }]) => isNotified(subscription));
    const lasting = notified.flatMap(([change, { subscription }]) => (isLasting(subscription) ? change : []));
    const told = [...this.#told.of(commit, lasting), ...this.#known(rows)];
    if (hits.length === 0 && rows.size === 0 && controllers.size === 0 && told.length === 0) return undefined;
    const unsubscribed = rows.size > 0 ? this.#outboxes.unsubscribe(this.#deleted(commit)) : undefined;
    const triggered = hits.filter(([, { subscription }]) => subscription.stored('TriggerAction') !== 'Notify');
    const places = notified.map(([change, hit]) => ({ hit, ...this.#reserve(change, hit, commit) }));
    // One that an earlier commit has ended, or its Controller, was listed only until that was certain.
    const stands = ({ subscription, controller, isLast }: Hit) =>
      (rows.has(subscription) || this.#subscriptions.has(subscription)) && (isLast || this.#audience.has(controller));
    const settle = () => {
      this.#subscriptions.settle(rows);
      this.#audience.settle(controllers);
    };
    return {
      operations: [...(unsubscribed?.operations ?? []), ...places.flatMap(place => place.operations), ...told],
      happened: isStored => {
        settle();
        unsubscribed?.happened(isStored);
        for (const place of places) place.release(isStored, stands(place.hit));
        for (const [, hit] of triggered) if (stands(hit)) this.#trigger(hit);
      },
      undone: () => {
        for (const place of places) place.withdraw();
        settle();
      },
    };
  }

  /** What is noted as known because of subscriptions that a commit speaks of. */
  #known(rows: ReadonlySet<ObjectNode>): Operation[] {
    const lasting = [...rows].filter(
      row => isThere(row) && isLasting(row) && row.stored('Enable') === true && isNotified(row),
    );
    if (lasting.length === 0) return [];
    const isKnown = (change: Change) =>
      this.#subscriptions.hits([change]).some(([, { subscription }]) => lasting.includes(subscription));
    return this.#told.known(this.#model, isKnown);
  }

  /** Subscriptions that a commit deletes. One that has had its time still owes what it was to tell of until then. */
  #deleted(commit: Commit): ObjectNode[] {
    return commit.flatMap(({ kind, node }) => {
      const isDeleted = kind === 'deleted' && node.table?.path === subscriptionTable;
      return isDeleted && !this.#lifetimes.hasEnded(node) ? [node] : [];
    });
  }

  #reserve(change: Change, { subscription, controller, access, isLast }: Hit, commit: Commit): Place {
    const isRetried = subscription.stored('NotifRetry') === true;
    const isBoot = change.kind === 'event' && change.name === 'Boot!';
    const told = isBoot ? { ...change, arguments: bootArguments(change, controller, this.#model, access) } : change;
    const notify: NotifyInit = {
      ...notificationOf(told, this.#model, access),
      subscription_id: String(subscription.stored('ID')), // [R-NOT.7]
      send_resp: isRetried,
    };
    if (isLast) return this.#outboxes.lastWord(controller, notify);
    return this.#outboxes.reserve(controller, notify, {
      isRetried,
      expirationSeconds: Number(subscription.stored('NotifExpiration')),
      isKept: isRetried && !isReading(change, commit, this.#model),
    });
  }
}

/** Whether its Controller is told, and not only something done here. */
function isNotified(subscription: ObjectNode): boolean {
  return subscription.stored('TriggerAction') !== 'Config';
}
