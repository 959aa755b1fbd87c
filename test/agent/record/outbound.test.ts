import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { MsgType } from '../../../proto/codec.gen.js';
import { me, World } from '../../helpers/world.ts';

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

test.run();
