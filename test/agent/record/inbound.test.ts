import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { msgIdCharsMax, requestsInFlightMax } from '../../../agent/record/limits.ts';
import type { Origin } from '../../../agent/record/transport.ts';
import { MsgType, PayloadSecurity, type RecordInit, usp, usp_record } from '../../../proto/codec.gen.js';
import { encodeMsg } from '../../../proto/msg.ts';
import { encodeRecord } from '../../../proto/record.ts';
import { encode } from '../../../proto/wire.ts';
import { agentId } from '../../helpers/services.ts';
import type { Sent } from '../../helpers/transport.ts';
import { trusted, World } from '../../helpers/world.ts';

const get = { get: { param_paths: ['Device.LocalAgent.EndpointID'] } };

/** A Message as bytes, a Get unless told otherwise. */
function message(msgId: string, body: object = { request: get }, type: number = MsgType.GET): Uint8Array {
  return encode(usp.Msg, { header: { msg_id: msgId, msg_type: type }, body });
}

/** A Record around it, with what is wrong about it. */
function record(payload: Uint8Array, flaws: object = {}): Uint8Array {
  const good = { version: '1.4', to_id: agentId, from_id: 'self::controller', no_session_context: { payload } };
  return encode(usp_record.Record, { ...good, ...flaws });
}

/** What goes out in answer to some bytes: `7104 m1`, `get_resp m1`, or nothing. */
async function answersTo(world: World, bytes: Uint8Array, origin: Origin = trusted): Promise<string[]> {
  const before = world.sent.length;
  world.receive(bytes, origin);
  await world.settle();
  return world.sent.slice(before).map(inShort);
}

function inShort({ record, msg }: Sent): string {
  if (record.record_type === 'disconnect') return `disconnect ${record.disconnect.reason_code}`;
  const { body, header } = msg ?? { body: undefined, header: undefined };
  if (body?.msg_body === 'error') return `${body.error.err_code} ${header?.msg_id}`;
  return body?.msg_body === 'response' ? `${body.response.resp_type} ${header?.msg_id}` : 'something else';
}

test('R-MSG.0, R-MSG.9: a request is answered with its msg_id, from us to whoever asked', async () => {
  const world = await World.start();
  assert.equal(await answersTo(world, record(message('m1'))), ['get_resp m1']);
  const [sent] = world.sent;
  assert.equal(
    [sent?.record.version, sent?.record.from_id, sent?.record.to_id, sent?.record.payload_security, sent?.address],
    ['1.4', agentId, 'self::controller', PayloadSecurity.PLAINTEXT, 'topic'],
  );
  assert.is(sent?.msg?.header.msg_type, MsgType.GET_RESP);
});

test('R-E2E.1, R-ARC.2: a Record for somebody else, or from ourselves, is ignored (2.1, 2.2)', async () => {
  const world = await World.start();
  for (const flaw of [{ to_id: 'os::someone-else' }, { to_id: '' }, { from_id: agentId }]) {
    assert.equal(await answersTo(world, record(message('m1'), flaw)), [], JSON.stringify(flaw));
    assert.is(world.receive(record(message('m1'), flaw), trusted), 'refused');
  }
});

test('R-MTP.5: an erroneous Record that holds a request is answered', async () => {
  const world = await World.start();
  for (const [flaw, answer] of [
    [{ version: '2.0' }, '7104 m1'],
    [{ version: '' }, '7104 m1'],
    [{ version: '1.x' }, '7104 m1'],
    [{ payload_security: PayloadSecurity.TLS12 }, '7102 m1'],
    [{ payload_security: 7 }, '7100 m1'],
  ] as const) {
    assert.equal(await answersTo(world, record(message('m1'), flaw)), [answer], JSON.stringify(flaw));
  }
});

test('a higher minor version is read like our own', async () => {
  const world = await World.start();
  for (const version of ['1.0', '1.3', '1.5', '1.27']) {
    assert.equal(await answersTo(world, record(message('m1'), { version })), ['get_resp m1']);
  }
});

