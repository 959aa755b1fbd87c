/** Modbus lines by their ports: a port is opened for the first device on it, and closed with the last. */
import { DeviceError } from '../errors.ts';
import type { Clock, ModbusLine, ModbusLines, SerialPort } from '../ports.ts';
import { readExchange, valuesOf, wordsReadMax, wordsWrittenMax, writeExchange } from './frame.ts';
import { ModbusMaster } from './master.ts';

interface Shared {
  master: Promise<ModbusMaster>;
  users: number;
}

export interface LineOpener {
  openSerial(port: string): Promise<SerialPort>;
}

export class SharedLines implements ModbusLines {
  readonly #opener: LineOpener;
  readonly #clock: Clock;
  readonly #lines = new Map<string, Shared>();
  /** Ports that are being closed: to be opened again only after that. */
  readonly #closing = new Map<string, Promise<void>>();

  constructor(opener: LineOpener, clock: Clock) {
    this.#opener = opener;
    this.#clock = clock;
  }

  async open(port: string): Promise<ModbusLine> {
    const shared = this.#lines.get(port) ?? { master: this.#dial(port), users: 0 };
    this.#lines.set(port, shared);
    shared.users++;
    try {
      return lineOf(await shared.master, () => this.#leave(port, shared));
    } catch (cause) {
      this.#forget(port, shared);
      throw cause;
    }
  }

  async #dial(port: string): Promise<ModbusMaster> {
    await this.#closing.get(port);
    const baudRate = Number(/:(\d+)(?:,\w+)?$/.exec(port)?.[1] ?? 9600);
    const settings = { name: port, baudRate, clock: this.#clock };
    const master = new ModbusMaster(await this.#opener.openSerial(port), settings);
    master.watch(() => {
      const shared = this.#lines.get(port);
      if (shared) this.#forget(port, shared);
    });
    return master;
  }

  #forget(port: string, shared: Shared): void {
    if (this.#lines.get(port) === shared) this.#lines.delete(port);
  }

  async #leave(port: string, shared: Shared): Promise<void> {
    if (--shared.users > 0) return;
    this.#forget(port, shared);
    const closing = shared.master.then(master => master.close());
    this.#closing.set(port, closing);
    await closing.finally(() => {
      if (this.#closing.get(port) === closing) this.#closing.delete(port);
    });
  }
}

/** One user's view of a line. */
function lineOf(master: ModbusMaster, leave: () => Promise<void>): ModbusLine {
  let leaving: Promise<void> | undefined;
  let tell: (reason: Error) => void = () => {};
  // One promise for each user, that ends with him: a line may live for years, and have been opened a million times.
  const lost = new Promise<Error>(resolve => {
    tell = resolve;
  });
  const watching = master.watch(tell);
  return {
    lost,
    async read(span, count, deadlineMs) {
      checkCount(count, wordsReadMax);
      return valuesOf(await master.exchange(readExchange(span, count), deadlineMs), span.table, count);
    },
    async write(span, values, deadlineMs, multiple) {
      checkCount(values.length, span.table === 'coil' ? 1 : wordsWrittenMax);
      await master.exchange(writeExchange(span, values, multiple), deadlineMs);
    },
    close() {
      watching.stop();
      leaving ??= leave();
      return leaving;
    },
  };
}

function checkCount(count: number, countMax: number): void {
  if (count < 1 || count > countMax) throw new DeviceError('unsupported', `1 to ${countMax} values in one request`);
}
