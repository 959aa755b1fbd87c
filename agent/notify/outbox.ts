/**
 * Notify requests on their way to one Controller, in order.
 *
 * One without NotifRetry is gone once the transport has taken it, and waits while there is none. One with NotifRetry is
 * sent again, with the same msg_id, until its NotifyResp comes or it expires [R-NOT.1, R-NOT.2].
 */
import type { Clock, Random, Stoppable } from '../../drivers/ports.ts';
import type { RetryParameters } from '../record/transport.ts';
import { retryIntervalMs } from '../retry.ts';
import { outboxMax, retryMsMax, sendsInFlightMax, unansweredMax } from './limits.ts';

export interface Notice {
  msgId: string;
  /** NotifRetry: send_resp is set, and it is repeated until it is answered. */
  isRetried: boolean;
  /** Monotonic time after which it is no longer repeated (NotifExpiration); undefined = never. */
  expiresAtMs: number | undefined;
  /** Sends it; rejects when the transport did not take it. */
  send(): Promise<void>;
}

interface Entry {
  notice: Notice;
  state: 'waiting' | 'sending' | 'unanswered' | 'done';
  attempts: number;
  timer?: Stoppable;
}

export interface OutboxParts {
  clock: Clock;
  random: Random;
  /** The Controller's USPNotifRetry parameters as they are now. */
  retryParameters(): RetryParameters;
  isConnected(): boolean;
  /** Told of each notice that is given up, once for each reason until one gets through again. */
  dropped(reason: 'full' | 'expired'): void;
}

export class Outbox {
  readonly #parts: OutboxParts;
  #entries: Entry[] = [];
  #sending = 0;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#entries.length;
  }

  push(notice: Notice): void {
    if (this.#entries.length >= outboxMax) this.#makeRoom();
    this.#entries.push({ notice, state: 'waiting', attempts: 0 });
    this.pump();
  }

  /** Sends what waits, as far as the transport and the limits let it. Called again when a transport has connected. */
  pump(): void {
    let unanswered = 0;
    for (const entry of [...this.#entries]) {
      if (this.#sending >= sendsInFlightMax || unanswered >= unansweredMax || !this.#parts.isConnected()) return;
      if (entry.state === 'unanswered') unanswered++;
      if (entry.state === 'waiting') this.#send(entry);
    }
  }

  /** A NotifyResp has come. */
  acknowledged(msgId: string): void {
    const entry = this.#entries.find(each => each.notice.msgId === msgId);
    if (entry) this.#finish(entry);
    this.pump();
  }

  close(): void {
    for (const entry of this.#entries) entry.timer?.stop();
    this.#entries = [];
  }

  #send(entry: Entry): void {
    entry.state = 'sending';
    entry.attempts++;
    this.#sending++;
    entry.notice.send().then(
      () => this.#sent(entry, true),
      () => this.#sent(entry, false),
    );
  }

  #sent(entry: Entry, isTaken: boolean): void {
    this.#sending--;
    if (entry.state === 'done') return;
    if (!entry.notice.isRetried && isTaken) {
      this.#finish(entry);
      this.pump();
      return;
    }
    entry.state = entry.notice.isRetried ? 'unanswered' : 'waiting';
    const delayMs = retryIntervalMs(this.#parts.retryParameters(), entry.attempts, this.#parts.random);
    entry.timer = this.#parts.clock.after(Math.min(delayMs, retryMsMax), () => this.#retry(entry));
    this.pump();
  }

  #retry(entry: Entry): void {
    if (entry.state === 'done' || entry.state === 'sending') return;
    const { expiresAtMs } = entry.notice;
    if (expiresAtMs !== undefined && this.#parts.clock.monotonicMs() >= expiresAtMs) {
      this.#finish(entry);
      this.#parts.dropped('expired');
    } else entry.state = 'waiting';
    this.pump();
  }

  #makeRoom(): void {
    const victim =
      this.#entries.find(entry => !entry.notice.isRetried && entry.state !== 'sending') ?? this.#entries[0];
    if (victim) this.#finish(victim);
    this.#parts.dropped('full');
  }

  #finish(entry: Entry): void {
    entry.state = 'done';
    entry.timer?.stop();
    this.#entries = this.#entries.filter(each => each !== entry);
  }
}
