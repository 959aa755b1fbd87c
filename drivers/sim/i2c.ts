/** I2C buses that exist only here, with models of chips on them and faults to order. */
import { DeviceError } from '../errors.ts';
import { i2cTransferMsMax } from '../limits.ts';
import type { Clock, I2cBus } from '../ports.ts';

/** A chip's side of the bus, written from its datasheet. */
export interface I2cModel {
  /** Takes bytes. False when the chip does not acknowledge them. */
  write(bytes: Uint8Array): boolean;
  /** Gives `length` bytes. Undefined when the chip does not acknowledge its address. */
  read(length: number): Uint8Array | undefined;
}

/**
 * What can go wrong on the wire: nobody acknowledges, one bit of an answer is turned, no transfer ends before its
 * deadline, each takes a quarter of it because the chip holds the clock, or a kernel driver owns the chip.
 */
export type I2cFault = 'nack' | 'bit-error' | 'stuck' | 'stretched' | 'busy';

export class SimI2cBus {
  readonly #name: string;
  readonly #clock: Clock;
  readonly #models = new Map<number, I2cModel>();
  /** By address; those of the whole bus have none. */
  readonly #faults = new Map<number | undefined, { fault: I2cFault; transfersLeft: number }>();
  #isPlugged = true;

  constructor(name: string, clock: Clock) {
    this.#name = name;
    this.#clock = clock;
  }

  /** Puts a chip on the bus, in place of what was at that address. */
  attach(address: number, model: I2cModel): void {
    this.#models.set(address, model);
  }

  detach(address: number): void {
    this.#models.delete(address);
  }

  /** The next `transfers` transfers suffer `fault`: all of the bus, or those with one address. */
  inject(fault: I2cFault, transfers = Number.POSITIVE_INFINITY, address?: number): void {
    this.#faults.set(address, { fault, transfersLeft: transfers });
  }

  heal(address?: number): void {
    this.#faults.delete(address);
  }

  /** The adapter disappears: opening and all transfers fail until it is plugged again. */
  unplug(): void {
    this.#isPlugged = false;
  }

  plug(): void {
    this.#isPlugged = true;
  }

  /** What Hardware.openI2c gives. */
  async open(): Promise<I2cBus> {
    this.#assertPlugged();
    let isClosed = false;
    return {
      transfer: async (address, write, readLength) => {
        if (isClosed) throw new DeviceError('missing', `${this.#name}: closed`);
        return this.#transfer(address, write, readLength);
      },
      close: async () => {
        isClosed = true;
      },
    };
  }

  #assertPlugged(): void {
    if (!this.#isPlugged) throw new DeviceError('missing', `${this.#name}: unplugged`);
  }

  #passed(ms: number): Promise<void> {
    return new Promise(resolve => void this.#clock.after(ms, resolve));
  }

  #nextFault(address: number | undefined): I2cFault | undefined {
    const injected = this.#faults.get(address);
    if (!injected || injected.transfersLeft-- <= 0) return undefined;
    return injected.fault;
  }

  async #transfer(address: number, write: Uint8Array, readLength: number): Promise<Uint8Array> {
    this.#assertPlugged();
    const device = `${this.#name}:0x${address.toString(16)}`;
    const fault = this.#nextFault(undefined) ?? this.#nextFault(address);
    if (fault === 'busy') throw new DeviceError('busy', `${device}: owned by a kernel driver`);
    if (fault === 'stretched') await this.#passed(i2cTransferMsMax / 4);
    if (fault === 'stuck') {
      await this.#passed(i2cTransferMsMax);
      throw new DeviceError('timeout', `${device}: no end after ${i2cTransferMsMax} ms`);
    }
    const model = fault === 'nack' ? undefined : this.#models.get(address);
    const isTaken = model !== undefined && (write.length === 0 || model.write(write));
    const answer = isTaken && readLength > 0 ? model.read(readLength) : isTaken ? new Uint8Array() : undefined;
    if (!answer) throw new DeviceError('no-answer', `${device}: not acknowledged`);
    if (fault === 'bit-error' && answer.length > 0) answer[0] = answer[0]! ^ 1;
    return answer;
  }
}
