/**
 * Notify requests on their way to one Controller, in order. While no transport to it is connected, they wait.
 *
 * One without NotifRetry is tried once. One with NotifRetry is sent again, with the same msg_id, until its NotifyResp
 * comes or it expires [R-NOT.1, R-NOT.2].
 */
import type { Clock, Random, Stoppable } from '../../drivers/ports.ts';
import type { RetryParameters } from '../record/transport.ts';
import { retryIntervalMs } from '../retry.ts';
import { outboxMax, sendsInFlightMax, unansweredMax } from './limits.ts';

export interface Notice {
  msgId: string;
  /** NotifRetry: send_resp is set, and it is repeated until it is answered. */
  isRetried: boolean;
  /** Monotonic time after which it is no longer repeated (NotifExpiration); undefined = never. */
  expiresAtMs: number | undefined;
  /** Sends it; rejects when the transport did not take it, with the code 'not-connected' when it was not even tried. */
  send(): Promise<void>;
  /** It is over: it was answered, or not (sent without a wish for an answer, given up). Not called by `close`. */
  ended?(isAnswered: boolean): void;
}

interface Entry {
  notice: Notice;
  /** 'resting': until its timer, or until a transport connects if none has taken it yet. */
  state: 'waiting' | 'sending' | 'resting' | 'done';
  isTaken: boolean;
  attempts: number;
  timer?: Stoppable;
}

export interface OutboxParts {
  clock: Clock;
  random: Random;
  /** The Controller's USPNotifRetry parameters as they are now. */
  retryParameters(): RetryParameters;
  isConnected(): boolean;
  /** Told of each notice that is given up. */
  dropped(reason: 'full' | 'expired'): void;
}

export class Outbox {
  readonly #parts: OutboxParts;
  /** By msg_id, oldest first. */
  readonly #entries = new Map<string, Entry>();
  #sending = 0;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#entries.size;
  }

  push(notice: Notice): void {
    if (this.#entries.size >= outboxMax) this.#makeRoom();
    this.#entries.set(notice.msgId, { notice, state: 'waiting', isTaken: false, attempts: 0 });
    this.#pump();
  }

  /** A transport to the Controller has connected: what none has taken yet need not wait any longer. */
  connected(): void {
    for (const entry of this.#entries.values()) {
      if (entry.state !== 'resting' || entry.isTaken) continue;
      entry.timer?.stop();
      entry.state = 'waiting';
    }
    this.#pump();
  }

  /** A NotifyResp has come. */
  acknowledged(msgId: string): void {
    const entry = this.#entries.get(msgId);
    if (entry) this.#finish(entry, true);
    this.#pump();
  }

  /** It need not be sent any more. */
  withdraw(msgId: string): void {
    const entry = this.#entries.get(msgId);
    if (entry) this.#finish(entry);
  }

  /** Gives up whatever waits. */
  empty(): void {
    for (const entry of [...this.#entries.values()]) this.#finish(entry);
  }

  close(): void {
    for (const entry of this.#entries.values()) entry.timer?.stop();
    this.#entries.clear();
  }

  /** Sends what waits, in order, as far as the transport and the limits let it. */
  #pump(): void {
    let unanswered = 0;
    for (const entry of [...this.#entries.values()]) {
      if (this.#sending >= sendsInFlightMax || unanswered >= unansweredMax || !this.#parts.isConnected()) return;
      if (entry.state === 'waiting') this.#sendInTime(entry);
      if (entry.state !== 'done' && entry.notice.isRetried) unanswered++;
    }
  }

  /** Nothing is sent after its time, also when it has waited for a transport until then. */
  #sendInTime(entry: Entry): void {
    const { expiresAtMs } = entry.notice;
    if (expiresAtMs === undefined || this.#parts.clock.monotonicMs() < expiresAtMs) this.#send(entry);
    else {
      this.#finish(entry);
      this.#parts.dropped('expired');
    }
  }

  #send(entry: Entry): void {
    entry.state = 'sending';
    entry.attempts++;
    this.#sending++;
    entry.notice.send().then(
      () => this.#sent(entry, true, false),
      (cause: { code?: unknown }) => this.#sent(entry, false, cause.code !== 'not-connected'),
    );
  }

  #sent(entry: Entry, isTaken: boolean, isRefused: boolean): void {
    this.#sending--;
    if (entry.state === 'done') return;
    if ((isTaken || isRefused) && !entry.notice.isRetried) this.#finish(entry);
    else {
      entry.isTaken = isTaken;
      entry.state = 'resting';
      const delayMs = retryIntervalMs(this.#parts.retryParameters(), entry.attempts, this.#parts.random);
      entry.timer = this.#parts.clock.after(delayMs, () => this.#retry(entry));
    }
    this.#pump();
  }

  #retry(entry: Entry): void {
    entry.state = 'waiting';
    this.#pump();
  }

  #makeRoom(): void {
    const [oldest] = this.#entries.values();
    let victim = oldest;
    for (const entry of this.#entries.values()) {
      if (entry.notice.isRetried || entry.state === 'sending') continue;
      victim = entry;
      break;
    }
    if (victim) this.#finish(victim);
    this.#parts.dropped('full');
  }

  #finish(entry: Entry, isAnswered = false): void {
    entry.state = 'done';
    entry.timer?.stop();
    this.#entries.delete(entry.notice.msgId);
    entry.notice.ended?.(isAnswered);
  }
}
