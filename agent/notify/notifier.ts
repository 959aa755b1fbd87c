/** From a change that somebody subscribed to, to a Notify request in the Controller's outbox. */
import type { Access } from '../../datamodel/access.ts';
import type { Change } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { type MsgInit, MsgType, type NotifyInit } from '../../proto/codec.gen.js';
import type { RetryParameters } from '../record/transport.ts';
import { notificationOf } from './body.ts';
import { bootArguments } from './boot.ts';
import { Outbox } from './outbox.ts';
import { type Hit, Subscriptions } from './subscriptions.ts';
import { Told } from './told.ts';

const controllerTable = 'Device.LocalAgent.Controller.';

/** What carries Notify requests to Controllers: agent/record's Outbound, narrowed. */
export interface NotifySender {
  send(msg: MsgInit, to: ObjectNode): Promise<void>;
  isConnected(to: ObjectNode): boolean;
}

export class Notifier {
  readonly #model: DataModel;
  readonly #sender: NotifySender;
  readonly #outboxes = new Map<ObjectNode, Outbox>();
  readonly #told: Told;
  readonly #run: string;
  #count = 0;
  #hasLoggedDrop = false;

  constructor(model: DataModel, accessOf: (controller: ObjectNode) => Access, sender: NotifySender) {
    this.#model = model;
    this.#sender = sender;
    this.#told = new Told(model);
    // Message IDs are unique over restarts, so that a Controller never takes a new Notify for a repeated one.
    this.#run = Array.from(model.services.random.bytes(6), byte => byte.toString(16).padStart(2, '0')).join('');
    new Subscriptions(model, accessOf, (change, hit) => this.#onHit(change, hit));
    model.feed.listen(commit => {
      for (const change of commit) if (change.kind === 'deleted') this.#forget(change.node);
    });
  }

  /** A NotifyResp of this Controller has come in. */
  acknowledged(controller: ObjectNode, msgId: string): void {
    this.#outboxes.get(controller)?.acknowledged(msgId);
  }

  /** A way to Controllers has become free. */
  connected(): void {
    for (const outbox of this.#outboxes.values()) outbox.connected();
  }

  /** Notifications that have not got through yet, over all Controllers. */
  get waiting(): number {
    return [...this.#outboxes.values()].reduce((sum, outbox) => sum + outbox.size, 0);
  }

  close(): void {
    for (const outbox of this.#outboxes.values()) outbox.close();
    this.#outboxes.clear();
  }

  #onHit(change: Change, { subscription, controller, access }: Hit): void {
    const isRetried = subscription.stored('NotifRetry') === true;
    const isBoot = change.kind === 'event' && change.name === 'Boot!';
    const told = isBoot ? { ...change, arguments: bootArguments(change, controller, this.#model, access) } : change;
    const notify: NotifyInit = {
      ...notificationOf(told, this.#model, access),
      subscription_id: String(subscription.stored('ID')), // [R-NOT.7]
      send_resp: isRetried,
    };
    const expiration = Number(subscription.stored('NotifExpiration'));
    this.#told.note(change, subscription);
    this.#push(controller, notify, isRetried, expiration);
  }

  #push(controller: ObjectNode, notify: NotifyInit, isRetried: boolean, expirationSeconds: number): void {
    const msgId = `${this.#run}-${++this.#count}`;
    const msg: MsgInit = { header: { msg_id: msgId, msg_type: MsgType.NOTIFY }, body: { request: { notify } } };
    const nowMs = this.#model.services.clock.monotonicMs();
    this.#outboxOf(controller).push({
      msgId,
      isRetried,
      expiresAtMs: isRetried && expirationSeconds > 0 ? nowMs + expirationSeconds * 1000 : undefined,
      send: () => this.#sender.send(msg, controller),
    });
  }

  #outboxOf(controller: ObjectNode): Outbox {
    let outbox = this.#outboxes.get(controller);
    if (!outbox) {
      const { clock, random } = this.#model.services;
      outbox = new Outbox({
        clock,
        random,
        retryParameters: () => retryParametersOf(controller),
        isConnected: () => this.#sender.isConnected(controller),
        dropped: reason => this.#logDrop(controller, reason),
      });
      this.#outboxes.set(controller, outbox);
    }
    return outbox;
  }

  #logDrop(controller: ObjectNode, reason: 'full' | 'expired'): void {
    if (this.#hasLoggedDrop) return;
    this.#hasLoggedDrop = true;
    const endpointId = String(controller.stored('EndpointID'));
    const why = reason === 'full' ? 'too many wait' : 'they have expired';
    this.#model.services.log('warning', `notifications to ${endpointId} are given up: ${why}`);
  }

  #forget(node: ObjectNode): void {
    if (node.table?.path !== controllerTable) return;
    this.#outboxes.get(node)?.close();
    this.#outboxes.delete(node);
  }
}

function retryParametersOf(controller: ObjectNode): RetryParameters {
  return {
    minimumWaitIntervalSeconds: Number(controller.stored('USPNotifRetryMinimumWaitInterval')),
    intervalMultiplier: Number(controller.stored('USPNotifRetryIntervalMultiplier')),
  };
}
