// What becomes of transports when their rows, and the files that these need, change under them.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'coap';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mqttCloseMsMax } from '../../../agent/mtp/limits.ts';
import type { Transport } from '../../../agent/record/transport.ts';
import { type ScriptedBroker, startBroker } from '../../helpers/broker.ts';
import { MqttSite } from '../../helpers/mqtt-site.ts';
import { freeUdpPort } from '../../helpers/ports.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';
import { Wired } from '../../helpers/wired.ts';

/** Longer than a change of rows takes to be acted on. */
const soonMs = 1_000;
const minuteMs = 60_000;
const tables = 'Device.LocalAgent.MTP.';

/** The Client of which no connection comes, since it is only tried after the old one is closed. */
async function movedAway(tell: (site: MqttSite, other: ScriptedBroker) => Promise<void>) {
  const site = await MqttSite.open();
  const other = await startBroker();
  site.broker.peers[0]?.socket.pause(); // It does not take its leave.
  await site.set(site.client, { BrokerPort: String(other.port) });
  await site.world.clock.advance(soonMs);
  assert.is(other.peers.length, 0);
  await tell(site, other);
  await site.world.clock.advance(mqttCloseMsMax);
  assert.is(other.peers.length, 0);
  await site.close();
  await other.stop();
}

test('a client that is disabled while its old connection is being closed does not connect', () =>
  movedAway(async site => {
    await site.set(site.client, { Enable: 'false' });
  }));

test('a client whose old connection is being closed when all is closed does not connect', () =>
  movedAway(async site => {
    void site.transports.close();
  }));

test('MTP.Status tells of the client that the row refers to, and of a row that is enabled', async () => {
  const site = await MqttSite.open();
  const { clock } = site.world;
  const second = await site.controller.added(tables, { Enable: 'true', Protocol: 'MQTT' });
  const statuses = () => Promise.all([site.value(`${site.mtp}Status`), site.value(`${second}Status`)]);
  await clock.advance(soonMs);
  assert.equal(await statuses(), ['Up', 'Down'], 'it refers to no client');
  await site.set(`${second}MQTT.`, { Reference: site.client.slice(0, -1) });
  await clock.advance(soonMs);
  assert.equal(await statuses(), ['Up', 'Up']);
  await site.set(site.mtp, { Enable: 'false' });
  await clock.advance(soonMs);
  assert.equal(await statuses(), ['Down', 'Up']);
  await site.set(site.client, { Enable: 'false' });
  await clock.advance(soonMs);
  assert.equal(await statuses(), ['Down', 'Down']);
  await site.close();
});

/** A client that is to use TLS, whose authority's certificate is in a file of its own. */
async function withCertificate(isThere: boolean) {
  const ca = join(temporaryDirectory(), 'ca.pem');
  const write = () => writeFileSync(ca, 'a certificate');
  if (isThere) write();
  const tlsFiles = new Map([['Device.MQTT.Client.1.', { ca }]]);
  const site = await MqttSite.open({ TransportProtocol: 'TLS' }, { tlsFiles });
  const errors = () => site.world.services.lines.filter(line => line.startsWith('error'));
  return { site, ca, write, errors, status: () => site.value(`${site.client}Status`) };
}

test('R-MQTT.10: a certificate that comes late is waited for, which is told once', async () => {
  const { site, ca, write, errors, status } = await withCertificate(false);
  await site.world.clock.advance(60 * minuteMs);
  assert.equal(await status(), 'Error_Misconfigured');
  assert.equal(errors(), [
    `error: ${site.client} cannot be opened: ENOENT: no such file or directory, open '${ca}'; trying again`,
  ]);
  assert.is(site.broker.peers.length, 0);
  write();
  await site.world.clock.advance(minuteMs);
  assert.ok(site.broker.peers.length > 0, 'it tries to connect within a minute');
  assert.is(errors().length, 1);
  await site.close();
});

test('a client that waits for its certificate and is disabled says so', async () => {
  const { site, status } = await withCertificate(false);
  await site.set(site.client, { Enable: 'false' });
  await site.world.clock.advance(soonMs);
  assert.is(await status(), 'Disabled');
  await site.close();
});

test('R-MQTT.10: a certificate that is away for a moment ends no connection; what has changed meanwhile counts when it is back', async () => {
  const { site, ca, write, errors } = await withCertificate(true);
  const { clock } = site.world;
  const [running] = site.transports.all();
  assert.ok(running);
  rmSync(ca);
  await site.set(site.client, { KeepAliveTime: '30' });
  await clock.advance(10 * minuteMs);
  assert.equal(site.transports.all(), [running]);
  assert.is(errors().length, 1);
  assert.match(errors()[0] ?? '', /runs on as it is, for it cannot be opened anew: ENOENT/);
  write();
  await clock.advance(minuteMs);
  assert.is(site.transports.all().length, 1);
  assert.is.not(site.transports.all()[0], running);
  await site.close();
});

