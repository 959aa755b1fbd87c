// Records on their way to a broker that is quick, slow or deaf: scripted brokers, virtual time.
import { PassThrough, Writable } from 'node:stream';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mqttAcknowledgeMsMax, mqttCorkedBytesMax, mqttWaitingBytesMax } from '../../../agent/mtp/limits.ts';
import { TurnCork } from '../../../agent/mtp/mqtt-cork.ts';
import { codeOf, story } from '../../helpers/mqtt.ts';
import { until } from '../../helpers/until.ts';

const turn = () => new Promise<void>(resolve => setImmediate(resolve));

/** A stream that writes down the sizes of what reaches it together. */
function recorder() {
  const writes: number[][] = [];
  const stream = new Writable({
    writev(chunks, done) {
      writes.push(chunks.map(({ chunk }) => (chunk as Uint8Array).length));
      done();
    },
  });
  return { stream, writes };
}

test('what is written in one turn leaves together, and the next turn begins anew', async () => {
  const { stream, writes } = recorder();
  const cork = new TurnCork(stream);
  for (const size of [1, 2, 3]) {
    cork.hold();
    stream.write(new Uint8Array(size));
  }
  assert.equal(writes, []);
  await turn();
  cork.hold();
  stream.write(new Uint8Array(4));
  await turn();
  assert.equal(writes, [[1, 2, 3], [4]]);
  assert.is(stream.writableCorked, 0);
});

test('what is worth a write does not wait for the end of the turn', async () => {
  const { stream, writes } = recorder();
  const cork = new TurnCork(stream);
  for (let i = 0; i < 3; i++) {
    cork.hold();
    stream.write(new Uint8Array(mqttCorkedBytesMax));
  }
  assert.equal(writes.flat(), [mqttCorkedBytesMax, mqttCorkedBytesMax]);
  await turn();
  assert.is(writes.flat().length, 3);
});

test('a stream that ends while it is held does so quietly', async () => {
  const stream = new PassThrough();
  new TurnCork(stream).hold();
  stream.destroy();
  await turn();
  assert.ok(stream.destroyed);
});

story(
  'QoS 0: a broker that does not read is waited for within our limits, and served when it reads again',
  {},
  { publishQoS: 0 },
  async (broker, world) => {
    await world.isReady();
    const { socket } = await broker.peer();
    socket.pause();
    const record = new Uint8Array(mqttWaitingBytesMax / 8);
    const sends = Array.from({ length: 100 }, () => codeOf(world.transport.send(record, 'c')));
    const refused = (await Promise.race([Promise.all(sends), turn().then(() => [])])) as string[];
    assert.equal(refused, [], 'some wait');
    socket.resume();
    const codes = await Promise.all(sends);
    const sent = codes.filter(code => code === 'sent').length;
    assert.ok(sent > 8 && sent < 100, `${sent} were sent`);
    assert.is(codes.filter(code => code === 'queue-full').length, 100 - sent);
    await until('what was sent', () => broker.peers[0]!.all('publish').length === sent);
    assert.is(world.transport.stats.publishErrors, 100 - sent);
    await world.transport.send(record, 'c');
  },
);

story(
  'QoS 0: a broker that never reads again is left',
  {},
  { publishQoS: 0, keepAliveTime: 0 },
  async (broker, world) => {
    await world.isReady();
    (await broker.peer()).socket.pause();
    // More than the kernel's own buffers take.
    const record = new Uint8Array(mqttWaitingBytesMax);
    const sends = Array.from({ length: 20 }, () => codeOf(world.transport.send(record, 'c')));
    await world.clock.advance(mqttAcknowledgeMsMax + 1);
    assert.equal([...new Set(await Promise.all(sends))].sort(), ['not-connected', 'queue-full', 'timeout']);
    assert.is(world.disconnected.length, 1);
  },
);

let answered = 0;
story(
  'the time to acknowledge is counted for each Record from its own writing',
  { puback: () => (++answered === 1 ? 0 : undefined) },
  {},
  async (broker, world) => {
    await world.isReady();
    await world.transport.send(new Uint8Array(1), 'c');
    await world.clock.advance(mqttAcknowledgeMsMax - 1_000);
    const second = codeOf(world.transport.send(new Uint8Array(2), 'c'));
    await (await broker.peer()).get('publish', 2);
    await world.clock.advance(2_000);
    assert.is(world.disconnected.length, 0, 'the second one still has time');
    await world.clock.advance(mqttAcknowledgeMsMax);
    assert.is(await second, 'timeout');
  },
);

test.run();
