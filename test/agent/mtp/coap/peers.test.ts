import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, request as packageRequest } from 'coap';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type CoapTransport, createCoapTransport } from '../../../../agent/mtp/coap/transport.ts';
import type { Origin } from '../../../../agent/record/transport.ts';
import { VirtualClock } from '../../../helpers/clock.ts';
import { seededRandom } from '../../../helpers/random.ts';
import { longRecord } from './rig.ts';

/** Peers that we did not write: libcoap's command line client and example server, and package coap on its own. */

const record = longRecord(5000);
const replyTo = 'coap://127.0.0.1:5683/usp';
const directory = mkdtempSync(join(tmpdir(), 'uspi-coap-'));
const file = join(directory, 'record');
writeFileSync(file, record);

interface Agent {
  transport: CoapTransport;
  clock: VirtualClock;
  port: number;
  got: { record: Uint8Array; origin: Origin }[];
}

async function createAgent(): Promise<Agent> {
  const clock = new VirtualClock();
  const got: Agent['got'] = [];
  const options = { name: 'coap', host: '127.0.0.1', port: 0, path: '/usp' };
  const transport = createCoapTransport(options, { clock, random: seededRandom(1), log: () => undefined });
  await new Promise<void>(resolve =>
    transport.open({
      received: (bytes, origin) => {
        got.push({ record: bytes, origin });
        return 'accepted';
      },
      connected: () => resolve(),
      disconnected: () => undefined,
    }),
  );
  return { transport, clock, got, port: Number(new URL(transport.url()!).port) };
}

/** Debian has one libcoap program for each TLS library. */
function findProgram(name: string): string | undefined {
  const names = ['-notls', '', '-openssl', '-gnutls'].map(suffix => name + suffix);
  return names.find(program => spawnSync(program, ['-?']).error === undefined);
}

/** What libcoap's client prints, its log included. */
function run(program: string, args: string[]): Promise<string> {
  return new Promise(resolve =>
    execFile(program, ['-B', '10', ...args], (_, stdout, stderr) => resolve(stdout + stderr)),
  );
}

const client = findProgram('coap-client');
if (!client) console.log('NOT RUN: uploads by libcoap (coap-client of libcoap3-bin is not installed)');
else {
  const upload = ['-v', '7', '-m', 'post', '-f', file];
  const variants: [string, string[]][] = [
    ['a confirmable upload', []],
    ['a non-confirmable upload', ['-N']],
    ['an upload in blocks of 64 bytes', ['-b', '64']],
    ['an upload on a lossy network', ['-l', '2']],
  ];
  for (const [name, extra] of variants) {
    test(`libcoap: ${name} of 5 KB by Block1 gets 2.04`, async () => {
      const agent = await createAgent();
      const url = `coap://127.0.0.1:${agent.port}/usp?reply-to=${replyTo}`;
      const printed = await run(client, [...upload, '-t', '42', ...extra, url]);
      assert.match(printed, / c:2\.04 /);
      assert.equal(
        agent.got.map(({ record, origin }) => ({ record, replyTo: origin.replyTo })),
        [{ record, replyTo }],
      );
      await agent.transport.close();
    });
  }

  test('libcoap: discovery, and refusals', async () => {
    const agent = await createAgent();
    const at = (path: string) => `coap://127.0.0.1:${agent.port}${path}`;
    assert.match(await run(client, [at('/.well-known/core')]), '</usp>;rt="bbf.usp.endpoint";if="bbf.usp.a"');
    assert.match(await run(client, [...upload, '-t', '50', at('/usp')]), / c:4\.15 /);
    assert.match(await run(client, [...upload, '-t', '42', at('/other')]), / c:4\.04 /);
    assert.match(await run(client, ['-v', '7', '-m', 'put', '-f', file, at('/usp')]), / c:4\.05 /);
    assert.match(await run(client, [...upload, '-t', '42', '-O', '65001,1', at('/usp')]), / c:4\.02 /);
    assert.is(agent.got.length, 0);
    await agent.transport.close();
  });
}

interface Relay {
  port: number;
  /** Datagrams towards the server. */
  forwarded(): number;
  close(): void;
}

