// Several brokers: each vouches for those who live there, and for nobody else.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Origin } from '../../../agent/record/transport.ts';
import type { Seed } from '../../../datamodel/seed.ts';
import type { Msg } from '../../../proto/codec.gen.js';
import { mqttControllerToml } from '../../helpers/agent.ts';
import { startBroker } from '../../helpers/broker.ts';
import { opened, recordOf, requestMsg } from '../../helpers/controller.ts';
import { agentId } from '../../helpers/services.ts';
import { Site } from '../../helpers/site.ts';
import { FakeTransport } from '../../helpers/transport.ts';
import { fullAccessRole, trusted, World } from '../../helpers/world.ts';

const agent = 'Device.LocalAgent.';
const uptime = { get: { param_paths: [`${agent}UpTime`] } };
const at = (broker: number): Origin => ({ ...trusted, transport: `Device.MQTT.Client.${broker}.` });

/** A broker, and the agent's MTP there. */
const brokerSeeds = (broker: number): Seed[] => [
  { id: `client ${broker}`, at: 'Device.MQTT.Client.', values: { Enable: 'true' } },
  {
    id: `mtp ${broker}`,
    at: `${agent}MTP.`,
    values: { Enable: 'true', Protocol: 'MQTT', 'MQTT.Reference': `%client ${broker}%` },
  },
];

const controllerSeeds = (name: string, mtp: Readonly<Record<string, string>> = {}): Seed[] => [
  {
    id: name,
    at: `${agent}Controller.`,
    values: { EndpointID: `self::${name}`, Enable: 'true', AssignedRole: fullAccessRole, OnBoardingComplete: 'true' },
  },
  { id: `${name} MQTT`, at: `%${name}%MTP.`, values: { Enable: 'true', Protocol: 'MQTT', ...mtp } },
];

/** Two brokers. The operator lives at the first, the nomad at any. */
async function withTwo() {
  const operator = controllerSeeds('operator', { 'MQTT.AgentMTPReference': '%mtp 1%' });
  const world = await World.start({
    seeds: [...brokerSeeds(1), ...brokerSeeds(2), ...operator, ...controllerSeeds('nomad')],
  });
  for (const broker of [1, 2]) world.transports.push(new FakeTransport(at(broker).transport, 'MQTT', () => 0));
  /** What of the agent somebody may see who calls by a broker. */
  const sees = async (name: string, broker: number) =>
    (await world.peer(`self::${name}`, at(broker)).value(`${agent}UpTime`)) === 7026 ? 'nothing' : 'all';
  const set = (path: string, values: Record<string, string>) =>
    world.peer('self::operator', at(1)).set({ [`${agent}${path}`]: values });
  return { world, sees, set };
}

test('R-SEC.1: a Controller is believed at the broker that its MTP refers to, and at no other', async () => {
  const { sees, set } = await withTwo();
  assert.is(await sees('operator', 1), 'all');
  assert.is(await sees('operator', 2), 'nothing');
  await set('Controller.2.MTP.1.MQTT.', { AgentMTPReference: `${agent}MTP.2` });
  assert.is(await sees('operator', 2), 'all');
  assert.is(await sees('operator', 1), 'nothing');
});

test('R-SEC.1: where its MTP refers to none, it is believed while there is one broker', async () => {
  const { sees, set } = await withTwo();
  assert.equal([await sees('nomad', 1), await sees('nomad', 2)], ['nothing', 'nothing']);
  await set('MTP.2.', { Enable: 'false' });
  assert.equal([await sees('nomad', 1), await sees('nomad', 2)], ['all', 'nothing']);
});

test('R-SEC.1: two MTPs with one MQTT client are one broker', async () => {
  const { sees, set } = await withTwo();
  await set('MTP.2.MQTT.', { Reference: 'Device.MQTT.Client.1' });
  assert.equal([await sees('nomad', 1), await sees('operator', 1)], ['all', 'all']);
  assert.equal([await sees('nomad', 2), await sees('operator', 2)], ['nothing', 'nothing']);
});

test('R-SEC.1: an MTP that is disabled vouches for nobody, nor does one whose client is', async () => {
  for (const path of [`${agent}MTP.1.`, 'Device.MQTT.Client.1.']) {
    const { world, sees } = await withTwo();
    await world.peer('self::operator', at(1)).set({ [path]: { Enable: 'false' } });
    assert.is(await sees('operator', 1), 'nothing', path);
  }
});

test('a role that an unknown Controller is given holds at the broker where it has called', async () => {
  const { sees, set } = await withTwo();
  assert.is(await sees('stranger', 2), 'nothing');
  await set('Controller.[EndpointID=="self::stranger"].', { AssignedRole: fullAccessRole });
  assert.equal([await sees('stranger', 1), await sees('stranger', 2)], ['nothing', 'all']);
});

test('R-SEC.1: whoever may publish on another broker is not taken for the operator', async () => {
  const other = await startBroker();
  const site = new Site(1);
  await site.start(port =>
    mqttControllerToml(port).concat(`
[[controller]]
endpoint = "self::guest"
role = "Untrusted"
mqtt = { broker = "mqtt://127.0.0.1:${other.port}", agent-topic = "usp/agent/2", controller-topic = "usp/guest" }
`),
  );
  const peer = await other.peer();
  await peer.get('subscribe');
  const real = await site.ask(uptime);
  peer.packets.length = 0;
  peer.send({
    ...{ cmd: 'publish', topic: 'usp/agent/2', qos: 0, dup: false, retain: false },
    payload: Buffer.from(recordOf(requestMsg(uptime, 'forged'), 'self::controller', agentId)),
    properties: { responseTopic: 'usp/guest', contentType: 'usp.msg' },
  });
  await site.clock.settle();
  const forged = peer.all('publish').map(({ payload }) => opened(payload as Buffer).msg);
  await site.stop();
  await other.stop();
  assert.equal([real, ...forged].map(codeOf), [0, 7026]);
});

/** The error code of the one path that was asked for. */
function codeOf(msg: Msg | undefined): number | undefined {
  if (msg?.body.msg_body !== 'response' || msg.body.response.resp_type !== 'get_resp') return undefined;
  return msg.body.response.get_resp.req_path_results[0]?.err_code;
}

test.run();
