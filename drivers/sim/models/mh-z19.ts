/** A model of the Winsen MH-Z19B: the one command that is used of its manual, version 1.0, on a serial port. */
import type { SimSerialPort } from '../serial.ts';

const requestBytes = 9;
const readConcentration = 0x86;

export class MhZ19Model {
  /** ppm. */
  co2 = 500;
  readonly #port: SimSerialPort;
  #received: number[] = [];

  constructor(port: SimSerialPort) {
    this.#port = port;
    port.onWrite = bytes => this.#take(bytes);
  }

  #take(bytes: Uint8Array): void {
    this.#received = [...this.#received, ...bytes].slice(-requestBytes);
    const [start, sensor, command] = this.#received;
    if (this.#received.length < requestBytes || start !== 0xff || sensor !== 1) return;
    if (withChecksum(this.#received.slice(0, 8))[8] !== this.#received[8] || command !== readConcentration) return;
    const answer = [0xff, readConcentration, this.co2 >> 8, this.co2 & 0xff, 0, 0, 0, 0];
    this.#port.receive(Uint8Array.from(withChecksum(answer)));
  }
}

/** Eight bytes and their checksum: inverted sum of all but the first, plus 1. */
function withChecksum(bytes: readonly number[]): number[] {
  let sum = 0;
  for (const byte of bytes.slice(1)) sum = (sum + byte) & 0xff;
  return [...bytes, (0xff - sum + 1) & 0xff];
}
