/** What each enabled MTP row asks for, as something that can be opened. A transport's code is loaded only when asked for. */
import type { ObjectNode } from '../../datamodel/node.ts';
import type { MqttTransport } from '../mtp/mqtt.ts';
import type { Transport } from '../record/transport.ts';
import { mqttOptionsOf, mqttRowsOf, subscriptionsOf } from './mqtt-rows.ts';
import type { TransportParts } from './transports.ts';

export interface Opened {
  transport: Transport;
  /** Equal as long as the transport need not be made anew. */
  fingerprint: string;
}

export interface Opener {
  fingerprint: string;
  make(): Transport;
  /** Brings a running transport up to date where it need not be made anew. */
  refresh?(transport: Transport): void;
}

/** By transport name. */
export async function openers(parts: TransportParts): Promise<Map<string, Opener>> {
  const wanted = new Map<string, Opener>();
  for (const mtp of parts.model.table('Device.LocalAgent.MTP.').rows.values()) {
    if (mtp.stored('Enable') !== true) continue;
    const protocol = mtp.stored('Protocol');
    try {
      if (protocol === 'MQTT') await addMqtt(wanted, mtp, parts);
      else if (protocol === 'CoAP') await addCoap(wanted, mtp, parts);
      else if (protocol === 'UDS') await addUds(wanted, parts);
    } catch (cause) {
      // One that cannot be made (a certificate file that is not there) does not keep the others from being opened.
      parts.log('error', `${mtp.path} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }
  return wanted;
}

async function addMqtt(wanted: Map<string, Opener>, mtp: ObjectNode, parts: TransportParts): Promise<void> {
  const rows = mqttRowsOf(mtp, parts.model);
  if (!rows || wanted.has(rows.client.path)) return;
  const { createMqttTransport } = await import('../mtp/mqtt.ts');
  const { client } = rows;
  const options = mqttOptionsOf(rows, parts.endpointId, parts.tlsFiles.get(client.path));
  // Not in the fingerprint: topics change without reconnecting, and an assigned ClientID is written back to its row.
  const { subscriptions: _, clientID: __, ...rest } = options;
  wanted.set(client.path, {
    fingerprint: JSON.stringify(rest),
    make: () => createMqttTransport(options, { ...parts, observer: observerOf(mtp, client, parts) }),
    refresh: transport => (transport as MqttTransport).setSubscriptions(subscriptionsOf(client)),
  });
}

function observerOf(mtp: ObjectNode, client: ObjectNode, { model }: TransportParts) {
  return {
    status: (status: string) => model.update(client, { Status: status }),
    responseInformation: (topic: string) => {
      model.update(client, { ResponseInformation: topic });
      const mqtt = mtp.child('MQTT');
      if (mqtt) model.update(mqtt, { ResponseTopicDiscovered: topic });
    },
    subscription: (topic: string, status: string) => {
      for (const row of client.tableNamed('Subscription')?.rows.values() ?? []) {
        if (row.stored('Topic') === topic) model.update(row, { Status: status });
      }
    },
    /** Kept for the next start [R-MQTT.9]. */
    assignedClientId: (clientId: string) => {
      const param = client.schema.paramByName.get('ClientID');
      if (!param) return;
      const transaction = model.begin();
      transaction.stage(client, param.slot, clientId);
      transaction.commitNow();
    },
  };
}

async function addCoap(wanted: Map<string, Opener>, mtp: ObjectNode, parts: TransportParts): Promise<void> {
  const coap = mtp.child('CoAP');
  if (!coap || parts.coapHost === undefined) return;
  const { createCoapTransport } = await import('../mtp/coap/transport.ts');
  const path = String(coap.stored('Path'));
  const options = {
    name: mtp.path,
    host: parts.coapHost,
    port: Number(coap.stored('Port')),
    path: path.startsWith('/') ? path : `/${path}`,
    replyHosts: controllerHosts(parts),
  };
  wanted.set(mtp.path, { fingerprint: JSON.stringify(options), make: () => createCoapTransport(options, parts) });
}

/** Hosts that a request may ask us to answer at: those of the configured controllers. */
function controllerHosts({ model }: TransportParts): string[] {
  const hosts = new Set<string>();
  for (const controller of model.table('Device.LocalAgent.Controller.').rows.values()) {
    for (const mtp of controller.tableNamed('MTP')?.rows.values() ?? []) {
      const host = mtp.child('CoAP')?.stored('Host');
      if (host) hosts.add(String(host));
    }
  }
  return [...hosts].sort();
}

async function addUds(wanted: Map<string, Opener>, parts: TransportParts): Promise<void> {
  const { createUdsTransport } = await import('../mtp/uds.ts');
  const options = { name: 'local socket', path: parts.socketPath, endpointId: parts.endpointId };
  wanted.set(options.name, { fingerprint: JSON.stringify(options), make: () => createUdsTransport(options, parts) });
}
