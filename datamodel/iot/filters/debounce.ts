import type { Reading } from '../../../drivers/define.ts';
import { parseFilterMs } from '../duration.ts';
import type { Filter, FilterDefinition } from './filter.ts';

/** Without a second time, the longest wait is this many times the first. */
const usualWaits = 10;

/**
 * `debounce 50ms 500ms`: passes the first sample. After one that differs from the one before, nothing is passed until
 * samples have stayed the same for 50 ms, and then the last: a contact that chatters is told once, when it rests.
 *
 * One that never rests is told all the same: at the latest 500 ms after the restlessness began, and every 500 ms from
 * then on, with the sample of that moment. Without the second time it is ten times the first.
 */
export const debounce: FilterDefinition = {
  name: 'debounce',
  expects: 'a duration from 1 ms to 24 h, and a longest wait that is not shorter: "debounce 50ms 500ms"',
  samples: 'any',
  parse(quietText, waitText, ...others) {
    const quietMs = parseFilterMs(quietText);
    if (quietMs === undefined || others.length > 0) return undefined;
    const waitMs = waitText === undefined ? quietMs * usualWaits : parseFilterMs(waitText);
    return waitMs !== undefined && waitMs >= quietMs ? () => new Debounce(quietMs, waitMs) : undefined;
  },
};

class Debounce implements Filter {
  readonly #quietMs: number;
  readonly #waitMs: number;
  #last: Reading | undefined;
  /** When the sample last changed, and when this restlessness began; undefined while it rests. */
  #changedAtMs = 0;
  #restlessSinceMs: number | undefined;

  constructor(quietMs: number, waitMs: number) {
    this.#quietMs = quietMs;
    this.#waitMs = waitMs;
  }

  get nextDeadlineMs(): number {
    if (this.#restlessSinceMs === undefined) return Number.POSITIVE_INFINITY;
    return Math.min(this.#changedAtMs + this.#quietMs, this.#restlessSinceMs + this.#waitMs);
  }

  step(sample: Reading | undefined, nowMs: number): Reading | undefined {
    if (sample !== undefined && this.#last === undefined) {
      this.#last = sample;
      return sample;
    }
    if (sample !== undefined && String(sample) !== String(this.#last)) {
      this.#last = sample;
      this.#changedAtMs = nowMs;
      this.#restlessSinceMs ??= nowMs;
    }
    if (this.#restlessSinceMs === undefined) return sample;
    if (nowMs < this.nextDeadlineMs) return undefined;
    this.#restlessSinceMs = nowMs < this.#changedAtMs + this.#quietMs ? nowMs : undefined;
    return this.#last;
  }
}
