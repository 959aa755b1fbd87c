// Several brokers: each vouches for those who live there, and for nobody else.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { requestsInFlightMax } from '../../../agent/record/limits.ts';
import type { Origin } from '../../../agent/record/transport.ts';
import type { Seed } from '../../../datamodel/seed.ts';
import type { Msg, RequestInit } from '../../../proto/codec.gen.js';
import { mqttControllerToml } from '../../helpers/agent.ts';
import { startBroker } from '../../helpers/broker.ts';
import { opened, recordOf, requestMsg } from '../../helpers/controller.ts';
import { everything } from '../../helpers/roles.ts';
import { agentId } from '../../helpers/services.ts';
import { Site } from '../../helpers/site.ts';
import { FakeTransport } from '../../helpers/transport.ts';
import { fullAccessRole, trusted, untrustedRole, World } from '../../helpers/world.ts';

const agent = 'Device.LocalAgent.';
const minuteMs = 60_000;
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

/** The operator is told of each `change`, with NotifRetry, at the first broker; the forger speaks in its name at the second. */
async function withAlarm() {
  const { world, set } = await withTwo();
  const operator = world.peer('self::operator', at(1));
  await operator.added(`${agent}Subscription.`, {
    ...{ Enable: 'true', ID: 'alarm', NotifType: 'ValueChange', NotifRetry: 'true' },
    ReferenceList: `${agent}Controller.2.ProvisioningCode`,
  });
  const change = (value: string) => set('Controller.2.', { ProvisioningCode: value });
  return { world, set, operator, change, forger: world.peer('self::operator', at(2)) };
}

/** What has been told, as often as it was. */
const alarms = (world: World) =>
  world.told.map(({ notify }) =>
    notify.notification === 'value_change' ? notify.value_change.param_value : notify.notification,
  );

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

test('R-SEC.1, R-NOT.2: what somebody else answers in its name ends no notification', async () => {
  const { world, forger, change } = await withAlarm();
  await change('one');
  const [told] = world.told;
  forger.acknowledge(told!.msgId, 'alarm');
  await world.clock.advance(minuteMs);
  assert.ok(alarms(world).length > 1, 'it is told again');
  const restarted = await world.restart();
  assert.equal(new Set(alarms(restarted)), new Set(['one']), 'after a restart too');
  const real = restarted.peer('self::operator', at(1));
  real.acknowledge(told!.msgId, 'alarm');
  const count = alarms(restarted).length;
  await restarted.clock.advance(60 * minuteMs);
  assert.is(alarms(restarted).length, count);
});

test('R-SEC.1: an Error that somebody else sends in its name lets nothing overtake', async () => {
  const { world, forger, change } = await withAlarm();
  await change('one');
  await world.clock.advance(minuteMs);
  await change('two');
  forger.refuse(world.told[0]!.msgId);
  await world.settle();
  assert.equal(new Set(alarms(world)), new Set(['one']));
});

test('R-NOT.6a: an OnBoardRequest is answered by whoever comes on board', async () => {
  const { world, set, forger } = await withAlarm();
  await set('Controller.2.', { OnBoardingComplete: 'false' });
  const [told] = world.told;
  assert.is(told?.notify.notification, 'on_board_req');
  forger.acknowledge(told!.msgId);
  await world.clock.advance(60 * minuteMs);
  assert.is(world.told.length, 1);
});

test('who can do no more than anyone is answered for by anyone', async () => {
  const { world } = await withTwo();
  const operator = world.peer('self::operator', at(1));
  const permission = { Enable: 'true', Targets: 'Device.', ...everything };
  await operator.added(`${untrustedRole}.Permission.`, permission);
  const stranger = world.peer('self::stranger', { ...at(1), isSecure: false });
  await stranger.added(`${agent}Subscription.`, {
    ...{ Enable: 'true', ID: 'x', NotifType: 'ValueChange', NotifRetry: 'true' },
    ReferenceList: `${agent}Controller.2.ProvisioningCode`,
  });
  await operator.set({ [`${agent}Controller.2.`]: { ProvisioningCode: 'one' } });
  stranger.acknowledge(world.told[0]!.msgId, 'x');
  await world.clock.advance(60 * minuteMs);
  assert.equal(alarms(world), ['one']);
});

test('R-MSG.4: requests in its name take none of its places, and are no duplicates of its own', async () => {
  const { world, operator, forger } = await withAlarm();
  const other = world.transports.find(({ name }) => name === at(2).transport)!;
  other.isStuck = true;
  for (let i = 0; i < requestsInFlightMax; i++) forger.send(uptime, `m${i}`);
  await world.settle();
  operator.send(uptime, 'm1');
  await world.settle();
  assert.is(operator.answer('m1')?.body.msg_body, 'response');
});

/** An agent of a configuration with a guest of its own at a second broker, where he can say to be anybody. */
async function withGuest(more = '', site = new Site(1)) {
  const other = await startBroker();
  await site.start(port =>
    mqttControllerToml(port).concat(`${more}
[[controller]]
endpoint = "self::guest"
role = "Untrusted"
mqtt = { broker = "mqtt://127.0.0.1:${other.port}", agent-topic = "usp/agent/2", controller-topic = "usp/guest" }
`),
  );
  const peer = await other.peer();
  await peer.get('subscribe');
  /** Asks in somebody's name; the answer, if there is one. */
  const forge = async (request: RequestInit, endpointId: string) => {
    peer.packets.length = 0;
    peer.send({
      ...{ cmd: 'publish', topic: 'usp/agent/2', qos: 0, dup: false, retain: false },
      payload: Buffer.from(recordOf(requestMsg(request, 'forged'), endpointId, agentId)),
      properties: { responseTopic: 'usp/guest', contentType: 'usp.msg' },
    });
    await site.clock.settle();
    return peer.all('publish').flatMap(({ payload }) => opened(payload as Buffer).msg ?? []);
  };
  const stop = async () => {
    await site.stop();
    await other.stop();
  };
  return { site, forge, stop };
}

test('R-SEC.1: whoever may publish on another broker is not taken for the operator', async () => {
  const { site, forge, stop } = await withGuest();
  const real = await site.ask(uptime);
  const forged = await forge(uptime, 'self::controller');
  await stop();
  assert.equal([real, ...forged].map(codeOf), [0, 7026]);
});

test('hold-boot: a Controller has not been answered when somebody else has, in its name', async () => {
  const first = await withGuest('hold-boot = true');
  const { site } = first;
  const settings = {
    Enable: 'true',
    Persistent: 'true',
    ID: 'boot',
    NotifType: 'Event',
    ReferenceList: 'Device.Boot!',
  };
  const params = Object.entries(settings).map(([param, value]) => ({ param, value, required: true }));
  await site.insist({ add: { create_objs: [{ obj_path: `${agent}Subscription.`, param_settings: params }] } });
  await first.stop();
  const { forge, stop } = await withGuest('hold-boot = true', site);
  const heard: string[] = [];
  site.hears = notify => void heard.push(notify.notification);
  const protocol = { get_supported_protocol: { controller_supported_protocol_versions: '1.4' } };
  const forged = await forge(protocol, 'self::controller');
  const before = [...heard];
  await site.ask(protocol);
  await stop();
  assert.is(forged.length, 1, 'anyone may ask that');
  assert.equal([before, heard], [[], ['event']]);
});

/** The error code of the one path that was asked for. */
function codeOf(msg: Msg | undefined): number | undefined {
  if (msg?.body.msg_body !== 'response' || msg.body.response.resp_type !== 'get_resp') return undefined;
  return msg.body.response.get_resp.req_path_results[0]?.err_code;
}

test.run();
