/** Serial ports through the package serialport. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { DeviceError } from '../errors.ts';
import { closePortMsMax, serialUnreadBytesMax, serialUnsentBytesMax, serialWriteMsMax } from '../limits.ts';
import type { Clock, SerialPort, Stoppable } from '../ports.ts';
import { hostError, withGroup } from './errno.ts';
import { readOnMainThread, type SerialBinding } from './serial-read.ts';

type Callback = (error?: Error | null) => void;

/** What is used of serialport. */
export interface SerialPackage {
  SerialPort: new (settings: SerialSettings & { autoOpen: boolean; highWaterMark: number }) => NativePort;
}

interface NativePort {
  /** The binding of a port that is open, with what watches its descriptor. */
  readonly port?: SerialBinding;
  open(callback: Callback): void;
  close(callback: Callback): void;
  write(bytes: Buffer, callback: Callback): boolean;
  drain(callback: Callback): void;
  pause(): void;
  resume(): void;
  on(event: 'data', listener: (bytes: Buffer) => void): void;
  on(event: 'close' | 'end' | 'error', listener: Callback): void;
  off(event: 'data', listener: (bytes: Buffer) => void): void;
}

export interface SerialSettings {
  path: string;
  baudRate: number;
  dataBits: 5 | 6 | 7 | 8;
  parity: 'none' | 'even' | 'odd';
  stopBits: 1 | 2;
}

/**
 * "/dev/serial/by-id/usb-...:9600,8N1" in parts; "8N1" may be left out. Undefined when it is not of that form.
 * The last colon counts: names under /dev/serial/by-path have colons of their own.
 */
export function parseSerial(port: string): SerialSettings | undefined {
  const match = /^(\/.+):(\d{2,7})(?:,([5-8])([NEO])([12]))?$/.exec(port);
  if (!match) return undefined;
  const [, path, baudRate, dataBits = '8', parity = 'N', stopBits = '1'] = match;
  return {
    path: path!,
    baudRate: Number(baudRate),
    dataBits: Number(dataBits) as 5 | 6 | 7 | 8,
    parity: parity === 'E' ? 'even' : parity === 'O' ? 'odd' : 'none',
    stopBits: Number(stopBits) as 1 | 2,
  };
}

class HostSerialPort implements SerialPort {
  readonly #path: string;
  readonly #port: NativePort;
  readonly #clock: Clock;
  readonly #listeners = new Set<(error: Error) => void>();
  #unsentBytes = 0;
  #failure: DeviceError | undefined;
  #closed: Promise<void> | undefined;

  constructor(path: string, port: NativePort, clock: Clock) {
    this.#path = path;
    this.#port = port;
    this.#clock = clock;
    // An unplugged adapter shows as 'close' with an error, or as the end of the stream, or as both.
    port.on('close', error => this.#fail(`unplugged: ${error?.message ?? 'closed'}`));
    port.on('end', () => this.#fail('unplugged: end of data'));
    port.on('error', error => this.#fail(error?.message ?? 'failed'));
    this.#watchDescriptor();
  }

  /** Whoever does not read learns of an unplugging only from the kernel, which tells who polls the descriptor. */
  #watchDescriptor(): void {
    const binding = this.#port.port;
    if (!binding) return;
    binding.poller.once('disconnect', error => {
      if (!error?.canceled) this.#fail(`unplugged: ${error?.message ?? 'hung up'}`);
    });
    // The package's addon calls back without Node's knowledge: what was promised upon that, such as to read, then waits until something
    // else happens, under Node 26 for seconds. An immediate is something else.
    binding.poller.on('readable', () => setImmediate(() => {}));
    readOnMainThread(binding);
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#unsentBytes + bytes.length > serialUnsentBytesMax)
      return Promise.reject(new DeviceError('busy', `${this.#path}: ${this.#unsentBytes} bytes wait to be sent`));
    this.#unsentBytes += bytes.length;
    return new Promise((resolve, reject) => {
      const deadline = this.#clock.after(serialWriteMsMax, () =>
        reject(new DeviceError('timeout', `${this.#path}: not sent after ${serialWriteMsMax} ms`)),
      );
      const sent: Callback = error => {
        deadline.stop();
        this.#unsentBytes -= bytes.length;
        if (error) reject(hostError(error, this.#path));
        else resolve();
      };
      this.#port.write(Buffer.from(bytes), error => (error ? sent(error) : this.#port.drain(sent)));
    });
  }

  listen(data: (bytes: Uint8Array) => void, closed: (error: Error) => void): Stoppable {
    const received = (bytes: Buffer) => data(new Uint8Array(bytes));
    let isStopped = false;
    const failed = (error: Error) => {
      if (!isStopped) closed(error);
    };
    this.#listeners.add(failed);
    if (this.#failure) this.#clock.after(0, () => failed(this.#failure!));
    this.#port.on('data', received);
    this.#port.resume();
    return {
      stop: () => {
        isStopped = true;
        this.#listeners.delete(failed);
        this.#port.off('data', received);
        this.#port.pause();
      },
    };
  }

  /** Resolves once the descriptor is closed, also where the port has failed before; or when that never happens. */
  async close(): Promise<void> {
    this.#listeners.clear();
    this.#fail('closed');
    await this.#closed;
  }

  /** Only the first failure is told. */
  #fail(reason: string): void {
    if (this.#failure) return;
    this.#failure = new DeviceError('missing', `${this.#path}: ${reason}`);
    this.#closed = new Promise(resolve => {
      const deadline = this.#clock.after(closePortMsMax, resolve);
      this.#port.close(() => {
        deadline.stop();
        resolve();
      });
    });
    for (const failed of this.#listeners) failed(this.#failure);
    this.#listeners.clear();
  }
}

/** serialport's errors have neither code nor errno, only text; this is the one that matters and cannot be foreseen. */
function openError(error: Error, path: string): DeviceError {
  return new DeviceError(/cannot lock port|busy/i.test(error.message) ? 'busy' : 'io', `${path}: ${error.message}`);
}

/** Opens `port` as the configuration names it, for this process alone. Rejects with a DeviceError. */
export async function openSerialPort(
  port: string,
  clock: Clock,
  load: () => Promise<SerialPackage>,
): Promise<SerialPort> {
  const settings = parseSerial(port);
  if (!settings) throw new DeviceError('missing', `"${port}" names no port; one is "/dev/ttyUSB0:9600,8N1"`);
  const { path } = settings;
  await access(path, constants.R_OK | constants.W_OK).catch(cause => Promise.reject(withGroup(cause, path, 'dialout')));
  const { SerialPort: Native } = await load();
  const native = new Native({ ...settings, autoOpen: false, highWaterMark: serialUnreadBytesMax });
  await new Promise<void>((resolve, reject) =>
    native.open(error => (error ? reject(openError(error, path)) : resolve())),
  );
  return new HostSerialPort(path, native, clock);
}
