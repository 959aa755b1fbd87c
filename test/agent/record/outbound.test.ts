import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { TransportError, type TransportErrorCode } from '../../../agent/record/transport.ts';
import { MsgType } from '../../../proto/codec.gen.js';
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
  await outbound.connect(first, world.broker, 'self::controller', { mqttVersion: '5.0', subscribedTopic: 'agent' });
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
  const { world, outbound, first, second } = await withTwo();
  for (const subscribedTopic of ['before', 'after']) {
    await outbound.connect(first, world.broker, 'self::controller', { subscribedTopic });
    await outbound.send(notify, second);
  }
  assert.is(wentOut(world).filter(each => each === 'mqtt_connect self::second').length, 2);
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