test('R-MQTT.8: a ClientID that is set counts from the next CONNECT on, and ends no connection', async () => {
  const site = await MqttSite.open({ ClientID: 'first' });
  const { clock } = site.world;
  await site.set(site.client, { ClientID: 'second' });
  await clock.advance(soonMs);
  assert.is(site.broker.peers.length, 1);
  site.broker.peers[0]?.socket.destroy();
  await clock.advance(minuteMs);
  const ids = await Promise.all(site.broker.peers.map(async peer => (await peer.get('connect')).clientId));
  assert.equal(ids, ['first', 'second']);
  await site.close();
});

test('R-MQTT.9, R-MQTT.11: a ClientID that the broker assigns ends no connection, and goes when it is emptied', async () => {
  const script = { connack: () => ({ properties: { assignedClientIdentifier: 'assigned' } }) };
  const site = await MqttSite.open({}, { script });
  const { clock } = site.world;
  await clock.advance(soonMs);
  assert.is(await site.value(`${site.client}ClientID`), 'assigned');
  assert.is(site.broker.peers.length, 1);
  for (const loss of [1, 2]) {
    site.broker.peers[loss - 1]?.socket.destroy();
    if (loss === 2) await site.set(site.client, { ClientID: '' });
    await clock.advance(minuteMs);
  }
  const ids = await Promise.all(site.broker.peers.map(async peer => (await peer.get('connect')).clientId));
  assert.equal(ids, ['', 'assigned', '']);
  await site.close();
});

test('nobody is told of a client that has been deleted, and nothing of it is kept', async () => {
  const site = await MqttSite.open({}, { script: { connack: () => undefined } });
  const { world, client, controller } = site;
  const peer = await site.broker.peer();
  await peer.get('connect');
  const told = { Enable: 'true', NotifType: 'ValueChange', ReferenceList: client };
  await controller.added('Device.LocalAgent.Subscription.', told);
  await controller.del(client);
  peer.send({
    ...{ cmd: 'connack', sessionPresent: false, reasonCode: 0 },
    properties: { assignedClientIdentifier: 'assigned', responseInformation: 'answers' },
  });
  await world.clock.advance(minuteMs);
  assert.equal(world.told, []);
  assert.equal(
    [...world.persistence.state.keys()].filter(key => key.startsWith(client)),
    [],
  );
  assert.equal(site.transports.all() satisfies Transport[], []);
  await site.close();
});

test('ForceReconnect() is answered, and then a new connection takes the place of the old one', async () => {
  const wired = await Wired.start();
  const { site } = wired;
  const command = 'Device.MQTT.Client.1.ForceReconnect()';
  assert.equal(await wired.controller().operate(command), [{ executed: command, output: {} }]);
  assert.is(site.peers.length, 1);
  await site.clock.advance(soonMs);
  await until('another connection', () => site.peers.length === 2);
  assert.is(site.peers[0]?.isClosed, true);
  await site.stop();
});

/** The code of the answer to a POST with this reply-to. */
function posted(port: number, replyTo: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const query = `reply-to=${replyTo}`;
    const post = request({ host: '127.0.0.1', port, pathname: '/usp', method: 'POST', query });
    post.setOption('Content-Format', Buffer.from([42]));
    post.on('response', ({ code }) => resolve(code)).on('error', reject);
    post.end(Buffer.of(1));
  });
}

test('R-COAP.2: a Controller that is added while CoAP listens may be answered at its host', async () => {
  const site = await MqttSite.open({}, { coapHost: '127.0.0.1' });
  const { clock } = site.world;
  const Port = String(await freeUdpPort());
  const mtp = await site.controller.added(tables, { Enable: 'true', Protocol: 'CoAP' });
  await site.set(`${mtp}CoAP.`, { Port, Path: '/usp' });
  await clock.advance(soonMs);
  await until('the endpoint', () => site.transports.named(mtp)?.isConnected() === true);
  const endpoint = site.transports.named(mtp);
  const replyTo = 'coap://controller.test/usp';
  assert.is(await posted(Number(Port), replyTo), '4.03');
  const table = 'Device.LocalAgent.Controller.';
  const other = await site.controller.added(table, { Enable: 'true', EndpointID: 'self::other' });
  const theirs = await site.controller.added(`${other}MTP.`, { Enable: 'true', Protocol: 'CoAP' });
  await site.set(`${theirs}CoAP.`, { Host: 'controller.test' });
  assert.is(await posted(Number(Port), replyTo), '2.04');
  await clock.advance(soonMs);
  assert.is(site.transports.named(mtp), endpoint, 'it listens on');
  await site.close();
});

test.run();
