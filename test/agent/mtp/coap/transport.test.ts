import dgram, { createSocket, type Socket } from 'node:dgram';
import { syncBuiltinESMExports } from 'node:module';
import { networkInterfaces } from 'node:os';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { encodeMessage } from '../../../../agent/mtp/coap/codec.ts';
import { type CoapOptions, type CoapTransport, createCoapTransport } from '../../../../agent/mtp/coap/transport.ts';
import { type Origin, TransportError, type Verdict } from '../../../../agent/record/transport.ts';
import { VirtualClock } from '../../../helpers/clock.ts';
import { seededRandom } from '../../../helpers/random.ts';
import { bytes, longRecord, request, uspOptions } from './rig.ts';

/** Whole transports on real loopback sockets, under virtual time. */

interface Side {
  transport: CoapTransport;
  clock: VirtualClock;
  got: { record: Uint8Array; origin: Origin }[];
  events: string[];
  lines: string[];
  verdict: Verdict;
}

const sides: Side[] = [];
test.after(() => Promise.all(sides.map(side => side.transport.close())).then(() => undefined));

function create(options: Partial<CoapOptions> = {}): Side {
  const clock = new VirtualClock();
  const lines: string[] = [];
  const transport = createCoapTransport(
    { name: 'coap-1', host: '127.0.0.1', port: 0, path: '/usp', ...options },
    { clock, random: seededRandom(1), log: (level, line) => void lines.push(`${level}: ${line}`) },
  );
  const side: Side = { transport, clock, lines, got: [], events: [], verdict: 'accepted' };
  sides.push(side);
  return side;
}

function open(side: Side): void {
  side.transport.open({
    received: (record, origin) => {
      side.got.push({ record, origin });
      return side.verdict;
    },
    connected: details => void side.events.push(`connected ${JSON.stringify(details)}`),
    disconnected: reason => void side.events.push(`disconnected ${reason}`),
  });
}

/** Lets sockets and the resolver work until `condition` holds, for half a minute at most. */
async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 30_000;
  while (!condition() && performance.now() < end) await new Promise(resolve => setImmediate(resolve));
  assert.ok(condition(), String(condition));
}

async function opened(options: Partial<CoapOptions> = {}): Promise<Side> {
  const side = create(options);
  open(side);
  await until(() => side.transport.isConnected());
  return side;
}

const errorOf = (promise: Promise<void>) =>
  promise.then(
    () => 'sent',
    error => (error instanceof TransportError ? error.code : String(error)),
  );

test('a long record goes from one endpoint to another, and the answer to its reply-to', async () => {
  const [agent, peer] = [await opened(), await opened({ path: '/controller/usp' })];
  assert.match(agent.transport.url()!, /^coap:\/\/127\.0\.0\.1:\d+\/usp$/);
  assert.equal(agent.events, ['connected {}']);
  const record = longRecord(5000);
  await agent.transport.send(record, peer.transport.url()!);
  const origin: Origin = {
    protocol: 'CoAP',
    transport: 'coap-1',
    replyTo: agent.transport.url()!,
    isSecure: false,
    isLoopback: true,
  };
  assert.equal(peer.got, [{ record, origin }]);
  await peer.transport.send(bytes(1), peer.got[0]!.origin.replyTo!);
  assert.equal(agent.got[0]?.record, bytes(1));
  agent.verdict = 'malformed';
  assert.is(await errorOf(peer.transport.send(bytes(1), agent.transport.url()!)), 'refused');
});

test('an endpoint on all addresses tells each peer the one that it sends from, unless one is configured', async () => {
  const peer = await opened({ replyHosts: () => ['agent.test'] });
  const agent = await opened({ host: '0.0.0.0' });
  await agent.transport.send(bytes(1), peer.transport.url()!);
  assert.match(peer.got[0]!.origin.replyTo!, /^coap:\/\/127\.0\.0\.1:\d+\/usp$/);
  const named = await opened({ host: '0.0.0.0', replyTo: 'coap://agent.test:9/x' });
  await named.transport.send(bytes(2), peer.transport.url()!);
  assert.is(peer.got[1]!.origin.replyTo, 'coap://agent.test:9/x');
});

test('host names are resolved; one that is unknown is a timeout [R-COAP.9]', async () => {
  const [agent, peer] = [await opened(), await opened()];
  const port = new URL(peer.transport.url()!).port;
  await agent.transport.send(bytes(1), `coap://localhost:${port}/usp`);
  assert.is(peer.got.length, 1);
  assert.is(await errorOf(agent.transport.send(bytes(1), 'coap://no..such/usp')), 'timeout');
});

test('addresses that are none are told at once, and coaps with its remedy', async () => {
  const agent = await opened();
  for (const address of [
    '',
    'usp/topic',
    'coap://',
    'coap://h/usp?x=y',
    'coap://h:0/',
    'coap://a b/',
    'coap://[::1]/usp',
  ])
    assert.is(await errorOf(agent.transport.send(bytes(1), address)), 'bad-address', address);
  const text = await agent.transport.send(bytes(1), 'coaps://127.0.0.1/usp').catch((error: Error) => error.message);
  assert.match(text!, /DTLS.*use coap:\/\/ .*or MQTT over TLS/);
});

test('options that cannot work are refused when the transport is made', () => {
  for (const options of [
    { host: 'localhost' },
    { path: '/a%' },
    { replyTo: 'coaps://h/' },
    { path: `/${'a'.repeat(256)}` },
  ])
    assert.throws(
      () => create(options),
      (error: TransportError) => error.code === 'bad-address',
    );
});

