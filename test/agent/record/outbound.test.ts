import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Origin, TransportError, type TransportErrorCode } from '../../../agent/record/transport.ts';
import { MsgType, type RecordInit } from '../../../proto/codec.gen.js';
import { encodeRecord } from '../../../proto/record.ts';
import { agentId } from '../../helpers/services.ts';
import { me, trusted, World } from '../../helpers/world.ts';

const notify = { header: { msg_id: 'n1', msg_type: MsgType.NOTIFY }, body: { request: { notify: { event: {} } } } };

/** What went out, as "mqtt_connect self::controller". */
const wentOut = (world: World) => world.sent.map(({ record }) => `${record.record_type} ${record.to_id}`);

async function withTwo() {
  const world = await World.start();
  await world.addController('self::second');
  const [first, second] = [...world.model.table('Device.LocalAgent.Controller.').rows.values()];
  if (!first || !second) throw new Error('two Controllers are expected');
  assert.is(first.path, me);
  return { world, outbound: world.outbound, first, second };
}

test('R-MTP.6, R-MTP.8: whoever came after the connection is told of it before anything else, once', async () => {
  const { world, outbound, first, second } = await withTwo();
  outbound.connected(world.broker, { mqttVersion: '5.0', subscribedTopic: 'agent' });
  await outbound.connect(first, { transport: world.broker, address: 'self::controller' });
  await outbound.send(notify, first);
  await outbound.send(notify, second);
  await outbound.send(notify, second);
  assert.equal(wentOut(world), [
    'mqtt_connect self::controller',
    'no_session_context self::controller',
    'mqtt_connect self::second',
    'no_session_context self::second',
    'no_session_context self::second',
  ]);
  const connect = world.sent[2]?.record;
  assert.is(connect?.record_type === 'mqtt_connect' && connect.mqtt_connect.subscribed_topic, 'agent');
});

test('R-MTP.8: a new connection introduces everybody anew', async () => {
  const { world, outbound, second } = await withTwo();
  for (const subscribedTopic of ['before', 'after']) {
    outbound.connected(world.broker, { subscribedTopic });
    await outbound.send(notify, second);
  }
  assert.is(wentOut(world).filter(each => each === 'mqtt_connect self::second').length, 2);
});

test('R-MTP.8: what is told at once to whoever came later follows its introduction, in order', async () => {
  const { world, outbound, second } = await withTwo();
  outbound.connected(world.broker, {});
  await Promise.all(['n1', 'n2', 'n3'].map(msgId => outbound.send({ ...notify, header: { msg_id: msgId } }, second)));
  assert.equal(
    world.sent.map(({ record, msg }) => msg?.header.msg_id ?? record.record_type),
    ['mqtt_connect', 'n1', 'n2', 'n3'],
  );
});

test('R-MTP.8: an introduction that was not taken is made again', async () => {
  const { world, outbound, second } = await withTwo();
  outbound.connected(world.broker, {});
  world.broker.failure = 'queue-full';
  await outbound.send(notify, second).catch(() => {});
  world.broker.failure = undefined;
  await outbound.send(notify, second);
  assert.equal(wentOut(world), ['mqtt_connect self::second', 'no_session_context self::second']);
});

/** A session context in the name of `self::controller`, or the end of one. */
const ended = (record: Partial<RecordInit>) =>
  encodeRecord({ version: '1.4', to_id: agentId, from_id: 'self::controller', ...record } as RecordInit);
const session = ended({ session_context: { session_id: 2n, sequence_id: 1n, expected_id: 1n, payload: [] } });

for (const [what, bytes, before] of [
  ['sent', session, ['disconnect']],
  ['received', ended({ disconnect: {} }), []],
] as const) {
  test(`R-MTP.8: after a Disconnect Record that was ${what}, a Connect Record goes before anything else`, async () => {
    const { world, outbound, first } = await withTwo();
    outbound.connected(world.broker, {});
    await outbound.send(notify, first);
    for (const next of [() => outbound.send(notify, first), () => world.controller.value('Device.LocalAgent.UpTime')]) {
      world.broker.sent.length = 0;
      world.receive(bytes, trusted);
      await world.settle();
      await next();
      await next();
      const types = world.sent.map(({ record }) => record.record_type);
      assert.equal(types, [...before, 'mqtt_connect', 'no_session_context', 'no_session_context']);
    }
  });
}

test('R-MTP.8: on the local socket all connections of a Controller are told of us again', async () => {
  const { world, outbound } = await withTwo();
  const [, , socket] = world.transports;
  outbound.connected(socket!, {});
  const origin: Origin = { ...trusted, protocol: 'UDS', transport: 'socket', replyTo: 'socket#1', isLoopback: true };
  world.receive(session, origin);
  await world.settle();
  await world.peer('self::controller', origin).value('Device.LocalAgent.UpTime');
  assert.equal(
    world.sent.map(({ record, address }) => `${record.record_type} ${address}`),
    ['disconnect socket#1', 'uds_connect self::controller', 'no_session_context socket#1'],
  );
});

/** What `reply` sends over a transport that takes no more than `bytesMax` bytes at a time, and how often it tries. */
async function replied(bytesMax: number, failure: TransportErrorCode = 'too-large') {
  const { world, outbound, first } = await withTwo();
  const { broker } = world;
  const send = broker.send.bind(broker);
  let attempts = 0;
  broker.send = async (bytes, address) => {
    attempts++;
    if (bytes.length > bytesMax) throw new TransportError(failure, 'longer than the broker allows');
    await send(bytes, address);
  };
  const error = { err_code: 7000, err_msg: 'x'.repeat(1_000) };
  await outbound.reply({ header: { msg_id: 'g1', msg_type: MsgType.ERROR }, body: { error } }, first, trusted);
  const answers = world.sent.map(({ msg }) => {
    const body = msg?.body;
    return body?.msg_body === 'error' && `${msg?.header.msg_id} ${body.error.err_code} ${body.error.err_msg}`;
  });
  return { attempts, answers };
}

test('an answer that its transport cannot take becomes a 7005, once', async () => {
  const { attempts, answers } = await replied(500);
  assert.is(attempts, 2);
  assert.equal(answers, ['g1 7005 the answer is too large: longer than the broker allows']);
  assert.equal(await replied(10), { attempts: 2, answers: [] }, 'the Error does not fit either');
  assert.equal(await replied(10, 'timeout'), { attempts: 1, answers: [] }, 'another failure is no matter of length');
});

test.run();
