/**
 * Bookkeeping of what goes wrong with one device or capability. Each cause is counted, and told once until it is
 * cured; one that comes and goes is told a few times and then left alone for a while, so that a flapping device does not
 * fill the log. Pure.
 */
import { troubleTellingsMax, troubleWindowMs } from './limits.ts';

interface Trouble {
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

  /** All is well; true where a line was logged before, so that its end should be too. */
  cure(): boolean {
    let wasTold = false;
    for (const trouble of this.#byCause?.values() ?? []) {
      wasTold ||= trouble.isTold;
      trouble.isTold = false;
    }
    return wasTold;
  }

  /** How often `cause` has been noted since the start. */
  count(cause: Cause): number {
    return this.#byCause?.get(cause)?.count ?? 0;
  }
}