/** A UDP relay that turns POST into PUT, because libcoap's example server takes uploads by PUT alone. */
async function createRelay(serverPort: number): Promise<Relay> {
  const [front, back] = [createSocket('udp4').unref(), createSocket('udp4').unref()];
  let count = 0;
  let asker = { address: '127.0.0.1', port: 0 };
  front.on('message', (datagram, from) => {
    asker = from;
    count++;
    if (datagram[1] === 2) datagram[1] = 3;
    back.send(datagram, serverPort, '127.0.0.1');
  });
  back.on('message', datagram => front.send(datagram, asker.port, asker.address));
  await new Promise<void>(resolve => front.bind(0, '127.0.0.1', resolve));
  const close = () => {
    front.close();
    back.close();
  };
  return { port: front.address().port, forwarded: () => count, close };
}

/** A free port, as near to certain as it gets. */
async function freePort(): Promise<number> {
  const socket = createSocket('udp4').unref();
  await new Promise<void>(resolve => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  await new Promise<void>(resolve => socket.close(resolve));
  return port;
}

async function startLibcoapServer(program: string, args: string[]): Promise<{ port: number; server: ChildProcess }> {
  const port = await freePort();
  const server = spawn(program, ['-A', '127.0.0.1', '-p', String(port), ...args], { stdio: 'ignore' });
  for (let i = 0; i < 20; i++) {
    const answer = client
      ? await run(client, ['-B', '1', `coap://127.0.0.1:${port}/.well-known/core`])
      : 'example_data';
    if (answer.includes('example_data')) break;
  }
  return { port, server };
}

const server = findProgram('coap-server');
if (!server || !client) console.log('NOT RUN: uploads to libcoap (coap-server of libcoap3-bin is not installed)');
else
  test('libcoap: our Block1 upload arrives whole, though datagrams are lost; POST is refused with 4.05', async () => {
    const agent = await createAgent();
    // The example server loses the second and the fourth datagram that it sends (the first was the test's own).
    const libcoap = await startLibcoapServer(server, ['-l', '2,4']);
    const relay = await createRelay(libcoap.port);
    try {
      const path = 'example_data';
      let isSent = false;
      const sending = agent.transport.send(record, `coap://127.0.0.1:${relay.port}/${path}`).then(() => {
        isSent = true;
      });
      // The peer is another process: virtual time must not run away from it, else we repeat what it has yet to answer.
      for (let i = 0; i < 1000 && !isSent; i++) {
        await agent.clock.advance(100);
        await new Promise(resolve => setTimeout(resolve, 40));
      }
      await sending;
      assert.is(relay.forwarded(), 7, 'five blocks, two of them twice');
      const copy = join(directory, 'copy');
      await run(client, ['-o', copy, `coap://127.0.0.1:${libcoap.port}/${path}`]);
      assert.is(spawnSync('cmp', [file, copy]).status, 0, 'libcoap holds what we sent');
      const refused = await agent.transport
        .send(record, `coap://127.0.0.1:${libcoap.port}/${path}`)
        .catch((error: Error) => error.message);
      assert.is(refused, 'CoAP 4.05');
    } finally {
      libcoap.server.kill();
      relay.close();
      await agent.transport.close();
    }
  });

test('package coap: its Block1 upload, one token for all blocks, gets 2.04', async () => {
  const agent = await createAgent();
  const asked = { hostname: '127.0.0.1', port: agent.port, method: 'POST', pathname: '/usp' } as const;
  const outgoing = packageRequest({
    ...asked,
    query: `reply-to=${replyTo}`,
    contentFormat: 'application/octet-stream',
  });
  outgoing.setOption('Block1', Buffer.from([6]));
  const code = await new Promise<string>((resolve, reject) => {
    outgoing.on('response', (incoming: { code: string }) => resolve(incoming.code));
    outgoing.on('error', reject);
    outgoing.end(Buffer.from(record));
  });
  assert.is(code, '2.04');
  assert.equal(agent.got[0]?.record, record);
  await agent.transport.close();
});

test('package coap: our Block1 upload arrives whole at its server', async () => {
  const agent = await createAgent();
  const received: Uint8Array[] = [];
  const controller = createServer((incoming, outgoing) => {
    received.push(Uint8Array.from(incoming.payload));
    outgoing.code = '2.04';
    outgoing.end();
  });
  const port = await freePort();
  await new Promise<void>(resolve => controller.listen(port, '127.0.0.1', () => resolve()));
  await agent.transport.send(record, `coap://127.0.0.1:${port}/usp`);
  assert.equal(received, [record]);
  await new Promise<void>(resolve => controller.close(() => resolve()));
  await agent.transport.close();
});

test.after(() => rmSync(directory, { recursive: true }));
test.run();
