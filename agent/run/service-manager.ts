/**
 * systemd's side of the agent: tells it what happens and feeds its watchdog, as sd_notify(3) describes. Node has no UNIX
 * datagrams, so the program systemd-notify speaks for us; nothing waits for it.
 */
import { execFile } from 'node:child_process';
import type { Clock, Log, Stoppable } from '../../drivers/ports.ts';

/** Without an answer after this long the program is ended, and what it had to say is lost. */
const notifyMsMax = 10_000;

/** The watchdog is fed this often in its time: a lost message or a slow machine does not end the agent. */
const feedsPerTimeout = 3;

/** Speaks `assignments` (`READY=1`) to the service manager. Rejects when that failed. */
export type Notify = (assignments: readonly string[]) => Promise<void>;

export interface ServiceManagerParts {
  clock: Clock;
  log: Log;
  notify: Notify;
  /** WatchdogSec of the unit; undefined: nobody watches. */
  watchdogMs: number | undefined;
}

export class ServiceManager {
  readonly #parts: ServiceManagerParts;
  /** One message at a time, or RELOADING could overtake READY. */
  #said: Promise<void> = Promise.resolve();
  #isFailing = false;
  #timer: Stoppable | undefined;

  constructor(parts: ServiceManagerParts) {
    this.#parts = parts;
  }

  /**
   * It runs. From now on the watchdog is fed while `stuck` finds nothing; once it finds something, the watchdog is left to
   * bite, and systemd starts the agent again.
   */
  ready(stuck: () => string | undefined): void {
    this.#say('READY=1', 'STATUS=running');
    const { watchdogMs } = this.#parts;
    if (watchdogMs !== undefined) this.#watch(watchdogMs / feedsPerTimeout, stuck);
  }

  reloading(): void {
    const monotonicMicroseconds = process.hrtime.bigint() / 1_000n;
    this.#say('RELOADING=1', `MONOTONIC_USEC=${monotonicMicroseconds}`, 'STATUS=reading the configuration again');
  }

  /** The end of a reload. */
  reloaded(status: string): void {
    this.#say('READY=1', `STATUS=${status}`);
  }

  stopping(): void {
    this.#timer?.stop();
    this.#say('STOPPING=1', 'STATUS=stopping');
  }

  #watch(everyMs: number, stuck: () => string | undefined): void {
    this.#timer = this.#parts.clock.after(everyMs, () => {
      const what = stuck();
      if (what === undefined) {
        this.#say('WATCHDOG=1');
        this.#watch(everyMs, stuck);
      } else {
        this.#parts.log('error', `${what} makes no progress: the watchdog is no longer fed`);
        this.#say(`STATUS=${what} makes no progress`);
      }
    });
  }

  #say(...assignments: readonly string[]): void {
    const { notify, log } = this.#parts;
    this.#said = this.#said
      .then(() => notify(assignments))
      .then(
        () => {
          this.#isFailing = false;
        },
        cause => {
          if (!this.#isFailing) log('warning', `systemd is not told of the agent: ${cause.message.trim()}`);
          this.#isFailing = true;
        },
      );
  }
}

/** The service manager of this process; undefined where none listens. */
export function serviceManagerOf(env: NodeJS.ProcessEnv, clock: Clock, log: Log): ServiceManager | undefined {
  if (!env.NOTIFY_SOCKET) return undefined;
  const isForUs = env.WATCHDOG_PID === undefined || Number(env.WATCHDOG_PID) === process.pid;
  const watchdogMs = isForUs && env.WATCHDOG_USEC ? Number(env.WATCHDOG_USEC) / 1_000 : undefined;
  return new ServiceManager({ clock, log, notify: systemdNotify, watchdogMs });
}

function systemdNotify(assignments: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('systemd-notify', [...assignments], { timeout: notifyMsMax }, error =>
      error ? reject(error) : resolve(),
    );
  });
}
