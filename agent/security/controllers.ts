/** Which Controller row a Record belongs to, and how far its words may be trusted on the way it came. */
import type { Access } from '../../datamodel/access.ts';
import { Fault } from '../../datamodel/errors.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode, TableNode } from '../../datamodel/node.ts';
import type { Scalar } from '../../datamodel/schema.ts';
import type { Transaction } from '../../datamodel/transaction.ts';
import type { Origin } from '../record/transport.ts';
import type { AccessControl } from './access.ts';
import { endpointIdCharsMax, strangersWaitingMax, unknownControllersMax } from './limits.ts';
import { agentMtpOf, Ways } from './ways.ts';

const trustPath = 'Device.LocalAgent.ControllerTrust.';
const controllerTable = 'Device.LocalAgent.Controller.';
const endpointIdSyntax = /^[A-Za-z0-9]*:[A-Za-z0-9-]*:[A-Za-z0-9._%:-]+$/;

/** Endpoint ID of the command line on the local socket. */
export const localEndpointId = 'self::local';

/** What the configuration says of Controllers beyond their rows. */
export interface TrustOptions {
  /** Endpoint IDs whose role holds on an unencrypted transport from elsewhere too (`insecure = true`). */
  insecureEndpointIds: ReadonlySet<string>;
}

export interface Caller {
  controller: ObjectNode;
  access: Access;
  /** Its words are taken for those of the Controller: it is believed, or anyone may do what that Controller may. */
  isTrusted: boolean;
}

export class Controllers {
  readonly #model: DataModel;
  readonly #table: TableNode;
  readonly #accessControl: AccessControl;
  readonly #options: TrustOptions;
  readonly #ways: Ways;
  #hasLoggedFull = false;
  /** Records of unknown Controllers that wait for a row, one after the other. */
  #strangersWaiting = 0;
  #lastWelcome: Promise<unknown> = Promise.resolve();

  constructor(model: DataModel, accessControl: AccessControl, options: TrustOptions) {
    this.#model = model;
    this.#table = model.table(controllerTable);
    this.#accessControl = accessControl;
    this.#options = options;
    this.#ways = new Ways(model);
  }

  find(endpointId: string): ObjectNode | undefined {
    for (const row of this.#table.rows.values()) {
      if (row.stored('EndpointID') === endpointId) return row;
    }
    return undefined;
  }

  /**
   * The caller behind a Record's from_id. An unknown one gets a row with the untrusted role; undefined when it is to be
   * ignored: not an Endpoint ID, disabled, or one unknown too many.
   */
  identify(fromId: string, origin: Origin): Caller | undefined | Promise<Caller | undefined> {
    if (origin.endpointId !== undefined && origin.endpointId !== fromId) return undefined;
    const known = this.find(fromId);
    if (known) return this.#callerOf(known, fromId, origin);
    return this.#welcome(fromId, origin).then(added => added && this.#callerOf(added, fromId, origin));
  }

  #callerOf(controller: ObjectNode, fromId: string, origin: Origin): Caller | undefined {
    if (controller.stored('Enable') !== true || this.#accessControl.isBanned(controller)) return undefined;
    if (!this.#isBelieved(controller, fromId, origin)) {
      const isTrusted = this.#accessControl.isUntrusted(controller);
      return { controller, access: this.#accessControl.untrusted(), isTrusted };
    }
    return { controller, access: this.#accessControl.of(controller), isTrusted: true };
  }

  /**
   * Without signatures, from_id is a claim. It is believed on a transport that the Controller's own MTP rows name, and
   * there only when the transport is encrypted, local, or declared insecure in the configuration.
   */
  #isBelieved(controller: ObjectNode, fromId: string, origin: Origin): boolean {
    if (origin.protocol === 'UDS') return fromId === localEndpointId;
    if (fromId === localEndpointId) return false;
    if (!origin.isSecure && !origin.isLoopback && !this.#options.insecureEndpointIds.has(fromId)) return false;
    return this.#ways.lead(controller, origin);
  }

  /** One at a time: strangers take no more than one place among those who wait to change something. */
  async #welcome(fromId: string, origin: Origin): Promise<ObjectNode | undefined> {
    if (fromId.length > endpointIdCharsMax || !endpointIdSyntax.test(fromId)) return undefined;
    if (this.#areUnknownFull()) return this.#full(fromId);
    if (this.#strangersWaiting >= strangersWaitingMax) return undefined;
    this.#strangersWaiting++;
    const welcome = this.#lastWelcome.then(() => this.find(fromId) ?? this.#addRow(fromId, origin));
    this.#lastWelcome = welcome.catch(() => {});
    return welcome.finally(() => {
      this.#strangersWaiting--;
    });
  }

  /**
   * A row for an unknown Controller, in which its way in is named: should it come to have another role, by a challenge or
   * by another Controller, that role holds there.
   */
  async #addRow(fromId: string, origin: Origin): Promise<ObjectNode | undefined> {
    const added = await this.#model.exclusively(async begin => {
      const known = this.find(fromId);
      if (known || this.#areUnknownFull()) return { row: known };
      const transaction = begin();
      const row = addUnknown(transaction, this.#model, fromId, this.#untrustedRole(), origin);
      return { row, durable: row && transaction.commitNow().durable };
    });
    if (added instanceof Fault) return undefined;
    if (!added.row || !added.durable) return added.row ?? this.#full(fromId);
    if (await added.durable) return undefined;
    this.#model.services.log('notice', `unknown controller ${fromId} has called: it has the untrusted role`);
    return added.row;
  }

  #untrustedRole(): Scalar {
    return this.#model.node(trustPath).stored('UntrustedRole');
  }

  #areUnknownFull(): boolean {
    const untrustedRole = this.#untrustedRole();
    const rows = [...this.#table.rows.values()];
    return rows.filter(row => row.stored('AssignedRole') === untrustedRole).length >= unknownControllersMax;
  }

  #full(fromId: string): undefined {
    if (this.#hasLoggedFull) return;
    this.#hasLoggedFull = true;
    this.#model.services.log(
      'warning',
      `controller ${fromId} is ignored: ${unknownControllersMax} unknown ones have called`,
    );
  }
}

function addUnknown(
  transaction: Transaction,
  model: DataModel,
  endpointId: string,
  role: Scalar,
  origin: Origin,
): ObjectNode | undefined {
  // Whoever calls by itself needs no OnBoardRequest.
  const presets = { EndpointID: endpointId, Enable: true, AssignedRole: role, OnBoardingComplete: true };
  const row = transaction.add(model.table(controllerTable), { presets });
  if (row instanceof Fault) return undefined;
  transaction.fillKeys(row);
  const mtps = row.tableNamed('MTP');
  const mtp = mtps && transaction.add(mtps, { presets: { Enable: true, Protocol: origin.protocol } });
  if (!mtp || mtp instanceof Fault) return row;
  transaction.fillKeys(mtp);
  const mqtt = transaction.childOf(mtp, 'MQTT');
  if (mqtt) transaction.write(mqtt, 'AgentMTPReference', agentMtpOf(origin, model));
  return row;
}
