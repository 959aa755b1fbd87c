/** Agents and controllers, as the cases find them. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrokerPeer, startBroker } from '../../helpers/broker.ts';
import type { Mosquitto } from '../../helpers/mosquitto.ts';
import type { AgentBench, Bench, Environment, ScriptedBench } from './case.ts';
import { Controller } from './controller.ts';
import { Eut } from './eut.ts';
import { brokerLink, type Link, type Topics } from './link.ts';
import type { Universal } from './universal.ts';
import { coapWay, type End, type Mtp, mqttToml, mqttWay, quoted } from './ways.ts';

/** How long an agent may take to be there, in ms; on a busy machine a process takes its time. */
const startMsMax = 20_000;

export interface Grounds {
  mosquitto: Mosquitto;
  program: readonly string[];
  /** A folder for what the agents write. */
  directory: string;
  universal: Universal;
}

/** An agent, its controllers, and how to be rid of them. */
export interface Station {
  bench: Omit<AgentBench, keyof Bench>;
  /** The first controller's end of the way. */
  link: Link;
  close(): Promise<void>;
}

let count = 0;

/** The end of the configuration: what the tree needs so that IoTCapability has rows. */
const capability = `
[[capability]]
name = "outdoor temperature"
driver = "replay"
at = "${resolve('test/data/outdoor.csv')}"
type = "Temperature"
unit = "degC"
`;

const controllerToml = (endpointId: string, table: string) =>
  `\n[[controller]]\nendpoint = "${endpointId}"\nrole = "Full Access"\n${table}`;

/** A fresh agent: its number, its name, its folder, and the beginning of its configuration. */
function freshAgent(grounds: Grounds) {
  count += 1;
  const mark = String(count);
  const directory = join(grounds.directory, mark);
  mkdirSync(directory, { recursive: true });
  const agentId = `os::012345-conformance-${mark}`;
  const paths = [`state = "${join(directory, 'state')}"`, `socket = "${join(directory, 'uspi.sock')}"`];
  return { mark, directory, agentId, toml: ['[agent]', `endpoint = "${agentId}"`, ...paths, ''].join('\n') };
}

/** How a station differs from the usual one. */
export interface StationOptions {
  mtp?: Mtp;
  environment?: Environment | undefined;
  /** PEM file of the authority behind the broker's certificate: the broker speaks TLS. */
  ca?: string;
}

/** An agent with two controllers, over mosquitto or CoAP. */
export async function openStation(grounds: Grounds, options: StationOptions = {}): Promise<Station> {
  const { environment, ca, mtp = 'MQTT' } = options;
  const { mark, directory, agentId, toml } = freshAgent(grounds);
  const way = mtp === 'CoAP' ? await coapWay() : mqttWay(grounds.mosquitto, mark, ca);
  const controllers: Controller[] = [];
  const connect = async (name: string): Promise<{ controller: Controller; end: End }> => {
    const end = await way.connect(name);
    const controller = new Controller(end.link, { endpointId: `self::${name}`, agentId }, grounds.universal);
    controllers.push(controller);
    return { controller, end };
  };
  const [first, second] = [await connect('first'), await connect('second')];
  const known = [first, second].map(({ controller, end }) => controllerToml(controller.endpointId, end.toml));
  const eut = new Eut({
    program: grounds.program,
    directory,
    toml: toml + way.toml + known.join('') + capability,
    ...(environment && { environment: environment(directory) }),
  });
  const close = async () => {
    await eut.stop();
    await Promise.all(controllers.map(each => each.close()));
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    eut.start();
    await connected(first.controller, eut);
    const { controller } = first;
    const [row, secondRow] = [await rowOf(controller, 'self::first'), await rowOf(controller, 'self::second')];
    const stranger = async () => {
      const { controller: unknown, end } = await connect(`stranger-${controllers.length}`);
      return { controller: unknown, address: end.address };
    };
    const bench = { eut, controller, row, second: { controller: second.controller, row: secondRow }, stranger };
    return { bench, link: first.end.link, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** Resolves when the agent is there for the `times`-th time: it has greeted the controller, or over CoAP has said so. */
export async function connected(controller: Controller, eut: Eut, times = 1): Promise<void> {
  const isGreeting = () => controller.records.filter(({ record }) => record.mqtt_connect).length >= times;
  const isThere =
    controller.protocol === 'MQTT'
      ? (await controller.heard(isGreeting, startMsMax)) !== undefined
      : await eut.says(/ is up, /, times, startMsMax);
  if (!isThere) throw new Error(`the agent has not come; its log ends with:\n${eut.log.slice(-8).join('\n')}`);
}

/** Path of the Controller row of this Endpoint ID. */
async function rowOf(controller: Controller, endpointId: string): Promise<string> {
  const answer = await controller.get(`Device.LocalAgent.Controller.[EndpointID=="${endpointId}"].EndpointID`);
  const path = answer.body.response?.get_resp?.req_path_results[0]?.resolved_path_results[0]?.resolved_path;
  if (!path) throw new Error(`there is no Controller row of ${endpointId}`);
  return path;
}

/** A scripted broker; the case starts the agent once the script is written. */
export async function openScripted(
  grounds: Grounds,
): Promise<{ bench: Omit<ScriptedBench, keyof Bench>; close(): Promise<void> }> {
  const { mark, directory, agentId, toml } = freshAgent(grounds);
  const broker = await startBroker();
  const euts: Eut[] = [];
  const links = new Map<BrokerPeer, Link>();
  broker.script.sees = (packet, peer) => {
    if (packet.cmd === 'publish') links.get(peer)?.received(Buffer.from(packet.payload));
  };
  const topics: Topics = { agent: `usp/agent/${mark}`, controller: `usp/first/${mark}` };
  const bench: Omit<ScriptedBench, keyof Bench> = {
    broker,
    topics,
    agentId,
    start: async (mqtt = {}) => {
      const names = { 'agent-topic': quoted(topics.agent), 'controller-topic': quoted(topics.controller) };
      const table = mqttToml({ broker: quoted(`mqtt://127.0.0.1:${broker.port}`), ...names, ...mqtt });
      const eut = new Eut({ program: grounds.program, directory, toml: toml + controllerToml('self::first', table) });
      euts.push(eut);
      eut.start();
      return eut;
    },
    controller: async (times = 1) => {
      const peer = await broker.peer(times);
      const link = brokerLink(peer, topics);
      links.set(peer, link);
      const inside = new Controller(link, { endpointId: 'self::first', agentId }, grounds.universal);
      for (const { payload } of peer.all('publish')) link.received(Buffer.from(payload));
      return inside;
    },
  };
  const close = async () => {
    await Promise.all(euts.map(eut => eut.stop()));
    await broker.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  return { bench, close };
}