test('before it is bound nothing is sent, and after closing neither', async () => {
  const side = create();
  assert.is(side.transport.url(), undefined);
  assert.is(await errorOf(side.transport.send(bytes(1), 'coap://127.0.0.1/usp')), 'not-connected');
  open(side);
  await side.transport.close();
  await side.clock.settle();
  assert.is(await errorOf(side.transport.send(bytes(1), 'coap://127.0.0.1/usp')), 'closed');
  assert.equal([side.events, side.transport.isConnected(), side.clock.waiting], [[], false, 0]);
});

test('closing rejects what waits, and leaves no timer', async () => {
  const agent = await opened();
  const silent = createSocket('udp4').unref();
  await new Promise<void>(resolve => silent.bind(0, '127.0.0.1', resolve));
  const waiting = errorOf(agent.transport.send(bytes(1), `coap://127.0.0.1:${silent.address().port}/usp`));
  await until(() => agent.clock.waiting > 0);
  await agent.transport.close();
  assert.is(await waiting, 'closed');
  assert.is(agent.clock.waiting, 0);
  silent.close();
});

test('a port that is taken is logged once and tried again, less and less often, until it is free', async () => {
  const other = await opened();
  const port = Number(new URL(other.transport.url()!).port);
  const agent = create({ port });
  open(agent);
  await until(() => agent.clock.waiting === 1);
  for (let i = 0; i < 20; i++) {
    await agent.clock.advance(5000);
    await until(() => agent.clock.waiting === 1);
  }
  assert.is(agent.lines.length, 1);
  assert.match(agent.lines[0]!, /^error: CoAP cannot listen on 127\.0\.0\.1 port \d+: .*EADDRINUSE/);
  await other.transport.close();
  await agent.clock.advance(60_000);
  await until(() => agent.transport.isConnected());
  assert.is(agent.lines.length, 2);
  assert.equal(agent.events, ['connected {}']);
});

test('a socket that fails is told, and bound anew', async () => {
  const made: Socket[] = [];
  const original = dgram.createSocket;
  dgram.createSocket = ((type: 'udp4') => {
    const socket = original(type);
    made.push(socket);
    return socket;
  }) as typeof original;
  syncBuiltinESMExports();
  const agent = await opened();
  dgram.createSocket = original;
  syncBuiltinESMExports();
  made.at(-1)!.emit('error', new Error('network is gone'));
  assert.equal([agent.events.at(-1), agent.transport.isConnected()], ['disconnected network is gone', false]);
  assert.is(await errorOf(agent.transport.send(bytes(1), 'coap://127.0.0.1/usp')), 'not-connected');
  await agent.clock.advance(2000);
  await until(() => agent.transport.isConnected());
  assert.is(agent.events.at(-1), 'connected {}');
});

test('an exception of the owner ends nothing', async () => {
  const agent = create();
  agent.transport.open({
    received: () => {
      throw new Error('secret');
    },
    connected: () => undefined,
    disconnected: () => undefined,
  });
  await until(() => agent.transport.isConnected());
  const peer = await opened();
  for (let i = 0; i < 3; i++)
    assert.is(await errorOf(peer.transport.send(bytes(i), agent.transport.url()!)), 'refused');
  assert.equal(agent.lines.slice(1), ['warning: CoAP failed at a datagram: secret'], 'logged once');
});

const hasIPv6 = Object.values(networkInterfaces()).some(list => list?.some(({ address }) => address === '::1'));
if (!hasIPv6) console.log('NOT RUN: IPv6 (this machine has no ::1)');
else
  test('IPv6, and IPv4 through a socket for both', async () => {
    const [six, four, both] = [await opened({ host: '::1' }), await opened(), await opened({ host: '::' })];
    assert.match(six.transport.url()!, /^coap:\/\/\[::1\]:\d+\/usp$/);
    await both.transport.send(bytes(1), six.transport.url()!);
    await both.transport.send(bytes(2), four.transport.url()!);
    assert.match(six.got[0]!.origin.replyTo!, /^coap:\/\/\[::1\]:/);
    assert.match(four.got[0]!.origin.replyTo!, /^coap:\/\/127\.0\.0\.1:/);
    await four.transport.send(bytes(3), four.got[0]!.origin.replyTo!);
    await six.transport.send(bytes(4), six.got[0]!.origin.replyTo!);
    assert.equal(
      both.got.map(({ record, origin }) => [record[0], origin.isLoopback]),
      [
        [3, true],
        [4, true],
      ],
    );
  });

test('a burst of broken datagrams leaves the socket working', async () => {
  const agent = await opened();
  const port = Number(new URL(agent.transport.url()!).port);
  const socket = createSocket('udp4').unref();
  const answers: number[] = [];
  socket.on('message', answer => void answers.push(answer[1]!));
  const random = seededRandom(3);
  for (let i = 0; i < 200; i++) socket.send(random.bytes(1 + (i % 90)), port, '127.0.0.1');
  await new Promise<void>(resolve => setImmediate(resolve));
  const good = encodeMessage(request({ options: uspOptions('coap://127.0.0.1/usp') }));
  socket.send(good, port, '127.0.0.1');
  await until(() => answers.includes(0x44));
  assert.is(agent.got.length, 1);
  socket.close();
});

test.run();
