// Messages in Records in one go are what they are step by step.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type MsgInit, MsgType, PayloadSecurity } from '../../proto/codec.gen.js';
import { ProtoError } from '../../proto/errors.ts';
import { msgBytesMax } from '../../proto/limits.ts';
import { encodeMsg } from '../../proto/msg.ts';
import { encodeAround, encodeEnvelope } from '../../proto/outgoing.ts';
import { encodeRecord } from '../../proto/record.ts';
import { FlatWriter } from '../../proto/writer.ts';

const envelope = { version: '1.4', to_id: 'self::controller', from_id: 'os::012345-uspi-1' };
const head = encodeEnvelope(envelope);
const get = (path: string): MsgInit => ({
  header: { msg_id: 'a', msg_type: MsgType.GET },
  body: { request: { get: { param_paths: [path] } } },
});

test('a Message in its Record, whether it comes as values or as a body that is written already', () => {
  for (const path of ['Device.', `Device.${'x'.repeat(20_000)}`]) {
    const payload = encodeMsg(get(path)) as Uint8Array;
    const whole = { ...envelope, payload_security: PayloadSecurity.PLAINTEXT, no_session_context: { payload } };
    const expected = Buffer.from(encodeRecord(whole));
    assert.is(expected.compare(encodeAround(head, get(path)) as Uint8Array), 0);
    const body = payload.subarray(payload.indexOf(0x12, 5) + (payload.length > 20_000 ? 4 : 2));
    const header = { msg_id: 'a', msg_type: MsgType.GET };
    assert.is(expected.compare(encodeAround(head, { header, body }) as Uint8Array), 0);
    const writer = new FlatWriter().raw(body);
    assert.is(expected.compare(encodeAround(head, { header, body: writer }) as Uint8Array), 0);
  }
});

test('a Message that nobody with our limits could read is not written', () => {
  const empty = (encodeMsg(get('')) as Uint8Array).length;
  const fits = encodeAround(head, get('x'.repeat(msgBytesMax - empty - 20)));
  assert.ok(fits instanceof Uint8Array);
  const tooLarge = encodeAround(head, get('x'.repeat(msgBytesMax)));
  assert.ok(tooLarge instanceof ProtoError && tooLarge.code === 'too-large');
});

test.run();
