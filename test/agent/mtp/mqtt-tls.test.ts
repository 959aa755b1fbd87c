import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import * as tls from 'node:tls';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { timeWaitMsMax } from '../../../agent/mtp/limits.ts';
import { type MqttOptions, settingsOf } from '../../../agent/mtp/mqtt-options.ts';
import { identityCheckOf } from '../../../agent/mtp/mqtt-trust.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { makeCertificates, mosquittoIsMissing, startMosquitto } from '../../helpers/mosquitto.ts';
import { openMqtt } from '../../helpers/mqtt.ts';
import { notRun } from '../../helpers/not-run.ts';
import { until } from '../../helpers/until.ts';

const certificates = makeCertificates();
const pem = (name: string) => readFileSync(certificates.file(name));
const ca = pem('ca.crt');
const secure: Partial<MqttOptions> = { transportProtocol: 'TLS', brokerAddress: 'localhost', tls: { ca } };

/** A TLS server that shows the certificate `name` and counts the bytes that clients entrust to it. */
async function startServer(name: string, host = 'localhost') {
  const heard = { bytes: 0, clients: 0 };
  const server = tls.createServer({ cert: pem(`${name}.crt`), key: pem(`${name}.key`) }, socket => {
    socket.on('error', () => {});
    socket.on('data', chunk => {
      heard.bytes += chunk.length;
    });
  });
  server.on('connection', socket => {
    heard.clients += 1;
    socket.on('error', () => {});
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>(done => server.listen(0, host, done));
  return { port: (server.address() as AddressInfo).port, heard, stop: () => server.close() };
}

/** The certificate `name` must be refused before a byte of MQTT is sent. */
async function refuses(name: string, options: Partial<MqttOptions>, reason: RegExp, clock = new VirtualClock()) {
  const server = await startServer(name, options.brokerAddress);
  const world = openMqtt(
    { ...secure, ...options, brokerPort: server.port, username: 'pi', password: 'secret' },
    { clock },
  );
  if (!clock.known) await clock.advance(timeWaitMsMax);
  await until('the refusal', () => world.transport.stats.connectionErrors === 1);
  await clock.settle();
  assert.match(world.lines.join(), reason);
  assert.is(server.heard.bytes, 0, 'nothing is entrusted to it');
  await world.transport.close();
  server.stop();
}

/** The certificate `name` must be believed: the CONNECT packet is sent. */
async function believes(name: string, options: Partial<MqttOptions>, clock = new VirtualClock()) {
  const server = await startServer(name);
  const world = openMqtt({ ...secure, ...options, brokerPort: server.port }, { clock });
  if (!clock.known) await clock.advance(timeWaitMsMax);
  await until('the CONNECT packet', () => server.heard.bytes > 0);
  await world.transport.close();
  server.stop();
}

function clockWithoutTime(): VirtualClock {
  const clock = new VirtualClock();
  clock.known = false;
  return clock;
}

test('R-MTP.1, R-MTP.4: a certificate of our authority with the right name is believed', () => believes('server', {}));

test('a certificate with another name is refused', () => refuses('other', {}, /ALTNAME/));

test('a certificate of an unknown authority is refused', () =>
  refuses('server', { tls: {} }, /UNABLE_TO_VERIFY|SELF_SIGNED|UNABLE_TO_GET/));

test('R-MTP.3: an expired certificate is refused when the time is known', () =>
  refuses('expired', {}, /CERT_HAS_EXPIRED/));

test('R-MTP.2: without the time, dates are ignored', async () => {
  await believes('expired', {}, clockWithoutTime());
  await believes('deep', {}, clockWithoutTime());
});

test('R-MTP.2: without the time, nothing but dates is ignored', async () => {
  await refuses('stranger', {}, /not trusted/, clockWithoutTime());
  await refuses('fake', {}, /not trusted/, clockWithoutTime());
  await refuses('other', {}, /not trusted/, clockWithoutTime());
  await refuses('expired', { tls: {} }, /not trusted/, clockWithoutTime());
  await refuses('expired', { brokerAddress: '127.0.0.2' }, /not trusted/, clockWithoutTime());
});

test('R-MTP.4: a name under .local needs no match, where the authority is ours', () => {
  const check = (brokerAddress: string, files: { ca?: Uint8Array }) => {
    const settings = settingsOf({ name: 'm', endpointId: 'e', brokerAddress, tls: files });
    return identityCheckOf(settings)(brokerAddress, { subjectaltname: 'DNS:elsewhere.example' } as tls.PeerCertificate);
  };
  assert.is(check('broker.local', { ca }), undefined);
  assert.is(check('broker.home.arpa.', { ca }), undefined);
  assert.ok(check('broker.local', {}) instanceof Error, 'a public authority signs for any stranger');
  assert.ok(check('broker.example', { ca }) instanceof Error);
});

test('R-MTP.2: TLS waits for the time, and goes on as soon as it is known', async () => {
  const clock = clockWithoutTime();
  const server = await startServer('server');
  const world = openMqtt({ ...secure, brokerPort: server.port }, { clock });
  await clock.advance(timeWaitMsMax / 2);
  assert.is(server.heard.clients, 0);
  clock.known = true;
  await clock.advance(1_000);
  await until('the CONNECT packet', () => server.heard.bytes > 0);
  assert.is(world.lines.length, 1, 'the wait is told');
  await world.transport.close();
  server.stop();
});

test('files that are no certificates are told, and tried again', async () => {
  const world = openMqtt({ ...secure, brokerPort: 1, tls: { ca, cert: Buffer.from('no'), key: Buffer.from('no') } });
  await until('the failure', () => world.transport.stats.connectionErrors === 1);
  assert.is(world.transport.status, 'Error_Misconfigured');
  assert.is(world.clock.waiting, 1);
  await world.transport.close();
});

if (mosquittoIsMissing) notRun(`MQTT over TLS with a real broker: ${mosquittoIsMissing}`);
else {
  const server = [`certfile ${certificates.file('server.crt')}`, `keyfile ${certificates.file('server.key')}`];

  test('R-MQTT.48: MQTT over TLS with mosquitto is secure', async () => {
    const broker = await startMosquitto([...server, 'allow_anonymous true']);
    const world = openMqtt({ ...secure, brokerPort: broker.port });
    await world.isReady();
    await world.transport.send(new Uint8Array([1]), 'agent');
    await until('the echo', () => world.received.length === 1);
    assert.is(world.received[0]!.origin.isSecure, true);
    assert.is(world.received[0]!.origin.isLoopback, true);
    await world.transport.close();
    await broker.remove();
  });

  test('a broker that asks for our certificate', async () => {
    const asks = [`cafile ${certificates.file('ca.crt')}`, 'require_certificate true', 'use_identity_as_username true'];
    const broker = await startMosquitto([...server, ...asks]);
    const without = openMqtt({ ...secure, brokerPort: broker.port });
    await until('the refusal', () => without.transport.stats.connectionErrors === 1);
    await without.transport.close();
    const own = { ca, cert: pem('client.crt'), key: pem('client.key') };
    const world = openMqtt({ ...secure, brokerPort: broker.port, tls: own });
    await world.isReady();
    await world.transport.close();
    await broker.remove();
  });
}

test.after(() => certificates.remove());
test.run();
