/**
 * Bookkeeping of what goes wrong with one device or capability. Each cause is told once until it is cured; one that comes
 * and goes is told a few times and then left alone for a while, so that a flapping device does not fill the log. All are
 * counted, and the next end that is told says how many there were. Pure.
 */
import { troubleTellingsMax, troubleWindowMs } from './limits.ts';

interface Trouble {
  /** Since the last end that was told. */
  count: number;
  isTold: boolean;
  windowStartMs: number;
  tellings: number;
}

export class Troubles<Cause extends string> {
  /** Made with the first trouble: most devices never have one. */
  #byCause: Map<Cause, Trouble> | undefined;

  /** Counts one more of `cause`; true where a line should be logged. */
  note(cause: Cause, nowMs: number): boolean {
    this.#byCause ??= new Map();
    const trouble = this.#byCause.get(cause) ?? { count: 0, isTold: false, windowStartMs: nowMs, tellings: 0 };
    this.#byCause.set(cause, trouble);
    trouble.count++;
    if (nowMs - trouble.windowStartMs >= troubleWindowMs) {
      trouble.windowStartMs = nowMs;
      trouble.tellings = 0;
    }
    if (trouble.isTold || trouble.tellings >= troubleTellingsMax) return false;
    trouble.isTold = true;
    trouble.tellings++;
    return true;
  }

  /**
   * All is well. How often each cause was noted since the last end that was told, where this one is to be told too, because
   * a line was logged before it; else undefined.
   */
  cure(): ReadonlyMap<Cause, number> | undefined {
    if (!this.#byCause || ![...this.#byCause.values()].some(({ isTold }) => isTold)) return undefined;
    const counts = new Map<Cause, number>();
    for (const [cause, trouble] of this.#byCause) {
      if (trouble.count > 0) counts.set(cause, trouble.count);
      trouble.isTold = false;
      trouble.count = 0;
    }
    return counts;
  }
}

/** ", after 37 failures (30 no answer, 7 garbled data)"; nothing for a single one, and no causes where one was told. */
export function tallyOf<Cause extends string>(
  counts: ReadonlyMap<Cause, number>,
  things: string,
  wordsOf: (cause: Cause) => string,
): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const causes = [...counts].map(([cause, count]) => `${count} ${wordsOf(cause)}`);
  const among = counts.size > 1 ? ` (${causes.join(', ')})` : '';
  return total > 1 ? `, after ${total} ${things}${among}` : '';
}
