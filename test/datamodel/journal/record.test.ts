import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { encodeOperations, put, remove } from '../../../datamodel/journal/operation.ts';
import {
  countRecordsAfter,
  encodeHeader,
  encodeRecords,
  formatVersion,
  headerBytes,
  readHeader,
  readRecord,
  startOfFile,
} from '../../../datamodel/journal/record.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
const hex = (from: Uint8Array) => Buffer.from(from).toString('hex');

// Written by hand from the layout; the checksums are Python's zlib.crc32 over the bytes before them, chained.
const vector = bytes(`
  757370692d6a6e6c 01000000 3141403d
  06000000 01 01 01 61 02 c3a4 9390cd3a
  03000000 01 02 01 61 6d631b7b`);
const payloads = [encodeOperations([put('a', 'ä')]), encodeOperations([remove('a')])];

test('a file is written as the layout says', () => {
  assert.is(hex(encodeRecords(payloads, startOfFile).bytes), hex(vector));
});

test('a file is read as the layout says', () => {
  const header = readHeader(vector)!;
  assert.is(header.version, 1);
  assert.is(header.end.length, headerBytes);
  const first = readRecord(vector, header.end);
  if (typeof first === 'string') return assert.unreachable(first);
  assert.equal(first.payload, payloads[0]);
  const second = readRecord(vector, first.end);
  if (typeof second === 'string') return assert.unreachable(second);
  assert.equal(second.payload, payloads[1]);
  assert.is(second.end.length, vector.length);
  assert.is(readRecord(vector, second.end), 'incomplete');
});

test('records appended one by one are those appended together', () => {
  const first = encodeRecords(payloads.slice(0, 1), startOfFile);
  const second = encodeRecords(payloads.slice(1), first.end);
  assert.is(hex(first.bytes) + hex(second.bytes), hex(vector));
  assert.equal(second.end, encodeRecords(payloads, startOfFile).end);
});

test('a whole record at another place is no record', () => {
  const { end } = readHeader(vector)!;
  const moved = new Uint8Array([...vector.subarray(0, headerBytes), ...vector.subarray(headerBytes + 15)]);
  assert.is(readRecord(moved, end), 'a wrong checksum');
});

test('zeros, which a file system may leave behind, are no record and no header', () => {
  assert.is(readRecord(new Uint8Array(64), { length: 16, checksum: 0 }), 'an unknown type');
  assert.is(readHeader(new Uint8Array(64)), undefined);
});

test('whole records behind a flaw are counted', () => {
  assert.is(countRecordsAfter(vector, headerBytes), 1);
  assert.is(countRecordsAfter(vector, 0), 2);
  assert.is(countRecordsAfter(vector, vector.length - 3), 0);
});

test('the search behind a flaw ends soon, even in bytes that are made to prolong it', () => {
  // Every fifth offset looks like a record of 64 KiB with a wrong checksum.
  const hostile = Uint8Array.from({ length: 8_000_000 }, (_, i) => [0, 0, 1, 0, 1][i % 5]!);
  const started = performance.now();
  assert.is(countRecordsAfter(hostile, 0), 0);
  assert.ok(performance.now() - started < 5_000);
});

test('a header of another version says which', () => {
  assert.is(readHeader(encodeHeader(7))?.version, 7);
  assert.is(formatVersion, 1);
});

test.run();
