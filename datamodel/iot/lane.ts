/**
 * One operation at a time. The next begins when the one before has really ended, even where whoever waits for that has
 * been told long ago that its time is over: a hung transfer is never overlapped.
 */
import type { Clock, Stoppable } from '../../drivers/ports.ts';
import { DeviceFailure, toFailure } from './errors.ts';
import { operationsWaitingMax } from './limits.ts';

/** What an operation can know about itself: nobody waits for it any more. */
export interface Operation {
  readonly isOverdue: boolean;
}

class Job implements Operation {
  readonly work: (operation: Operation) => Promise<unknown>;
  readonly resolve: (outcome: unknown) => void;
  readonly timer: Stoppable;
  overdueSinceMs: number | undefined;

  constructor(lane: Lane, clock: Clock, deadlineMs: number, work: Job['work'], resolve: Job['resolve']) {
    this.work = work;
    this.resolve = resolve;
    this.timer = clock.after(deadlineMs, () => {
      this.overdueSinceMs = clock.monotonicMs();
      lane.drop(this);
      resolve(new DeviceFailure('timeout', `not done within ${deadlineMs} ms`));
    });
  }

  get isOverdue(): boolean {
    return this.overdueSinceMs !== undefined;
  }

  async perform(): Promise<void> {
    const outcome = await attempt(() => this.work(this));
    this.timer.stop();
    this.resolve(outcome);
  }
}

export class Lane {
  readonly #clock: Clock;
  readonly #waiting: Job[] = [];
  #running: Job | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Runs `work` in its turn. Resolves to its result, or to a DeviceFailure: what it threw, 'timeout' when it has not
   * ended `deadlineMs` from now (one that has not begun by then never does), or 'busy' when too many wait.
   */
  run<T>(work: (operation: Operation) => Promise<T>, deadlineMs: number): Promise<T | DeviceFailure> {
    if (this.#waiting.length >= operationsWaitingMax) {
      return Promise.resolve(new DeviceFailure('busy', `${operationsWaitingMax} operations wait`));
    }
    return new Promise(resolve => {
      this.#waiting.push(new Job(this, this.#clock, deadlineMs, work, resolve as (outcome: unknown) => void));
      if (!this.#running) this.#next();
    });
  }

  /** How long the operation under way has been overdue; 0 where it is not, or there is none. */
  get hungMs(): number {
    const sinceMs = this.#running?.overdueSinceMs;
    return sinceMs === undefined ? 0 : this.#clock.monotonicMs() - sinceMs;
  }

  /** Takes an operation that has not begun out of the queue. */
  drop(job: Job): void {
    const place = this.#waiting.indexOf(job);
    if (place >= 0) this.#waiting.splice(place, 1);
  }

  #next(): void {
    this.#running = this.#waiting.shift();
    this.#running?.perform().then(() => this.#next());
  }
}

/** The result of `work`, or what it threw, at once or later, as a failure. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | DeviceFailure> {
  try {
    return await work();
  } catch (cause) {
    return toFailure(cause);
  }
}
