/** By which of the agent's transports a Controller comes: what its MTP rows say of that. */
import type { Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Origin } from '../record/transport.ts';

/** What decides about ways. */
const tables = ['Device.LocalAgent.Controller.', 'Device.LocalAgent.MTP.', 'Device.MQTT.Client.'];

/** The ways of Controllers, looked up once and kept until one of those rows changes. */
export class Ways {
  readonly #model: DataModel;
  /** By row and transport: no more than there are of both. */
  readonly #known = new Map<ObjectNode, Map<string, boolean>>();

  constructor(model: DataModel) {
    this.#model = model;
    model.feed.follow(commit => this.#onCommit(commit));
  }

  /** Whether a Record came by a way that an MTP row of the Controller names. */
  lead(controller: ObjectNode, origin: Origin): boolean {
    const known = this.#knownOf(controller);
    let leads = known.get(origin.transport);
    if (leads === undefined) {
      leads = rowsOf(controller).some(row => isWay(row, origin, this.#model));
      known.set(origin.transport, leads);
    }
    return leads;
  }

  #knownOf(controller: ObjectNode): Map<string, boolean> {
    let known = this.#known.get(controller);
    if (!known) {
      known = new Map();
      this.#known.set(controller, known);
    }
    return known;
  }

  #onCommit(commit: Commit): void {
    if (commit.some(({ node }) => tables.some(table => node.path.startsWith(table)))) this.#known.clear();
  }
}

const rowsOf = (controller: ObjectNode) => [...(controller.tableNamed('MTP')?.rows.values() ?? [])];

/**
 * Whether a Record came by the way that an MTP row of a Controller names. With MQTT that is the broker, for it vouches for
 * those whom it lets publish: the one behind AgentMTPReference, or, where that is empty, one that has no other beside it.
 * For CoAP and the local socket, where nobody stands between, TR-181 has no such reference: the protocol says it all.
 */
function isWay(row: ObjectNode, { protocol, transport }: Origin, model: DataModel): boolean {
  if (row.stored('Enable') !== true || row.stored('Protocol') !== protocol) return false;
  if (protocol !== 'MQTT') return true;
  const reference = row.child('MQTT')?.stored('AgentMTPReference');
  if (!reference) return enabledMtps(model).every(mtp => [undefined, transport].includes(mqttTransportOf(mtp, model)));
  return enabledMtps(model).some(mtp => mtp.path === `${reference}.` && mqttTransportOf(mtp, model) === transport);
}

/** The agent's MTP row by whose MQTT transport a Record came, as a reference to it; empty where it came otherwise. */
export function agentMtpOf({ transport }: Origin, model: DataModel): string {
  const mtp = enabledMtps(model).find(each => mqttTransportOf(each, model) === transport);
  return mtp ? mtp.path.slice(0, -1) : '';
}

function enabledMtps(model: DataModel): ObjectNode[] {
  return [...model.table('Device.LocalAgent.MTP.').rows.values()].filter(mtp => mtp.stored('Enable') === true);
}

/** MQTT transports have the names of their clients' rows. */
function mqttTransportOf(mtp: ObjectNode, model: DataModel): string | undefined {
  const reference = mtp.child('MQTT')?.stored('Reference');
  const client = reference ? model.find(`${reference}.`) : undefined;
  return client?.stored('Enable') === true ? client.path : undefined;
}
