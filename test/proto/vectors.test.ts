// Every message of the schema three ways: bytes to value, value to bytes, and there and back.
import type protobuf from 'protobufjs';
import minimal from 'protobufjs/minimal.js';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { allEnumerations, allMessages, packagesOf } from '../../build/codec/schema.ts';
import { loadSchema } from '../../build/codec.ts';
import { type Codec, type MsgInit, type RecordInit, usp, usp_record } from '../../proto/codec.gen.js';
import { decodeMsg, encodeMsg } from '../../proto/msg.ts';
import { decodeRecord, encodeRecord } from '../../proto/record.ts';
import { loadVectors, plain, type Vector } from './vectors.ts';

const { schema, vectors } = loadVectors();

/** The static codec by full name, nested ones included. */
function codecOf(name: string): Codec {
  const [scope, ...path] = name.split('.');
  let found: unknown = { usp, usp_record }[String(scope)];
  for (const part of path) found = (found as Record<string, unknown>)[part];
  return found as Codec;
}

/** 64-bit numbers the way protobufjs takes them; record.ts does this for the agent. */
function forCodec(value: object): object {
  const entries = Object.entries(value).map(([name, field]) => [
    name,
    typeof field === 'bigint' ? { low: Number(field & 0xffffffffn), high: Number(field >> 32n) } : field,
  ]);
  return Object.fromEntries(entries);
}

/** SessionContextRecord is the only message with 64-bit numbers; inside a Record it is shown by decodeRecord below. */
const forStaticCodec = vectors.filter(each => !JSON.stringify(Object.keys(each.value)).includes('session_context'));
const records = vectors.filter(each => each.message === 'usp_record.Record' && each.bytes.length > 0);
const msgs = vectors.filter(each => each.message === 'usp.Msg' && each.bytes.length > 0);

function each(those: Vector[], show: (vector: Vector) => void): void {
  assert.ok(those.length > 0);
  for (const vector of those) {
    try {
      show(vector);
    } catch (cause) {
      throw new Error(`${vector.message} ${JSON.stringify(Object.keys(vector.value))}: ${cause}`);
    }
  }
}

test('each message is read', () => {
  each(forStaticCodec, ({ message, bytes, value }) => {
    assert.equal(plain(codecOf(message).decode(new minimal.Reader(bytes))), value);
  });
});

test('each message is written', () => {
  each(forStaticCodec, ({ message, bytes, value }) => {
    assert.equal(Uint8Array.from(codecOf(message).encode(forCodec(value), minimal.Writer.create()).finish()), bytes);
  });
});

test('each message survives being read and written', () => {
  each(forStaticCodec, ({ message, bytes }) => {
    const codec = codecOf(message);
    assert.equal(
      Uint8Array.from(codec.encode(codec.decode(new minimal.Reader(bytes)), minimal.Writer.create()).finish()),
      bytes,
    );
  });
});

test('Records three ways', () => {
  each(records, ({ bytes, value }) => {
    const record = decodeRecord(bytes);
    assert.equal(plain(record), value);
    assert.equal(Uint8Array.from(encodeRecord(value as RecordInit)), bytes);
    assert.equal(Uint8Array.from(encodeRecord(record as RecordInit)), bytes);
  });
});

test('Messages three ways', () => {
  each(msgs, ({ bytes, value }) => {
    const msg = decodeMsg(bytes);
    assert.equal(plain(msg), value);
    assert.equal(Uint8Array.from(encodeMsg(value as MsgInit) as Uint8Array), bytes);
    assert.equal(Uint8Array.from(encodeMsg(msg as MsgInit) as Uint8Array), bytes);
  });
});

function describeField(field: protobuf.Field): [number, string?, string?] {
  const type = field.resolvedType?.fullName.slice(1) ?? field.type;
  const shown = field.map ? `map<string, ${type}>` : field.repeated ? `repeated ${type}` : type;
  return field.partOf ? [field.id, shown, field.partOf.name] : [field.id, shown];
}

test('[R-ENC.0] [R-ENC.1] the .proto files have the names, numbers and types of the standard, and vectors for all', () => {
  const root = loadSchema();
  const messages = packagesOf(root).flatMap(allMessages);
  const ours: Record<string, unknown> = {};
  for (const message of messages) {
    ours[message.fullName.slice(1)] = Object.fromEntries(
      message.fieldsArray.map(field => [field.name, describeField(field)]),
    );
  }
  for (const { fullName, values } of allEnumerations(root)) {
    ours[fullName.slice(1)] = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
  }
  assert.equal(ours, schema);
  const covered = new Set(vectors.map(vector => vector.message));
  assert.equal(
    messages.map(message => message.fullName.slice(1)).filter(name => !covered.has(name)),
    [],
  );
});

test.run();
