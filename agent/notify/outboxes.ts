/** The outbox of each Controller, and what of it the journal keeps. */
import type { Consequence } from '../../datamodel/feed.ts';
import type { Operation } from '../../datamodel/journal/operation.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { type MsgInit, MsgType, type NotifyInit } from '../../proto/codec.gen.js';
import type { RetryParameters } from '../record/transport.ts';
import { isActive } from './audience.ts';
import { Complaints } from './complaints.ts';
import { outboxMaxDefault, removedWithSubscriptionMax } from './limits.ts';
import { Outbox } from './outbox.ts';
import { Undelivered } from './undelivered.ts';

/** What carries Notify requests to Controllers: agent/record's Outbound, narrowed. */
export interface NotifySender {
  send(msg: MsgInit, to: ObjectNode): Promise<void>;
  isConnected(to: ObjectNode): boolean;
  /** Whether Boot! is kept back until it has been answered once (`hold-boot`). */
  holdsBoot?(to: ObjectNode): boolean;
}

export interface Delivery {
  /** Repeated until it is answered (NotifRetry). */
  isRetried: boolean;
  /** Repeated no longer than this (NotifExpiration); 0: without end. */
  expirationSeconds: number;
  /** Repeated after a restart too. */
  isKept: boolean;
  /** It got through. */
  answered?: () => void;
}

/** A notification's place in the order, taken before it is certain that what it tells of stands. */
export interface Place {
  /** What the journal is to take together with what the notification tells of. */
  operations: readonly Operation[];
  /** It may go, if it is still wanted. `isStored`: the operations are on the medium. */
  release(isStored: boolean, isWanted: boolean): void;
  /** What it tells of was undone. */
  withdraw(): void;
}

/** What the configuration says of notifications that wait. */
export interface OutboxLimits {
  /** How many, for one Controller. */
  max: number;
  /** How long one waits at most, whatever its NotifExpiration; undefined: without end. */
  ageSecondsMax?: number | undefined;
}

/** What says whether something can be sent to a Controller over a connection that is there: its row, who is banned, MTPs. */
const waysToControllers = /^Device\.(LocalAgent\.(Controller|ControllerTrust|MTP)|MQTT\.Client)\./;

export class Outboxes {
  readonly #model: DataModel;
  readonly #sender: NotifySender;
  readonly #limits: OutboxLimits;
  readonly #undelivered: Undelivered;
  readonly #complaints: Complaints;
  readonly #outboxes = new Map<ObjectNode, Outbox>();
  readonly #run: string;
  #count = 0;

  constructor(model: DataModel, sender: NotifySender, limits: OutboxLimits = { max: outboxMaxDefault }) {
    this.#model = model;
    this.#sender = sender;
    this.#limits = limits;
    this.#undelivered = new Undelivered(model);
    this.#complaints = new Complaints(model.services.log);
    model.feed.follow(commit => {
      if (!commit.some(({ node }) => waysToControllers.test(node.schema.path))) return;
      for (const outbox of this.#outboxes.values()) outbox.resume();
    });
    // Message IDs are unique over restarts, so that a Controller never takes a new Notify for a repeated one.
    this.#run = Array.from(model.services.random.bytes(6), byte => byte.toString(16).padStart(2, '0')).join('');
  }

  /** Takes a place in the Controller's outbox for a notification of what may yet be undone. */
  reserve(controller: ObjectNode, notify: NotifyInit, delivery: Delivery): Place {
    const msgId = this.#nextId();
    const expirationSeconds = this.#expirationSeconds(delivery);
    const operations = delivery.isKept ? this.#undelivered.keep(msgId, controller, notify, expirationSeconds) : [];
    this.#push(controller, msgId, notify, { ...delivery, expirationSeconds }, 'reserved');
    return {
      operations,
      release: (isStored, isWanted) => {
        if (!isWanted) this.withdraw(controller, msgId);
        if (isStored) this.#undelivered.stored(msgId);
        else this.#undelivered.lost(msgId);
        this.#outboxes.get(controller)?.release(msgId);
      },
      withdraw: () => {
        this.#undelivered.lost(msgId);
        this.withdraw(controller, msgId);
      },
    };
  }

  /** To a Controller that is disabled or gone by now, this once. */
  lastWord(controller: ObjectNode, notify: NotifyInit): Place {
    const release = () => void this.#sender.send(wrap(this.#nextId(), notify), controller).catch(() => {});
    return { operations: [], release, withdraw: () => {} };
  }

  /** Puts a notification that the journal need not keep into the outbox of an active Controller; its msg_id. */
  send(controller: ObjectNode, notify: NotifyInit, delivery: Omit<Delivery, 'isKept'>): string {
    const msgId = this.#nextId();
    this.#push(controller, msgId, notify, { ...delivery, isKept: false }, 'waiting');
    return msgId;
  }

  /** Sends again what an earlier run did not get through, in order, its retries counted anew [R-NOT.4]. */
  replay(state: ReadonlyMap<string, string>): void {
    for (const { msgId, controller, notify, expirationSeconds } of this.#undelivered.read(state)) {
      this.#push(controller, msgId, notify, { isRetried: true, expirationSeconds, isKept: true }, 'waiting');
    }
  }

  /**
   * Subscriptions are about to be deleted, and what waits of them with them: nobody wants to hear of it any more (TR-369 is
   * silent). It leaves the journal in one record with them, so that no power cut brings it back.
   */
  unsubscribe(subscriptions: readonly ObjectNode[]): Consequence {
    const waiting = [...this.#outboxes].map(([controller, outbox]) => {
      const own = subscriptions.filter(row => `${row.stored('Recipient')}.` === controller.path);
      return { controller, outbox, msgIds: own.flatMap(row => outbox.msgIds(String(row.stored('ID')))) };
    });
    const together = waiting.flatMap(({ msgIds }) => msgIds).slice(0, removedWithSubscriptionMax);
    return {
      operations: this.#undelivered.removals(together),
      happened: () => {
        for (const msgId of together) this.#undelivered.lost(msgId);
        for (const { controller, outbox, msgIds } of waiting) {
          this.#complaints.gone(controller, outbox.withdraw(msgIds), 'their subscription has been deleted');
        }
      },
      undone: () => {},
    };
  }

