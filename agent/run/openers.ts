/** What each enabled MTP row asks for, as something that can be opened. A transport's code is loaded only when asked for. */
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { MqttTransport } from '../mtp/mqtt.ts';
import { isThere } from '../notify/referenceindex.ts';
import type { Transport } from '../record/transport.ts';
import { socketAfterMs } from './limits.ts';
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

/** By transport name; the error where one cannot be opened now, such as one whose certificate file is not there. */
export async function openers(parts: TransportParts): Promise<Map<string, Opener | Error>> {
  const wanted = new Map<string, Opener | Error>();
  for (const mtp of parts.model.table('Device.LocalAgent.MTP.').rows.values()) {
    const name = mtp.stored('Enable') === true ? transportNameOf(mtp, parts.model) : undefined;
    if (name === undefined || wanted.has(name)) continue;
    try {
      const opener = await openerOf(name, mtp, parts);
      if (opener) wanted.set(name, opener);
    } catch (cause) {
      wanted.set(name, cause instanceof Error ? cause : new Error(String(cause)));
    }
  }
  return wanted;
}

/** The name of the transport behind an MTP row; undefined while the row refers to no enabled client. */
export function transportNameOf(mtp: ObjectNode, model: DataModel): string | undefined {
  const protocol = mtp.stored('Protocol');
  if (protocol === 'MQTT') return mqttRowsOf(mtp, model)?.client.path;
  return protocol === 'UDS' ? 'local socket' : mtp.path;
}

function openerOf(name: string, mtp: ObjectNode, parts: TransportParts): Promise<Opener | undefined> {
  const protocol = mtp.stored('Protocol');
  if (protocol === 'MQTT') return mqttOpener(mtp, parts);
  return protocol === 'UDS' ? udsOpener(name, parts) : coapOpener(name, mtp, parts);
}

async function mqttOpener(mtp: ObjectNode, parts: TransportParts): Promise<Opener | undefined> {
  const { createMqttTransport } = await import('../mtp/mqtt.ts');
  const rows = mqttRowsOf(mtp, parts.model);
  if (!rows) return undefined;
  const { client } = rows;
  const options = mqttOptionsOf(rows, parts.endpointId, parts.tlsFiles.get(client.path));
  // Not in the fingerprint: topics change without reconnecting, and a ClientID counts from the next connection on.
  const { subscriptions: _, clientID: __, ...rest } = options;
  return {
    fingerprint: JSON.stringify(rest),
    make: () => createMqttTransport(options, { ...parts, observer: observerOf(mtp, client, parts) }),
    refresh: transport => {
      (transport as MqttTransport).setClientID(String(client.stored('ClientID')));
      (transport as MqttTransport).setSubscriptions(subscriptionsOf(client));
    },
  };
}

/** What the transport tells of rows that have gone meanwhile is told to nobody. */
function observerOf(mtp: ObjectNode, client: ObjectNode, { model }: TransportParts) {
  const show = (row: ObjectNode, node: ObjectNode | undefined, values: Record<string, string>) => {
    if (node && isThere(row)) model.update(node, values);
  };
  return {
    status: (status: string) => show(client, client, { Status: status }),
    responseInformation: (topic: string) => {
      show(client, client, { ResponseInformation: topic });
      show(mtp, mtp.child('MQTT'), { ResponseTopicDiscovered: topic });
    },
    subscription: (topic: string, status: string) => {
      for (const row of client.tableNamed('Subscription')?.rows.values() ?? []) {
        if (row.stored('Topic') === topic) show(client, row, { Status: status });
      }
    },
    /** Kept for the next start [R-MQTT.9]. */
    assignedClientId: (clientId: string) => {
      const param = client.schema.paramByName.get('ClientID');
      if (!param || !isThere(client)) return;
      const transaction = model.begin();
      transaction.stage(client, param.slot, clientId);
      transaction.commitNow();
    },
  };
}

async function coapOpener(name: string, mtp: ObjectNode, parts: TransportParts): Promise<Opener | undefined> {
  const coap = mtp.child('CoAP');
  if (!coap || parts.coapHost === undefined) return undefined;
  const { createCoapTransport } = await import('../mtp/coap/transport.ts');
  const path = String(coap.stored('Path'));
  const options = {
    name,
    host: parts.coapHost,
    port: Number(coap.stored('Port')),
    path: path.startsWith('/') ? path : `/${path}`,
    replyHosts: () => controllerHosts(parts),
  };
  return { fingerprint: JSON.stringify(options), make: () => createCoapTransport(options, parts) };
}

/** Hosts that a request may ask us to answer at: those of the configured controllers, as they are now. */
function controllerHosts({ model }: TransportParts): Set<string> {
  const hosts = new Set<string>();
  for (const controller of model.table('Device.LocalAgent.Controller.').rows.values()) {
    for (const mtp of controller.tableNamed('MTP')?.rows.values() ?? []) {
      const host = mtp.child('CoAP')?.stored('Host');
      if (host) hosts.add(String(host));
    }
  }
  return hosts;
}

async function udsOpener(name: string, parts: TransportParts): Promise<Opener> {
  const { createUdsTransport } = await import('../mtp/uds.ts');
  const options = { name, path: parts.socketPath, endpointId: parts.endpointId, listenAfterMs: socketAfterMs };
  return { fingerprint: JSON.stringify(options), make: () => createUdsTransport(options, parts) };
}
