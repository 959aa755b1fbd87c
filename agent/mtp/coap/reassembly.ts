import {
  blockBytesMax,
  recordReceivedBytesMax,
  uploadIdleMsMax,
  uploadsBytesMax,
  uploadsCountMax,
  uploadsPerAddressCountMax,
  uploadYieldMs,
} from './limits.ts';
import { type Block, blockBytes } from './options.ts';

/**
 * Block1 uploads in the making [RFC 7959 section 2.5]. Blocks come in order, one at a time; memory grows with what
 * has come, never with what a peer only speaks of.
 */

interface Upload {
  address: string;
  /** Capacity; doubles when it is full. */
  buffer: Uint8Array;
  length: number;
  touchedMs: number;
}

export type UploadState =
  | 'continue' // stored, more to come
  | 'incomplete' // not the next block of an upload that we know
  | 'malformed' // a block that is not as long as it says
  | 'too-large'
  | 'busy'; // no room until others end

export class Reassembly {
  /** The one that was touched longest ago comes first. */
  readonly #uploads = new Map<string, Upload>();
  #bytes = 0;

  /** Uploads and bytes that are held now. */
  get held(): { count: number; bytes: number } {
    return { count: this.#uploads.size, bytes: this.#bytes };
  }

  /** Adds a block to the upload called `key`, from `address`. The last one answers with the whole payload. */
  add(key: string, address: string, block: Block, payload: Uint8Array, nowMs: number): UploadState | Uint8Array {
    this.expire(nowMs);
    const size = blockBytes(block.exponent);
    if (payload.length > size || (block.more && payload.length < size)) return 'malformed';
    const upload = block.number === 0 ? emptyUpload(address) : this.#uploads.get(key); // a first block starts again
    if (!upload || block.number * size !== upload.length) return 'incomplete';
    this.#remove(key); // it comes back below, as the one touched last
    if (upload.length + payload.length > recordReceivedBytesMax) return 'too-large';
    append(upload, payload);
    if (!block.more) return upload.buffer.subarray(0, upload.length);
    if (!this.#makeRoom(address, upload.buffer.length, nowMs)) return 'busy';
    upload.touchedMs = nowMs;
    this.#keep(key, upload);
    return 'continue';
  }

  /** Forgets what no block came for in a long time. */
  expire(nowMs: number): void {
    for (const [key, upload] of this.#uploads) {
      if (nowMs - upload.touchedMs >= uploadIdleMsMax) this.#remove(key);
    }
  }

  /** Room for one more upload of `bytes`, if need be in the place of those that have gone quiet. */
  #makeRoom(address: string, bytes: number, nowMs: number): boolean {
    for (;;) {
      const siblings = [...this.#uploads].filter(([, upload]) => upload.address === address);
      const isCrowd = siblings.length >= uploadsPerAddressCountMax;
      const isFull = this.#uploads.size >= uploadsCountMax || this.#bytes + bytes > uploadsBytesMax;
      if (!isCrowd && !isFull) return true;
      const [quietest] = isCrowd ? siblings : this.#uploads;
      if (!quietest || nowMs - quietest[1].touchedMs < uploadYieldMs) return false;
      this.#remove(quietest[0]);
    }
  }

  #keep(key: string, upload: Upload): void {
    this.#uploads.set(key, upload);
    this.#bytes += upload.buffer.length;
  }

  #remove(key: string): void {
    this.#bytes -= this.#uploads.get(key)?.buffer.length ?? 0;
    this.#uploads.delete(key);
  }
}

function emptyUpload(address: string): Upload {
  return { address, buffer: new Uint8Array(blockBytesMax), length: 0, touchedMs: 0 };
}

function append(upload: Upload, payload: Uint8Array): void {
  const length = upload.length + payload.length;
  if (length > upload.buffer.length) {
    const larger = new Uint8Array(upload.buffer.length * 2); // a block is at most as long as the smallest buffer
    larger.set(upload.buffer);
    upload.buffer = larger;
  }
  upload.buffer.set(payload, upload.length);
  upload.length = length;
}
