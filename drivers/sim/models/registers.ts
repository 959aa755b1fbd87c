/** What most models have in common: registers behind a pointer. */
import type { I2cModel } from '../i2c.ts';

/** 256 registers of a byte each; the pointer moves on with each byte. Writing none of them does anything by itself. */
export class ByteRegisters implements I2cModel {
  readonly registers = new Uint8Array(256);
  #pointer = 0;

  write([register = 0, ...values]: Uint8Array): boolean {
    this.#pointer = register;
    for (const value of values) this.put(this.#next(), value);
    return true;
  }

  read(length: number): Uint8Array | undefined {
    return Uint8Array.from({ length }, () => this.get(this.#next()));
  }

  /** Copies bytes into the registers from `register` on. */
  load(register: number, bytes: ArrayLike<number>): void {
    this.registers.set(bytes, register);
  }

  /** A byte read from a register. */
  protected get(register: number): number {
    return this.registers[register]!;
  }

  /** A byte written to a register; by default it takes nothing. */
  protected put(_register: number, _value: number): void {}

  #next(): number {
    const register = this.#pointer;
    this.#pointer = (register + 1) & 0xff;
    return register;
  }
}

/** Registers of a word each, of which a transfer reads or writes one. */
export class WordRegisters implements I2cModel {
  readonly words = new Map<number, number>();
  readonly #isLittleEndian: boolean;
  #pointer = 0;

  constructor(order: 'high byte first' | 'low byte first') {
    this.#isLittleEndian = order === 'low byte first';
  }

  write([register = 0, first, second]: Uint8Array): boolean {
    this.#pointer = register;
    if (first === undefined || second === undefined) return first === undefined;
    this.put(register, this.#isLittleEndian ? (second << 8) | first : (first << 8) | second);
    return true;
  }

  read(length: number): Uint8Array | undefined {
    const word = this.get(this.#pointer);
    const bytes = this.#isLittleEndian ? [word & 0xff, word >> 8] : [word >> 8, word & 0xff];
    return Uint8Array.from({ length }, (_, at) => bytes[at & 1]!);
  }

  /** A word read from a register. */
  protected get(register: number): number {
    return this.words.get(register) ?? 0;
  }

  /** A word written to a register; by default it takes nothing. */
  protected put(_register: number, _value: number): void {}
}

/** The whole number in [0, `count`) whose reading, growing (or falling) with it, is nearest to `wanted`. */
export function rawFor(wanted: number, count: number, readingOf: (raw: number) => number): number {
  const grows = readingOf(count - 1) > readingOf(0);
  let [low, high] = [0, count - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (readingOf(middle) < wanted === grows) low = middle;
    else high = middle;
  }
  return Math.abs(readingOf(low) - wanted) <= Math.abs(readingOf(high) - wanted) ? low : high;
}
