import { type Notice, Outbox } from '../../agent/notify/outbox.ts';
import { TransportError, type TransportErrorCode } from '../../agent/record/transport.ts';
import { VirtualClock } from './clock.ts';
import { seededRandom } from './random.ts';

type NoticeOptions = Partial<Notice> & { expiresAfterMs?: number };

/** An outbox whose transport does as it is told, and what it did. */
export class OutboxRig {
  /** Notices that it holds. */
  static readonly max = 500;
  readonly clock = new VirtualClock();
  readonly sent: string[] = [];
  readonly atMs: number[] = [];
  readonly ends: string[] = [];
  readonly dropped: string[] = [];
  connected = true;
  failure: TransportErrorCode | undefined;
  minimumWaitIntervalSeconds = 5;
  intervalMultiplier = 2000;
  readonly outbox: Outbox;

  constructor(seed = 1) {
    this.outbox = new Outbox({
      clock: this.clock,
      random: seededRandom(seed),
      max: OutboxRig.max,
      retryParameters: () => this,
      isConnected: () => this.connected,
      dropped: reason => this.dropped.push(reason),
    });
  }

  push(msgId: string, options: NoticeOptions = {}): void {
    this.outbox.push(this.notice(msgId, options));
  }

  notice(msgId: string, options: NoticeOptions = {}): Notice {
    const { expiresAfterMs, ...rest } = options;
    return {
      msgId,
      subscription: 'codes',
      isRetried: true,
      expiresAtMs: expiresAfterMs === undefined ? undefined : this.clock.monotonicMs() + expiresAfterMs,
      send: async () => {
        if (this.failure) throw new TransportError(this.failure, this.failure);
        this.sent.push(msgId);
        this.atMs.push(this.clock.monotonicMs());
      },
      ended: isAnswered => this.ends.push(`${msgId} ${isAnswered ? 'answered' : 'over'}`),
      ...rest,
    };
  }
}
