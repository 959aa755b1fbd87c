/** The transports that the data model's MTP rows ask for, opened and closed as the rows change. */

import type { Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Connections, MqttStatistics } from '../../datamodel/services.ts';
import type { Clock, Log, Random, Stoppable } from '../../drivers/ports.ts';
import { CauseLog } from '../mtp/cause-log.ts';
import type { MqttTransport } from '../mtp/mqtt.ts';
import type { MqttStatus } from '../mtp/mqtt-cause.ts';
import type { RetainParam, Route, Routes } from '../record/routes.ts';
import type { Transport, TransportListener } from '../record/transport.ts';
import { retryIntervalMs } from '../retry.ts';
import type { TlsFiles } from './mqtt-rows.ts';
import { type Opened, type Opener, openers, transportNameOf } from './openers.ts';
import { Strays } from './strays.ts';

const mtpTable = 'Device.LocalAgent.MTP.';
const clientTable = 'Device.MQTT.Client.';
const controllerTable = 'Device.LocalAgent.Controller.';

/** A change of rows is acted on after this long, so that the answer to the Set that made it still gets out. */
const settleMs = 500;

/** Between looks at what cannot be opened, such as one whose certificate lies on a mount that comes late [R-MQTT.10]. */
const openRetry = { minimumWaitIntervalSeconds: 5, intervalMultiplier: 2000, maximumIntervalSeconds: 60 };

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

/** The fingerprint of what is to be made anew, whatever its rows say. */
const outdated = '';

/** What a transport tells, with the transport that tells it. */
export interface TransportEvents {
  received: TransportListener['received'];
  connected(transport: Transport, details: Parameters<TransportListener['connected']>[0]): void;
}

export class Transports implements Routes, Connections {
  #parts: TransportParts;
  readonly #byName = new Map<string, Opened>();
  /** Of Controllers, until a row or a transport changes: they are asked for with each notification. */
  readonly #routes = new Map<ObjectNode, readonly Route[]>();
  #events: TransportEvents | undefined;
  readonly #causes: CauseLog;
  readonly #strays: Strays;
  #followsRows = false;
  #settling: Stoppable | undefined;
  #retrying: Stoppable | undefined;
  /** What could not be opened at the last look, and how many looks in a row there was something. */
  #failing: readonly string[] = [];
  #failures = 0;
  /** The last look at the rows. */
  #looked: Promise<void> = Promise.resolve();

