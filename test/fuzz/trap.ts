/** What happens while an input is taken: whatever is thrown, rejected or escapes is told with the input. */
import type { Input, Target, Victim } from './target.ts';

/** An input that something threw at. */
export class Finding extends Error {
  readonly input: Input | undefined;

  constructor(target: Target, at: string, input: Input | undefined, cause: unknown) {
    const reason = cause instanceof Error ? cause.stack : String(cause);
    const shown = typeof input === 'string' ? JSON.stringify(input) : Buffer.from(input ?? []).toString('hex');
    super(`${target.name}, ${at}: ${reason}\ninput: ${shown}`);
    this.input = input;
  }
}

export class Trap {
  readonly #target: Target;
  readonly #seed: number;
  #input: Input | undefined;
  #number = 0;
  #escaped: { cause: unknown } | undefined;

  constructor(target: Target, seed: number) {
    this.#target = target;
    this.#seed = seed;
  }

  /** Rejects with a Finding when `work` does, or when something escapes meanwhile (a timer, a promise nobody awaits). */
  async around(work: () => Promise<void>): Promise<void> {
    const noteEscape = (cause: unknown) => {
      this.#escaped ??= { cause };
    };
    process.on('uncaughtException', noteEscape);
    process.on('unhandledRejection', noteEscape);
    try {
      await work();
    } catch (cause) {
      throw new Finding(this.#target, `seed ${this.#seed}, input ${this.#number}`, this.#input, cause);
    } finally {
      process.off('uncaughtException', noteEscape);
      process.off('unhandledRejection', noteEscape);
    }
  }

  /** Undefined when it was taken in this very turn. */
  give(victim: Victim, input: Input, number: number): void | Promise<void> {
    if (this.#escaped) throw this.#escaped.cause;
    this.#input = input;
    this.#number = number;
    return victim.take(input);
  }

  async end(victim: Victim): Promise<void> {
    await victim.end();
    await new Promise(resolve => setImmediate(resolve));
    if (this.#escaped) throw this.#escaped.cause;
  }
}
