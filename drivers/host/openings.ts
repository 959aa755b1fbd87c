/**
 * Openings of ports, of which each ends in time for whoever asked.
 *
 * What is opened may hang in the kernel, with a thread of libuv's pool, or its package may never call back. Nobody can tell
 * the two apart. So the same port is not opened again before that has ended, for a while; and after that while it is, in a
 * few cases, for more would take all threads.
 */
import { DeviceError } from '../errors.ts';
import { openingsGivenUpMax, openPortMsMax, portHungMsMax } from '../limits.ts';
import type { Clock } from '../ports.ts';

interface Closable {
  close(): Promise<void>;
}

/** An opening that nobody waits for any more, and that has not ended. */
interface Late {
  readonly sinceMs: number;
}

export class Openings {
  readonly #clock: Clock;
  /** The last one of each name, unless it has been given up. */
  readonly #late = new Map<string, Late>();
  /** How many there are besides. */
  #givenUp = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * What `begin` opens under this name. Rejects as it does; with 'timeout' after openPortMsMax, whereupon what is opened
   * after all is closed; and with 'timeout' at once while the last opening has not ended.
   */
  async open<Port extends Closable>(name: string, begin: () => Promise<Port>): Promise<Port> {
    const late = this.#late.get(name);
    if (late && !this.#giveUp(name, late)) throw new DeviceError('timeout', `${name}: the last opening has not ended`);
    const opening = begin();
    return new Promise((resolve, reject) => {
      const deadline = this.#clock.after(openPortMsMax, () => {
        this.#leave(name, opening);
        reject(new DeviceError('timeout', `${name}: not open after ${openPortMsMax} ms`));
      });
      opening.then(resolve, reject).finally(() => deadline.stop());
    });
  }

  /** Closes what comes of an opening whose time is over. */
  #leave(name: string, opening: Promise<Closable>): void {
    const late: Late = { sinceMs: this.#clock.monotonicMs() };
    if (this.#late.has(name)) this.#givenUp++;
    this.#late.set(name, late);
    const ended = () => {
      if (this.#late.get(name) === late) this.#late.delete(name);
      else this.#givenUp--;
    };
    opening.then(port => port.close()).then(ended, ended);
  }

  /** Whether a late opening is no longer waited for. */
  #giveUp(name: string, late: Late): boolean {
    const isHung = this.#clock.monotonicMs() - late.sinceMs >= portHungMsMax;
    if (!isHung || this.#givenUp >= openingsGivenUpMax) return false;
    this.#givenUp++;
    this.#late.delete(name);
    return true;
  }
}
