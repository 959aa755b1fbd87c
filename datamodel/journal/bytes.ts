/** Numbers and texts as bytes: LEB128 numbers, and UTF-8 texts behind their length. */

const encoder = new TextEncoder();
// A byte order mark at the start of a value belongs to the value.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const beyondAscii = /[^\0-\x7f]/;

/** Bytes of a well-formed text in UTF-8. Nearly all are ASCII, and to see that takes V8 less than a look at each character. */
export function utf8Length(text: string): number {
  let length = text.length;
  if (!beyondAscii.test(text)) return length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) length++;
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) length++;
  }
  return length;
}

/** Collects bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  /** What has been written; the writer is done with. */
  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** An integer from 0 to 2^31 - 1, seven bits a byte, the lowest first. */
  number(value: number): void {
    this.#reserve(5);
    for (; value > 0x7f; value >>>= 7) this.#bytes[this.#length++] = (value & 0x7f) | 0x80;
    this.#bytes[this.#length++] = value;
  }

  text(text: string): void {
    const length = utf8Length(text);
    this.number(length);
    this.#reserve(length);
    encoder.encodeInto(text, this.#bytes.subarray(this.#length));
    this.#length += length;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** Reads what a ByteWriter wrote; throws a RangeError or TypeError on bytes that none wrote. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#offset === this.#bytes.length;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.#offset++];
      if (byte === undefined) break;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('number without an end');
  }

  text(): string {
    const end = this.number() + this.#offset;
    if (end > this.#bytes.length) throw new RangeError('text beyond the end');
    const text = decoder.decode(this.#bytes.subarray(this.#offset, end));
    this.#offset = end;
    return text;
  }
}
