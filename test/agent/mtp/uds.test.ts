import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  recordBytesMax,
  udsCloseMsMax,
  udsConnectionsMax,
  udsHandshakeMsMax,
  udsReceivedMax,
  udsUnreadBytesMax,
} from '../../../agent/mtp/limits.ts';
import { createUdsTransport, type UdsOptions } from '../../../agent/mtp/uds.ts';
import { connectUds, udsRetryMs } from '../../../agent/mtp/uds-client.ts';
import { encodeFrame, FrameReader, type Tlv } from '../../../agent/mtp/uds-frame.ts';
import type { Origin, Transport, Verdict } from '../../../agent/record/transport.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { seededRandom } from '../../helpers/random.ts';
import { PatientClock } from '../../helpers/rest.ts';
import { until } from '../../helpers/until.ts';

const agentId = 'os::012345-uspi-1';
const bytes = (text: string) => new TextEncoder().encode(text);
const string = (record: Uint8Array) => new TextDecoder().decode(record);
const code = (sending: Promise<unknown>) =>
  sending.then(
    () => 'done',
    error => error.code as string,
  );

interface World {
  path: string;
  clock: VirtualClock;
  transport: Transport;
  lines: string[];
  received: { text: string; origin: Origin }[];
  connected: { address?: string; endpointId?: string }[];
  disconnected: (string | undefined)[];
  verdict: Verdict;
  listens(): Promise<void>;
}

function openUds(path: string, options: Partial<UdsOptions> = {}): World {
  const clock = new PatientClock();
  const world: Omit<World, 'transport'> = {
    path,
    clock,
    lines: [],
    received: [],
    connected: [],
    disconnected: [],
    verdict: 'accepted',
    listens: () => until('the socket', () => world.lines.some(line => line.includes('uds: listens at'))),
  };
  const log = (level: string, line: string) => world.lines.push(`${level}: ${line}`);
  const transport = createUdsTransport(
    { name: 'uds', endpointId: agentId, path, ...options },
    { clock, random: seededRandom(1), log },
  );
  const full = Object.assign(world, { transport });
  transport.open({
    received: (record, origin) => {
      full.received.push({ text: string(record), origin });
      return full.verdict;
    },
    connected: details => full.connected.push(details),
    disconnected: (_reason, address) => full.disconnected.push(address),
  });
  return full;
}

/** Runs `tell` with a directory of its own and a transport that listens in it. */
async function withUds(tell: (world: World) => Promise<void>, options: Partial<UdsOptions> = {}): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'uspi-uds-'));
  const world = openUds(join(directory, 'run', 'uspi.sock'), options);
  try {
    await world.listens();
    await tell(world);
  } finally {
    await world.transport.close();
    rmSync(directory, { recursive: true });
  }
}

const connect = (world: World, id = 'self::local') => connectUds(world.path, id, world.clock);

/** A socket without manners: everything that it received, as TLVs. */
function rawSocket(path: string) {
  const socket = net.connect(path);
  const reader = new FrameReader(udsUnreadBytesMax);
  const tlvs: Tlv[] = [];
  socket.on('error', () => {});
  socket.on('data', chunk => tlvs.push(...reader.push(chunk).frames.flat()));
  const types = () => tlvs.map(({ type }) => type);
  return { socket, types, closed: () => until('the end', () => socket.destroyed) };
}

test('R-UDS.2, R-UDS.3, R-UDS.4, R-UDS.22: handshake, request, response', () =>
  withUds(async world => {
    const connection = await connect(world);
    assert.is(connection.peerEndpointId, agentId);
    assert.ok(world.transport.isConnected());
    assert.equal(world.connected, [{ address: 'uds#1', endpointId: 'self::local' }]);
    await connection.send(bytes('get'));
    await until('the request', () => world.received.length === 1);
    const origin = { protocol: 'UDS', transport: 'uds', replyTo: 'uds#1', isSecure: false, isLoopback: true };
    assert.equal(world.received, [{ text: 'get', origin: { ...origin, endpointId: 'self::local' } }]);
    await world.transport.send(bytes('response'), 'uds#1');
    assert.is(string(await connection.receive(1_000)), 'response');
    await world.transport.send(bytes('notify'), 'self::local');
    assert.is(string(await connection.receive(1_000)), 'notify');
    await connection.close();
    await until('the end', () => world.disconnected.length === 1);
    assert.equal(world.disconnected, ['uds#1']);
    assert.is(await code(world.transport.send(bytes('x'), 'self::local')), 'not-connected');
  }));

