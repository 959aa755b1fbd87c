import * as net from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  connectionStableMs,
  mqttAcknowledgeMsMax,
  mqttCloseMsMax,
  mqttConnectMsMax,
  mqttPacketBytesMax,
  tryMsMax,
} from '../../../agent/mtp/limits.ts';
import { dialWith } from '../../../agent/mtp/mqtt-dial.ts';
import type { MqttOptions } from '../../../agent/mtp/mqtt-options.ts';
import { type BrokerScript, type ScriptedBroker, startBroker } from '../../helpers/broker.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { freePort } from '../../helpers/mosquitto.ts';
import { bytes, type MqttWorld, openMqtt } from '../../helpers/mqtt.ts';
import { seededRandom } from '../../helpers/random.ts';
import { PatientClock } from '../../helpers/rest.ts';
import { until } from '../../helpers/until.ts';

interface TroubledWorld extends MqttWorld {
  /** The virtual times at which tries began. */
  triesMs: number[];
}

function openWatched(options: Partial<MqttOptions>): TroubledWorld {
  const clock = new PatientClock();
  const triesMs: number[] = [];
  const dial = dialWith(clock);
  const connect: typeof dial = (settings, begun) => {
    triesMs.push(clock.monotonicMs());
    return dial(settings, begun);
  };
  return { ...openMqtt(options, { clock, connect }), clock, triesMs };
}

/**
 * Lets four tries fail and sees the backoff of the standard: 5 to 10 s, 10 to 20 s, 20 to 40 s, with a second of
 * play, since the clock is moved by seconds. `provoke` does what makes the n-th try fail, if that needs doing.
 */
async function seesBackoff(world: TroubledWorld, provoke: (count: number) => Promise<unknown> = async () => {}) {
  const { clock, triesMs, transport } = world;
  for (let count = 1; count <= 4; count++) {
    await until(`try ${count}`, () => triesMs.length === count);
    await provoke(count);
    await until(`failure ${count}`, () => transport.stats.connectionErrors === count);
    if (count === 4) break;
    const failedMs = clock.monotonicMs();
    while (triesMs.length === count) await clock.advance(1_000);
    const pauseSeconds = (triesMs[count]! - failedMs) / 1_000;
    const low = 5 * 2 ** (count - 1);
    assert.ok(pauseSeconds >= low - 1 && pauseSeconds <= 2 * low, `pause ${count} was ${pauseSeconds} s`);
  }
}

const told = (world: MqttWorld) => world.lines.filter(line => line.startsWith('warning'));

async function withBroker(
  script: BrokerScript,
  options: Partial<MqttOptions>,
  tell: (broker: ScriptedBroker, world: TroubledWorld) => Promise<void>,
) {
  const broker = await startBroker(script);
  const world = openWatched({ brokerPort: broker.port, ...options });
  try {
    await tell(broker, world);
  } finally {
    await world.transport.close();
    await broker.stop();
  }
}

test('a broker that takes the connection and says nothing', () =>
  withBroker({ connack: () => undefined }, {}, async (broker, world) => {
    await seesBackoff(world, async count => {
      await (await broker.peer(count)).get('connect');
      await world.clock.advance(mqttConnectMsMax);
    });
    assert.equal(told(world), ['warning: MQTT mqtt-1: the broker did not answer in time']);
    assert.equal(world.statuses, ['Connecting', 'Error_BrokerUnreachable']);
  }));

test('a broker that never answers SUBSCRIBE', () =>
  withBroker({ suback: () => undefined }, {}, async (broker, world) => {
    await (await broker.peer()).get('subscribe');
    await world.clock.advance(mqttConnectMsMax);
    await until('the end', () => broker.peers[0]!.isClosed);
    assert.is(world.connected.length, 0);
    assert.is(told(world).length, 1);
  }));

test('a broker that closes at once', () =>
  withBroker({ connack: () => undefined, sees: (_packet, peer) => peer.socket.end() }, {}, async (_broker, world) => {
    await seesBackoff(world);
    assert.equal(told(world), ['warning: MQTT mqtt-1: the broker closed the connection']);
  }));

