/** One log line a cause, until the trouble is over. */
import type { Log, LogLevel } from '../../drivers/ports.ts';

/**
 * A transport that cannot connect fails the same way again and again, sometimes in turns of two. Each key is logged
 * once; `cured` closes the matter, so that the next trouble is told again. Keys are words of our own and errno names,
 * never text of a peer: that bounds their number.
 */
export class CauseLog {
  readonly #log: Log;
  readonly #told = new Set<string>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Whether something is told and not cured. */
  get isOpen(): boolean {
    return this.#told.size > 0;
  }

  tell(key: string, level: LogLevel, line: string): void {
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#log(level, line);
  }

  cured(line: string): void {
    if (!this.isOpen) return;
    this.#told.clear();
    this.#log('notice', line);
  }
}