  constructor(parts: TransportParts) {
    this.#parts = parts;
    this.#causes = new CauseLog(parts.log);
    this.#strays = new Strays(parts);
    parts.model.feed.follow(commit => this.#onCommit(commit));
  }

  /** Opens what the rows ask for, and follows their changes from now on. */
  async open(events: TransportEvents): Promise<void> {
    this.#events = events;
    await this.#reconcile();
    this.#followsRows = true;
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
    this.#retrying?.stop();
    this.#events = undefined;
    const all = [...this.#byName.values()];
    this.#byName.clear();
    this.#routes.clear();
    // A look that goes on opens nothing any more.
    await Promise.all([this.#looked, ...all.map(({ transport }) => transport.close())]);
  }

  named(name: string): Transport | undefined {
    return this.#byName.get(name)?.transport;
  }

  all(): Transport[] {
    return [...this.#byName.values()].map(({ transport }) => transport);
  }

  to(controller: ObjectNode): readonly Route[] {
    let routes = this.#routes.get(controller);
    if (!routes) {
      routes = this.#routesTo(controller);
      this.#routes.set(controller, routes);
    }
    return routes;
  }

  #routesTo(controller: ObjectNode): readonly Route[] {
    const rows = [...(controller.tableNamed('MTP')?.rows.values() ?? [])].filter(row => row.stored('Enable') === true);
    rows.sort((a, b) => Number(a.stored('Order')) - Number(b.stored('Order')));
    return rows.flatMap(row => this.#routeOf(row, controller) ?? []);
  }

  retains(controller: ObjectNode, transport: Transport, param: RetainParam): boolean {
    for (const row of controller.tableNamed('MTP')?.rows.values() ?? []) {
      if (row.child('MQTT')?.stored(param) !== true || row.stored('Enable') !== true) continue;
      if (this.#transportOf(row, 'MQTT') === transport) return true;
    }
    return false;
  }

  /** Soon, so that the answer to the command still gets out; also where nothing could be opened. */
  reconnect(client: ObjectNode): void {
    const opened = this.#byName.get(client.path);
    if (opened) opened.fingerprint = outdated;
    this.#settleSoon();
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
    const candidates = mtp ? [this.#behind(mtp)] : this.all();
    return candidates.find(transport => transport?.protocol === protocol);
  }

  #onCommit(commit: Commit): void {
    let isOurs = false;
    for (const { kind, node } of commit) {
      if (kind === 'event' || kind === 'completed') continue;
      const decides = node.path.startsWith(mtpTable) || node.path.startsWith(clientTable);
      if (decides || node.path.startsWith(controllerTable)) this.#routes.clear();
      isOurs ||= decides;
    }
    if (isOurs && this.#followsRows) this.#settleSoon();
  }

  #settleSoon(): void {
    this.#settling?.stop();
    this.#settling = this.#parts.clock.after(settleMs, () => void this.#reconcile());
  }

  /** One look at the rows after the other: code that is loaded slowly must not bring back what they said before. */
  #reconcile(): Promise<void> {
    this.#looked = this.#looked
      .then(() => this.#look())
      .catch(cause => this.#parts.log('error', `a look at the MTP rows broke off: ${String(cause)}`));
    return this.#looked;
  }

  /** Closes what is no longer asked for or asked for otherwise; what the rows ask for when that is done is opened. */
  async #look(): Promise<void> {
    for (;;) {
      const wanted = await openers(this.#parts);
      const events = this.#events;
      if (!events) return; // Closed meanwhile.
      const idle = [...this.#byName].filter(([name, opened]) => isOutdated(opened, wanted.get(name)));
      if (idle.length === 0) return this.#bringUp(wanted, events);
      for (const [name] of idle) this.#byName.delete(name);
      this.#routes.clear();
      await Promise.all(idle.map(([, { transport }]) => transport.close()));
    }
  }

  #bringUp(wanted: ReadonlyMap<string, Opener | Error>, events: TransportEvents): void {
    const failed = new Map<string, Error>();
    for (const [name, opener] of wanted) {
      const failure = opener instanceof Error ? opener : this.#take(name, opener, events);
      if (failure) failed.set(name, failure);
    }
    this.#showStatus();
    this.#tryAgain(failed);
  }

  /** Opens it, or brings what runs up to date. */
  #take(name: string, opener: Opener, events: TransportEvents): Error | undefined {
    const running = this.#byName.get(name);
    try {
      if (running) opener.refresh?.(running.transport);
      else this.#begin(name, opener, events);
      return undefined;
    } catch (cause) {
      return cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  #begin(name: string, { fingerprint, make }: Opener, events: TransportEvents): void {
    const transport = make();
    this.#byName.set(name, { transport, fingerprint });
    this.#routes.clear();
    transport.open({
      received: (bytes, origin) => {
        const verdict = events.received(bytes, origin);
        this.#strays.tell(verdict, bytes, origin);
        return verdict;
      },
      connected: details => {
        this.#showStatus();
        events.connected(transport, details);
      },
      disconnected: () => this.#showStatus(),
    });
  }

  /** What could not be opened, or not anew, is looked at again; the latter runs on meanwhile. */
  #tryAgain(failed: ReadonlyMap<string, Error>): void {
    const { clock, random } = this.#parts;
    for (const [name, { message }] of failed) {
      const isRunning = this.#byName.has(name);
      const what = isRunning ? 'runs on as it is, for it cannot be opened anew' : 'cannot be opened';
      this.#causes.tell(`${name} ${message}`, 'error', `${name} ${what}: ${message}; trying again`);
      if (!isRunning) this.#showClient(name, 'Error_Misconfigured');
    }
    for (const name of this.#failing)
      if (!failed.has(name) && !this.#byName.has(name)) this.#showClient(name, 'Disabled');
    this.#failing = [...failed.keys()];
    this.#retrying?.stop();
    this.#failures = failed.size > 0 ? this.#failures + 1 : 0;
    if (this.#failures === 0) this.#causes.cured('whatever the MTP rows ask for could be opened');
    else {
      const delayMs = retryIntervalMs(openRetry, this.#failures, random);
      this.#retrying = clock.after(delayMs, () => void this.#reconcile());
    }
  }

  /** MQTT.Client.{i}.Status, where no transport tells it. */
  #showClient(name: string, Status: MqttStatus): void {
    const client = name.startsWith(clientTable) ? this.#parts.model.find(name) : undefined;
    if (client) this.#parts.model.update(client, { Status });
  }

  /** LocalAgent.MTP.{i}.Status follows the transport behind the row. */
  #showStatus(): void {
    const { model } = this.#parts;
    for (const mtp of model.table(mtpTable).rows.values()) {
      const isUp = mtp.stored('Enable') === true && this.#behind(mtp)?.isConnected();
      model.update(mtp, { Status: isUp ? 'Up' : 'Down' });
    }
  }

  #behind(mtp: ObjectNode): Transport | undefined {
    const name = transportNameOf(mtp, this.#parts.model);
    return name === undefined ? undefined : this.named(name);
  }
}

/** Whether what runs is not asked for any more, or asked for otherwise. Where that cannot be said, it runs on. */
function isOutdated({ fingerprint }: Opened, opener: Opener | Error | undefined): boolean {
  return !(opener instanceof Error) && opener?.fingerprint !== fingerprint;
}
