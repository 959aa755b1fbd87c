// The one buffer that everything is written into, beside the writer of protobufjs.
import fc from 'fast-check';
import protobuf from 'protobufjs/minimal.js';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { writerBytesKept } from '../../proto/limits.ts';
import { FlatWriter } from '../../proto/writer.ts';

/** What is written one after the other: a value, or a nested message of such. */
type Piece = { call: 'uint32' | 'int32' | 'fixed32'; value: number } | Rest;
type Rest =
  | { call: 'bool'; value: boolean }
  | { call: 'string'; value: string }
  | { call: 'bytes'; value: Uint8Array }
  | { call: 'nested'; pieces: Piece[] };

const uint32 = fc.nat(0xffffffff);
const text = fc.string({ unit: 'grapheme', maxLength: 300 });
const values: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({ call: fc.constantFrom('uint32', 'fixed32'), value: uint32 }),
  fc.record({ call: fc.constant('int32'), value: fc.integer() }),
  fc.record({ call: fc.constant('bool'), value: fc.boolean() }),
  fc.record({ call: fc.constant('string'), value: text }),
  fc.record({ call: fc.constant('bytes'), value: fc.uint8Array({ maxLength: 300 }) }),
);
const { piece } = fc.letrec<{ piece: Piece }>(tie => ({
  piece: fc.oneof(
    { depthSize: 'small' },
    values,
    fc.record({ call: fc.constant('nested'), pieces: fc.array(tie('piece'), { maxLength: 20 }) }),
  ),
}));

function write(pieces: readonly Piece[], writer: protobuf.Writer): protobuf.Writer {
  for (const each of pieces) {
    if (each.call === 'nested') write(each.pieces, writer.fork()).ldelim();
    else if (each.call === 'bool') writer.bool(each.value);
    else if (each.call === 'string') writer.string(each.value);
    else if (each.call === 'bytes') writer.bytes(each.value);
    else writer[each.call](each.value);
  }
  return writer;
}

const bytesOf = (writer: protobuf.Writer) => Uint8Array.from(writer.finish());

test('writes what the writer of protobufjs writes', () => {
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      assert.equal(bytesOf(write(pieces, new FlatWriter())), bytesOf(write(pieces, new protobuf.Writer())));
    }),
  );
});

test('lengths at their edges, in one byte and in more', () => {
  for (const length of [0, 1, 127, 128, 16_383, 16_384, writerBytesKept, 2_097_152]) {
    for (const value of ['x', 'é'].map(character => character.repeat(length))) {
      const nested: Piece[] = [{ call: 'nested', pieces: [{ call: 'string', value }] }];
      assert.is(
        Buffer.compare(write(nested, new FlatWriter()).finish(), write(nested, new protobuf.Writer()).finish()),
        0,
      );
    }
  }
});

test('a uint64 in its two halves', () => {
  for (const [low, high] of [
    [0, 0],
    [127, 0],
    [128, 0],
    [-1, 0],
    [0, 1],
    [-1, -1],
    [5, 0x7fffffff],
  ] as const) {
    const halves = { low, high, unsigned: true } as never;
    assert.equal(bytesOf(new FlatWriter().uint64(halves)), bytesOf(new protobuf.Writer().uint64(halves)));
  }
});

test('half of a surrogate pair becomes U+FFFD, wherever it stands', () => {
  for (const value of ['\ud83c', 'before \udf00', `${'long '.repeat(40)}\ud83c`]) {
    const bytes = bytesOf(new FlatWriter().string(value));
    const lengthBytes = bytes.length > 0x7f ? 2 : 1;
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(lengthBytes));
    assert.is(decoded, value.replace(/\p{Surrogate}/gu, '\ufffd'));
  }
});

test('writers that are not finished, and writers inside of writers, do not disturb each other', () => {
  const abandoned = new FlatWriter().string('abandoned');
  const outer = new FlatWriter().string('outer');
  const inner = new FlatWriter().string('inner').finish();
  assert.is(new TextDecoder().decode(inner), '\x05inner');
  assert.is(new TextDecoder().decode(outer.string('!').finish()), '\x05outer\x01!');
  assert.is(abandoned.string('').len, 0, 'the list of protobufjs is not used');
});

test.run();