test('R-MTP.5: an erroneous Record that holds no request, or no msg_id, or no sender, is ignored', async () => {
  const world = await World.start();
  const response = message('m1', { response: { notify_resp: {} } });
  for (const bytes of [
    record(response, { version: '2.0' }),
    record(message('m1', { error: { err_code: 7000 } }), { version: '2.0' }),
    record(message(''), { version: '2.0' }),
    record(Uint8Array.of(1, 2, 3), { version: '2.0' }),
    record(new Uint8Array(), { version: '2.0' }),
    record(message('m1'), { payload_security: 7, from_id: '' }),
    record(message('m1'), { version: '2.0', from_id: 'not an endpoint' }),
    Uint8Array.of(0xff, 0xff),
    new Uint8Array(),
  ]) {
    assert.equal(await answersTo(world, bytes), []);
  }
});

test('3.1: bytes that are no Record are malformed, and do no harm', async () => {
  const world = await World.start();
  assert.is(world.receive(Uint8Array.of(0x0a, 0x7f), trusted), 'malformed');
  assert.is(world.receive(encode(usp_record.Record, { version: '1.4', to_id: agentId }), trusted), 'malformed');
  assert.equal(await answersTo(world, record(message('m1'))), ['get_resp m1']);
});

test('R-MSG.1, R-ENC.5: a Message without a choice in a oneof is answered with 7004, or ignored', async () => {
  const world = await World.start();
  for (const [bytes, answers] of [
    [message('m1', { request: {} }), ['7004 m1']],
    [message('m1', { request: { operate: {}, get: undefined } }), ['7026 m1']],
    [message('m1', {}), []],
    [message('m1', { response: {} }), []],
    [encode(usp.Msg, { header: { msg_id: 'm1' } }), []],
    [encode(usp.Msg, { body: { request: get } }), []],
    [message(''), []],
    [Uint8Array.of(0x0a, 0xff, 0xff), []],
  ] as const) {
    const seen = await answersTo(world, record(bytes));
    assert.equal(
      seen.map(answer => answer.replace('7008', '7026')),
      [...answers],
    );
  }
});

test('R-ENC.2: an unknown msg_type is reported', async () => {
  const world = await World.start();
  assert.equal(await answersTo(world, record(message('m1', { request: get }, 77))), ['7004 m1']);
});

test('R-MSG.10: the body counts, whatever the header says', async () => {
  const world = await World.start();
  for (const type of [MsgType.DELETE, MsgType.ERROR, MsgType.NOTIFY_RESP]) {
    assert.equal(await answersTo(world, record(message('m1', { request: get }, type))), ['get_resp m1']);
  }
});

test('requests that are not for an agent are answered with 7001', async () => {
  const world = await World.start();
  for (const request of [{ notify: { event: {} } }, { register: {} }, { deregister: {} }]) {
    assert.equal(await answersTo(world, record(message('m1', { request }))), ['7001 m1']);
  }
});

test('responses and errors that nobody waits for are ignored', async () => {
  const world = await World.start();
  for (const body of [
    { response: { get_resp: {} } },
    { response: { notify_resp: { subscription_id: 'x' } } },
    { error: { err_code: 7000 } },
  ]) {
    assert.equal(await answersTo(world, record(message('m1', body))), []);
  }
});

test('R-MSG.4: a duplicate is ignored until the answer has been sent, then it is a request like any other', async () => {
  const world = await World.start();
  world.persistence.isHeld = true;
  const set = {
    update_objs: [
      { obj_path: 'Device.LocalAgent.Controller.1.', param_settings: [{ param: 'ControllerCode', value: 'x' }] },
    ],
  };
  const bytes = record(message('m1', { request: { set } }));
  const other = record(message('m1', { request: get }), { from_id: 'self::other' });
  assert.equal(await answersTo(world, bytes), []);
  assert.equal(await answersTo(world, bytes), []);
  world.persistence.isHeld = false;
  assert.equal(await answersTo(world, other), ['get_resp m1'], 'another Controller has msg_ids of its own');
  world.persistence.release();
  await world.settle();
  assert.equal(
    world.sent.map(inShort).filter(answer => answer.startsWith('set')),
    ['set_resp m1'],
  );
  assert.equal(await answersTo(world, bytes), ['set_resp m1']);
});

