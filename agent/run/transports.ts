/** The transports that the data model's MTP rows ask for, opened and closed as the rows change. */

import type { Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Connections, MqttStatistics } from '../../datamodel/services.ts';
import type { Clock, Log, Random, Stoppable } from '../../drivers/ports.ts';
import type { MqttTransport } from '../mtp/mqtt.ts';
import type { Route, Routes } from '../record/routes.ts';
import type { Transport, TransportListener } from '../record/transport.ts';
import { mqttRowsOf, type TlsFiles } from './mqtt-rows.ts';
import { type Opened, openers } from './openers.ts';

const mtpTable = 'Device.LocalAgent.MTP.';
const clientTable = 'Device.MQTT.Client.';

/** A change of rows is acted on after this long, so that the answer to the Set that made it still gets out. */
const settleMs = 500;

export interface TransportParts extends BeyondRows {
  model: DataModel;
  clock: Clock;
  random: Random;
  log: Log;
  endpointId: string;
  /** The local socket's path. */
  socketPath: string;
}

/** What transports are told that TR-181 has no parameters for. */
export interface BeyondRows {
  /** Address that CoAP listens on. */
  coapHost: string | undefined;
  /** By path of the MQTT.Client row. */
  tlsFiles: ReadonlyMap<string, TlsFiles>;
}

/** What a transport tells, with the transport that tells it. */
export interface TransportEvents {
  received: TransportListener['received'];
  connected(transport: Transport, details: Parameters<TransportListener['connected']>[0]): void;
}

export class Transports implements Routes, Connections {
  #parts: TransportParts;
  readonly #byName = new Map<string, Opened>();
  #events: TransportEvents | undefined;
  #settling: Stoppable | undefined;
  /** The last look at the rows. */
  #looked: Promise<void> = Promise.resolve();

  constructor(parts: TransportParts) {
    this.#parts = parts;
  }

  /** Opens what the rows ask for, and follows their changes from now on. */
  async open(events: TransportEvents): Promise<void> {
    this.#events = events;
    await this.#reconcile();
    this.#parts.model.feed.follow(commit => this.#onCommit(commit));
  }

  /** Also reads the TLS files again: a certificate may have been renewed in its place. */
  reconfigure(beyondRows: BeyondRows): void {
    this.#parts = { ...this.#parts, ...beyondRows };
    this.#settleSoon();
  }

  /** A transport that has stopped for good, in words; undefined while all move on. */
  stalled(): string | undefined {
    for (const [name, { transport }] of this.#byName) if (transport.isStalled?.()) return `the transport ${name}`;
    return undefined;
  }

  async close(): Promise<void> {
    this.#settling?.stop();
    this.#events = undefined;
    await this.#looked; // It opens nothing any more.
    const all = [...this.#byName.values()];
    this.#byName.clear();
    await Promise.all(all.map(({ transport }) => transport.close()));
  }

  named(name: string): Transport | undefined {
    return this.#byName.get(name)?.transport;
  }

  all(): Transport[] {
    return [...this.#byName.values()].map(({ transport }) => transport);
  }

  to(controller: ObjectNode): readonly Route[] {
    const rows = [...(controller.tableNamed('MTP')?.rows.values() ?? [])].filter(row => row.stored('Enable') === true);
    rows.sort((a, b) => Number(a.stored('Order')) - Number(b.stored('Order')));
    return rows.flatMap(row => this.#routeOf(row, controller) ?? []);
  }

  reconnect(client: ObjectNode): void {
    const name = client.path;
    const opened = this.#byName.get(name);
    if (!opened) return;
    this.#byName.delete(name);
    void opened.transport.close().then(() => this.#reconcile());
  }

  statistics(client: ObjectNode): MqttStatistics | undefined {
    const transport = this.named(client.path);
    return transport?.protocol === 'MQTT' ? (transport as MqttTransport).stats : undefined;
  }

  #routeOf(row: ObjectNode, controller: ObjectNode): Route | undefined {
    const protocol = String(row.stored('Protocol'));
    const transport = this.#transportOf(row, protocol);
    if (!transport) return undefined;
    if (protocol === 'MQTT') {
      const address = String(row.child('MQTT')?.stored('Topic') ?? '');
      return address === '' ? undefined : { transport, address };
    }
    // On the local socket an Endpoint ID means all of its connections.
    if (protocol === 'UDS') return { transport, address: String(controller.stored('EndpointID')) };
    const coap = row.child('CoAP');
    if (!coap || coap.stored('Host') === '') return undefined;
    const host = String(coap.stored('Host'));
    const authority = host.includes(':') ? `[${host}]` : host;
    const path = String(coap.stored('Path')).replace(/^\//, '');
    return { transport, address: `coap://${authority}:${coap.stored('Port')}/${path}` };
  }

  #transportOf(row: ObjectNode, protocol: string): Transport | undefined {
    const reference = protocol === 'MQTT' ? String(row.child('MQTT')?.stored('AgentMTPReference') ?? '') : '';
    const mtp = reference ? this.#parts.model.find(`${reference}.`) : undefined;
    if (mtp) {
      const client = mqttRowsOf(mtp, this.#parts.model)?.client;
      return client && this.named(client.path);
    }
    return this.all().find(transport => transport.protocol === protocol);
  }

  #onCommit(commit: Commit): void {
    const isOurs = commit.some(({ kind, node }) => {
      if (kind === 'event' || kind === 'completed') return false;
      return node.path.startsWith(mtpTable) || node.path.startsWith(clientTable);
    });
    if (isOurs) this.#settleSoon();
  }

  #settleSoon(): void {
    this.#settling?.stop();
    this.#settling = this.#parts.clock.after(settleMs, () => void this.#reconcile());
  }

  /** One look at the rows after the other: code that is loaded slowly must not bring back what they said before. */
  #reconcile(): Promise<void> {
    this.#looked = this.#looked.then(() => this.#look());
    return this.#looked;
  }

  /** Closes what is no longer asked for or asked for otherwise, and opens what is new. */
  async #look(): Promise<void> {
    if (!this.#events) return;
    const wanted = await openers(this.#parts);
    for (const [name, opened] of this.#byName) {
      const still = wanted.get(name);
      if (still?.fingerprint === opened.fingerprint) {
        still.refresh?.(opened.transport);
        continue;
      }
      this.#byName.delete(name);
      await opened.transport.close();
    }
    const events = this.#events;
    if (!events) return; // Closed meanwhile.
    for (const [name, { fingerprint, make }] of wanted) {
      if (!this.#byName.has(name)) this.#begin(name, fingerprint, make, events);
    }
  }

  #begin(name: string, fingerprint: string, make: () => Opened['transport'], events: TransportEvents): void {
    try {
      const transport = make();
      this.#byName.set(name, { transport, fingerprint });
      transport.open({
        received: events.received,
        connected: details => {
          this.#showStatus();
          events.connected(transport, details);
        },
        disconnected: () => this.#showStatus(),
      });
    } catch (cause) {
      this.#parts.log('error', `${name} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  }

  /** LocalAgent.MTP.{i}.Status follows the transport behind the row. */
  #showStatus(): void {
    const { model } = this.#parts;
    for (const mtp of model.table(mtpTable).rows.values()) {
      const protocol = String(mtp.stored('Protocol'));
      const client = protocol === 'MQTT' ? mqttRowsOf(mtp, model)?.client : undefined;
      const transport = client ? this.named(client.path) : this.all().find(each => each.protocol === protocol);
      model.update(mtp, { Status: transport?.isConnected() ? 'Up' : 'Down' });
    }
  }
}
