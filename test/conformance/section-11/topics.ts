// 11.9 to 11.15: MQTT subscriptions, and what is published.
import type { IPublishPacket } from 'mqtt-packet';
import type { BrokerPeer } from '../../helpers/broker.ts';
import type { Case, ScriptedBench } from '../bench/case.ts';
import { type Controller, required } from '../bench/controller.ts';
import type { Metric } from '../bench/metric.ts';
import { agent, changed, pass, subscribed } from '../bench/steps.ts';
import { decodeMessage, decodeRecord } from '../bench/wire.ts';
import { restarted, subscriptionTo } from './session.ts';

const info = 'Device.DeviceInfo';

/** Adds a Subscription and waits for its SUBSCRIBE; its path. */
async function subscribes(controller: Controller, peer: BrokerPeer, metric: Metric, topic: string, qos?: string) {
  const before = peer.all('subscribe').length;
  const answer = await controller.add(subscriptionTo(topic, qos === undefined ? {} : { QoS: qos }));
  const { created_obj_results: results } = metric.response(answer, 'add_resp');
  const { instantiated_path: path } = metric.success(metric.one(results, 'result'));
  const { subscriptions } = await peer.get('subscribe', before + 1);
  const found = subscriptions.find(each => each.topic === topic);
  metric.ok(found !== undefined, `the SUBSCRIBE packet has ${topic}`, subscriptions);
  if (qos !== undefined) metric.equal(found?.qos, Number(qos), 'its QoS');
  return path;
}

/** Asks for DeviceInfo, as the plan writes it; the PUBLISH packet with the GetResp. */
async function answered(controller: Controller, peer: BrokerPeer, metric: Metric): Promise<IPublishPacket> {
  const message = await controller.get(info);
  metric.response(message, 'get_resp');
  const isIt = ({ payload }: IPublishPacket) => {
    const content = decodeRecord(Buffer.from(payload)).no_session_context;
    return content && decodeMessage(content.payload).header.msg_id === message.header.msg_id;
  };
  return metric.found(peer.all('publish').find(isIt), 'there is a PUBLISH packet with the GetResp');
}

/** An agent of this version, its connection, and its controller. */
async function connectedWith(bench: ScriptedBench, version: '5.0' | '3.1.1') {
  const count = bench.broker.peers.length + 1;
  const eut = await bench.start({ version: `"${version}"` });
  const peer = await bench.broker.peer(count);
  await peer.get('subscribe');
  return { eut, peer, controller: await bench.controller(count) };
}

/** The topic that a 3.1.1 PUBLISH packet goes to, and the reply topic at its end. */
function splitReplyTo(topic: string): { topic: string; replyTo: string | undefined } {
  const [head = '', replyTo] = topic.split('/reply-to=');
  return { topic: head, replyTo };
}

/** 11.12 and 11.14 over 3.1.1: where the answer goes, and what it says of where to answer. */
async function repliesOver311(bench: ScriptedBench, number: number): Promise<void> {
  const { metric } = bench;
  const { eut, peer, controller } = await connectedWith(bench, '3.1.1');
  const { topic, replyTo } = splitReplyTo((await answered(controller, peer, metric(number))).topic);
  metric(number, 'R-MQTT.25').equal(topic, bench.topics.controller, 'the topic before /reply-to=');
  metric(number, 'R-MQTT.24').equal(replyTo, bench.topics.agent.replaceAll('/', '%2F'), 'the topic after it');
  await eut.stop();
}

