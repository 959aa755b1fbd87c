/** Time on a real machine. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Clock, Stoppable } from '../ports.ts';

/** setTimeout takes a signed 32-bit number of milliseconds; a longer delay would fire at once. */
const timeoutMsMax = 0x7fffffff;

const askMsMin = 60_000;

export interface ClockOptions {
  /** The file whose existence says that systemd-timesyncd has set the clock since boot. */
  synchronizedFile?: string;
  /** Asks the kernel, by way of systemd, whether any time daemon disciplines the clock. */
  askSystemd?: () => Promise<boolean>;
  /** Wall time is good whatever the machine says, as in a container, or with a clock chip that is kept right. */
  trustWallTime?: boolean;
}

/**
 * Whether adjtimex(2) reports a disciplined clock. Neither Node nor /proc shows that call's answer, and timedatectl
 * does, whichever daemon sets the clock (chrony, ntpd, PTP). False where there is no systemd to ask.
 */
function askTimedatectl(): Promise<boolean> {
  const args = ['show', '--property=NTPSynchronized', '--value'];
  return new Promise(resolve => {
    execFile('timedatectl', args, { timeout: 5_000 }, (error, answer) => resolve(!error && answer.trim() === 'yes'));
  });
}

/** The machine's clock. Once wall time is known, it stays known. */
export class HostClock implements Clock {
  readonly #synchronizedFile: string;
  readonly #askSystemd: () => Promise<boolean>;
  #isKnown: boolean;
  #askAgainMs = 0;

  constructor(options: ClockOptions = {}) {
    this.#synchronizedFile = options.synchronizedFile ?? '/run/systemd/timesync/synchronized';
    this.#askSystemd = options.askSystemd ?? askTimedatectl;
    this.#isKnown = options.trustWallTime ?? false;
  }

  /** Since the machine has booted. `performance` would tell as well, and take twenty modules of Node's for it. */
  monotonicMs(): number {
    const [seconds, nanoseconds] = process.hrtime();
    return seconds * 1e3 + nanoseconds / 1e6;
  }

  wallMs(): number {
    return Date.now();
  }

  /** Answers at once; a first question to systemd may make a later answer differ. */
  wallTimeIsKnown(): boolean {
    if (!this.#isKnown && existsSync(this.#synchronizedFile)) this.#isKnown = true;
    if (!this.#isKnown && this.monotonicMs() >= this.#askAgainMs) {
      this.#askAgainMs = this.monotonicMs() + askMsMin;
      void this.#ask();
    }
    return this.#isKnown;
  }

  async #ask(): Promise<void> {
    const isKnown = await this.#askSystemd().catch(() => false);
    if (isKnown) this.#isKnown = true;
  }

  after(delayMs: number, callback: () => void): Stoppable {
    const dueMs = this.monotonicMs() + Math.max(0, delayMs);
    let timer: NodeJS.Timeout;
    // A timeout may end a little early by this clock, and a long delay takes several: look, then sleep on.
    const wake = () => {
      const leftMs = dueMs - this.monotonicMs();
      if (leftMs <= 0) callback();
      else timer = setTimeout(wake, Math.min(Math.ceil(leftMs), timeoutMsMax));
    };
    timer = setTimeout(wake, Math.min(Math.max(0, delayMs), timeoutMsMax));
    return { stop: () => clearTimeout(timer) };
  }
}
