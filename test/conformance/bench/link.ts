/** How a controller reaches the agent: Records out, Records in. */
import { connectAsync } from 'mqtt';
import type { BrokerPeer } from '../../helpers/broker.ts';

export interface Link {
  send(record: Uint8Array): void;
  /** Where Records from the agent go. Set by the controller, once. */
  received: (record: Uint8Array) => void;
  close(): Promise<void>;
}

/** Topics of an agent and one of its controllers. */
export interface Topics {
  agent: string;
  controller: string;
}

/** A controller's own connection to a broker, MQTT 5, with the Response Topic and Content Type that TR-369 asks for. */
export async function mqttLink(port: number, endpointId: string, topics: Topics): Promise<Link> {
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, {
    protocolVersion: 5,
    reconnectPeriod: 0,
    properties: { userProperties: { 'usp-endpoint-id': endpointId } },
  });
  const link: Link = {
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

/** A controller inside a scripted broker: what it sends is published to the agent's own connection. */
export function brokerLink(peer: BrokerPeer, topics: Topics, properties: Record<string, unknown> = {}): Link {
  const link: Link = {
    received: () => {},
    send: record => {
      const both = { responseTopic: topics.controller, contentType: 'usp.msg', ...properties };
      const packet = { cmd: 'publish', topic: topics.agent, payload: Buffer.from(record), qos: 0 } as const;
      peer.send({ ...packet, dup: false, retain: false, ...(peer.version === 5 && { properties: both }) });
    },
    close: async () => {},
  };
  return link;
}
