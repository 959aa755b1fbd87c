/** A model of the Plantower PMS5003: the frame of its manual, version 2.3, and of the kernel's pms7003.c, 6.1. */
import { wordBytes } from '../../bytes.ts';
import type { SimSerialPort } from '../serial.ts';

export class Pms5003Model {
  /** Micrograms per cubic metre. */
  pm1 = 5;
  pm25 = 12;
  pm10 = 20;
  readonly #port: SimSerialPort;

  constructor(port: SimSerialPort) {
    this.#port = port;
  }

  /** 32 bytes: start, length, the values for a factory and for the atmosphere, counts by size, version, sum. */
  frame(): Uint8Array {
    const { pm1, pm25, pm10 } = this;
    const words = [28, pm1 + 1, pm25 + 1, pm10 + 1, pm1, pm25, pm10, 900, 300, 50, 5, 1, 0, 0x9700];
    const bytes = [0x42, 0x4d, ...words.flatMap(wordBytes)];
    const sum = bytes.reduce((total, byte) => total + byte, 0);
    return Uint8Array.of(...bytes, ...wordBytes(sum));
  }

  /** Sends a frame, as it does about every second. */
  speak(): void {
    this.#port.receive(this.frame());
  }
}
