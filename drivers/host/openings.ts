/**
 * Openings of ports, of which each ends in time for whoever asked.
 *
 * What is opened may hang in the kernel, with a thread of libuv's pool. So a port is not opened again before that has ended,
 * and only so many are opened at a time that threads are left.
 */
import { DeviceError } from '../errors.ts';
import { openingsMax, openPortMsMax } from '../limits.ts';
import type { Clock } from '../ports.ts';
import { Turns } from './turns.ts';

interface Closable {
  close(): Promise<void>;
}

export class Openings {
  readonly #clock: Clock;
  readonly #turns = new Turns(openingsMax);
  /** The names of those that nobody waits for any more, and that have not ended. */
  readonly #late = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * What `begin` opens under this name, when it is its turn. Rejects as it does; with 'timeout' after openPortMsMax,
   * whereupon what is opened after all is closed; and with 'timeout' at once while the last opening has not ended.
   */
  async open<Port extends Closable>(name: string, begin: () => Promise<Port>): Promise<Port> {
    const refuseLate = () => {
      if (this.#late.has(name)) throw new DeviceError('timeout', `${name}: the last opening has not ended`);
    };
    refuseLate();
    const opening = this.#turns.run(async () => {
      refuseLate();
      return begin();
    });
    return new Promise((resolve, reject) => {
      const deadline = this.#clock.after(openPortMsMax, () => {
        this.#late.add(name);
        const ended = () => void this.#late.delete(name);
        opening.then(port => port.close()).then(ended, ended);
        reject(new DeviceError('timeout', `${name}: not open after ${openPortMsMax} ms`));
      });
      opening.then(resolve, reject).finally(() => deadline.stop());
    });
  }
}
