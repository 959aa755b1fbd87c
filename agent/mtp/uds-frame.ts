/** The frames of TR-369's UNIX domain socket binding: "_USP", a length, and TLVs. Pure. */

export const tlvTypes = { handshake: 1, error: 2, record: 3 } as const;

/** One TLV: a type of one byte, a length of four, a value. [R-UDS.10], [R-UDS.11] */
export interface Tlv {
  type: number;
  value: Uint8Array;
}

export type FrameFault =
  | 'no "_USP" where a frame should begin'
  | 'a frame that is too long'
  | 'TLVs that do not fill their frame';

const synchronization = Uint8Array.of(0x5f, 0x55, 0x53, 0x50); // [R-UDS.8]
const headerBytes = 8;
const tlvHeaderBytes = 5;
const firstBodyBytes = 4_096;

/** A frame with one TLV. [R-UDS.6], [R-UDS.7], [R-UDS.9] */
export function encodeFrame(type: number, value: Uint8Array): Uint8Array {
  const frame = new Uint8Array(headerBytes + tlvHeaderBytes + value.length);
  const view = new DataView(frame.buffer);
  frame.set(synchronization);
  view.setUint32(4, tlvHeaderBytes + value.length);
  view.setUint8(8, type);
  view.setUint32(9, value.length);
  frame.set(value, headerBytes + tlvHeaderBytes);
  return frame;
}

/** The TLVs of a frame's body; undefined when they do not fill it exactly, or when there is none. */
function decodeBody(body: Uint8Array): Tlv[] | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const tlvs: Tlv[] = [];
  let at = 0;
  while (at < body.length) {
    if (body.length - at < tlvHeaderBytes) return undefined;
    const from = at + tlvHeaderBytes;
    const to = from + view.getUint32(at + 1);
    if (to > body.length) return undefined;
    tlvs.push({ type: view.getUint8(at), value: body.subarray(from, to) });
    at = to;
  }
  return tlvs.length > 0 ? tlvs : undefined;
}

/**
 * Puts frames together from chunks of any size. Memory follows what has come, not what a header promises. After a
 * fault it reads no further: the stream has lost its place.
 */
export class FrameReader {
  readonly #frameBytesMax: number;
  readonly #header = new Uint8Array(headerBytes);
  #headerFilled = 0;
  #body = new Uint8Array(0);
  #bodyFilled = 0;
  #fault: FrameFault | undefined;

  /** `frameBytesMax`: the longest frame, without its header. */
  constructor(frameBytesMax: number) {
    this.#frameBytesMax = frameBytesMax;
  }

  /** The frames that `chunk` completes, each as its TLVs, and what stopped the reading. */
  push(chunk: Uint8Array): { frames: Tlv[][]; fault: FrameFault | undefined } {
    const frames: Tlv[][] = [];
    let rest = chunk;
    while (rest.length > 0 && this.#fault === undefined) {
      rest = this.#headerFilled < headerBytes ? this.#takeHeader(rest) : this.#takeBody(rest, frames);
    }
    return { frames, fault: this.#fault };
  }

  get #bodyBytes(): number {
    return new DataView(this.#header.buffer).getUint32(4);
  }

  #takeHeader(rest: Uint8Array): Uint8Array {
    const part = rest.subarray(0, headerBytes - this.#headerFilled);
    this.#header.set(part, this.#headerFilled);
    this.#headerFilled += part.length;
    const known = Math.min(this.#headerFilled, synchronization.length);
    if (!synchronization.subarray(0, known).every((byte, index) => byte === this.#header[index])) {
      this.#fault = 'no "_USP" where a frame should begin';
    } else if (this.#headerFilled === headerBytes) {
      if (this.#bodyBytes > this.#frameBytesMax) this.#fault = 'a frame that is too long';
      if (this.#bodyBytes === 0) this.#fault = 'TLVs that do not fill their frame';
      this.#body = new Uint8Array(Math.min(this.#bodyBytes, firstBodyBytes));
      this.#bodyFilled = 0;
    }
    return rest.subarray(part.length);
  }

  #takeBody(rest: Uint8Array, frames: Tlv[][]): Uint8Array {
    const part = rest.subarray(0, this.#bodyBytes - this.#bodyFilled);
    this.#makeRoom(this.#bodyFilled + part.length);
    this.#body.set(part, this.#bodyFilled);
    this.#bodyFilled += part.length;
    if (this.#bodyFilled === this.#bodyBytes) {
      const tlvs = decodeBody(this.#body.subarray(0, this.#bodyBytes));
      if (tlvs) frames.push(tlvs);
      else this.#fault = 'TLVs that do not fill their frame';
      this.#headerFilled = 0;
      this.#body = new Uint8Array(0);
    }
    return rest.subarray(part.length);
  }

  /** Doubles the body's space until `bytes` fit, never beyond the frame's length. */
  #makeRoom(bytes: number): void {
    if (bytes <= this.#body.length) return;
    const larger = new Uint8Array(Math.min(this.#bodyBytes, Math.max(bytes, 2 * this.#body.length)));
    larger.set(this.#body);
    this.#body = larger;
  }
}
