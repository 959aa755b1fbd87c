/**
 * 1-wire parts as the kernel's drivers show them in files: w1_ds2405, w1_ds2408, w1_ds2413 and w1_ds2438 of
 * drivers/w1/slaves, Linux 6.1. A thermometer is a model of its own.
 */
import type { SimFiles } from '../hardware.ts';

export class W1Model {
  readonly #files: SimFiles;
  readonly #at: string;
  readonly #family: string;
  #lines = 0xff;

  /** `at`: `/sys/bus/w1/devices/26-000001a2b3c4`. */
  constructor(files: SimFiles, at: string) {
    this.#files = files;
    this.#at = at;
    this.#family = at.slice(at.lastIndexOf('/') + 1).slice(0, 2);
  }

  /** A line is high, or something pulls it low; nothing on the part does. */
  pull(line: number, isHigh: boolean): void {
    const lines = isHigh ? this.#lines | (1 << line) : this.#lines & ~(1 << line);
    this.#lines = lines;
    // A DS2413 has a level and a latch for each of its two lines, and all of it again inverted (datasheet, table 2).
    const levels = 0b1010 | (lines & 1) | ((lines & 2) << 1);
    const byte = this.#family === '3a' ? levels | ((~levels & 0xf) << 4) : lines;
    this.#show('state', this.#family === '05' ? String(lines & 1) : String.fromCharCode(byte));
  }

  /** A register of a DS2438. */
  register(name: 'temperature' | 'vad' | 'vdd', value: number): void {
    // Thirteen bits of temperature, left-justified.
    this.#show(name, `${name === 'temperature' ? Math.round(value * 32) * 8 : Math.round(value * 100)}\n`);
  }

  #show(file: string, text: string): void {
    this.#files.texts.set(`${this.#at}/${file}`, text);
  }
}
