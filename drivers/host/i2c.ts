/**
 * I2C through the package i2c-bus: one transfer in flight a bus, a bounded queue behind it, a deadline on each.
 *
 * A transfer, or an opening, that never returns holds a thread of libuv's pool and its bus, but not its caller. It holds
 * another bus only where the pool is so small that the journal would be left without a thread.
 */
import { DeviceError } from '../errors.ts';
import { i2cTransferBytesMax, i2cTransferMsMax, i2cTransfersWaitingMax, threadsWithoutI2c } from '../limits.ts';
import type { Clock, I2cBus } from '../ports.ts';
import { hostError, withGroup } from './errno.ts';
import { type Exchange, type NativeBus, plainExchange, smbusExchange } from './i2c-exchange.ts';
import { Turns } from './turns.ts';

/** What is used of i2c-bus. */
export interface I2cPackage {
  openPromisified(busNumber: number): Promise<NativeBus>;
}

/** Of libuv's pool, where the environment does not say how many. */
const threadsDefault = 4;

type Operation = (native: NativeBus) => Promise<Uint8Array>;

interface Waiting {
  run: Operation;
  resolve: (bytes: Uint8Array) => void;
  reject: (cause: unknown) => void;
}

/** What all buses share. */
interface Shared {
  clock: Clock;
  turns: Turns;
}

/** One bus of the machine, shared by all who opened it. */
class SharedBus {
  users = 0;
  readonly #name: string;
  readonly #number: number;
  readonly #package: I2cPackage;
  readonly #clock: Clock;
  /** Of all buses. */
  readonly #turns: Turns;
  #native: NativeBus | undefined;
  #exchange: Exchange = plainExchange;
  #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(name: string, number: number, i2cPackage: I2cPackage, { clock, turns }: Shared) {
    this.#name = name;
    this.#number = number;
    this.#package = i2cPackage;
    this.#clock = clock;
    this.#turns = turns;
  }

  /** Asks the adapter what it can: opening alone tells nothing, not even that the bus is there. */
  async probe(): Promise<void> {
    try {
      await this.#enqueue(async native => {
        const { i2c } = await native.i2cFuncs();
        this.#exchange = i2c ? plainExchange : smbusExchange;
        return new Uint8Array();
      });
    } catch (cause) {
      const error = withGroup(cause, this.#name, 'i2c');
      throw error.code === 'missing' ? new DeviceError('missing', `${this.#name}: there is no such bus`) : error;
    }
  }

  transfer(address: number, write: Uint8Array, readLength: number): Promise<Uint8Array> {
    const device = `${this.#name}:0x${address.toString(16)}`;
    if (Math.max(write.length, readLength) > i2cTransferBytesMax)
      return Promise.reject(new DeviceError('unsupported', `${device}: more than ${i2cTransferBytesMax} bytes`));
    return this.#enqueue(native => this.#exchange(native, address, write, readLength, device), device);
  }

  /** One user fewer. After the last, the bus is let go once the transfer in flight, if any, has returned. */
  release(): void {
    this.users--;
    if (this.users > 0) return;
    for (const { reject } of this.#waiting.splice(0)) reject(new DeviceError('missing', `${this.#name}: closed`));
    if (!this.#isRunning) void this.#discard();
  }

  #enqueue(run: Operation, device = this.#name): Promise<Uint8Array> {
    if (this.#waiting.length >= i2cTransfersWaitingMax)
      return Promise.reject(new DeviceError('busy', `${device}: ${i2cTransfersWaitingMax} transfers wait already`));
    return new Promise((resolve, reject) => {
      let isOver = false;
      const deadline = this.#clock.after(i2cTransferMsMax, () => {
        isOver = true;
        this.#waiting = this.#waiting.filter(other => other !== job);
        reject(new DeviceError('timeout', `${device}: no end after ${i2cTransferMsMax} ms`));
      });
      const job: Waiting = {
        // What the bus was opened for too late is not done after all.
        run: async native => (isOver ? new Uint8Array() : run(native)),
        resolve: bytes => {
          deadline.stop();
          resolve(bytes);
        },
        reject: cause => {
          deadline.stop();
          reject(hostError(cause, device));
        },
      };
      this.#waiting.push(job);
      void this.#runNext();
    });
  }

  async #runNext(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#waiting.length > 0) await this.#turns.run(() => this.#runFirst());
    this.#isRunning = false;
    if (this.users === 0) await this.#discard();
  }

  /** Nothing where nobody waits any more. */
  async #runFirst(): Promise<void> {
    const job = this.#waiting.shift();
    try {
      job?.resolve(await job.run(await this.#open()));
    } catch (cause) {
      await this.#discardAfter(cause);
      job?.reject(cause);
    }
  }

  async #open(): Promise<NativeBus> {
    this.#native ??= await this.#package.openPromisified(this.#number);
    return this.#native;
  }

  /**
   * i2c-bus keeps a file descriptor an address, also when the kernel refused to set that address on it (EBUSY: a
   * kernel driver owns the chip). Used again, it would talk to address 0, the general call that every chip obeys.
   * A bus that vanished leaves dead descriptors. Both are cured by opening anew.
   */
  async #discardAfter(cause: unknown): Promise<void> {
    const { code } = hostError(cause, this.#name);
    if (code === 'busy' || code === 'missing') await this.#discard();
  }

  async #discard(): Promise<void> {
    const native = this.#native;
    this.#native = undefined;
    await native?.close().catch(() => {});
  }
}

/** How many buses may hang while all else goes on; below 1 where even one may not. */
export function threadsForI2c(): number {
  return (Number(process.env.UV_THREADPOOL_SIZE) || threadsDefault) - threadsWithoutI2c;
}

/** The I2C buses of a machine. A bus stays here when nobody uses it, so that a transfer that hangs still holds it. */
export class I2cBuses {
  readonly #buses = new Map<number, SharedBus>();
  readonly #shared: Shared;

  constructor(clock: Clock) {
    this.#shared = { clock, turns: new Turns(Math.max(1, threadsForI2c())) };
  }

  /** `name` as in "i2c-1". Rejects with a DeviceError when the bus is not there. */
  async open(name: string, i2cPackage: I2cPackage): Promise<I2cBus> {
    const number = Number(/^i2c-(\d{1,4})$/.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) throw new DeviceError('missing', `"${name}" names no I2C bus; one is "i2c-1"`);
    const bus = this.#buses.get(number) ?? new SharedBus(name, number, i2cPackage, this.#shared);
    this.#buses.set(number, bus);
    bus.users++;
    try {
      await bus.probe();
    } catch (cause) {
      bus.release();
      throw cause;
    }
    return new BusHandle(name, bus);
  }
}

/** One user's hold on a bus. */
class BusHandle implements I2cBus {
  readonly #name: string;
  #bus: SharedBus | undefined;

  constructor(name: string, bus: SharedBus) {
    this.#name = name;
    this.#bus = bus;
  }

  transfer(address: number, write: Uint8Array, readLength: number): Promise<Uint8Array> {
    if (!this.#bus) return Promise.reject(new DeviceError('missing', `${this.#name}: closed`));
    return this.#bus.transfer(address, write, readLength);
  }

  async close(): Promise<void> {
    this.#bus?.release();
    this.#bus = undefined;
  }
}
