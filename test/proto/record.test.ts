import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { MQTTVersion, PayloadSecurity, type Record as UspRecord } from '../../proto/codec.gen.js';
import { ProtoError, type ProtoErrorCode } from '../../proto/errors.ts';
import { msgBytesMax, nestingLevelsMax, recordBytesMax, recordFieldsMax } from '../../proto/limits.ts';
import { decodeRecord, encodeRecord } from '../../proto/record.ts';
import { field, number, repeated } from './bytes.ts';

const ENVELOPE = [...field(1, '1.4'), ...field(2, 'os::agent'), ...field(3, 'self::controller')];

function read(...bytes: Iterable<number>[]): UspRecord {
  const record = decodeRecord(Uint8Array.from(bytes.flatMap(part => [...part])));
  if (record instanceof ProtoError) throw record;
  return record;
}

function refusal(bytes: Iterable<number>, code: ProtoErrorCode): ProtoError {
  const error = decodeRecord(Uint8Array.from(bytes));
  if (!(error instanceof ProtoError)) throw new Error(`${JSON.stringify(error)} should have been refused`);
  assert.is(error.code, code, error.message);
  return error;
}

test('a Record is switched on by its record_type', () => {
  const bytes = encodeRecord({
    version: '1.4',
    to_id: 'self::controller',
    from_id: 'os::agent',
    mqtt_connect: { version: MQTTVersion.V5, subscribed_topic: 'usp/agent/1' },
  });
  const record = read(bytes);
  if (record.record_type !== 'mqtt_connect') throw new Error(record.record_type);
  assert.is(record.mqtt_connect.subscribed_topic, 'usp/agent/1');
  assert.is(record.mqtt_connect.version, MQTTVersion.V5);
  assert.is(record.payload_security, PayloadSecurity.PLAINTEXT);
  assert.is(record.mac_signature.length, 0);
});

test('64-bit numbers are bigint, exact to the last, and 0n when they were not sent', () => {
  const session_context = { session_id: 2n ** 64n - 1n, sequence_id: 2n ** 53n + 1n, payload: [Uint8Array.of(1)] };
  const record = read(encodeRecord({ from_id: 'a', session_context }));
  if (record.record_type !== 'session_context') throw new Error(record.record_type);
  assert.is(record.session_context.session_id, 2n ** 64n - 1n);
  assert.is(record.session_context.sequence_id, 2n ** 53n + 1n);
  assert.is(record.session_context.retransmit_id, 0n);
});

test('of several record types the last one counts, as proto3 has it', () => {
  const record = read(ENVELOPE, field(9, []), field(12, field(1, 'bye')));
  assert.is(record.record_type, 'disconnect');
});

test('a higher minor version and fields that we do not know are no obstacle', () => {
  const unknown = [
    ...number(99, 7),
    ...field(1000, 'from the future'),
    ...field(7, [...field(2, 'x'), ...field(9, 'y')]),
  ];
  const record = read(field(1, '1.9'), field(2, 'os::agent'), unknown);
  assert.is(record.version, '1.9');
  assert.is(record.record_type, 'no_session_context');
});

test('an absent Endpoint ID is left to the caller to judge', () => {
  assert.is(read(field(9, [])).from_id, '');
});

test('[R-ENC.4] a Record without a record type is refused', () => {
  refusal(ENVELOPE, 'missing-field');
  refusal([], 'missing-field');
});

test('[R-ENC.2] an unknown number of an enumeration is refused, with what is needed to answer', () => {
  const error = refusal([...ENVELOPE, ...number(4, 2), ...field(7, field(2, 'payload'))], 'unknown-value');
  assert.is(error.salvage.to_id, 'os::agent');
  assert.is(error.salvage.from_id, 'self::controller');
  assert.is(new TextDecoder().decode(error.salvage.payload), 'payload');
  refusal([...ENVELOPE, ...field(10, number(1, 2))], 'unknown-value');
  refusal([...ENVELOPE, ...field(8, [...number(1, 5), ...number(6, 4)])], 'unknown-value');
});

test('bytes that are no Record are malformed', () => {
  refusal([0x0a, 0x05, 0x31], 'malformed'); // a string longer than the rest
  refusal([0x0a], 'malformed');
  refusal([0x00, 0x00], 'malformed'); // field number 0
  refusal([0x0f], 'malformed'); // wire type 7
  refusal([0x9c, 0x06], 'malformed'); // the end of a group that did not begin
  refusal([...repeated([0xff], 20)], 'malformed'); // a varint without an end
});

test('a string that is not UTF-8 is malformed, however short or long', () => {
  refusal(field(1, [0x31, 0xff]), 'malformed');
  refusal(field(1, [0xed, 0xa0, 0x80]), 'malformed'); // half a surrogate pair
  refusal(field(1, [...repeated([0x31], 200), 0xc3]), 'malformed');
});

test('half a surrogate pair never reaches a peer', () => {
  for (const rest of ['', 'x'.repeat(60), 'x'.repeat(200)]) {
    assert.is(read(encodeRecord({ from_id: `\ud83c${rest}`, websocket_connect: {} })).from_id, `\ufffd${rest}`);
  }
});

test('limits: bytes, fields, nesting', () => {
  refusal(new Uint8Array(recordBytesMax + 1), 'too-large');
  refusal(repeated(field(1, ''), recordFieldsMax + 1), 'too-many');
  const groups = (depth: number) => [
    ...ENVELOPE,
    ...repeated([0x7b], depth),
    ...repeated([0x7c], depth),
    ...field(9, []),
  ];
  assert.is(read(groups(nestingLevelsMax)).record_type, 'websocket_connect');
  refusal(groups(nestingLevelsMax + 2), 'too-deep');
  refusal(repeated([0x7b], 1_000), 'too-deep');
});

test('the largest Message fits into a Record with a certificate chain of 32 KiB', () => {
  const payload = new Uint8Array(msgBytesMax);
  const sender_cert = new Uint8Array(32_768);
  const record = read(encodeRecord({ to_id: 'x'.repeat(255), sender_cert, no_session_context: { payload } }));
  assert.is(record.record_type === 'no_session_context' && record.no_session_context.payload.length, msgBytesMax);
});

test.run();
