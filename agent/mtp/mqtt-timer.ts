/** The keep-alive timer of the package `mqtt`, on the agent's clock. */
import type { Timer } from 'mqtt';
import type { Clock, Stoppable } from '../../drivers/ports.ts';

/**
 * One interval, in the shape of setInterval and clearInterval. With each acknowledgement that comes in the package clears it and sets
 * it anew: the clock's own timer runs on meanwhile, and sleeps again where it ends too early. `stop` ends that, too.
 *
 * It counts from when something was sent last, not from when it is set: the broker does (MQTT 5.0 section 3.1.2.10), and what it
 * acknowledges late it has heard long before.
 */
export class IntervalTimer implements Timer {
  readonly #clock: Clock;
  readonly #sentMs: () => number;
  #callback: (() => void) | undefined;
  #periodMs = 0;
  #dueMs = 0;
  #lastId = 0;
  #sleep: Stoppable | undefined;
  #sleepEndsMs = 0;

  /** `sentMs`: when something was sent last, by the monotonic clock. */
  constructor(clock: Clock, sentMs: () => number) {
    this.#clock = clock;
    this.#sentMs = sentMs;
  }

  readonly set: Timer['set'] = (callback, ms = 0) => {
    this.#callback = callback as () => void;
    this.#periodMs = ms;
    this.#dueMs = this.#sentMs() + ms;
    if (!this.#sleep || this.#sleepEndsMs > this.#dueMs) this.#sleepOn();
    return ++this.#lastId;
  };

  readonly clear: Timer['clear'] = id => {
    if (id === this.#lastId) this.#callback = undefined;
  };

  stop(): void {
    this.#callback = undefined;
    this.#sleep?.stop();
    this.#sleep = undefined;
  }

  #sleepOn(): void {
    this.#sleep?.stop();
    this.#sleepEndsMs = this.#dueMs;
    this.#sleep = this.#clock.after(this.#dueMs - this.#clock.monotonicMs(), () => this.#wake());
  }

  #wake(): void {
    this.#sleep = undefined;
    const callback = this.#callback;
    if (!callback) return;
    const nowMs = this.#clock.monotonicMs();
    if (nowMs >= this.#dueMs) {
      const id = this.#lastId;
      callback();
      if (id !== this.#lastId || !this.#callback) return;
      // Of what it has sent just now, an answer takes its time, also where the process slept and this comes late.
      this.#dueMs = Math.max(Math.max(this.#dueMs, this.#sentMs()) + this.#periodMs, nowMs);
    }
    this.#sleepOn();
  }
}