export const topicCases: readonly Case[] = [
  {
    number: '11.9',
    station: 'scripted',
    shows: ['R-MQTT.15', 'R-MQTT.34'],
    async run(bench) {
      const { metric, topics } = bench;
      const { peer, controller } = await connectedWith(bench, '5.0');
      const row = await subscribes(controller, peer, metric(1, 'R-MQTT.15'), 'newTopic-11-9');
      topics.agent = 'newTopic-11-9';
      const { req_path_results: results } = metric(2).response(await controller.get(row), 'get_resp');
      metric(2).equal(results[0]?.resolved_path_results[0]?.resolved_path, row, 'the resolved path');
      // The plan's procedure has this path without its last dot.
      await changed(controller, row.slice(0, -1), { Enable: required('false') });
      const { unsubscriptions } = await peer.get('unsubscribe');
      metric(3, 'R-MQTT.34').equal(unsubscriptions, ['newTopic-11-9'], 'the UNSUBSCRIBE packet');
    },
  },
  {
    number: '11.10',
    station: 'scripted',
    shows: ['R-MQTT.16'],
    async run(bench) {
      await bench.start({ 'agent-topic': undefined });
      const packet = await (await bench.broker.peer()).get('disconnect');
      bench.metric(1, 'R-MQTT.16').equal(packet.cmd, 'disconnect', 'the packet');
    },
  },
  {
    number: '11.11',
    station: 'scripted',
    shows: ['R-MQTT.17'],
    async run(bench) {
      const { metric, broker, seconds } = bench;
      const { eut, controller } = await connectedWith(bench, '5.0');
      const interval = seconds(60, 1);
      await changed(controller, `${agent}Controller.[EndpointID=="${controller.endpointId}"].`, {
        PeriodicNotifInterval: String(interval),
      });
      const periodic = {
        NotifType: 'Event',
        ReferenceList: `${agent}Periodic!`,
        Persistent: 'true',
        NotifRetry: 'true',
      };
      await subscribed(controller, 'sub1111', periodic);
      broker.script.suback = ({ subscriptions }) => subscriptions.map(() => 0x87);
      const { peer, count } = await restarted(bench, eut);
      metric(1, 'R-MQTT.17').equal((await peer.get('disconnect')).cmd, 'disconnect', 'the packet after the SUBACK');
      await pass(2 * interval);
      const published = broker.peers.slice(count - 1).flatMap(each => each.all('publish'));
      metric(2, 'R-MQTT.17').equal(published, [], 'what was published');
    },
  },
  {
    number: '11.12',
    station: 'scripted',
    shows: ['R-MQTT.18', 'R-MQTT.21', 'R-MQTT.22', 'R-MQTT.23', 'R-MQTT.24', 'R-MQTT.25', 'R-MQTT.27'],
    async run(bench) {
      const { metric, broker } = bench;
      broker.script.connack = () => ({ properties: { responseInformation: 'response/11-12' } });
      const before = await connectedWith(bench, '5.0');
      const { peer, count } = await restarted(bench, before.eut);
      await peer.get('subscribe');
      const { properties } = await answered(await bench.controller(count), peer, metric(1, 'R-MQTT.18'));
      metric(2, 'R-MQTT.21', 'R-MQTT.22', 'R-MQTT.23').equal(
        properties?.responseTopic,
        'response/11-12',
        'the Response Topic',
      );
      metric(4, 'R-MQTT.27').equal(properties?.contentType, 'usp.msg', 'the Content Type');
      await before.eut.stop();
      broker.script.connack = () => ({});
      await repliesOver311(bench, 3);
    },
  },
  {
    number: '11.13',
    station: 'scripted',
    shows: ['R-MQTT.20'],
    async run(bench) {
      const { metric, topics } = bench;
      const { peer, controller } = await connectedWith(bench, '5.0');
      for (const [index, qos] of ['0', '1'].entries()) {
        const own = metric(index + 1, 'R-MQTT.20');
        const topic = `newTopic-11-13-QoS${qos}`;
        const row = await subscribes(controller, peer, own, topic, qos);
        topics.agent = topic;
        own.response(await controller.get(row), 'get_resp');
      }
    },
  },
  {
    number: '11.14',
    station: 'scripted',
    shows: ['R-MQTT.23', 'R-MQTT.24', 'R-MQTT.25', 'R-MQTT.26'],
    async run(bench) {
      const { metric, topics } = bench;
      const { eut, peer, controller } = await connectedWith(bench, '5.0');
      topics.controller = 'elsewhere/11-14';
      const { topic, properties } = await answered(controller, peer, metric(1));
      metric(1, 'R-MQTT.26').equal(topic, 'elsewhere/11-14', 'the topic');
      metric(1, 'R-MQTT.23').equal(properties?.responseTopic, topics.agent, 'the Response Topic');
      await eut.stop();
      await repliesOver311(bench, 2);
    },
  },
  {
    number: '11.15',
    station: 'scripted',
    shows: ['R-MQTT.27a'],
    async run(bench) {
      const { metric, topics } = bench;
      const { controller } = await connectedWith(bench, '5.0');
      for (const contentType of ['usp.msg', 'application/vnd.bbf.usp.msg']) {
        topics.contentType = contentType;
        metric(1, 'R-MQTT.27a').response(await controller.get(info), 'get_resp');
      }
    },
  },
];
