/** A few operations at a time; the others wait for their turn, first come first served. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  readonly #atOnce: number;
  #running = 0;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  get isIdle(): boolean {
    return this.#running === 0;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Runs `operate` when it is its turn. */
  async run<T>(operate: () => Promise<T>): Promise<T> {
    if (this.#running < this.#atOnce) this.#running++;
    else await new Promise<void>(resolve => this.#waiting.push(resolve));
    try {
      return await operate();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}