test('a broker that accepts and closes: no reconnect storm, one line, and the count goes on', () =>
  withBroker(
    { sees: (packet, peer) => packet.cmd === 'publish' && peer.socket.destroy() },
    {},
    async (_broker, world) => {
      await seesBackoff(world, async count => {
        await world.isReady(count);
        world.transport.send(bytes('x'), 'c').catch(() => {});
      });
      assert.is(told(world).length, 1);
      assert.is(world.lines.length, 2, 'connected, and closed');
      assert.is(world.disconnected.length, 4);
    },
  ));

test('R-MQTT.10: each refusal of MQTT 5.0 is told once, with its reason, and tried again', async () => {
  const codes = [
    0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8c, 0x90, 0x95, 0x97, 0x99, 0x9a, 0x9b, 0x9c,
    0x9d, 0x9f,
  ];
  for (const reasonCode of codes) {
    await withBroker({ connack: () => ({ reasonCode }) }, {}, async (broker, world) => {
      await seesBackoff(world);
      assert.is(told(world).length, 1);
      assert.match(told(world)[0]!, new RegExp(`Connection refused: [A-Z].* \\(reason code ${reasonCode}\\)`));
      assert.is(world.connected.length, 0);
      assert.is(broker.peers.length, 4);
    });
  }
});

test('R-MQTT.10: each refusal of MQTT 3.1.1', async () => {
  for (const returnCode of [1, 2, 3, 4, 5]) {
    await withBroker({ connack: () => ({ returnCode }) }, { protocolVersion: '3.1.1' }, async (_broker, world) => {
      await seesBackoff(world);
      assert.is(told(world).length, 1);
      assert.is(world.transport.status, returnCode === 3 ? 'Error_BrokerUnreachable' : 'Error_Misconfigured');
    });
  }
});

test('nobody listens', async () => {
  const world = openWatched({ brokerPort: await freePort() });
  await seesBackoff(world);
  assert.is(told(world).length, 1);
  assert.match(told(world)[0]!, /ECONNREFUSED/);
  await world.transport.close();
});

test('a name that does not exist', async () => {
  const world = openWatched({ brokerAddress: 'broker.invalid' });
  await seesBackoff(world);
  assert.is(told(world).length, 1);
  assert.match(told(world)[0]!, /broker\.invalid/);
  assert.is(world.transport.status, 'Error_BrokerUnreachable');
  await world.transport.close();
});

test('R-MQTT.33: after a connection that lasted, the first interval; trouble that is over is told as such', () =>
  withBroker({}, {}, async (broker, world) => {
    const { clock, triesMs } = world;
    for (const count of [1, 2]) {
      await world.isReady(count);
      await clock.advance(connectionStableMs);
      broker.peers[count - 1]!.send({ cmd: 'disconnect', reasonCode: 0x8b });
      await until('the loss', () => world.disconnected.length === count);
      const lostMs = clock.monotonicMs();
      while (triesMs.length === count) await clock.advance(1_000);
      const pauseSeconds = (triesMs[count]! - lostMs) / 1_000;
      assert.ok(pauseSeconds >= 5 && pauseSeconds <= 10, `${pauseSeconds} s`);
    }
    assert.equal(world.lines, [
      `info: MQTT mqtt-1: connected to 127.0.0.1:${broker.port}, listens at "agent"`,
      'warning: MQTT mqtt-1: the broker ended the connection: Server shutting down (reason code 139)',
      `notice: MQTT mqtt-1: connected to 127.0.0.1:${broker.port}, listens at "agent"; it lasts`,
      'warning: MQTT mqtt-1: the broker ended the connection: Server shutting down (reason code 139)',
    ]);
  }));

test('a broker that acknowledges nothing is left, and what it did not acknowledge is given back', () =>
  withBroker({ puback: () => undefined }, { keepAliveTime: 0 }, async (broker, world) => {
    await world.isReady();
    const code = (text: string) => world.transport.send(bytes(text), 'c').catch(error => error.code);
    const codes = ['one', 'two'].map(code);
    await broker.peers[0]!.get('publish', 2);
    await world.clock.advance(mqttAcknowledgeMsMax);
    assert.equal(await Promise.all(codes), ['timeout', 'not-connected']);
    assert.is(world.disconnected.length, 1);
  }));

