/** One log line for what comes again and again, also with good moments in between. */
import type { Clock, Log, LogLevel } from '../../drivers/ports.ts';
import { recurringKeysMax, recurringQuietMs } from './limits.ts';

/**
 * What somebody else does wrong (a topic that two agents share, a controller that is away) is mixed with what is right: a
 * CauseLog would be cured, and tell it anew, each time. Each key is told when it has been away for a while. Keys may be a
 * peer's words: more than there is room for are not told.
 */
export class RecurringLog {
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #seenMs = new Map<string, number>();

  constructor(log: Log, clock: Clock) {
    this.#log = log;
    this.#clock = clock;
  }

  tell(key: string, level: LogLevel, line: () => string): void {
    const nowMs = this.#clock.monotonicMs();
    for (const [old, seenMs] of this.#seenMs) if (nowMs - seenMs >= recurringQuietMs) this.#seenMs.delete(old);
    const isNew = !this.#seenMs.has(key);
    if (isNew && this.#seenMs.size >= recurringKeysMax) return;
    this.#seenMs.set(key, nowMs);
    if (isNew) this.#log(level, line());
  }
}

/** A peer's words as a log line may have them: short, and in one line. */
export const quoted = (text: string): string => JSON.stringify(text.slice(0, 100));
