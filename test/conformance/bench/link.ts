/** How a controller reaches the agent: Records out, Records in. */
import { readFileSync } from 'node:fs';
import { connectAsync } from 'mqtt';
import type { BrokerPeer } from '../../helpers/broker.ts';

export interface Link {
  readonly protocol: 'MQTT' | 'CoAP';
  send(record: Uint8Array): void;
  /** Where Records from the agent go. Set by the controller, once. */
  received: (record: Uint8Array) => void;
  close(): Promise<void>;
}

/** Topics of an agent and one of its controllers. */
export interface Topics {
  agent: string;
  controller: string;
  /** Content Type of what the controller sends, where it is another than usual. */
  contentType?: string;
}

/**
 * A controller's own connection to a broker, MQTT 5, with the Response Topic and Content Type that TR-369 asks for. With
 * `ca`, a PEM file, it is over TLS.
 */
export async function mqttLink(port: number, endpointId: string, topics: Topics, ca?: string): Promise<Link> {
  const client = await connectAsync(`${ca ? 'mqtts' : 'mqtt'}://127.0.0.1:${port}`, {
    ...(ca && { ca: readFileSync(ca) }),
    protocolVersion: 5,
    reconnectPeriod: 0,
    properties: { userProperties: { 'usp-endpoint-id': endpointId } },
  });
  const link: Link = {
    protocol: 'MQTT',
    received: () => {},
    send: record => {
      const properties = { responseTopic: topics.controller, contentType: 'usp.msg' };
      client.publish(topics.agent, Buffer.from(record), { qos: 1, properties });
    },
    close: () => client.endAsync(true),
  };
  client.on('message', (_, payload) => link.received(payload));
  await client.subscribeAsync(topics.controller, { qos: 1 });
  return link;
}

/** The topic of MQTT 3.1.1, which has no Response Topic: the reply topic is at its end. */
const withReplyTo = ({ agent, controller }: Topics) => `${agent}/reply-to=${controller.replaceAll('/', '%2F')}`;

/** A controller inside a scripted broker: what it sends is published to the agent's own connection. */
export function brokerLink(peer: BrokerPeer, topics: Topics): Link {
  return {
    protocol: 'MQTT',
    received: () => {},
    send: record => {
      const packet = { cmd: 'publish', payload: Buffer.from(record), qos: 0, dup: false, retain: false } as const;
      const { controller: responseTopic, contentType = 'usp.msg' } = topics;
      if (peer.version === 5) peer.send({ ...packet, topic: topics.agent, properties: { responseTopic, contentType } });
      else peer.send({ ...packet, topic: withReplyTo(topics) });
    },
    close: async () => {},
  };
}