test('a broker that does not answer PINGREQ is left after one and a half keep alives', () =>
  withBroker({}, { keepAliveTime: 40 }, async (broker, world) => {
    await world.isReady();
    broker.peers[0]!.socket.pause();
    await world.clock.advance(59_000);
    assert.is(world.disconnected.length, 0);
    await world.clock.advance(2_000);
    assert.is(world.disconnected.length, 1);
  }));

test('a broker that acknowledges is not left, however far behind it is', () =>
  withBroker({ pingresp: () => false }, { keepAliveTime: 40 }, async (_, world) => {
    await world.isReady();
    for (let seconds = 0; seconds < 200; seconds += 10) {
      await world.transport.send(bytes('x'), 'controller/1');
      await world.clock.advance(10_000);
    }
    assert.is(world.disconnected.length, 0);
    await world.clock.advance(61_000);
    assert.is(world.disconnected.length, 1, 'it has stopped');
  }));

test('an acknowledgement that comes late does not put off the next PINGREQ', () =>
  withBroker({ puback: () => undefined }, { keepAliveTime: 40 }, async (broker, world) => {
    await world.isReady();
    const peer = broker.peers[0]!;
    const sending = world.transport.send(bytes('x'), 'controller/1');
    const { messageId } = await peer.get('publish');
    await world.clock.advance(25_000);
    peer.send({ cmd: 'puback', messageId: messageId!, reasonCode: 0 });
    await sending;
    await world.clock.advance(16_000);
    await peer.get('pingreq');
  }));

test('a packet beyond our limit ends the connection before it is collected', () =>
  withBroker({}, { protocolVersion: '3.1.1' }, async (broker, world) => {
    await world.isReady();
    const peer = broker.peers[0]!;
    peer.socket.write(Uint8Array.of(0x30, 0xff, 0xff, 0xff, 0x7f));
    await peer.closed();
    assert.match(told(world)[0]!, /longer than our limit/);
  }));

test('a Record beyond our limit is dropped, and the connection stays', () =>
  withBroker({}, {}, async (broker, world) => {
    await world.isReady();
    const peer = broker.peers[0]!;
    const packet = { cmd: 'publish', topic: 'agent', dup: false, retain: false, qos: 1, messageId: 7 } as const;
    peer.send({ ...packet, payload: Buffer.alloc(mqttPacketBytesMax - 100) });
    peer.send({ ...packet, payload: 'small' });
    await until('the small one', () => world.received.length === 1);
    assert.is(world.received[0]!.text, 'small');
    await peer.get('puback', 2);
    assert.match(told(world)[0]!, /too-large/);
  }));

test('each delivery at QoS 1 is acknowledged once, at QoS 0 not at all', () =>
  withBroker({}, {}, async (broker, world) => {
    await world.isReady();
    const peer = broker.peers[0]!;
    const publish = { cmd: 'publish', topic: 'agent', payload: 'x', dup: false, retain: false } as const;
    for (const messageId of [1, 513, 0xffff]) peer.send({ ...publish, qos: 1, messageId });
    peer.send({ ...publish, qos: 0 });
    peer.send({ ...publish, qos: 1, messageId: 2 });
    await peer.get('puback', 4);
    const told = peer.all('puback').map(({ messageId, reasonCode = 0 }) => [messageId, reasonCode]);
    assert.equal(
      told,
      [1, 513, 0xffff, 2].map(id => [id, 0]),
    );
    assert.is(world.received.length, 5);
  }));

test('an acknowledgement of nothing is ignored, of a subscription it ends the connection', () =>
  withBroker({}, {}, async (broker, world) => {
    await world.isReady();
    const peer = broker.peers[0]!;
    peer.send({ cmd: 'puback', messageId: 4711, reasonCode: 0 });
    await world.transport.send(bytes('x'), 'controller/1');
    assert.is(world.disconnected.length, 0);
    broker.script = { suback: () => undefined };
    world.transport.setSubscriptions([{ topic: 'other', qos: 1 }]);
    const { messageId } = await peer.get('subscribe', 2);
    peer.send({ cmd: 'puback', messageId: messageId!, reasonCode: 0 });
    await peer.closed();
    assert.match(told(world)[0]!, /does not answer the subscribe/);
  }));

