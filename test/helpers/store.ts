import type { Random, Store } from '../../drivers/ports.ts';

type Method = 'append' | 'truncate' | 'replace';

const sectorBytes = 512;

/**
 * A Store in memory that fails and loses power when it is told to.
 *
 * It tells what the process sees from what is surely on the medium. After a power cut each sector of what was not
 * synced has been written or not, and the file's length is the old one, the new one or any between.
 */
export class SimStore implements Store {
  /** What the process reads. */
  content: Uint8Array;
  /** What no power cut can take away. */
  durable: Uint8Array;
  /** Bytes and steps until the power goes off. */
  fuel = Number.POSITIVE_INFINITY;
  /** Asked before each call; names the errno that it is to fail with. */
  fails: (method: Method, call: number) => string | undefined = () => undefined;
  /** While this waits, calls that have been made do. */
  gate: Promise<void> = Promise.resolve();
  /** How often each method was called, and has succeeded. */
  readonly calls = { append: 0, truncate: 0, replace: 0 };
  readonly done = { append: 0, truncate: 0, replace: 0 };
  /** Whether a failed append has left something in the file. */
  isTorn = false;
  closed = false;
  readonly aside: Uint8Array[] = [];
  readonly powerIsOff: Promise<void>;

  #random: Random;
  #cutPower: () => void = () => {};
  /** The file as it was before a rename that is not synced yet. */
  #renamedOver: Uint8Array | undefined;

  constructor(random: Random, content: Uint8Array = new Uint8Array()) {
    this.#random = random;
    this.content = content;
    this.durable = content;
    this.powerIsOff = new Promise(resolve => {
      this.#cutPower = resolve;
    });
  }

  async read(): Promise<Uint8Array> {
    return this.content.slice();
  }

  async append(bytes: Uint8Array): Promise<void> {
    await this.#begin('append', () => {
      this.content = concat(this.content, bytes.subarray(0, this.#upTo(bytes.length)));
      this.isTorn = true;
    });
    const written = Math.min(this.fuel, bytes.length);
    this.content = concat(this.content, bytes.subarray(0, written));
    await this.#burn(bytes.length);
    await this.#burn(1);
    this.durable = this.content;
    this.done.append++;
  }

  async truncate(length: number): Promise<void> {
    await this.#begin('truncate', () => {
      // Cut for the process, but the sync failed.
      if (this.#random.fraction() < 0.5) this.content = this.content.slice(0, length);
    });
    await this.#burn(1);
    this.content = this.content.slice(0, length);
    await this.#burn(1);
    this.durable = this.content;
    this.isTorn = false;
    this.done.truncate++;
  }

  async replace(bytes: Uint8Array): Promise<void> {
    await this.#begin('replace', () => {});
    await this.#burn(bytes.length + 1);
    this.#renamedOver = this.durable;
    this.content = bytes.slice();
    this.durable = this.content;
    await this.#burn(1);
    this.#renamedOver = undefined;
    this.isTorn = false;
    this.done.replace++;
  }

  async setAside(bytes: Uint8Array): Promise<string> {
    this.aside.push(bytes.slice());
    return `aside-${this.aside.length}`;
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  /** What the next start finds: all that was written, nothing that was not synced, or something between. */
  afterPowerCut(kept: 'all' | 'none' | 'some'): Uint8Array {
    if (this.#renamedOver && (kept === 'none' || (kept === 'some' && this.#random.fraction() < 0.5))) {
      return this.#renamedOver;
    }
    if (kept === 'all') return this.content;
    return kept === 'none' ? this.durable : this.#mix();
  }

  #mix(): Uint8Array {
    const lengths = [this.durable.length, this.content.length];
    const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
    const length = least + this.#upTo(most - least);
    const mixed = new Uint8Array(length);
    for (let start = 0; start < length; start += sectorBytes) {
      const source = this.#random.fraction() < 0.5 ? this.durable : this.content;
      mixed.set(source.subarray(start, Math.min(start + sectorBytes, length)), start);
    }
    return mixed;
  }

  #upTo(most: number): number {
    return Math.floor(this.#random.fraction() * (most + 1));
  }

  async #begin(method: Method, onFailure: () => void): Promise<void> {
    const call = ++this.calls[method];
    await this.gate;
    const code = this.fails(method, call);
    if (code === undefined) return;
    onFailure();
    throw Object.assign(new Error(`${code}: ${method}`), { code });
  }

  /** Never resolves once the power is off, as nothing does in a process that is gone. */
  async #burn(amount: number): Promise<void> {
    this.fuel -= amount;
    if (this.fuel >= 0) return;
    this.#cutPower();
    await new Promise(() => {});
  }
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
