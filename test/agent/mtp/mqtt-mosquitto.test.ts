import { connectAsync, type IPublishPacket, type MqttClient } from 'mqtt';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { connectionStableMs } from '../../../agent/mtp/limits.ts';
import type { MqttOptions } from '../../../agent/mtp/mqtt-options.ts';
import { type Mosquitto, mosquittoIsMissing, startMosquitto } from '../../helpers/mosquitto.ts';
import { bytes, codeOf, openMqtt } from '../../helpers/mqtt.ts';
import { notRun } from '../../helpers/not-run.ts';
import { until } from '../../helpers/until.ts';

/** A Controller that knows MQTT and nothing of ours. */
async function controller(port: number, protocolVersion: 4 | 5, topic: string) {
  const client: MqttClient = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion });
  const received: IPublishPacket[] = [];
  client.on('message', (_topic, _payload, packet) => received.push(packet));
  await client.subscribeAsync(topic, { qos: 1 });
  return { client, received };
}

async function withMosquitto(lines: string[] | undefined, tell: (broker: Mosquitto) => Promise<void>) {
  const broker = await startMosquitto(lines);
  try {
    await tell(broker);
  } finally {
    await broker.remove();
  }
}

const agent: Partial<MqttOptions> = {
  responseTopicConfigured: 'usp/agent/1',
  subscriptions: [{ topic: 'usp/agent/1', qos: 1 }],
};

test('mosquitto is here, or its absence is said', () => {
  if (mosquittoIsMissing) notRun(`MQTT with a real broker: ${mosquittoIsMissing}`);
  assert.ok(mosquittoIsMissing === undefined || mosquittoIsMissing.length > 0);
});

function story(name: string, lines: string[] | undefined, tell: (broker: Mosquitto) => Promise<void>): void {
  if (!mosquittoIsMissing) test(name, () => withMosquitto(lines, tell));
}

story('MQTT 5.0: a request and its response', undefined, async broker => {
  const world = openMqtt({ ...agent, brokerPort: broker.port });
  const { client, received } = await controller(broker.port, 5, 'usp/controller/1');
  await world.isReady();
  const properties = { responseTopic: 'usp/controller/1', contentType: 'usp.msg' };
  await client.publishAsync('usp/agent/1', 'request', { qos: 1, properties });
  await until('the request', () => world.received.length === 1);
  assert.equal(world.received[0], {
    text: 'request',
    origin: { protocol: 'MQTT', transport: 'mqtt-1', isSecure: false, isLoopback: true, replyTo: 'usp/controller/1' },
  });
  await world.transport.send(bytes('response'), 'usp/controller/1');
  await until('the response', () => received.length === 1);
  assert.is(String(received[0]!.payload), 'response');
  assert.is(received[0]!.properties!.responseTopic, 'usp/agent/1');
  assert.is(received[0]!.properties!.contentType, 'usp.msg');
  assert.is(world.assigned.length, 1, 'mosquitto assigns a ClientId');
  await client.endAsync();
  await world.transport.close();
});

story('MQTT 3.1.1: a request and its response', undefined, async broker => {
  const world = openMqtt({ ...agent, brokerPort: broker.port, protocolVersion: '3.1.1' });
  const { client, received } = await controller(broker.port, 4, 'usp/controller/1/#');
  await world.isReady();
  await client.publishAsync('usp/agent/1/reply-to=usp%2Fcontroller%2F1', 'request', { qos: 1 });
  await client.publishAsync('usp/agent/1', 'no place to answer', { qos: 1 });
  await until('the requests', () => world.received.length === 2);
  assert.equal(
    world.received.map(({ text, origin }) => [text, origin.replyTo]),
    [
      ['request', 'usp/controller/1'],
      ['no place to answer', undefined],
    ],
  );
  await world.transport.send(bytes('response'), 'usp/controller/1');
  await until('the response', () => received.length === 1);
  assert.is(received[0]!.topic, 'usp/controller/1/reply-to=usp%2Fagent%2F1');
  await client.endAsync();
  await world.transport.close();
});

