/**
 * Notify requests on their way to one Controller, in order. While no transport to it is connected, they wait.
 *
 * One without NotifRetry is tried once. One with NotifRetry is sent again, with the same msg_id, until its NotifyResp
 * comes or it expires [R-NOT.1, R-NOT.2].
 *
 * As long as answers come, many are under way at a time. Once one is missing, the later ones of the same subscription wait
 * for it: whenever the Controller begins to listen, it hears of each subscription in order.
 */
import type { Clock, Random, Stoppable } from '../../drivers/ports.ts';
import type { RetryParameters } from '../record/transport.ts';
import { retryIntervalMs } from '../retry.ts';
import { sendsInFlightMax, unansweredMax } from './limits.ts';

export interface Notice {
  msgId: string;
  /** Those of one subscription keep their order; '' for what nobody subscribed to. */
  subscription: string;
  /** NotifRetry: send_resp is set, and it is repeated until it is answered. */
  isRetried: boolean;
  /** Monotonic time after which it is no longer sent (NotifExpiration, or the configuration); undefined = never. */
  expiresAtMs: number | undefined;
  /** Whether it is not to be sent yet, nor any later one of its subscription; `resume` says that this may have changed. */
  isHeld?(): boolean;
  /** Sends it; rejects when the transport did not take it, with the code 'not-connected' when it was not even tried. */
  send(): Promise<void>;
  /** It is over. `isThrough`: answered, or taken where no answer is wished for. Not called by `close`. */
  ended?(isThrough: boolean): void;
}

/** Why a notice is given up. */
export type DropReason = 'full' | 'expired' | 'too-large' | 'not-taken';

interface Entry {
  notice: Notice;
  /** 'reserved': until `release`; 'resting': until its timer, or until a transport connects. */
  state: 'reserved' | 'waiting' | 'sending' | 'resting' | 'done';
  isTaken: boolean;
  /** The Controller has heard it and answered with an Error: it is repeated, but nothing waits for it. */
  isRefused: boolean;
  attempts: number;
  timer?: Stoppable;
}

export interface OutboxParts {
  clock: Clock;
  random: Random;
  /** Notices that it holds, reserved ones left out. */
  max: number;
  /** The Controller's USPNotifRetry parameters as they are now. */
  retryParameters(): RetryParameters;
  isConnected(): boolean;
  /** Told of each notice that is given up. */
  dropped(reason: DropReason): void;
}

