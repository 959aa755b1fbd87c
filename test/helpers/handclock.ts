import type { Clock, Stoppable } from '../../drivers/ports.ts';

/** Time that moves by hand, and in one turn: what falls due runs before `pass` returns. */
export class HandClock implements Clock {
  #nowMs = 0;
  readonly #timers = new Map<object, { atMs: number; callback: () => void }>();

  monotonicMs = () => this.#nowMs;
  wallMs = () => this.#nowMs;
  wallTimeIsKnown = () => true;

  after(delayMs: number, callback: () => void): Stoppable {
    const stoppable = { stop: () => void this.#timers.delete(stoppable) };
    this.#timers.set(stoppable, { atMs: this.#nowMs + delayMs, callback });
    return stoppable;
  }

  pass(ms: number): void {
    this.#nowMs += ms;
    for (const [key, { atMs, callback }] of [...this.#timers]) {
      if (atMs > this.#nowMs || !this.#timers.delete(key)) continue;
      callback();
    }
  }
}
