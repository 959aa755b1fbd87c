/** The outbox of each Controller, and what of it the journal keeps. */
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { type MsgInit, MsgType, type NotifyInit } from '../../proto/codec.gen.js';
import type { RetryParameters } from '../record/transport.ts';
import { Outbox } from './outbox.ts';
import { isThere } from './referenceindex.ts';
import { Undelivered } from './undelivered.ts';

/** What carries Notify requests to Controllers: agent/record's Outbound, narrowed. */
export interface NotifySender {
  send(msg: MsgInit, to: ObjectNode): Promise<void>;
  isConnected(to: ObjectNode): boolean;
}

export interface Delivery {
  /** Repeated until it is answered (NotifRetry). */
  isRetried: boolean;
  /** Repeated no longer than this (NotifExpiration); 0: without end. */
  expirationSeconds: number;
  /** Repeated after a restart too. */
  isKept: boolean;
  /** The Controller has answered. */
  answered?: () => void;
}

export class Outboxes {
  readonly #model: DataModel;
  readonly #sender: NotifySender;
  readonly #undelivered: Undelivered;
  readonly #outboxes = new Map<ObjectNode, Outbox>();
  readonly #run: string;
  #count = 0;
  /** What has been logged and not been cured since. */
  readonly #complaints = new Map<ObjectNode, Set<string>>();

  constructor(model: DataModel, sender: NotifySender) {
    this.#model = model;
    this.#sender = sender;
    this.#undelivered = new Undelivered(model);
    // Message IDs are unique over restarts, so that a Controller never takes a new Notify for a repeated one.
    this.#run = Array.from(model.services.random.bytes(6), byte => byte.toString(16).padStart(2, '0')).join('');
  }

  /** Puts a notification into the Controller's outbox; its msg_id. */
  send(controller: ObjectNode, notify: NotifyInit, delivery: Delivery): string {
    const msgId = `${this.#run}-${++this.#count}`;
    // The last that a Controller hears before it is disabled or gone: there is no second try.
    if (!isActive(controller)) void this.#sender.send(wrap(msgId, notify), controller).catch(() => {});
    else {
      if (delivery.isKept) this.#undelivered.keep(msgId, controller, notify, delivery.expirationSeconds);
      this.#push(controller, msgId, notify, delivery);
    }
    return msgId;
  }

  /** Sends again what an earlier run did not get through, in order, its retries counted anew [R-NOT.4]. */
  replay(state: ReadonlyMap<string, string>): void {
    for (const { msgId, controller, notify, expirationSeconds } of this.#undelivered.read(state)) {
      this.#push(controller, msgId, notify, { isRetried: true, expirationSeconds, isKept: true });
    }
  }

  withdraw(controller: ObjectNode, msgId: string): void {
    this.#outboxes.get(controller)?.withdraw(msgId);
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

  /** Of a Controller that is gone. */
  forget(controller: ObjectNode): void {
    this.#outboxes.get(controller)?.empty();
    this.#outboxes.delete(controller);
    this.#complaints.delete(controller);
  }

  /** What the journal keeps stays there for the next run. */
  close(): void {
    for (const outbox of this.#outboxes.values()) outbox.close();
    this.#outboxes.clear();
  }

  #push(controller: ObjectNode, msgId: string, notify: NotifyInit, delivery: Delivery): void {
    const { isRetried, expirationSeconds, isKept, answered } = delivery;
    const nowMs = this.#model.services.clock.monotonicMs();
    const msg = wrap(msgId, notify);
    this.#outboxOf(controller).push({
      msgId,
      isRetried,
      expiresAtMs: isRetried && expirationSeconds > 0 ? nowMs + expirationSeconds * 1000 : undefined,
      send: () => this.#sender.send(msg, controller),
      ended: isAnswered => {
        if (isKept) this.#undelivered.forget(msgId);
        if (!isAnswered) return;
        this.#complaints.delete(controller);
        answered?.();
      },
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
        isConnected: () => isActive(controller) && this.#sender.isConnected(controller),
        dropped: reason => this.#logDrop(controller, reason),
      });
      this.#outboxes.set(controller, outbox);
    }
    return outbox;
  }

  /** Once for each reason, until the Controller answers again. */
  #logDrop(controller: ObjectNode, reason: 'full' | 'expired'): void {
    const complaints = this.#complaints.get(controller) ?? new Set();
    this.#complaints.set(controller, complaints);
    if (complaints.has(reason)) return;
    complaints.add(reason);
    const endpointId = String(controller.stored('EndpointID'));
    const why = reason === 'full' ? 'too many wait' : 'they have expired';
    this.#model.services.log('warning', `notifications to ${endpointId} are given up: ${why}`);
  }
}

/** TR-181 Controller.{i}.Enable: nothing is sent to one that is disabled. */
function isActive(controller: ObjectNode): boolean {
  return isThere(controller) && controller.stored('Enable') === true;
}

function wrap(msgId: string, notify: NotifyInit): MsgInit {
  return { header: { msg_id: msgId, msg_type: MsgType.NOTIFY }, body: { request: { notify } } };
}

function retryParametersOf(controller: ObjectNode): RetryParameters {
  return {
    minimumWaitIntervalSeconds: Number(controller.stored('USPNotifRetryMinimumWaitInterval')),
    intervalMultiplier: Number(controller.stored('USPNotifRetryIntervalMultiplier')),
  };
}