  withdraw(controller: ObjectNode, msgId: string): void {
    this.#outboxes.get(controller)?.withdraw([msgId]);
  }

  /** A NotifyResp of this Controller has come in. */
  acknowledged(controller: ObjectNode, msgId: string): void {
    this.#outboxes.get(controller)?.acknowledged(msgId);
  }

  /** An Error of this Controller has come in, perhaps in place of a NotifyResp. */
  refused(controller: ObjectNode, msgId: string, code: number): void {
    if (this.#outboxes.get(controller)?.refused(msgId)) this.#complaints.refused(controller, code);
  }

  /** A way to the Controller, or without one to all of them, has become free. */
  connected(controller?: ObjectNode): void {
    if (controller) this.#outboxes.get(controller)?.connected();
    else for (const outbox of this.#outboxes.values()) outbox.connected();
  }

  /** Boot! need not be kept back any more. */
  resume(controller: ObjectNode): void {
    this.#outboxes.get(controller)?.resume();
  }

  /** Notifications that have not got through yet, over all Controllers. */
  get waiting(): number {
    return [...this.#outboxes.values()].reduce((sum, outbox) => sum + outbox.size, 0);
  }

  /** Of a Controller that is gone. */
  forget(controller: ObjectNode): void {
    const outbox = this.#outboxes.get(controller);
    if (outbox) this.#complaints.gone(controller, outbox.size, 'it has been deleted');
    outbox?.empty();
    this.#outboxes.delete(controller);
    this.#complaints.cure(controller);
  }

  /** What the journal keeps stays there for the next run. */
  close(): void {
    for (const [controller, outbox] of this.#outboxes) {
      outbox.close();
      this.#complaints.cure(controller);
    }
    this.#outboxes.clear();
    this.#undelivered.close();
  }

  #nextId(): string {
    return `${this.#run}-${++this.#count}`;
  }

  /** The shorter of what the subscription, with NotifRetry, and what the configuration says; 0: without end. */
  #expirationSeconds({ isRetried, expirationSeconds }: Delivery): number {
    const { ageSecondsMax = 0 } = this.#limits;
    const stated = isRetried ? expirationSeconds : 0;
    if (stated === 0 || ageSecondsMax === 0) return stated || ageSecondsMax;
    return Math.min(stated, ageSecondsMax);
  }

  #push(
    controller: ObjectNode,
    msgId: string,
    notify: NotifyInit,
    { isRetried, expirationSeconds, isKept, answered }: Delivery,
    state: 'waiting' | 'reserved',
  ): void {
    const nowMs = this.#model.services.clock.monotonicMs();
    const notice = {
      msgId,
      subscription: notify.subscription_id ?? '',
      isRetried,
      expiresAtMs: expirationSeconds > 0 ? nowMs + expirationSeconds * 1000 : undefined,
      ...(notify.event?.event_name === 'Boot!' && { isHeld: () => this.#sender.holdsBoot?.(controller) ?? false }),
      send: () => this.#sender.send(wrap(msgId, notify), controller),
      ended: (isThrough: boolean) => {
        if (isKept) this.#undelivered.forget(msgId);
        if (!isThrough) return;
        if (this.#outboxes.get(controller)?.size === 0) this.#complaints.cure(controller);
        answered?.();
      },
    };
    this.#outboxOf(controller).push(notice, state);
  }

  #outboxOf(controller: ObjectNode): Outbox {
    let outbox = this.#outboxes.get(controller);
    if (!outbox) {
      const { clock, random } = this.#model.services;
      outbox = new Outbox({
        clock,
        random,
        max: this.#limits.max,
        retryParameters: () => retryParametersOf(controller),
        isConnected: () => isActive(controller) && this.#sender.isConnected(controller),
        dropped: reason => this.#complaints.dropped(controller, reason),
      });
      this.#outboxes.set(controller, outbox);
    }
    return outbox;
  }
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
