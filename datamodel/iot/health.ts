/** How a device is doing: when to ask it again, and when to close and open it again. Pure. */
import type { DeviceErrorCode, Random } from '../../drivers/ports.ts';
import { failuresBeforeReopening, reopenMsMax, reopenMsMin, retryMsMin, wellMsMin } from './limits.ts';

export class Health {
  /** Failures in a row. */
  #failures = 0;
  /** Openings in a row since the device was last well. */
  #reopenings = 0;
  /** Since when it has answered without a failure. */
  #answersSinceMs: number | undefined;

  /** It answered. */
  answered(nowMs: number): void {
    this.#failures = 0;
    this.#answersSinceMs ??= nowMs;
  }

  /** It failed. An answer that is no reading is still an answer: opening again would not help. What is gone is gone. */
  failed(code: DeviceErrorCode, nowMs: number): 'ask again' | 'open again' {
    if (this.#answersSinceMs !== undefined && nowMs - this.#answersSinceMs >= wellMsMin) this.#reopenings = 0;
    this.#answersSinceMs = undefined;
    this.#failures++;
    if (code === 'missing') return 'open again';
    return code !== 'not-a-reading' && this.#failures >= failuresBeforeReopening ? 'open again' : 'ask again';
  }

  /** The wait before it is asked again: doubled with each failure, never longer than `pollMs`. */
  retryMs(pollMs: number | undefined): number {
    const doublings = Math.min(this.#failures - 1, 20);
    return Math.min(retryMsMin * 2 ** doublings, pollMs ?? reopenMsMax);
  }

  /**
   * The wait before it is opened again: doubled each time, half of it jittered. A short answer does not reset it. What is
   * unplugged is looked for each second at least: that disturbs nobody, and who plugs it in again waits for it.
   */
  reopenMs(random: Random, code: DeviceErrorCode): number {
    const doublings = code === 'missing' ? 0 : Math.min(this.#reopenings++, 20);
    const waitMs = Math.min(reopenMsMin * 2 ** doublings, reopenMsMax);
    this.#failures = 0;
    return waitMs * (0.5 + 0.5 * random.fraction());
  }
}
