/** A model of the Plantower PMS5003: the frame of its manual, version 2.3, and of the kernel's pms7003.c, 6.1. */
import { wordBytes } from '../../bytes.ts';
import type { SimSerialPort } from '../serial.ts';

export class Pms5003Model {
  /** Micrograms per cubic metre. */
  pm1 = 5;
  pm25 = 12;
  pm10 = 20;
  /** The same three as a factory has them; absent: a little more. */
  standard: readonly number[] | undefined;
  /** Particles in 0.1 l that are larger than 0.3, 0.5, 1, 2.5, 5 and 10 um. */
  counts: readonly number[] = [900, 300, 50, 5, 1, 0];
  readonly #port: SimSerialPort;

  constructor(port: SimSerialPort) {
    this.#port = port;
  }

  /** 32 bytes: start, length, the values for a factory and for the atmosphere, counts by size, version, sum. */
  frame(): Uint8Array {
    const air = [this.pm1, this.pm25, this.pm10];
    const standard = this.standard ?? air.map(value => value + 1);
    const words = [28, ...standard, ...air, ...this.counts, 0x9700];
    const bytes = [0x42, 0x4d, ...words.flatMap(wordBytes)];
    const sum = bytes.reduce((total, byte) => total + byte, 0);
    return Uint8Array.of(...bytes, ...wordBytes(sum));
  }

  /** Sends a frame, as it does about every second. */
  speak(): void {
    this.#port.receive(this.frame());
  }
}
