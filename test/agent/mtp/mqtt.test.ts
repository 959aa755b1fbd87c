import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mqttPacketBytesMax, mqttReceiveMaximum } from '../../../agent/mtp/limits.ts';
import { bytes, codeOf, endpointId, openMqtt, story } from '../../helpers/mqtt.ts';
import { until } from '../../helpers/until.ts';

const credentials = { username: 'pi', password: 'secret', keepAliveTime: 42, sessionExpiryInterval: 600 };
story('R-MQTT.6, .7, .12, .13, .14: the CONNECT packet of MQTT 5.0', {}, credentials, async broker => {
  const connect = await (await broker.peer()).get('connect');
  assert.is(connect.protocolVersion, 5);
  assert.is(connect.clientId, '', 'R-MQTT.8: the broker chooses');
  assert.is(connect.username, 'pi');
  assert.is(String(connect.password), 'secret');
  assert.is(connect.keepalive, 42);
  assert.is(connect.clean, true);
  const { userProperties, ...properties } = connect.properties!;
  assert.is(Object.keys(userProperties!)[0], 'usp-endpoint-id', 'the first one');
  assert.is(userProperties!['usp-endpoint-id'], endpointId);
  assert.equal(properties, {
    sessionExpiryInterval: 600,
    receiveMaximum: mqttReceiveMaximum,
    maximumPacketSize: mqttPacketBytesMax,
    requestResponseInformation: true,
    requestProblemInformation: true,
  });
});

story(
  'R-MQTT.2, R-MQTT.8: the CONNECT packet of MQTT 3.1.1',
  {},
  { protocolVersion: '3.1.1', cleanSession: false },
  async broker => {
    const connect = await (await broker.peer()).get('connect');
    assert.is(connect.protocolVersion, 4);
    assert.is(connect.clientId, endpointId);
    assert.is(connect.clean, false);
    assert.is(connect.username, undefined);
  },
);

const will = {
  willEnable: true,
  willTopic: 'gone',
  willValue: 'agent 1',
  willQoS: 1,
  willRetain: true,
  willContentType: 'text',
} as const;
story('the Will of MQTT.Client', {}, will, async broker => {
  const connect = await (await broker.peer()).get('connect');
  assert.is(String(connect.will!.payload), 'agent 1');
  assert.equal(
    { ...connect.will, payload: undefined },
    {
      topic: 'gone',
      payload: undefined,
      qos: 1,
      retain: true,
      properties: { willDelayInterval: 5, contentType: 'text' },
    },
  );
});

const offers = {
  connack: () => ({
    properties: {
      assignedClientIdentifier: 'chosen-by-broker',
      responseInformation: 'answers/7',
      userProperties: { 'subscribe-topic': ['offer/1', 'offer/#'] },
    },
  }),
};
story('R-MQTT.9, .15, .21: what a CONNACK offers is taken', offers, {}, async (broker, world) => {
  await world.isReady();
  const peer = await broker.peer();
  const { subscriptions } = await peer.get('subscribe');
  assert.equal(
    subscriptions.map(({ topic }) => topic),
    ['offer/1', 'offer/#', 'agent', 'answers/7'],
  );
  assert.ok(subscriptions.every(({ rh, rap, nl }) => rh === 2 && rap === false && nl === false));
  assert.equal(world.assigned, ['chosen-by-broker']);
  assert.equal(world.responseInformation, ['answers/7']);
  assert.equal(world.connected, [{ mqttVersion: '5.0', subscribedTopic: 'answers/7' }]);
  assert.equal(world.statuses, ['Connecting', 'Connected']);
  assert.equal(
    world.subscriptions,
    ['offer/1', 'offer/#', 'agent', 'answers/7'].map(topic => `${topic} Subscribed`),
  );
});

story('R-MQTT.11: the assigned ClientId is used for the next connection', offers, {}, async (broker, world) => {
  await world.isReady();
  broker.peers[0]!.socket.destroy();
  await until('the loss', () => world.disconnected.length === 1);
  await world.clock.advance(10_000);
  assert.is((await (await broker.peer(2)).get('connect')).clientId, 'chosen-by-broker');
});

story(
  'R-MQTT.16: without any subscription the agent leaves and stays away',
  {},
  { subscriptions: [], responseTopicConfigured: 'answers' },
  async (broker, world) => {
    const peer = await broker.peer();
    await peer.get('disconnect');
    await peer.closed();
    await world.clock.advance(100_000_000);
    assert.is(broker.peers.length, 1);
    assert.is(peer.all('subscribe').length, 0);
    assert.is(world.transport.status, 'Error_Misconfigured');
    world.transport.setSubscriptions([{ topic: 'agent', qos: 1 }]);
    await world.isReady();
    assert.is(world.transport.status, 'Connected', 'a new row enables it');
  },
);

