// 11.1, 11.2, 11.4 to 11.8, 11.16, 11.17: MQTT sessions.
import type { IConnectPacket } from 'mqtt-packet';
import type { BrokerPeer } from '../../helpers/broker.ts';
import type { Case, ScriptedBench } from '../bench/case.ts';
import { object, required } from '../bench/controller.ts';
import type { Eut } from '../bench/eut.ts';
import { agent, changed, paramsOf, pass, valueAt } from '../bench/steps.ts';

export const client = 'Device.MQTT.Client.1.';

/** Parameters that the profiles of 11.1 ask for; MessageRetryTime may be missing where there is MQTT 5.0 alone. */
const required111: readonly string[] = [
  'Device.MQTT.ClientNumberOfEntries',
  ...['ProtocolVersionsSupported', 'TransportProtocolSupported'].map(name => `Device.MQTT.Capabilities.${name}`),
  ...[
    'Enable',
    'Status',
    'ProtocolVersion',
    'BrokerAddress',
    'BrokerPort',
    'CleanSession',
    'KeepAliveTime',
    'Name',
  ].map(name => `Device.MQTT.Client.{i}.${name}`),
  ...['ClientID', 'Username', 'Password', 'TransportProtocol', 'MessageRetryTime', 'ConnectRetryTime'].map(
    name => `Device.MQTT.Client.{i}.${name}`,
  ),
  ...['ConnectRetryIntervalMultiplier', 'ConnectRetryMaxInterval', 'ResponseInformation'].map(
    name => `Device.MQTT.Client.{i}.${name}`,
  ),
  'Device.MQTT.Client.{i}.SubscriptionNumberOfEntries',
  ...['Topic', 'QoS', 'Enable'].map(name => `Device.MQTT.Client.{i}.Subscription.{i}.${name}`),
  ...['Reference', 'ResponseTopicConfigured', 'ResponseTopicDiscovered'].map(
    name => `Device.LocalAgent.MTP.{i}.MQTT.${name}`,
  ),
  ...['Topic', 'AgentMTPReference'].map(name => `Device.LocalAgent.Controller.{i}.MTP.{i}.MQTT.${name}`),
];

/** Restarts the agent; its first connection after that. */
export async function restarted({ broker }: ScriptedBench, eut: Eut): Promise<{ peer: BrokerPeer; count: number }> {
  await eut.stop();
  const count = broker.peers.length + 1;
  eut.start();
  return { peer: await broker.peer(count), count };
}

/** Refuses connections as a server that is not there would, and notes when they came. */
function refuses({ broker }: ScriptedBench): number[] {
  const times: number[] = [];
  broker.script.connack = () => {
    times.push(performance.now() / 1000);
    broker.peers.at(-1)?.socket.destroy();
    return undefined;
  };
  return times;
}

/** The first retries come soon, unless there is time for the default; the interval in seconds, and the keys. */
function retrying({ seconds }: ScriptedBench) {
  const wait = seconds(5, 1);
  return { wait, keys: { retry: `{ wait = "${wait}s", multiplier = 2000, longest = "1h" }` } };
}

/** What a busy machine may add, in seconds. */
const lateness = 1;

