import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mqttInFlightMax, mqttWaitingMax } from '../../../agent/mtp/limits.ts';
import { bytes, codeOf, story } from '../../helpers/mqtt.ts';
import { until } from '../../helpers/until.ts';

const message = { cmd: 'publish', qos: 0, dup: false, retain: false } as const;

story(
  'R-MQTT.18, .22, .23, .27: a Record goes out with its properties, and PUBACK settles it',
  {},
  { responseTopicConfigured: 'answers' },
  async (broker, world) => {
    await world.isReady();
    await world.transport.send(bytes('a record'), 'controller/1');
    const publish = await broker.peers[0]!.get('publish');
    assert.is(publish.topic, 'controller/1');
    assert.is(String(publish.payload), 'a record');
    assert.is(publish.qos, 1);
    assert.is(publish.retain, false);
    assert.equal({ ...publish.properties }, { responseTopic: 'answers', contentType: 'usp.msg' });
  },
);

story(
  'R-MQTT.20: QoS 0, and a broker whose Maximum QoS is 0',
  { connack: () => ({ properties: { maximumQoS: 0 } }) },
  {},
  async (broker, world) => {
    await world.isReady();
    await world.transport.send(bytes('x'), 'controller/1');
    assert.is((await broker.peers[0]!.get('publish')).qos, 0);
  },
);

story('R-MQTT.26, R-MQTT.27a: a received Record and where its answer goes', {}, {}, async (broker, world) => {
  await world.isReady();
  const properties = { responseTopic: 'controller/answers', contentType: 'usp.msg' };
  broker.peers[0]!.send({ ...message, topic: 'agent', payload: 'request', properties });
  broker.peers[0]!.send({
    ...message,
    topic: 'agent',
    payload: 'not for us',
    properties: { contentType: 'text/plain' },
  });
  broker.peers[0]!.send({ ...message, topic: 'agent', payload: 'plain' });
  await until('two records', () => world.received.length === 2);
  const origin = { protocol: 'MQTT', transport: 'mqtt-1', isSecure: false, isLoopback: true };
  assert.equal(world.received, [
    { text: 'request', origin: { ...origin, replyTo: 'controller/answers' } },
    { text: 'plain', origin },
  ]);
});

story(
  'R-MQTT.15, .24, .25: over 3.1.1 the answer’s topic travels in the topic name',
  {},
  { protocolVersion: '3.1.1', responseTopicConfigured: 'agent' },
  async (broker, world) => {
    await world.isReady();
    const peer = broker.peers[0]!;
    assert.equal(
      (await peer.get('subscribe')).subscriptions.map(({ topic }) => topic),
      ['agent', 'agent/+'],
    );
    peer.send({ ...message, topic: 'agent/reply-to=to%2Fcontroller', payload: 'request' });
    await until('the record', () => world.received.length === 1);
    assert.is(world.received[0]!.origin.replyTo, 'to/controller');
    await world.transport.send(bytes('response'), 'to/controller');
    assert.is((await peer.get('publish')).topic, 'to/controller/reply-to=agent');
    assert.equal(world.connected, [{ mqttVersion: '3.1.1', subscribedTopic: 'agent' }]);
  },
);

story('a retained request is not carried out, and is told of once', {}, {}, async (broker, world) => {
  await world.isReady();
  for (const payload of ['stale', 'stale too'])
    broker.peers[0]!.send({ ...message, topic: 'agent', payload, retain: true });
  broker.peers[0]!.send({ ...message, topic: 'agent', payload: 'fresh' });
  await until('the fresh record', () => world.received.length > 0);
  assert.is(world.received[0]!.text, 'fresh');
  assert.is(world.lines.filter(line => line.includes('retained')).length, 1);
});

story(
  'a message before the SUBACK is kept until it may be answered',
  { suback: () => undefined },
  { cleanStart: false, clientID: 'me' },
  async (broker, world) => {
    const peer = await broker.peer();
    const { messageId } = await peer.get('subscribe');
    peer.send({ ...message, topic: 'agent', payload: 'queued for us', qos: 1, messageId: 3 });
    await peer.get('puback');
    assert.equal(world.received, []);
    peer.send({ cmd: 'suback', messageId: messageId!, granted: [1] });
    await world.isReady();
    assert.equal(
      world.received.map(({ text }) => text),
      ['queued for us'],
    );
  },
);

story('a PUBACK that refuses is told', { puback: () => 0x87 }, {}, async (_broker, world) => {
  await world.isReady();
  assert.is(await codeOf(world.transport.send(bytes('x'), 'controller/1')), 'refused');
  assert.is(world.transport.stats.publishErrors, 1);
});

story(
  'the broker’s packet size and odd addresses are respected',
  { connack: () => ({ properties: { maximumPacketSize: 100 } }) },
  {},
  async (broker, world) => {
    await world.isReady();
    assert.is(await codeOf(world.transport.send(new Uint8Array(100), 'c')), 'too-large');
    assert.is(await codeOf(world.transport.send(bytes('x'), 'c/#')), 'bad-address');
    await world.transport.send(bytes('x'), 'c');
    assert.is(broker.peers[0]!.all('publish').length, 1);
  },
);

story(
  'a PUBACK that says that nobody listens is told once for each topic',
  { puback: () => 16 },
  {},
  async (_, world) => {
    await world.isReady();
    for (const topic of ['controller/1', 'controller/2', 'controller/1']) {
      assert.is(await codeOf(world.transport.send(bytes('x'), topic)), 'sent');
    }
    const told = ['controller/1', 'controller/2'].map(topic => `warning: MQTT mqtt-1: nobody listens at "${topic}"`);
    assert.equal(world.lines.slice(1), told);
  },
);

const slow = { connack: () => ({ properties: { receiveMaximum: 3 } }), puback: () => undefined };
story(
  'no more than the broker’s Receive Maximum is in flight, and the queue behind it is bounded',
  slow,
  {},
  async (broker, world) => {
    await world.isReady();
    const sends = Array.from({ length: 3 + mqttWaitingMax + 33 }, (_, n) =>
      codeOf(world.transport.send(bytes(`${n}`), 'c')),
    );
    const peer = broker.peers[0]!;
    await peer.get('publish', 3);
    await world.clock.settle();
    assert.is(peer.all('publish').length, 3);
    for (const { messageId } of peer.all('publish')) peer.send({ cmd: 'puback', messageId: messageId!, reasonCode: 0 });
    await peer.get('publish', 6);
    assert.equal(
      peer.all('publish').map(({ payload }) => String(payload)),
      ['0', '1', '2', '3', '4', '5'],
    );
    peer.socket.destroy();
    const codes = await Promise.all(sends);
    const count = (wanted: string) => codes.filter(given => given === wanted).length;
    assert.equal([count('sent'), count('not-connected'), count('queue-full')], [3, mqttWaitingMax, 33]);
    assert.ok(mqttInFlightMax > 3);
  },
);

story('statistics count what went over the wire', {}, {}, async (_broker, world) => {
  await world.isReady();
  await world.transport.send(bytes('x'), 'c');
  const { stats } = world.transport;
  assert.is(stats.publishSent, 1);
  assert.is(stats.subscribeSent, 1);
  assert.is(stats.mqttMessagesSent, 3, 'CONNECT, SUBSCRIBE, PUBLISH');
  assert.is(stats.mqttMessagesReceived, 3, 'CONNACK, SUBACK, PUBACK');
  assert.is(stats.brokerConnectionEstablished, world.clock.wallMs());
});

test.run();