test('a delivery at QoS 2, which was not granted, ends the connection', () =>
  withBroker({}, {}, async (broker, world) => {
    await world.isReady();
    broker.peers[0]!.send({
      cmd: 'publish',
      topic: 'agent',
      payload: 'x',
      dup: false,
      retain: false,
      qos: 2,
      messageId: 7,
    });
    await broker.peers[0]!.closed();
    assert.is(world.received.length, 0);
  }));

for (const [what, bytes, line] of [
  [
    'a CONNACK that states Server Keep Alive twice',
    [0x20, 9, 0, 0, 6, 0x13, 0, 5, 0x13, 0, 5],
    'states serverKeepAlive twice',
  ],
  ['a PUBLISH at QoS 1 without an identifier', [0x20, 3, 0, 0, 0, 0x32, 4, 0, 2, 0, 0], 'without a packet identifier'],
  ['a PUBREL of nothing', [0x20, 3, 0, 0, 0, 0x62, 0], 'delivered at a QoS that it did not grant'],
] as const) {
  test(`${what} ends the connection, not the agent`, () => {
    const sees: BrokerScript['sees'] = (packet, peer) =>
      packet.cmd === 'connect' && peer.socket.write(Uint8Array.from(bytes));
    return withBroker({ sees, connack: () => undefined }, {}, async (_broker, world) => {
      await seesBackoff(world);
      assert.is(told(world).length, 1);
      assert.match(told(world)[0] ?? '', line);
    });
  });
}

test('garbage from a broker ends a connection, never the agent', () =>
  withBroker({}, {}, async (broker, world) => {
    const random = seededRandom(20_261);
    for (let count = 1; count <= 40; count++) {
      await world.isReady(count);
      const { socket } = broker.peers[count - 1]!;
      // A plausible first byte and length, so that each parser is reached; then anything.
      const type = 1 + Math.floor(random.fraction() * 15);
      const body = random.bytes(Math.floor(random.fraction() * 60));
      socket.write(Uint8Array.of(type << 4, body.length, ...body));
      socket.write(random.bytes(200));
      socket.end();
      await until('the loss', () => world.disconnected.length === count);
      while (world.triesMs.length === count) await world.clock.advance(100_000);
    }
  }));

test('a broker that does not read cannot hold up the close', () =>
  withBroker({}, {}, async (broker, world) => {
    await world.isReady();
    broker.peers[0]!.socket.pause();
    const closing = world.transport.close();
    await world.clock.advance(mqttCloseMsMax);
    await closing;
    assert.is(world.clock.waiting, 0);
  }));

test('close while the connection is being made leaves nothing behind', async () => {
  const held: net.Socket[] = [];
  const server = net.createServer(socket => held.push(socket.on('error', () => {})));
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const world = openWatched({ brokerPort: (server.address() as net.AddressInfo).port });
  await until('the try', () => held.length === 1);
  await world.transport.close();
  await until('the end', () => held[0]!.readableEnded || held[0]!.destroyed || held[0]!.resume().closed);
  assert.is(world.clock.waiting, 0);
  assert.equal(world.lines, []);
  await new Promise(done => server.close(done));
});

test('a try that no timer ends is a stall; an outage is none', async () => {
  const port = await freePort();
  const outage = openWatched({ brokerPort: port });
  for (let count = 1; count <= 3; count++) {
    await until(`failure ${count}`, () => outage.transport.stats.connectionErrors === count);
    while (outage.triesMs.length === count) {
      assert.not.ok(outage.transport.isStalled?.());
      await outage.clock.advance(1_000);
    }
  }
  await outage.transport.close();
  const clock = new VirtualClock();
  clock.after = () => ({ stop: () => {} });
  const { transport } = openMqtt({ brokerPort: port }, { clock, connect: () => new Promise(() => {}) });
  await clock.advance(tryMsMax);
  assert.not.ok(transport.isStalled?.());
  await clock.advance(1);
  assert.ok(transport.isStalled?.());
  await transport.close();
  assert.not.ok(transport.isStalled?.());
});

test.run();
