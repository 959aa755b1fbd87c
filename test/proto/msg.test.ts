import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Message, messageOf } from '../../build/codec/schema.ts';
import { loadSchema } from '../../build/codec.ts';
import { type Msg, MsgType } from '../../proto/codec.gen.js';
import { ProtoError, type ProtoErrorCode } from '../../proto/errors.ts';
import { msgBytesMax, msgFieldsMax, nestingLevelsMax } from '../../proto/limits.ts';
import { decodeMsg, encodeMsg } from '../../proto/msg.ts';
import { field, number, repeated, wrapped } from './bytes.ts';

const HEADER = field(1, [...field(1, 'id 1'), ...number(2, MsgType.GET)]);
const GET = field(2, field(1, field(1, field(1, 'Device.'))));

function read(bytes: Iterable<number>): Msg {
  const msg = decodeMsg(Uint8Array.from(bytes));
  if (msg instanceof ProtoError) throw msg;
  return msg;
}

function refusal(bytes: Iterable<number>, code: ProtoErrorCode): ProtoError {
  const error = decodeMsg(Uint8Array.from(bytes));
  if (!(error instanceof ProtoError)) throw new Error(`${JSON.stringify(error)} should have been refused`);
  assert.is(error.code, code, error.message);
  return error;
}

function written(bytes: Uint8Array | ProtoError): Uint8Array {
  if (bytes instanceof ProtoError) throw bytes;
  return bytes;
}

test('a Message is switched on by msg_body and req_type', () => {
  const { header, body } = read([...HEADER, ...GET]);
  assert.is(header.msg_id, 'id 1');
  if (body.msg_body !== 'request' || body.request.req_type !== 'get') throw new Error(body.msg_body);
  assert.equal(body.request.get.param_paths, ['Device.']);
  assert.is(body.request.get.max_depth, 0);
});

test('[R-MSG.10] a msg_type that differs from the body does not matter', () => {
  const header = field(1, [...field(1, 'id 1'), ...number(2, MsgType.SET)]);
  assert.is(read([...header, ...GET]).body.msg_body, 'request');
});

test('[R-ENC.2] an unknown msg_type is refused, with what is needed to answer', () => {
  const error = refusal([...field(1, [...field(1, 'id 1'), ...number(2, 23)]), ...GET], 'unknown-value');
  assert.equal(error.salvage, { msg_id: 'id 1', isRequest: true });
});

test('[R-MSG.6] [R-MSG.7] [R-MSG.8] header, body and msg_id must be there', () => {
  assert.equal(refusal(GET, 'missing-field').salvage, { isRequest: true });
  assert.equal(refusal(HEADER, 'missing-field').salvage, { msg_id: 'id 1', isRequest: false });
  refusal([...field(1, number(2, 1)), ...GET], 'missing-field');
  refusal([], 'missing-field');
});

test('[R-ENC.5] a oneof without a choice is refused, with what is needed to answer', () => {
  refusal([...HEADER, ...field(2, [])], 'missing-field');
  const error = refusal([...HEADER, ...field(2, field(1, []))], 'missing-field');
  assert.equal(error.salvage, { msg_id: 'id 1', isRequest: true });
  refusal([...HEADER, ...field(2, field(1, field(8, field(1, 'a Notify of nothing'))))], 'missing-field');
});

test('the rules reach into lists: a result without a status, a status without a choice', () => {
  const addResp = (result: number[]) => [...HEADER, ...field(2, field(2, field(5, field(1, result))))];
  refusal(addResp(field(1, 'Device.')), 'missing-field');
  refusal(addResp(field(2, [])), 'missing-field');
  const supported = (access: number) =>
    field(2, field(2, field(2, field(1, field(5, [...field(1, 'Device.'), ...number(2, access)])))));
  assert.is(read([...HEADER, ...supported(3)]).body.msg_body, 'response');
  refusal([...HEADER, ...supported(4)], 'unknown-value');
  refusal([...HEADER, ...supported(2 ** 32 - 1)], 'unknown-value'); // -1
});

test('a map key __proto__ is a key like any other, in both directions', () => {
  const entry = (key: string, value: string) => field(4, [...field(1, key), ...field(2, value)]);
  const operate = [...field(1, 'Device.Reboot()'), ...entry('__proto__', 'x'), ...entry('constructor', 'y')];
  const msg = read([...HEADER, ...field(2, field(1, field(7, operate)))]);
  if (msg.body.msg_body !== 'request' || msg.body.request.req_type !== 'operate') throw new Error('no Operate');
  const args = msg.body.request.operate.input_args;
  assert.equal(Object.entries(args), [
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
  assert.is(Object.getPrototypeOf(args), Object.prototype);
  assert.is(({} as { x?: string }).x, undefined);
  const again = read(written(encodeMsg(msg)));
  assert.is(JSON.stringify(again), JSON.stringify(msg));
});

test('unknown fields are ignored at every level', () => {
  const get = field(1, [...field(1, 'Device.'), ...field(77, 'from the future')]);
  const msg = read([
    ...HEADER,
    ...number(9, 1),
    ...field(2, [...field(1, [...get, ...number(50, 3)]), ...field(40, [])]),
  ]);
  assert.is(msg.body.msg_body, 'request');
});

test('limits: bytes and fields, before they cost memory', () => {
  refusal(new Uint8Array(msgBytesMax + 1), 'too-large');
  const emptyObjects = wrapped(2, wrapped(1, wrapped(5, repeated(field(2, ''), 500_000))));
  const before = process.memoryUsage().heapUsed;
  refusal([...HEADER, ...emptyObjects], 'too-many');
  assert.ok(process.memoryUsage().heapUsed - before < 64e6);
  const paths = wrapped(2, wrapped(1, wrapped(1, repeated(field(1, 'a.'), msgFieldsMax - 10))));
  assert.is(read([...HEADER, ...paths]).body.msg_body, 'request');
});

test('a Message that nobody could read is not written', () => {
  const err_msg = 'x'.repeat(msgBytesMax);
  const bytes = encodeMsg({ header: { msg_id: '1' }, body: { error: { err_code: 7000, err_msg } } });
  assert.ok(bytes instanceof ProtoError && bytes.code === 'too-large');
});

test('the schema nests far less deep than the limit', () => {
  const levels = (message: Message): number => {
    const inside = message.fieldsArray.map(messageOf).filter(found => found !== undefined);
    return 1 + Math.max(0, ...inside.map(levels));
  };
  assert.is(levels(loadSchema().lookupType('usp.Msg')), 9);
  assert.ok(nestingLevelsMax > 9);
});

test.run();
