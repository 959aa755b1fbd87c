// What comes in and is no Record for this agent: the log says so once, whatever the transport, and not in turns with what is.
import { request } from 'coap';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { recurringQuietMs } from '../../../agent/mtp/limits.ts';
import { encodeRecord } from '../../../proto/record.ts';
import { MqttSite } from '../../helpers/mqtt-site.ts';
import { freeUdpPort } from '../../helpers/ports.ts';
import { agentId } from '../../helpers/services.ts';
import { until } from '../../helpers/until.ts';
import { Wired } from '../../helpers/wired.ts';

const from = (from_id: string, to_id: string) => encodeRecord({ version: '1.4', from_id, to_id, uds_connect: {} });
const noRecord = Buffer.from('{"get":"Device."}');

test('over MQTT: bytes that are no Record, and Records for another agent at the same topic', async () => {
  const { site } = await Wired.start();
  const said = () => site.log.filter(line => line.startsWith('warning'));
  const strays = async () => {
    for (let i = 0; i < 5; i++) {
      site.publish(noRecord);
      site.publish(from('self::controller', 'os::012345-other'));
      site.send({ header: { msg_id: `${i}`, msg_type: 1 }, body: { request: { get: { param_paths: [] } } } });
    }
    await site.clock.settle();
  };
  const prefix = 'warning: MQTT Device.MQTT.Client.1.:';
  const lines = [
    `${prefix} what has come is no USP Record: `,
    `${prefix} a Record of "self::controller" is for "os::012345-other"; this agent is ${agentId}`,
  ];
  await strays();
  await strays();
  assert.equal(
    said().map((line, i) => line.startsWith(lines[i] ?? '')),
    [true, true],
    said().join('\n'),
  );
  await site.pass(recurringQuietMs);
  await strays();
  assert.is(said().length, 4, 'anew after a while without');
  await site.stop();
});

test('over CoAP: the same, beside the code that the sender gets', async () => {
  const received = (bytes: Uint8Array, origin: Parameters<typeof site.world.inbound.receive>[1]) =>
    site.world.inbound.receive(bytes, origin);
  const site: MqttSite = await MqttSite.open({}, { coapHost: '127.0.0.1' }, { received });
  const port = await freeUdpPort();
  const mtp = await site.controller.added('Device.LocalAgent.MTP.', { Enable: 'true', Protocol: 'CoAP' });
  await site.set(`${mtp}CoAP.`, { Port: String(port), Path: '/usp' });
  await site.world.clock.advance(1_000);
  await until('the endpoint', () => site.transports.named(mtp)?.isConnected() === true);
  const codes: string[] = [];
  for (const payload of [noRecord, from(agentId, agentId), noRecord]) {
    const post = request({ host: '127.0.0.1', port, pathname: '/usp', method: 'POST' });
    post.setOption('Content-Format', Buffer.from([42]));
    post.on('response', ({ code }) => codes.push(code));
    post.end(Buffer.from(payload));
    const count = codes.length + 1;
    await until('the answer', () => codes.length === count);
  }
  assert.equal(codes, ['4.00', '4.03', '4.00']);
  const said = site.world.services.lines.filter(line => line.startsWith('warning'));
  assert.is(said.length, 2);
  assert.match(said[0] ?? '', `CoAP ${mtp}: what has come is no USP Record: `);
  assert.is(said[1], `warning: CoAP ${mtp}: a Record has come that says to be from this agent`);
  await site.close();
});

test.run();