test('R-MSG.4: sent means that the transport has taken it', async () => {
  const world = await World.start();
  world.broker.isStuck = true;
  const bytes = record(message('m1'));
  await answersTo(world, bytes);
  await answersTo(world, bytes);
  assert.is(world.broker.attempts, 1);
});

test('limits: requests of one Controller at a time', async () => {
  const world = await World.start();
  world.persistence.isHeld = true;
  const add = { create_objs: [{ obj_path: 'Device.LocalAgent.Subscription.' }] };
  for (let i = 0; i < requestsInFlightMax; i++) world.controller.send({ add }, `held ${i}`);
  await world.settle();
  assert.equal(await answersTo(world, record(message('more'))), ['7005 more']);
  world.persistence.release();
  await world.settle();
  assert.equal(await answersTo(world, record(message('more'))), ['get_resp more']);
});

test('limits: characters of a msg_id', async () => {
  const world = await World.start();
  const [longest, longer] = ['m'.repeat(msgIdCharsMax), 'm'.repeat(msgIdCharsMax + 1)];
  assert.equal(await answersTo(world, record(message(longest))), [`get_resp ${longest}`]);
  assert.equal(await answersTo(world, record(message(longer))), [`7005 ${longer}`]);
});

test('an answer that no Record can hold is an Error that says so', async () => {
  const world = await World.start();
  const paths = Array.from({ length: 3000 }, () => 'Device.LocalAgent.');
  const bytes = record(message('m1', { request: { get: { param_paths: paths } } }));
  assert.equal(await answersTo(world, bytes), ['7005 m1']);
});

test('R-E2E.6a: whoever begins a session context is told that there are none', async () => {
  const world = await World.start();
  const payload = encodeMsg({ header: { msg_id: 'm1', msg_type: MsgType.GET }, body: { request: get } });
  if (payload instanceof Error) throw payload;
  for (const payloads of [[payload], [], [Uint8Array.of(22, 3, 1)]]) {
    const init: RecordInit = {
      version: '1.4',
      to_id: agentId,
      from_id: 'self::controller',
      session_context: { session_id: 2n, sequence_id: 1n, expected_id: 1n, payload: payloads },
    };
    assert.equal(await answersTo(world, encodeRecord(init)), ['disconnect 7106']);
  }
});

test('Connect and Disconnect Records are taken in silence', async () => {
  const world = await World.start();
  for (const type of [
    { mqtt_connect: { version: 1, subscribed_topic: 't' } },
    { uds_connect: {} },
    { disconnect: {} },
  ]) {
    assert.equal(await answersTo(world, record(message('m1'), { no_session_context: undefined, ...type })), []);
  }
});

test('the answer goes to the place that the request named, else to the configured one, on the same transport', async () => {
  const world = await World.start();
  await answersTo(world, record(message('m1')), { ...trusted, replyTo: 'elsewhere' });
  const { replyTo: _, ...silent } = trusted;
  await answersTo(world, record(message('m2')), silent);
  await answersTo(world, record(message('m3')), { ...silent, protocol: 'CoAP', transport: 'coap' });
  await answersTo(world, record(message('m4')), { ...trusted, transport: 'gone' });
  assert.equal(
    world.sent.map(({ msg, address }) => `${msg?.header.msg_id} ${address}`),
    ['m1 elsewhere', 'm2 self::controller'],
  );
});

test('a request whose answer breaks on its way out is forgotten like any other', async () => {
  const world = await World.start();
  const { outbound } = world;
  const reply = outbound.reply.bind(outbound);
  for (let i = 0; i <= requestsInFlightMax; i++) {
    outbound.reply = async () => {
      outbound.reply = reply;
      throw new Error('out of memory');
    };
    assert.equal(await answersTo(world, record(message('m1'))), []);
    assert.equal(await answersTo(world, record(message('m1'))), ['get_resp m1'], 'no duplicate of what is over');
  }
});

test('GetSupportedProtocol (1.80)', async () => {
  const { controller } = await World.start();
  const versions = { controller_supported_protocol_versions: '1.4,9.9' };
  const response = await controller.ask({ get_supported_protocol: versions }, 'get_supported_protocol_resp');
  assert.is(
    'error' in response || response.get_supported_protocol_resp.agent_supported_protocol_versions,
    '1.0,1.1,1.2,1.3,1.4',
  );
});

test.run();
