/** By which of the agent's transports a Controller comes: what its MTP rows say of that. */
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Origin } from '../record/transport.ts';

/**
 * Whether a Record came by the way that an MTP row of a Controller names. With MQTT that is the broker, for it vouches for
 * those whom it lets publish: the one behind AgentMTPReference, or, where that is empty, one that has no other beside it.
 * For CoAP and the local socket, where nobody stands between, TR-181 has no such reference: the protocol says it all.
 */
export function isWay(row: ObjectNode, { protocol, transport }: Origin, model: DataModel): boolean {
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
