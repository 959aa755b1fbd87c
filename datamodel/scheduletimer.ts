/**
 * Device.ScheduleTimer(): waits, across restarts too.
 *
 * The journal knows what is left of the delay, and the deadline by wall time while that is known. After a restart the
 * deadline decides; a board without a clock goes on with what was left, and takes the deadline up once time is known.
 */
import type { Stoppable } from '../drivers/ports.ts';
import type { Arguments, CommandContext, CommandHandler } from './define.ts';
import { COMMAND_CANCELED, COMMAND_FAILURE, Fault } from './errors.ts';
import { timerNoteMs } from './limits.ts';

/** Milliseconds since 1970; in the input of a timer that has been through a restart. */
const deadlineName = 'DeadlineMs';

export const scheduleTimer: CommandHandler = (_, input, context) => {
  // What is gone on with comes from the journal, not through the checks of a message.
  const isKnown = [input.DelaySeconds, input[deadlineName] ?? 0].every(each => Number.isFinite(Number(each)));
  if (!isKnown) return Promise.resolve(new Fault(COMMAND_FAILURE, 'how long it was to wait is not known any more'));
  return new Promise(resolve => new Timer(input, context, resolve));
};

class Timer {
  readonly #context: CommandContext;
  readonly #resolve: (result: Arguments | Fault) => void;
  /** Monotonic. */
  #endMs: number;
  /** By wall time, from before a restart, until it has been looked at. */
  #deadlineMs: number | undefined;
  #slice: Stoppable | undefined;

  constructor(input: Arguments, context: CommandContext, resolve: (result: Arguments | Fault) => void) {
    this.#context = context;
    this.#resolve = resolve;
    this.#endMs = this.#nowMs() + Number(input.DelaySeconds) * 1000;
    this.#deadlineMs = input[deadlineName] === undefined ? undefined : Number(input[deadlineName]);
    context.signal.onCancel(() => this.#cancel());
    this.#turn();
  }

  #nowMs(): number {
    return this.#context.services.clock.monotonicMs();
  }

  /** Sleeps for a while, then looks again; each time the journal hears what is left. */
  #turn(): void {
    const { clock } = this.#context.services;
    this.#takeUpDeadline();
    const leftMs = this.#endMs - this.#nowMs();
    if (leftMs <= 0) {
      this.#resolve({});
      return;
    }
    this.#note();
    this.#slice = clock.after(Math.min(leftMs, timerNoteMs), () => this.#turn());
  }

  /** What was left cannot have grown: a deadline that says so was noted before the clock was set back. */
  #takeUpDeadline(): void {
    const { clock } = this.#context.services;
    if (this.#deadlineMs === undefined || !clock.wallTimeIsKnown()) return;
    this.#endMs = Math.min(this.#endMs, this.#nowMs() + this.#deadlineMs - clock.wallMs());
    this.#deadlineMs = undefined;
  }

  #note(): void {
    const { clock } = this.#context.services;
    const leftMs = this.#endMs - this.#nowMs();
    const deadlineMs = clock.wallTimeIsKnown() ? Math.round(clock.wallMs() + leftMs) : this.#deadlineMs;
    this.#context.goOnWith({
      DelaySeconds: String(Math.ceil(leftMs / 1000)),
      ...(deadlineMs !== undefined && { [deadlineName]: String(deadlineMs) }),
    });
  }

  /** The agent may be stopping: what is left now is what the next run goes on with. */
  #cancel(): void {
    this.#slice?.stop();
    this.#note();
    this.#resolve(new Fault(COMMAND_CANCELED, 'the timer was canceled'));
  }
}