test('the socket is ours alone, and so is the directory that we make', () =>
  withUds(async world => {
    assert.is(statSync(world.path).mode & 0o777, 0o600);
    assert.is(statSync(join(world.path, '..')).mode & 0o777, 0o700);
  }));

test('close removes the socket and ends its connections', async () => {
  let path = '';
  await withUds(async world => {
    path = world.path;
    const connection = await connect(world);
    await world.transport.close();
    assert.is(await code(connection.receive(1_000)), 'closed');
    assert.not(existsSync(path));
    await until('the last timer', () => world.clock.waiting === 0);
  });
});

test('a second listener is refused, says so once, and takes over when the first is gone', () =>
  withUds(async first => {
    const second = openUds(first.path);
    await until('the refusal', () => second.lines.length > 0);
    assert.match(second.lines[0]!, /error: UDS uds: cannot listen: another agent listens/);
    for (let count = 0; count < 5; count++) await second.clock.advance(100_000);
    assert.is(second.lines.length, 1);
    await connect(first);
    await first.transport.close();
    const isListening = () => second.lines.some(line => line.includes('uds: listens at'));
    for (let tries = 0; tries < 100 && !isListening(); tries++) await second.clock.advance(100_000);
    await second.listens();
    await connect(second);
    await second.transport.close();
  }));

test('a socket that a killed agent left behind is removed; a file that is none stays', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'uspi-uds-'));
  const path = join(directory, 'uspi.sock');
  // A server in another process, killed without a chance to tidy up.
  const script = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise(done => child.stdout.once('data', done));
  const ended = new Promise(done => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
  assert.ok(existsSync(path));
  const world = openUds(path);
  await world.listens();
  await connect(world);
  await world.transport.close();

  writeFileSync(path, 'precious');
  const other = openUds(path);
  await until('the refusal', () => other.lines.length > 0);
  assert.match(other.lines[0]!, /is no socket/);
  await other.transport.close();
  assert.ok(existsSync(path));
  rmSync(directory, { recursive: true });
});

