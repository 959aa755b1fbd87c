/**
 * Writes protobuf fields into one buffer that is kept from message to message, so that each costs no memory but its bytes.
 * Before a nested message a byte is left for its length, and the content moves up where that is too little.
 */
import protobuf from 'protobufjs/minimal.js';
import { writerBytesKept, writersKeptMax } from './limits.ts';

const utf8 = new TextEncoder();
const { charCodeAt } = String.prototype;
/** Bytes that a length can take. */
const lengthBytesMax = 5;
/** The largest length that takes one byte. A string up to it is written character by character: an encoder costs a call. */
const oneByteMax = 0x7f;

/** What writers have left for the next ones. */
const spares: Uint8Array<ArrayBuffer>[] = [];

/** What the generated code calls of a Writer, and nothing else. Its strings are always UTF-8. */
export class FlatWriter extends protobuf.Writer {
  #bytes = takeSpare();
  #at = 0;
  /** Where the lengths of the nested messages that are being written belong. */
  readonly #open: number[] = [];

  /** Bytes so far. */
  get length(): number {
    return this.#at;
  }

  override uint32(value: number): this {
    this.#reserve(lengthBytesMax);
    this.#varint(value >>> 0);
    return this;
  }

  /** Enumerations: a negative one takes ten bytes, as a 64-bit number. */
  override int32(value: number): this {
    return value < 0 ? this.#halves(value, -1) : this.uint32(value);
  }

  override bool(value: boolean): this {
    return this.uint32(value ? 1 : 0);
  }

  override fixed32(value: number): this {
    this.#reserve(4);
    for (let shift = 0; shift < 32; shift += 8) this.#bytes[this.#at++] = value >>> shift;
    return this;
  }

  /** As protobufjs holds it: two halves. */
  override uint64(value: Parameters<protobuf.Writer['uint64']>[0]): this {
    const { low, high } = value as { low: number; high: number };
    return this.#halves(low, high);
  }

  #halves(low: number, high: number): this {
    this.#reserve(10);
    for (low >>>= 0, high >>>= 0; high > 0; high >>>= 7) {
      this.#bytes[this.#at++] = (low & 0x7f) | 0x80;
      low = ((low >>> 7) | (high << 25)) >>> 0;
    }
    this.#varint(low);
    return this;
  }

  override string(value: string): this {
    const { length } = value;
    this.#reserve(lengthBytesMax + 3 * length);
    if (length > oneByteMax || !this.#ascii(value, length)) this.#utf8(value);
    return this;
  }

  /**
   * False, and nothing is written, when there is a character that takes more than a byte. V8 has so many kinds of strings
   * that it would look up anew, for each character, what `length` and `charCodeAt` of this one are.
   */
  #ascii(value: string, length: number): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    bytes[at++] = length;
    for (let i = 0; i < length; i++) {
      const code = charCodeAt.call(value, i);
      if (code > 0x7f) return false; // no ASCII character
      bytes[at++] = code;
    }
    this.#at = at;
    return true;
  }

  /** A lone half of a surrogate pair, as cutting a string can leave it, becomes U+FFFD: strict peers drop what is not UTF-8. */
  #utf8(value: string): void {
    this.fork();
    this.#at += utf8.encodeInto(value, this.#bytes.subarray(this.#at)).written;
    this.ldelim();
  }

  override bytes(value: Uint8Array | string): this {
    if (typeof value === 'string') throw new TypeError('bytes are never given as text');
    this.#reserve(lengthBytesMax + value.length);
    this.#varint(value.length);
    return this.raw(value);
  }

  override raw(value: Uint8Array): this {
    this.#reserve(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  /** Begins a nested message. */
  override fork(): this {
    this.#reserve(1);
    this.#open.push(this.#at++);
    return this;
  }

  /** Ends the nested message that was begun last, and writes its length before it. */
  override ldelim(): this {
    const start = this.#open.pop() as number;
    const length = this.#at - start - 1;
    if (length <= oneByteMax) this.#bytes[start] = length;
    else this.#makeRoomAndWrite(length, start);
    return this;
  }

  #makeRoomAndWrite(length: number, start: number): void {
    const more = bytesOfVarint(length) - 1;
    this.#reserve(more);
    const end = this.#at + more;
    this.#bytes.copyWithin(start + 1 + more, start + 1, this.#at);
    this.#at = start;
    this.#varint(length);
    this.#at = end;
  }

  /** The bytes, which are the caller's own. The writer has done its duty. */
  override finish(): Uint8Array {
    const result = protobuf.BufferWriter.alloc(this.#at);
    result.set(this.#release());
    return result;
  }

  /** Writes what `other` has written, as a field's bytes. That one has done its duty. */
  written(other: FlatWriter): this {
    return this.bytes(other.#release());
  }

  /** What has been written, until the next writer begins. */
  #release(): Uint8Array {
    const bytes = this.#bytes;
    if (bytes.length === writerBytesKept && spares.length < writersKeptMax) spares.push(bytes);
    return bytes.subarray(0, this.#at);
  }

  #varint(value: number): void {
    for (; value > 0x7f; value >>>= 7) this.#bytes[this.#at++] = (value & 0x7f) | 0x80;
    this.#bytes[this.#at++] = value;
  }

  #reserve(more: number): void {
    const wanted = this.#at + more;
    if (wanted <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(wanted, 2 * this.#bytes.length));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}

/** A writer that is not finished keeps what it took: the next one then begins with memory of its own. */
const takeSpare = () => spares.pop() ?? new Uint8Array(writerBytesKept);

function bytesOfVarint(value: number): number {
  let bytes = 1;
  for (; value > 0x7f; value >>>= 7) bytes++;
  return bytes;
}