const refusing = { suback: () => [0x87] };
story(
  'R-MQTT.17: refused subscriptions: DISCONNECT, nothing published, another try later',
  refusing,
  {},
  async (broker, world) => {
    const peer = await broker.peer();
    await peer.get('disconnect');
    await peer.closed();
    assert.is(await codeOf(world.transport.send(bytes('x'), 'controller/1')), 'not-connected');
    assert.is(peer.all('publish').length, 0);
    assert.equal(world.subscriptions, ['agent Error']);
    broker.script.suback = () => [1];
    await world.clock.advance(10_000);
    await world.isReady();
  },
);

story(
  'R-MQTT.17: one granted topic is enough to be reached',
  { suback: () => [0x87, 1] },
  {
    subscriptions: [
      { topic: 'a', qos: 1 },
      { topic: 'b', qos: 0 },
    ],
  },
  async (_broker, world) => {
    await world.isReady();
    assert.equal(world.connected, [{ mqttVersion: '5.0', subscribedTopic: 'b' }]);
    assert.equal(world.subscriptions, ['a Error', 'b Subscribed']);
  },
);

story(
  'R-MQTT.34: rows that come and go are subscribed and unsubscribed without reconnecting',
  {},
  {},
  async (broker, world) => {
    await world.isReady();
    const peer = broker.peers[0]!;
    world.transport.setSubscriptions([
      { topic: 'agent', qos: 1 },
      { topic: 'new', qos: 0 },
    ]);
    assert.equal(
      (await peer.get('subscribe', 2)).subscriptions.map(({ topic, qos }) => [topic, qos]),
      [['new', 0]],
    );
    world.transport.setSubscriptions([{ topic: 'agent', qos: 1 }]);
    assert.equal((await peer.get('unsubscribe')).unsubscriptions, ['new']);
    await until('UNSUBACK', () => world.subscriptions.includes('new Unsubscribed'));
    assert.is(broker.peers.length, 1);
    assert.equal(world.connected.length, 1);
  },
);

story('R-MQTT.21: answers come where the rows say, also when these change', {}, {}, async (broker, world) => {
  await world.isReady();
  world.transport.setSubscriptions([{ topic: 'moved', qos: 1 }]);
  await world.isReady(2);
  assert.equal(
    world.connected.map(({ subscribedTopic }) => subscribedTopic),
    ['agent', 'moved'],
  );
  assert.is(broker.peers.length, 1);
});

story(
  'R-MQTT.17: a broker that is still to answer SUBSCRIBE has refused nothing, whatever rows change meanwhile',
  { suback: () => undefined },
  {},
  async (broker, world) => {
    const peer = await broker.peer();
    const { messageId } = await peer.get('subscribe');
    world.transport.setSubscriptions([{ topic: 'agent', qos: 1 }]);
    peer.send({ cmd: 'suback', messageId: messageId!, granted: [1] });
    await world.isReady();
    assert.equal([broker.peers.length, peer.isClosed], [1, false]);
  },
);

story(
  'R-MQTT.14: PINGREQ after the keep alive that the broker states',
  { connack: () => ({ properties: { serverKeepAlive: 30 } }) },
  { keepAliveTime: 60 },
  async (broker, world) => {
    await world.isReady();
    await world.clock.advance(29_000);
    assert.is(broker.peers[0]!.all('pingreq').length, 0);
    await world.clock.advance(2_000);
    await broker.peers[0]!.get('pingreq');
  },
);

story(
  'a broker’s keep alive holds also where ours is off',
  { connack: () => ({ properties: { serverKeepAlive: 30 } }) },
  { keepAliveTime: 0 },
  async (broker, world) => {
    await world.isReady();
    await world.clock.advance(31_000);
    await broker.peers[0]!.get('pingreq');
  },
);

story(
  'R-MQTT.35: close says DISCONNECT, ends what waits, and is final',
  { puback: () => undefined },
  {},
  async (broker, world) => {
    await world.isReady();
    const waiting = codeOf(world.transport.send(bytes('x'), 'controller/1'));
    await broker.peers[0]!.get('publish');
    await world.transport.close();
    assert.is((await broker.peers[0]!.get('disconnect')).reasonCode, 0);
    assert.is(await waiting, 'closed');
    assert.is(await codeOf(world.transport.send(bytes('x'), 'controller/1')), 'closed');
    assert.is(world.transport.status, 'Disabled');
    assert.is(world.clock.waiting, 0, 'no timer is left');
  },
);

test('settings that can never work are not tried', async () => {
  const world = openMqtt({ responseTopicConfigured: 'a/#' });
  assert.is(world.transport.status, 'Error_Misconfigured');
  assert.is(world.clock.waiting, 0);
  await world.transport.close();
});

test.run();