story('a broker that restarts is found again, and Records flow again', undefined, async broker => {
  const world = openMqtt({ ...agent, brokerPort: broker.port, clientID: 'agent-1' });
  await world.isReady();
  await world.clock.advance(connectionStableMs);
  await broker.stop();
  await until('the loss', () => world.disconnected.length === 1);
  assert.is(await codeOf(world.transport.send(bytes('x'), 'c')), 'not-connected');
  await world.clock.advance(10_000);
  await until('a failed try', () => world.transport.stats.connectionErrors === 2);
  await broker.start();
  await world.clock.advance(20_000);
  await world.isReady(2);
  const { client, received } = await controller(broker.port, 5, 'usp/controller/1');
  await world.transport.send(bytes('back'), 'usp/controller/1');
  await client.publishAsync('usp/agent/1', 'heard', { qos: 1 });
  await until('both', () => received.length === 1 && world.received.length === 1);
  await client.endAsync();
  await world.transport.close();
});

story('a session keeps requests for an agent that is away', undefined, async broker => {
  const session = {
    ...agent,
    brokerPort: broker.port,
    clientID: 'agent-1',
    cleanStart: false,
    sessionExpiryInterval: 600,
  };
  const before = openMqtt(session);
  await before.isReady();
  await before.transport.close();
  const { client } = await controller(broker.port, 5, 'usp/controller/1');
  for (const text of ['one', 'two']) await client.publishAsync('usp/agent/1', text, { qos: 1 });
  const after = openMqtt(session);
  await until('both', () => after.received.length === 2);
  assert.equal(
    after.received.map(({ text }) => text),
    ['one', 'two'],
  );
  await client.endAsync();
  await after.transport.close();
});

story('retained requests are not carried out, over either version', undefined, async broker => {
  const { client } = await controller(broker.port, 5, 'usp/controller/1');
  await client.publishAsync('usp/agent/1', 'stale', { qos: 1, retain: true });
  for (const protocolVersion of ['5.0', '3.1.1'] as const) {
    const world = openMqtt({ ...agent, brokerPort: broker.port, protocolVersion });
    await world.isReady();
    await client.publishAsync('usp/agent/1', 'fresh', { qos: 1 });
    await until('the fresh one', () => world.received.length > 0);
    assert.equal(
      world.received.map(({ text }) => text),
      ['fresh'],
    );
    await world.transport.close();
  }
  await client.endAsync();
});

story('credentials that the broker refuses', ['allow_anonymous false'], async broker => {
  for (const protocolVersion of ['5.0', '3.1.1'] as const) {
    const world = openMqtt({ ...agent, brokerPort: broker.port, protocolVersion, username: 'a', password: 'b' });
    await until('the refusal', () => world.transport.status === 'Error_Misconfigured');
    assert.match(world.lines.join(), /Not authorized/);
    await world.transport.close();
  }
});

story('a broker that limits its packets', ['allow_anonymous true', 'max_packet_size 300'], async broker => {
  const world = openMqtt({ ...agent, brokerPort: broker.port });
  await world.isReady();
  assert.is(await codeOf(world.transport.send(new Uint8Array(300), 'usp/controller/1')), 'too-large');
  assert.is(await codeOf(world.transport.send(new Uint8Array(100), 'usp/controller/1')), 'sent');
  await world.transport.close();
});

story('the Will is published when the agent is gone without a word, and not after close', undefined, async broker => {
  const { client, received } = await controller(broker.port, 5, 'gone');
  const will = { willEnable: true, willTopic: 'gone', willValue: 'agent-1', willDelayInterval: 0 };
  const polite = openMqtt({ ...agent, brokerPort: broker.port, ...will });
  await polite.isReady();
  await polite.transport.close();
  // The same ClientId again: the broker ends the older connection, whose Will it then publishes.
  const lost = openMqtt({ ...agent, brokerPort: broker.port, ...will, willValue: 'lost', clientID: 'agent-1' });
  await lost.isReady();
  const other = openMqtt({ ...agent, brokerPort: broker.port, clientID: 'agent-1' });
  await until('the Will', () => received.length > 0);
  assert.equal(
    received.map(({ payload }) => String(payload)),
    ['lost'],
  );
  await until('the loss', () => lost.disconnected.length === 1);
  for (const world of [lost, other]) await world.transport.close();
  await client.endAsync();
});

test.run();
