import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { encodeFrame, FrameReader, type Tlv, tlvTypes } from '../../../agent/mtp/uds-frame.ts';
import { seededRandom } from '../../helpers/random.ts';

const frameBytesMax = 5_000;
const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (value: string) => new TextEncoder().encode(value);
const plain = (frames: Tlv[][]) => frames.map(tlvs => tlvs.map(({ type, value }) => [type, [...value]]));

/** Reads `stream` in pieces of the given sizes, over and over. */
function read(stream: Uint8Array, sizes: number[] = [stream.length || 1]) {
  const reader = new FrameReader(frameBytesMax);
  const frames: Tlv[][] = [];
  let fault: string | undefined;
  for (let at = 0, turn = 0; at < stream.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    const result = reader.push(stream.subarray(at, at + size));
    frames.push(...result.frames);
    fault = result.fault;
    at += size;
  }
  return { frames: plain(frames), fault };
}

test('R-UDS.7 to R-UDS.11: a handshake, byte by byte', () => {
  const frame = encodeFrame(tlvTypes.handshake, text('os::1'));
  assert.equal([...frame], [0x5f, 0x55, 0x53, 0x50, 0, 0, 0, 10, 1, 0, 0, 0, 5, ...text('os::1')]);
  assert.equal(read(frame), { frames: [[[1, [...text('os::1')]]]], fault: undefined });
});

test('R-UDS.12 to R-UDS.14: handshakes, errors and Records are TLVs of the types 1, 2 and 3', () => {
  const typeOf = (type: number) => encodeFrame(type, text('x'))[8];
  assert.equal([tlvTypes.handshake, tlvTypes.error, tlvTypes.record].map(typeOf), [1, 2, 3]);
});

test('R-UDS.6: several TLVs in a frame, known and unknown, also empty ones', () => {
  const body = [9, 0, 0, 0, 0, 3, 0, 0, 0, 2, 7, 8];
  const frame = bytes(0x5f, 0x55, 0x53, 0x50, 0, 0, 0, body.length, ...body);
  assert.equal(read(frame).frames, [
    [
      [9, []],
      [3, [7, 8]],
    ],
  ]);
});

const tlv = fc.record({ type: fc.integer({ min: 1, max: 3 }), value: fc.uint8Array({ maxLength: 200 }) });
const cuts = fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 12 });

test('frames come out as they went in, however the stream is cut', () => {
  const property = fc.property(fc.array(tlv, { minLength: 1, maxLength: 6 }), cuts, (tlvs, sizes) => {
    const stream = Buffer.concat(tlvs.map(({ type, value }) => encodeFrame(type, value)));
    assert.equal(read(stream, sizes), { frames: plain(tlvs.map(one => [one])), fault: undefined });
  });
  fc.assert(property, { seed: 7, numRuns: 300 });
});

test('the longest frame is taken, one byte more is not', () => {
  const longest = encodeFrame(tlvTypes.record, new Uint8Array(frameBytesMax - 5).fill(1));
  assert.is(read(longest, [999]).frames.length, 1);
  const longer = encodeFrame(tlvTypes.record, new Uint8Array(frameBytesMax - 4));
  assert.is(read(longer.subarray(0, 8)).fault, 'a frame that is too long', 'the header is enough');
});

test('R-UDS.24: what is no frame is a fault', () => {
  assert.match(read(text('GET / HTTP')).fault!, '_USP');
  assert.match(read(bytes(0x5f, 0x55, 0x00)).fault!, '_USP', 'at the first wrong byte');
  assert.match(read(bytes(0x5f, 0x55, 0x53, 0x50, 0, 0, 0, 0)).fault!, 'TLVs', 'no TLV at all');
  const short = bytes(0x5f, 0x55, 0x53, 0x50, 0, 0, 0, 4, 1, 0, 0, 0);
  assert.match(read(short).fault!, 'TLVs', 'half a TLV header');
  const beyond = bytes(0x5f, 0x55, 0x53, 0x50, 0, 0, 0, 6, 1, 0xff, 0xff, 0xff, 0xff, 0);
  assert.match(read(beyond).fault!, 'TLVs', 'a value that is longer than its frame');
});

test('after a fault nothing is read any more', () => {
  const stream = Buffer.concat([text('x'), encodeFrame(tlvTypes.error, text('late'))]);
  assert.equal(read(stream).frames, []);
  assert.equal(read(stream, [1]).frames, []);
});

test('a header that promises much costs little', () => {
  const reader = new FrameReader(2 ** 31);
  const before = process.memoryUsage().arrayBuffers;
  reader.push(bytes(0x5f, 0x55, 0x53, 0x50, 0x7f, 0xff, 0xff, 0xff, 3));
  assert.ok(process.memoryUsage().arrayBuffers - before < 1_000_000);
});

test('mutated streams never throw, and mean the same however they are cut', () => {
  const seed = 20_262;
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random.fraction() * limit);
  for (let round = 0; round < 3_000; round++) {
    const frames = Array.from({ length: 1 + below(3) }, () => encodeFrame(1 + below(4), random.bytes(below(40))));
    const stream = Buffer.concat(frames);
    for (let change = below(4); change > 0; change--) stream[below(stream.length)] = below(256);
    const cut = stream.subarray(0, stream.length - below(4));
    const sizes = Array.from({ length: 1 + below(5) }, () => 1 + below(20));
    assert.equal(read(cut, sizes), read(cut, [1]), `seed ${seed}, round ${round}`);
  }
});

test.run();
