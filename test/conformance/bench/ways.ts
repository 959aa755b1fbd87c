/** The ways between an agent and its controllers: what is in its configuration, and their ends of it. */
import type { Mosquitto } from '../../helpers/mosquitto.ts';
import { CoapPeer, freeDatagramPort } from './coap.ts';
import { type Link, mqttLink, type Topics } from './link.ts';

export type Mtp = 'MQTT' | 'CoAP';

/** A controller's end. */
export interface End {
  link: Link;
  /** Its table in the configuration, for a controller that the agent is to know. */
  toml: string;
  /** Its topic or URL. */
  address: string;
}

export interface Way {
  /** What the agent itself needs in its configuration. */
  toml: string;
  connect(name: string): Promise<End>;
}

export const quoted = (text: string): string => JSON.stringify(text);

/** Keys of a controller's mqtt table, their values in TOML; undefined leaves one out. */
export type MqttKeys = Readonly<Record<string, string | undefined>>;

export function mqttToml(keys: MqttKeys): string {
  const lines = Object.entries(keys).flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${value}`]));
  return ['[controller.mqtt]', ...lines, ''].join('\n');
}

/** Over mosquitto, each agent with topics of its own; with `ca`, a PEM file, over TLS. */
export function mqttWay({ port }: Mosquitto, mark: string, ca?: string): Way {
  const broker = quoted(`${ca ? 'mqtts' : 'mqtt'}://127.0.0.1:${port}`);
  return {
    toml: '',
    async connect(name) {
      const topics: Topics = { agent: `usp/agent/${mark}`, controller: `usp/${name}/${mark}` };
      const names = { 'agent-topic': quoted(topics.agent), 'controller-topic': quoted(topics.controller) };
      const toml = mqttToml({ broker, ...names, ca: ca && quoted(ca) });
      return { link: await mqttLink(port, `self::${name}`, topics, ca), toml, address: topics.controller };
    },
  };
}

export async function coapWay(): Promise<Way> {
  const port = await freeDatagramPort();
  return {
    toml: `[coap]\nlisten = "coap://127.0.0.1:${port}/usp"\n`,
    async connect() {
      const link = await CoapPeer.open(port);
      return { link, toml: `coap = { url = "${link.url}" }\n`, address: link.url };
    },
  };
}
