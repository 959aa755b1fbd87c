/** Agents and controllers around a broker, as the cases find them. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrokerPeer, startBroker } from '../../helpers/broker.ts';
import type { Mosquitto } from '../../helpers/mosquitto.ts';
import type { AgentBench, Bench, Environment, MqttKeys, ScriptedBench } from './case.ts';
import { Controller } from './controller.ts';
import { Eut } from './eut.ts';
import { brokerLink, type Link, mqttLink, type Topics } from './link.ts';
import type { Universal } from './universal.ts';

/** How long an agent may take to be there, in ms; on a busy machine a process takes its time. */
const startMsMax = 20_000;

export interface Grounds {
  mosquitto: Mosquitto;
  program: readonly string[];
  /** A folder for what the agents write. */
  directory: string;
  universal: Universal;
}

/** An agent on the broker, its controllers, and how to be rid of them. */
export interface Station {
  bench: Omit<AgentBench, keyof Bench>;
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

/** `mqtt` holds TOML values; a key without one is left out. */
function controllerToml(endpointId: string, mqtt: MqttKeys): string {
  const keys = Object.entries(mqtt).flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${value}`]));
  return [
    '',
    '[[controller]]',
    `endpoint = "${endpointId}"`,
    'role = "Full Access"',
    '[controller.mqtt]',
    ...keys,
    '',
  ].join('\n');
}

const quoted = (text: string) => JSON.stringify(text);

function agentToml(agentId: string, directory: string): string {
  return `[agent]
endpoint = "${agentId}"
state = "${join(directory, 'state')}"
socket = "${join(directory, 'uspi.sock')}"
`;
}

/** A fresh agent's name, directory and topics. */
function fresh(grounds: Grounds) {
  count += 1;
  const mark = count;
  const directory = join(grounds.directory, String(mark));
  mkdirSync(directory, { recursive: true });
  const topics = (name: string): Topics => ({ agent: `usp/agent/${mark}`, controller: `usp/${name}/${mark}` });
  return { directory, agentId: `os::012345-conformance-${mark}`, topics };
}

/** How a station differs from the usual one. */
export interface StationOptions {
  environment?: Environment | undefined;
  /** PEM file of the authority behind the broker's certificate: the broker speaks TLS. */
  ca?: string;
}

/** An agent with two controllers on mosquitto. */
export async function openStation(grounds: Grounds, options: StationOptions = {}): Promise<Station> {
  const { mosquitto, universal, program } = grounds;
  const { environment, ca } = options;
  const { directory, agentId, topics } = fresh(grounds);
  const controllers: Controller[] = [];
  const connect = async (name: string) => {
    const endpointId = `self::${name}`;
    const link = await mqttLink(mosquitto.port, endpointId, topics(name), ca);
    const controller = new Controller(link, { endpointId, agentId }, universal);
    controllers.push(controller);
    return controller;
  };
  const [first, second] = [await connect('first'), await connect('second')];
  const known = [first, second].map(({ endpointId }) => {
    const { agent, controller } = topics(endpointId.slice('self::'.length));
    const broker = quoted(`${ca ? 'mqtts' : 'mqtt'}://127.0.0.1:${mosquitto.port}`);
    const mqtt = { 'agent-topic': quoted(agent), 'controller-topic': quoted(controller), ca: ca && quoted(ca) };
    return controllerToml(endpointId, { broker, ...mqtt });
  });
  const toml = agentToml(agentId, directory) + known.join('') + capability;
  const eut = new Eut({ program, directory, toml, ...(environment && { environment: environment(directory) }) });
  const close = async () => {
    await eut.stop();
    await Promise.all(controllers.map(each => each.close()));
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    eut.start();
    await connected(first, eut);
    const rows = [await rowOf(first, first.endpointId), await rowOf(first, second.endpointId)] as const;
    const [row, secondRow] = rows;
    const stranger = async () => {
      const name = `stranger-${controllers.length}`;
      return { controller: await connect(name), topic: topics(name).controller };
    };
    return { bench: { eut, controller: first, row, second: { controller: second, row: secondRow }, stranger }, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

/** Resolves when the agent has greeted the controller for the `times`-th time. */
export async function connected(controller: Controller, eut: Eut, times = 1): Promise<void> {
  const isGreeting = () => controller.records.filter(({ record }) => record.mqtt_connect).length >= times;
  if (!(await controller.heard(isGreeting, startMsMax))) {
    throw new Error(`the agent has not come; its log ends with:\n${eut.log.slice(-8).join('\n')}`);
  }
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
  const { directory, agentId, topics } = fresh(grounds);
  const broker = await startBroker();
  const euts: Eut[] = [];
  const links = new Map<BrokerPeer, Link>();
  broker.script.sees = (packet, peer) => {
    if (packet.cmd === 'publish') links.get(peer)?.received(Buffer.from(packet.payload));
  };
  const own = topics('first');
  const bench: Omit<ScriptedBench, keyof Bench> = {
    broker,
    topics: own,
    agentId,
    start: async (mqtt = {}) => {
      const usual = { broker: quoted(`mqtt://127.0.0.1:${broker.port}`), 'agent-topic': quoted(own.agent) };
      const both = { ...usual, 'controller-topic': quoted(own.controller), ...mqtt };
      const toml = agentToml(agentId, directory) + controllerToml('self::first', both);
      const eut = new Eut({ program: grounds.program, directory, toml });
      euts.push(eut);
      eut.start();
      return eut;
    },
    controller: async (times = 1) => {
      const peer = await broker.peer(times);
      const link = brokerLink(peer, own);
      links.set(peer, link);
      const ids = { endpointId: 'self::first', agentId };
      const inside = new Controller(link, ids, grounds.universal);
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
