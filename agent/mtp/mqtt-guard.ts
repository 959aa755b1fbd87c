/** Watches the bytes from a broker go by, so that nobody collects a packet without end. Pure. */

/**
 * The parser behind it holds a packet until it is whole, and MQTT allows 256 MB. The guard follows the fixed headers
 * (type, then the remaining length in up to four bytes) and keeps two numbers.
 */
export class PacketGuard {
  readonly #packetBytesMax: number;
  /** Bytes of the current packet's body that are still to come. */
  #bodyLeft = 0;
  /** Bytes of the remaining length that have been read; undefined before a packet's first byte. */
  #lengthBytes: number | undefined;
  #length = 0;

  constructor(packetBytesMax: number) {
    this.#packetBytesMax = packetBytesMax;
  }

  /** False when these bytes begin a packet that is longer than allowed, or whose length is malformed. */
  accepts(chunk: Uint8Array): boolean {
    let at = 0;
    while (at < chunk.length) {
      if (this.#bodyLeft > 0) {
        const skipped = Math.min(this.#bodyLeft, chunk.length - at);
        this.#bodyLeft -= skipped;
        at += skipped;
      } else if (!this.#header(chunk[at++]!)) return false;
    }
    return true;
  }

  #header(byte: number): boolean {
    if (this.#lengthBytes === undefined) {
      this.#lengthBytes = 0;
      this.#length = 0;
      return true;
    }
    this.#length += (byte & 0x7f) * 128 ** this.#lengthBytes;
    this.#lengthBytes += 1;
    if (this.#length + 1 + this.#lengthBytes > this.#packetBytesMax) return false;
    if (byte & 0x80) return this.#lengthBytes < 4;
    this.#bodyLeft = this.#length;
    this.#lengthBytes = undefined;
    return true;
  }
}