for (const [path, why] of [
  [`/tmp/${'x'.repeat(120)}/uspi.sock`, /too long/],
  ['/dev/null/uspi/uspi.sock', /ENOTDIR: .*'\/dev\/null\/uspi/],
] as const) {
  test(`a path that no socket can have is told, with the key that names it: ${path.slice(0, 20)}`, async () => {
    const world = openUds(path);
    await until('the refusal', () => world.lines.length > 0);
    assert.match(world.lines[0]!, why);
    assert.match(world.lines[0]!, /; remedy: in \[agent\], "socket" with a path where this user may write$/);
    await world.transport.close();
  });
}

test('where one connection an Endpoint ID is allowed, the newer one wins', () =>
  withUds(
    async world => {
      const older = await connect(world);
      const newer = await connect(world);
      assert.is(await code(older.receive(1_000)), 'refused');
      await until('the end', () => world.disconnected.length === 1);
      await world.transport.send(bytes('x'), 'self::local');
      assert.is(string(await newer.receive(1_000)), 'x');
      await connect(world, 'self::other');
      assert.is(world.connected.length, 3);
    },
    { connectionsPerEndpointMax: 1 },
  ));

test('several connections of an Endpoint ID: each gets what is sent to it, all what is sent to the name', () =>
  withUds(async world => {
    const [watch, get] = [await connect(world), await connect(world)];
    await world.transport.send(bytes('notify'), 'self::local');
    await world.transport.send(bytes('answer'), 'uds#2');
    assert.is(string(await watch.receive(1_000)), 'notify');
    assert.is(string(await get.receive(1_000)), 'notify');
    assert.is(string(await get.receive(1_000)), 'answer');
    const nothing = code(watch.receive(1_000));
    await world.clock.advance(1_000);
    assert.is(await nothing, 'timeout');
  }));

test('more connections than the limit are told why they are closed', () =>
  withUds(async world => {
    for (let count = 0; count < udsConnectionsMax; count++) await connect(world, `self::${count}`);
    assert.is(await code(connect(world, 'self::late')), 'refused');
    assert.is(world.connected.length, udsConnectionsMax);
  }));

test('R-UDS.18: who says nothing is closed after 30 s', () =>
  withUds(async world => {
    const silent = rawSocket(world.path);
    await until('the connection', () => world.clock.waiting === 1);
    await world.clock.advance(udsHandshakeMsMax - 1);
    assert.not(silent.socket.destroyed);
    await world.clock.advance(1);
    await silent.closed();
    assert.equal(silent.types(), [2]);
  }));

test('R-UDS.23: a Record that is none is answered with an error and the end', () =>
  withUds(async world => {
    const connection = await connect(world);
    world.verdict = 'malformed';
    await connection.send(bytes('?'));
    assert.is(await code(connection.receive(1_000)), 'refused');
  }));

test('R-UDS.24: garbage is answered with an error and the end, and others go on', () =>
  withUds(async world => {
    const good = await connect(world);
    const random = seededRandom(20_263);
    for (let count = 0; count < 30; count++) {
      const bad = rawSocket(world.path);
      bad.socket.write(random.bytes(1 + Math.floor(random.fraction() * 200)));
      await bad.closed();
      assert.equal(bad.types(), [2]);
    }
    await good.send(bytes('still here'));
    await until('the Record', () => world.received.length === 1);
  }));

test('a Record beyond the limit ends its connection at the header', () =>
  withUds(async world => {
    const connection = await connect(world);
    await connection.send(new Uint8Array(recordBytesMax)).catch(() => {});
    await until('the largest Record', () => world.received.length === 1);
    connection.send(new Uint8Array(2 * recordBytesMax)).catch(() => {});
    const end = await code(connection.receive(1_000));
    assert.ok(end === 'refused' || end === 'closed', end);
    assert.is(world.received.length, 1);
  }));

test('a peer that does not read costs no more than the limit', () =>
  withUds(async world => {
    const lazy = rawSocket(world.path);
    lazy.socket.write(encodeFrame(1, bytes('self::lazy')));
    await until('the handshake', () => world.connected.length === 1);
    lazy.socket.pause();
    const record = new Uint8Array(500_000);
    const codes: string[] = [];
    for (let count = 0; count < 20; count++)
      code(world.transport.send(record, 'self::lazy')).then(end => codes.push(end));
    await until('a refusal', () => codes.includes('queue-full'));
    assert.is(await code(world.transport.send(new Uint8Array(udsUnreadBytesMax), 'self::lazy')), 'too-large');
    lazy.socket.destroy();
    await until('the others', () => codes.length === 20);
    assert.ok(codes.includes('closed'));
  }));

test('a peer that does not read cannot hold up the close', () =>
  withUds(async world => {
    const lazy = rawSocket(world.path);
    lazy.socket.write(encodeFrame(1, bytes('self::lazy')));
    await until('the handshake', () => world.connected.length === 1);
    lazy.socket.pause();
    const sending = code(world.transport.send(new Uint8Array(udsUnreadBytesMax / 2), 'self::lazy'));
    const closing = world.transport.close();
    await world.clock.advance(udsCloseMsMax);
    await closing;
    assert.is(await sending, 'closed');
    lazy.socket.destroy();
  }));

test('the client reads no faster than its owner takes', () =>
  withUds(async world => {
    const connection = await connect(world);
    const outcomes: string[] = [];
    for (let count = 0; count < 3 * udsReceivedMax; count++) {
      code(world.transport.send(new Uint8Array(50_000), 'self::local')).then(outcome => outcomes.push(outcome));
      await world.clock.settle();
    }
    assert.ok(outcomes.includes('queue-full'), 'the agent notices');
    const sent = 3 * udsReceivedMax - outcomes.length;
    for (let count = 0; count < udsReceivedMax + sent; count++) {
      assert.is((await connection.receive(1_000)).length, 50_000);
    }
  }));

test('what a client is told when there is no agent', async () => {
  const clock = new VirtualClock();
  assert.is(await code(connectUds('/nowhere/uspi.sock', 'self::local', clock)), 'not-connected');
  assert.is(clock.waiting, 0);
});

test('R-UDS.18: a client leaves an agent that does not answer its handshake', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'uspi-uds-'));
  const path = join(directory, 's');
  const held: net.Socket[] = [];
  const server = net.createServer(socket => held.push(socket.resume()));
  await new Promise<void>(done => server.listen(path, done));
  const clock = new VirtualClock();
  const outcome = code(connectUds(path, 'self::local', clock));
  await until('the connection', () => held.length === 1 && clock.waiting === 1);
  await clock.advance(udsHandshakeMsMax);
  assert.is(await outcome, 'timeout');
  server.close();
  rmSync(directory, { recursive: true });
});

test('R-UDS.5: a client waits between 1 and 5 seconds', () => {
  const random = seededRandom(3);
  for (let count = 0; count < 1_000; count++) {
    const waitMs = udsRetryMs(random);
    assert.ok(waitMs >= 1_000 && waitMs <= 5_000);
  }
});

test.run();
