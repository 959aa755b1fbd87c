/**
 * Which code of one script has run, from the engine's own counters (node:inspector, block coverage): nothing has to be
 * instrumented, and a look at the counters costs a few milliseconds, so that it is taken once for many inputs.
 */
import { type Profiler, Session } from 'node:inspector';

export class Coverage {
  readonly #session = new Session();
  readonly #url: string;
  /** By offset in the script's text: 1 where it ran since the last look. */
  readonly #ran: Uint8Array;
  readonly #seen: Uint8Array;
  /** Stretches of text that have been new to a look. */
  regions = 0;

  /** Of the script at `url` with `length` characters; counts from now on. */
  constructor(url: string, length: number) {
    this.#url = url;
    this.#ran = new Uint8Array(length);
    this.#seen = new Uint8Array(length);
    this.#session.connect();
    this.#post('Profiler.enable');
    this.#post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Characters of the script that have run. */
  get characters(): number {
    return this.#seen.reduce((sum, seen) => sum + seen, 0);
  }

  /** Whether anything has run since the last look that had not been kept before. */
  isNew(): boolean {
    this.#look();
    for (let at = 0; at < this.#ran.length; at++) if (this.#ran[at]! > this.#seen[at]!) return true;
    return false;
  }

  /** Keeps what the last look saw. */
  keep(): void {
    let isInside = false;
    for (let at = 0; at < this.#ran.length; at++) {
      const isFresh = this.#ran[at]! > this.#seen[at]!;
      if (isFresh && !isInside) this.regions++;
      if (isFresh) this.#seen[at] = 1;
      isInside = isFresh;
    }
  }

  close(): void {
    this.#session.disconnect();
  }

  #look(): void {
    const { result } = this.#post('Profiler.takePreciseCoverage') as Profiler.TakePreciseCoverageReturnType;
    this.#ran.fill(0);
    // Outer functions come before the inner ones, outer ranges before those in them.
    for (const { functions } of result.filter(({ url }) => url === this.#url)) {
      for (const { ranges } of functions) {
        for (const { count, startOffset, endOffset } of ranges)
          this.#ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
      }
    }
  }

  /** The session is on this thread: its answers come at once. */
  #post(method: string, parameters: object = {}): unknown {
    let answer: unknown;
    this.#session.post(method, parameters, (error, result) => {
      if (error) throw error;
      answer = result;
    });
    return answer;
  }
}
