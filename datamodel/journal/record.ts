/**
 * The journal on disk, format 1. All numbers are unsigned and little-endian, texts are UTF-8.
 *
 *     file:      header, then records without gaps
 *     header:    magic "uspi-jnl" (8)  version (4)  checksum (4): CRC-32 of the 12 bytes before it
 *     record:    length of payload (4)  type (1)  payload  checksum (4)
 *
 * A record's checksum is the CRC-32 of everything from the start of the file to here, other checksums left out: it goes
 * on from the one before. A record counts only where it was written, so old bytes that a file system brings back after
 * a power cut are never taken for new commits.
 *
 * The one type is 1, a commit: all its operations or none. A compacted file is one commit that puts the whole state.
 *
 *     payload:   operations without gaps
 *     operation: 1 key value (put) | 2 key (delete) | 3 prefix (delete every key that begins with it)
 *     text:      length in bytes, as LEB128; then the bytes
 *
 * Versions to come may change anything but the header.
 */
import { crc32 } from './crc32.ts';
import { recordBytesMax, searchBytesMax } from './limits.ts';

export const formatVersion = 1;
export const headerBytes = 16;
/** Bytes of a record besides its payload. */
export const framingBytes = 9;

const magic = new TextEncoder().encode('uspi-jnl');
const COMMIT = 1;

/** The end of a whole record: where the next one goes, and the checksum that it goes on from. */
export interface Position {
  length: number;
  checksum: number;
}

/** Of a file without even a header. */
export const startOfFile: Position = { length: 0, checksum: 0 };

export type Flaw = 'incomplete' | 'a bad length' | 'an unknown type' | 'a wrong checksum' | 'unreadable operations';

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function encodeHeader(version = formatVersion): Uint8Array {
  const bytes = new Uint8Array(headerBytes);
  bytes.set(magic);
  view(bytes).setUint32(8, version, true);
  view(bytes).setUint32(12, crc32(bytes.subarray(0, 12)), true);
  return bytes;
}

/** The version, and where the first record is; undefined when the file does not begin with a whole header. */
export function readHeader(bytes: Uint8Array): { version: number; end: Position } | undefined {
  if (bytes.length < headerBytes || magic.some((byte, i) => bytes[i] !== byte)) return undefined;
  const checksum = view(bytes).getUint32(12, true);
  if (checksum !== crc32(bytes.subarray(0, 12))) return undefined;
  return { version: view(bytes).getUint32(8, true), end: { length: headerBytes, checksum } };
}

/** One append: a record a payload, with the header in front when the file is empty. */
export function encodeRecords(payloads: readonly Uint8Array[], at: Position): { bytes: Uint8Array; end: Position } {
  const header = at.length === 0 ? encodeHeader() : new Uint8Array();
  const size = payloads.reduce((sum, payload) => sum + payload.length + framingBytes, header.length);
  const bytes = new Uint8Array(size);
  bytes.set(header);
  let checksum = readHeader(header)?.end.checksum ?? at.checksum;
  let offset = header.length;
  for (const payload of payloads) {
    view(bytes).setUint32(offset, payload.length, true);
    bytes[offset + 4] = COMMIT;
    bytes.set(payload, offset + 5);
    const end = offset + 5 + payload.length;
    checksum = crc32(bytes.subarray(offset, end), checksum);
    view(bytes).setUint32(end, checksum, true);
    offset = end + 4;
  }
  return { bytes, end: { length: at.length + size, checksum } };
}

/** The record at a position, or what is wrong there. */
export function readRecord(bytes: Uint8Array, at: Position): { payload: Uint8Array; end: Position } | Flaw {
  const start = at.length;
  if (start + framingBytes > bytes.length) return 'incomplete';
  if (bytes[start + 4] !== COMMIT) return 'an unknown type';
  const length = view(bytes).getUint32(start, true);
  if (length > recordBytesMax) return 'a bad length';
  const end = start + 5 + length;
  if (end + 4 > bytes.length) return 'incomplete';
  const checksum = view(bytes).getUint32(end, true);
  if (checksum !== crc32(bytes.subarray(start, end), at.checksum)) return 'a wrong checksum';
  return { payload: bytes.subarray(start + 5, end), end: { length: end + 4, checksum } };
}

/**
 * How many whole records lie behind a flaw, for a person: at least so many, since the search is bounded. Each can be
 * told by itself, because the checksum that it goes on from stands right before it.
 */
export function countRecordsAfter(bytes: Uint8Array, flaw: number): number {
  let count = 0;
  let workBytes = 0;
  for (let offset = flaw + 4; offset + framingBytes <= bytes.length && workBytes < searchBytesMax; ) {
    const record = readRecord(bytes, { length: offset, checksum: view(bytes).getUint32(offset - 4, true) });
    if (record === 'a wrong checksum') workBytes += view(bytes).getUint32(offset, true);
    if (typeof record !== 'string') count++;
    offset = typeof record === 'string' ? offset + 1 : record.end.length;
  }
  return count;
}