export class Outbox {
  readonly #parts: OutboxParts;
  /** By msg_id, oldest first. */
  readonly #entries = new Map<string, Entry>();
  /** How many are reserved, no more than the journal lets wait: they may yet be withdrawn, and nothing makes room for them. */
  #reserved = 0;
  #sending = 0;
  /** No answer has come yet over the connection that there is now: what was sent over it may not be heard. */
  #isUnproven = false;
  /** There has been no connection since the last one. */
  #isCut = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Of what it holds of one subscription, oldest first. */
  msgIds(subscription: string): string[] {
    const notices = Array.from(this.#entries.values(), ({ notice }) => notice);
    return notices.filter(notice => notice.subscription === subscription).map(({ msgId }) => msgId);
  }

  /** Takes it in. One that is `reserved` keeps its place, and whatever is behind it waits, until it is released. */
  push(notice: Notice, state: 'waiting' | 'reserved' = 'waiting'): void {
    const entry: Entry = { notice, state, isTaken: false, isRefused: false, attempts: 0 };
    this.#entries.set(notice.msgId, entry);
    if (state === 'reserved') this.#reserved++;
    else this.#makeRoom(entry);
    this.#pump();
  }

  /** What it tells of stands: only now others may have to make room for it. */
  release(msgId: string): void {
    const entry = this.#entries.get(msgId);
    if (entry?.state === 'reserved') {
      entry.state = 'waiting';
      this.#reserved--;
      this.#makeRoom(entry);
    }
    this.#pump();
  }

  /**
   * A transport to the Controller has connected. What an earlier connection took and nobody answered may have been lost
   * with it: all begins anew, in order.
   */
  connected(): void {
    this.#isCut = false;
    for (const entry of this.#entries.values()) {
      if (entry.state !== 'resting' && entry.state !== 'waiting') continue;
      entry.timer?.stop();
      Object.assign(entry, { state: 'waiting', isTaken: false, isRefused: false, attempts: 0 });
    }
    this.#isUnproven = true;
    this.#pump();
  }

  /** `isConnected` may say something else by now. */
  resume(): void {
    this.#pump();
  }

  /** A NotifyResp has come. */
  acknowledged(msgId: string): void {
    this.#isUnproven = false;
    const entry = this.#entries.get(msgId);
    if (entry) this.#finish(entry, true);
    this.#pump();
  }

  /** An Error has come in place of a NotifyResp: it is not delivered, and is repeated as before [R-NOT.2]. */
  refused(msgId: string): boolean {
    const entry = this.#entries.get(msgId);
    if (!entry) return false;
    this.#isUnproven = false;
    entry.isRefused = true;
    this.#pump();
    return true;
  }

  /** They need not be sent any more. How many there were. */
  withdraw(msgIds: readonly string[]): number {
    const entries = msgIds.flatMap(msgId => this.#entries.get(msgId) ?? []);
    for (const entry of entries) this.#finish(entry);
    this.#pump();
    return entries.length;
  }

  /** Gives up whatever waits. */
  empty(): void {
    for (const entry of [...this.#entries.values()]) this.#finish(entry);
  }

  /** Also of what is on its way, nothing is heard any more: a transport that refuses it starts no other timer. */
  close(): void {
    for (const entry of this.#entries.values()) {
      entry.timer?.stop();
      entry.state = 'done';
    }
    this.#entries.clear();
  }

  /**
   * Sends what waits, in order, as far as the transport, the limits and unanswered ones of the same subscription let it.
   * Something may be to be told of a new connection before the transport has told us of it: it is new all the same.
   */
  #pump(): void {
    if (!this.#parts.isConnected()) this.#isCut = true;
    else if (this.#isCut) this.connected();
    else this.#sendWaiting();
  }

  #sendWaiting(): void {
    const unanswered = new Set<string>();
    const inDoubt = new Set<string>();
    let underWay = 0;
    for (const entry of this.#entries.values()) {
      if (this.#sending >= sendsInFlightMax || underWay >= unansweredMax || !this.#parts.isConnected()) return;
      if (entry.state === 'reserved') return;
      const { subscription, isRetried } = entry.notice;
      if (entry.notice.isHeld?.()) {
        unanswered.add(subscription);
        inDoubt.add(subscription);
        continue;
      }
      const isBehind = (entry.attempts === 0 ? inDoubt : unanswered).has(subscription) && !entry.isRefused;
      if (entry.state === 'waiting' && !isBehind) this.#sendInTime(entry);
      if (entry.state === 'done' || !isRetried || entry.isRefused) continue;
      unanswered.add(subscription);
      if (this.#isInDoubt(entry)) inDoubt.add(subscription);
      else underWay++;
    }
  }

  /** Whether the Controller may have missed it, so that nothing of the subscription may overtake it. */
  #isInDoubt({ state, isTaken, attempts }: Entry): boolean {
    if (state === 'waiting' || attempts > 1 || this.#isUnproven) return true;
    return state === 'resting' && !isTaken;
  }

  /** Nothing is sent after its time, also when it has waited for a transport until then. */
  #sendInTime(entry: Entry): void {
    const { expiresAtMs } = entry.notice;
    if (expiresAtMs === undefined || this.#parts.clock.monotonicMs() < expiresAtMs) this.#send(entry);
    else this.#giveUp(entry, 'expired');
  }

  #send(entry: Entry): void {
    entry.state = 'sending';
    entry.attempts++;
    this.#sending++;
    entry.notice.send().then(
      () => this.#sent(entry, undefined),
      (cause: { code?: unknown }) => this.#sent(entry, cause.code ?? 'refused'),
    );
  }

  /** `failure`: why no transport has taken it. */
  #sent(entry: Entry, failure: unknown): void {
    this.#sending--;
    if (entry.state === 'done') return;
    // No later try would do better with as many bytes.
    if (failure === 'too-large') this.#giveUp(entry, failure);
    else if (entry.notice.isRetried || failure === 'not-connected') this.#rest(entry, failure === undefined);
    else if (failure === undefined) this.#finish(entry, true);
    else this.#giveUp(entry, 'not-taken');
    this.#pump();
  }

  #rest(entry: Entry, isTaken: boolean): void {
    entry.isTaken = isTaken;
    entry.state = 'resting';
    const delayMs = retryIntervalMs(this.#parts.retryParameters(), entry.attempts, this.#parts.random);
    entry.timer = this.#parts.clock.after(delayMs, () => this.#retry(entry));
  }

  #retry(entry: Entry): void {
    entry.state = 'waiting';
    this.#pump();
  }

  #makeRoom(newcomer: Entry): void {
    if (this.#entries.size - this.#reserved <= this.#parts.max) return;
    let victim: Entry | undefined;
    for (const entry of this.#entries.values()) {
      if (entry === newcomer || entry.state === 'reserved') continue;
      victim ??= entry;
      if (entry.notice.isRetried || entry.state === 'sending') continue;
      victim = entry;
      break;
    }
    if (victim) this.#giveUp(victim, 'full');
  }

  #giveUp(entry: Entry, reason: DropReason): void {
    this.#finish(entry);
    this.#parts.dropped(reason);
  }

  #finish(entry: Entry, isThrough = false): void {
    if (entry.state === 'reserved') this.#reserved--;
    entry.state = 'done';
    entry.timer?.stop();
    this.#entries.delete(entry.notice.msgId);
    entry.notice.ended?.(isThrough);
  }
}
