import type { Clock, Stoppable } from '../../drivers/ports.ts';

interface Pending {
  atMs: number;
  order: number;
  callback: () => void;
}

/** Virtual time: moves only when told, runs what falls due in order, and lets promises settle between steps. */
export class VirtualClock implements Clock {
  #nowMs = 0;
  #order = 0;
  #pending: Pending[] = [];
  wallOffsetMs: number;
  known = true;

  constructor(wallStart = '2026-01-01T00:00:00Z') {
    this.wallOffsetMs = Date.parse(wallStart);
  }

  monotonicMs(): number {
    return this.#nowMs;
  }

  wallMs(): number {
    return this.wallOffsetMs + this.#nowMs;
  }

  wallTimeIsKnown(): boolean {
    return this.known;
  }

  after(delayMs: number, callback: () => void): Stoppable {
    const entry = { atMs: this.#nowMs + Math.max(0, delayMs), order: this.#order++, callback };
    this.#pending.push(entry);
    const stop = () => {
      this.#pending = this.#pending.filter(p => p !== entry);
    };
    return { stop };
  }

  /** How many timers wait. */
  get waiting(): number {
    return this.#pending.length;
  }

  /** Lets every promise that can settle do so, without moving time. */
  async settle(): Promise<void> {
    for (let i = 0; i < 20; i++) await new Promise(resolve => setImmediate(resolve));
  }

  /** Moves time by `ms`, running each due timer at its own moment. */
  async advance(ms: number): Promise<void> {
    const end = this.#nowMs + ms;
    await this.settle();
    for (;;) {
      const due = this.#pending.filter(p => p.atMs <= end).sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
      if (!due) break;
      this.#pending = this.#pending.filter(p => p !== due);
      this.#nowMs = due.atMs;
      due.callback();
      await this.settle();
    }
    this.#nowMs = end;
  }
}