export const sessionCases: readonly Case[] = [
  {
    number: '11.1',
    station: 'shared',
    overMqttAlone: true,
    shows: ['R-MQTT.4'],
    async run({ controller, metric }) {
      const answer = await controller.supported(['Device.MQTT.', agent], ['return_params']);
      const { req_obj_results: results } = metric(1).response(answer, 'get_supported_dm_resp');
      const names = results.flatMap(({ supported_objs: objects }) =>
        objects.flatMap(each => each.supported_params.map(param => each.supported_obj_path + param.param_name)),
      );
      const missing = required111.filter(name => !names.includes(name));
      metric(2, 'R-MQTT.4').equal(missing, [], 'required parameters that are missing');
    },
  },
  {
    number: '11.2',
    station: 'scripted',
    shows: ['R-MQTT.1', 'R-MQTT.3', 'R-MQTT.6', 'R-MQTT.7', 'R-MQTT.13'],
    async run(bench) {
      const { metric, start } = bench;
      const eut = await start({ user: '"uspi"', password: '"sesame"' });
      await (await bench.broker.peer()).get('subscribe');
      const { peer } = await restarted(bench, eut);
      const connect = await peer.get('connect');
      metric(1, 'R-MQTT.3', 'R-MQTT.6').equal(connect.cmd, 'connect', 'the first packet');
      metric(2, 'R-MQTT.1').equal(connect.protocolVersion, 5, 'the version of MQTT');
      const property = connect.properties?.userProperties?.['usp-endpoint-id'];
      metric(3, 'R-MQTT.13').equal(property, bench.agentId, 'the User Property usp-endpoint-id');
      const { username, password } = connect;
      metric(4, 'R-MQTT.7').equal([username, String(password)], ['uspi', 'sesame'], 'User Name and Password');
    },
  },
  {
    number: '11.4',
    station: 'scripted',
    shows: ['R-MQTT.8', 'R-MQTT.9'],
    async run(bench) {
      const { metric, broker, start } = bench;
      let name = 'assigned-before';
      broker.script.connack = () => ({ properties: { assignedClientIdentifier: name } });
      const eut = await start();
      const before = await bench.controller();
      await changed(before, client, { ClientID: required('') });
      name = 'assigned-11-4';
      const { peer, count } = await restarted(bench, eut);
      metric(1, 'R-MQTT.8').equal((await peer.get('connect')).clientId, '', 'the ClientID of the CONNECT packet');
      const after = await bench.controller(count);
      await peer.get('subscribe');
      metric(2, 'R-MQTT.9').equal(await valueAt(after, `${client}ClientID`), name, 'ClientID afterwards');
    },
  },
  {
    number: '11.5',
    station: 'scripted',
    shows: ['R-MQTT.11'],
    async run(bench) {
      const { metric, broker } = bench;
      broker.script.connack = ({ clientId }: IConnectPacket) =>
        clientId === '' ? { properties: { assignedClientIdentifier: 'assigned-11-5' } } : {};
      const eut = await bench.start();
      await (await broker.peer()).get('subscribe');
      const before = await valueAt(await bench.controller(), `${client}ClientID`);
      const { peer } = await restarted(bench, eut);
      metric(1, 'R-MQTT.11').equal((await peer.get('connect')).clientId, before, 'the ClientID of the CONNECT packet');
      metric(1).equal(before, 'assigned-11-5', 'ClientID');
    },
  },
  {
    number: '11.6',
    station: 'scripted',
    shows: ['R-MQTT.10'],
    async run(bench) {
      const { metric, broker } = bench;
      const { wait, keys } = retrying(bench);
      const eut = await bench.start(keys);
      await (await broker.peer()).get('subscribe');
      const read = await paramsOf(await bench.controller(), client);
      metric(1).equal(read?.ConnectRetryTime, String(wait), 'ConnectRetryTime');
      const times = refuses(bench);
      await restarted(bench, eut);
      for (let waited = 0; times.length < 3 && waited < 8 * wait; waited += 0.1) await pass(0.1);
      const [first = 0, second = 0, third = 0] = times;
      metric(1, 'R-MQTT.10').within(second - first, wait - 0.1, 2 * wait + lateness, 'seconds until the first retry');
      metric(2, 'R-MQTT.10').within(third - second, 2 * wait - 0.1, 4 * wait + lateness, 'seconds until the second');
    },
  },
  {
    number: '11.7',
    station: 'scripted',
    shows: ['R-MQTT.14'],
    async run(bench) {
      const { metric, broker, seconds } = bench;
      const eut = await bench.start({ 'keep-alive': '"90s"' });
      await (await broker.peer()).get('subscribe');
      await changed(await bench.controller(), client, { KeepAliveTime: '60' });
      const serverKeepAlive = seconds(30, 2);
      broker.script.connack = () => ({ properties: { serverKeepAlive } });
      const { peer } = await restarted(bench, eut);
      metric(1, 'R-MQTT.14').equal((await peer.get('connect')).keepalive, 60, 'Keep Alive of the CONNECT packet');
      await peer.get('publish');
      const count = peer.packets.length;
      const quietSince = performance.now();
      while (peer.all('pingreq').length === 0 && performance.now() - quietSince < serverKeepAlive * 2000)
        await pass(0.1);
      metric(2).equal(peer.packets[count]?.cmd, 'pingreq', 'the next packet');
      const waited = (performance.now() - quietSince) / 1000;
      metric(2).within(waited, 0, serverKeepAlive * 1.5, 'seconds until it came');
    },
  },
  {
    number: '11.8',
    station: 'scripted',
    shows: ['R-MQTT.12', 'R-MQTT.15'],
    async run(bench) {
      const { metric, broker } = bench;
      const userProperties = { 'subscribe-topic': 'offered/11-8' };
      broker.script.connack = () => ({ properties: { userProperties, responseInformation: 'response/11-8' } });
      const eut = await bench.start();
      await (await broker.peer()).get('subscribe');
      const { peer } = await restarted(bench, eut);
      const connect = await peer.get('connect');
      metric(1, 'R-MQTT.12').equal(
        connect.properties?.requestResponseInformation,
        true,
        'Request Response Information',
      );
      const { subscriptions } = await peer.get('subscribe');
      const topics = subscriptions.map(({ topic }) => topic);
      metric(2, 'R-MQTT.15').ok(topics.includes('offered/11-8'), 'it subscribes to the subscribe-topic', topics);
      metric(3, 'R-MQTT.15').ok(topics.includes('response/11-8'), 'and to the Response Information', topics);
    },
  },
  {
    number: '11.16',
    station: 'scripted',
    shows: ['R-MQTT.33'],
    async run(bench) {
      const { metric, broker } = bench;
      const { wait, keys } = retrying(bench);
      await bench.start(keys);
      const peer = await broker.peer();
      await peer.get('publish');
      const times: number[] = [];
      broker.script.connack = () => {
        times.push(performance.now() / 1000);
        return {};
      };
      const begun = performance.now() / 1000;
      peer.send({ cmd: 'disconnect', reasonCode: 0x8b });
      peer.socket.end();
      for (let waited = 0; times.length < 1 && waited < 4 * wait; waited += 0.1) await pass(0.1);
      const waited = metric(1).found(times[0], 'it connects again') - begun;
      metric(1, 'R-MQTT.33').within(waited, wait - 0.1, 2 * wait + lateness, 'seconds until it does');
    },
  },
  {
    number: '11.17',
    station: 'scripted',
    shows: ['R-MTP.6', 'R-MTP.7', 'R-MTP.9'],
    async run(bench) {
      const { metric, broker } = bench;
      const eut = await bench.start();
      await (await broker.peer()).get('subscribe');
      const before = await bench.controller();
      const { peer, count } = await restarted(bench, eut);
      const { disconnect } = before.records.at(-1)?.record ?? {};
      metric(1, 'R-MTP.7', 'R-MTP.9').ok((disconnect?.reason_code ?? 0) >= 7100, 'it took its leave', disconnect);
      const topics = (await peer.get('subscribe')).subscriptions.map(({ topic }) => topic);
      const controller = await bench.controller(count);
      const heard = await controller.heard(({ record }) => record.mqtt_connect !== undefined, 30_000);
      const { mqtt_connect: connect } = metric(1, 'R-MTP.6').found(heard, 'an MQTTConnectRecord comes').record;
      metric(1).equal(connect?.version, 'V5', 'its version');
      metric(1).ok(topics.includes(connect?.subscribed_topic ?? ''), 'its subscribed_topic is subscribed to', connect);
    },
  },
];

/** An entry of an Add. */
export const subscriptionTo = (topic: string, more: Readonly<Record<string, string>> = {}) =>
  object(`${client}Subscription.`, { Enable: 'true', Topic: topic, ...more });
