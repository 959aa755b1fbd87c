// Connect and Disconnect Records, as the controllers at a broker see them.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { encodeRecord } from '../../../proto/record.ts';
import { agentId } from '../../helpers/services.ts';
import { Wired } from '../../helpers/wired.ts';

const controllers = 'Device.LocalAgent.Controller.';
const trust = 'Device.LocalAgent.ControllerTrust.';

/** What has come to a topic, in short: `mqtt_connect`, `disconnect 7106`, `get_resp`, `notify`. */
const heardAt = (wired: Wired, topic: string) =>
  wired.published.flatMap(({ packet, record, msg }) => {
    if (packet.topic !== topic) return [];
    if (record.record_type === 'disconnect') return [`disconnect ${record.disconnect.reason_code}`];
    if (msg?.body.msg_body === 'response') return [msg.body.response.resp_type];
    return [msg?.body.msg_body === 'request' ? msg.body.request.req_type : record.record_type];
  });

/** Adds a Controller with an MTP at the topic `usp/NAME`; its path. */
async function added(wired: Wired, name: string): Promise<string> {
  const peer = wired.controller();
  const path = await peer.added(controllers, { EndpointID: `self::${name}` });
  const mtp = await peer.added(`${path}MTP.`, { Protocol: 'MQTT', Enable: 'true' });
  await peer.set({ [`${mtp}MQTT.`]: { Topic: `usp/${name}` } });
  return path;
}

test('R-E2E.6a, R-MTP.8: whoever was refused a session is told of us again before it is answered', async () => {
  const wired = await Wired.start();
  const before = wired.published.length;
  const session = { session_id: 2n, sequence_id: 1n, expected_id: 1n, payload: [] };
  const envelope = { version: '1.4', to_id: agentId, from_id: 'self::controller' };
  wired.site.publish(encodeRecord({ ...envelope, session_context: session }));
  await wired.site.clock.settle();
  const peer = wired.controller();
  for (let i = 0; i < 2; i++) await peer.value('Device.LocalAgent.UpTime');
  await wired.site.stop();
  const heard = heardAt(wired, 'usp/controller/1').slice(before);
  assert.equal(heard, ['disconnect 7106', 'mqtt_connect', 'get_resp', 'get_resp', 'disconnect 7105']);
});

test('R-MTP.6, R-MTP.8: a Controller that comes while the connection stands is told of us first', async () => {
  const wired = await Wired.start();
  const path = await added(wired, 'late');
  await wired.controller().set({ [path]: { Enable: 'true' } });
  await wired.site.pass(1);
  await wired.site.stop();
  assert.equal(heardAt(wired, 'usp/late'), ['mqtt_connect', 'notify', 'disconnect 7105']);
});

test('nothing is said to a Controller that is disabled or banned, neither hello nor goodbye', async () => {
  const wired = await Wired.start();
  const { site } = wired;
  const peer = wired.controller();
  await added(wired, 'disabled');
  const banned = await added(wired, 'banned');
  const role = (await peer.added(`${trust}Role.`, { Enable: 'true', Name: 'Nobody' })).slice(0, -1);
  await peer.set({ [trust]: { BannedRole: role } });
  await peer.set({ [banned]: { AssignedRole: role, Enable: 'true' } });
  const lost = site.peer;
  lost?.socket.destroy();
  await site.passUntil(() => site.peer !== undefined && site.peer !== lost, 600_000);
  await site.clock.settle();
  await site.stop();
  assert.equal(
    ['disabled', 'banned'].map(name => heardAt(wired, `usp/${name}`)),
    [[], []],
  );
  assert.equal(heardAt(wired, 'usp/controller/1').slice(-2), ['mqtt_connect', 'disconnect 7105']);
});

test.run();
