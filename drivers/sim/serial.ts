/** Serial ports that exist only here: bytes go in and out by hand. */
import { DeviceError } from '../errors.ts';
import { serialUnsentBytesMax } from '../limits.ts';
import type { SerialPort } from '../ports.ts';

interface Listener {
  data: (bytes: Uint8Array) => void;
  closed: (error: Error) => void;
}

export class SimSerialPort {
  /** What the program wrote, the last few thousand bytes. */
  sent: number[] = [];
  /** What the device does with it. */
  onWrite: ((bytes: Uint8Array) => void) | undefined;
  /** What becomes of the device's bytes on their way; undefined swallows them. */
  disturb: ((bytes: Uint8Array) => Uint8Array | undefined) | undefined;
  readonly #name: string;
  readonly #listeners = new Set<Listener>();
  #isPlugged = true;
  #isHeld = false;
  #opened: SerialPort | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  /** Bytes arrive from the device. Text is taken as Latin-1. */
  receive(bytes: Uint8Array | string): void {
    const sent = typeof bytes === 'string' ? Uint8Array.from(bytes, c => c.charCodeAt(0)) : bytes;
    const data = this.disturb ? this.disturb(sent) : sent;
    if (data) this.deliver(data);
  }

  /** Bytes that have been on their way come out, as they are. */
  deliver(bytes: Uint8Array): void {
    for (const listener of [...this.#listeners]) listener.data(bytes);
  }

  /** Another program has the port, or lets go of it. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
  }

  unplug(): void {
    this.#isPlugged = false;
    this.#opened = undefined;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const { closed } of listeners) closed(this.#missing());
  }

  plug(): void {
    this.#isPlugged = true;
  }

  /** What Hardware.openSerial gives. */
  async open(): Promise<SerialPort> {
    if (!this.#isPlugged) throw this.#missing();
    if (this.#isHeld || this.#opened) throw new DeviceError('busy', `${this.#name}: in use`);
    const port: SerialPort = {
      write: async bytes => {
        if (this.#opened !== port) throw this.#missing();
        this.sent = [...this.sent, ...bytes].slice(-serialUnsentBytesMax);
        this.onWrite?.(bytes);
      },
      listen: (data, closed) => {
        const listener = { data, closed };
        this.#listeners.add(listener);
        return { stop: () => this.#listeners.delete(listener) };
      },
      close: async () => {
        if (this.#opened !== port) return;
        this.#opened = undefined;
        this.#listeners.clear();
      },
    };
    this.#opened = port;
    return port;
  }

  #missing(): DeviceError {
    return new DeviceError('missing', `${this.#name}: not there`);
  }
}
