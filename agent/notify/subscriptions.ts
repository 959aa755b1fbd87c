/**
 * Subscriptions as the tree has them, indexed by what they are about: a change is found by looking up its object, and
 * nothing polls.
 */
import { type Access, commandEventRights, NOTIFY, paramRights } from '../../datamodel/access.ts';
import type { Change, Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { splitReferences } from '../../datamodel/references.ts';
import type { Audience } from './audience.ts';
import { isThere, ReferenceIndex, rowsIn } from './referenceindex.ts';
import { Unsettled } from './unsettled.ts';

export const subscriptionTable = 'Device.LocalAgent.Subscription.';

/** NotifType of TR-181, by the kind of change that it is about. */
const notifTypes: Readonly<Record<Change['kind'], string>> = {
  value: 'ValueChange',
  created: 'ObjectCreation',
  deleted: 'ObjectDeletion',
  event: 'Event',
  completed: 'OperationComplete',
};

/** A subscription that a change concerns. */
export interface Hit {
  subscription: ObjectNode;
  /** Its Recipient. */
  controller: ObjectNode;
  access: Access;
  /** That the Controller is disabled or deleted is the last thing that it hears. */
  isLast: boolean;
}

export class Subscriptions {
  readonly #model: DataModel;
  readonly #audience: Audience;
  readonly #byType = new Map<string, ReferenceIndex>();
  /** As they were before the commit that is being told, which may delete the Controller itself. */
  readonly #recipients = new Map<ObjectNode, ObjectNode>();
  /** They are listed as they were and as they will be. */
  readonly #unsettled = new Unsettled();

  constructor(model: DataModel, audience: Audience) {
    this.#model = model;
    this.#audience = audience;
    for (const row of model.table(subscriptionTable).rows.values()) this.#index(row);
    model.feed.listenToUndone(commit => {
      for (const row of rowsIn(commit, subscriptionTable)) if (!this.#unsettled.has(row)) this.#reindex(row);
    });
  }

  /** Whom each change of a commit concerns. To be asked before `foresee`: it is told to those who had subscribed before it. */
  hits(commit: Commit): [change: Change, hit: Hit][] {
    const hits: [Change, Hit][] = [];
    for (const change of commit) for (const hit of this.#hits(change)) hits.push([change, hit]);
    return hits;
  }

  /** Takes up the subscriptions that a commit speaks of, which may yet be undone. Each of them is to be given to `settle`. */
  foresee(commit: Commit): ReadonlySet<ObjectNode> {
    const rows = rowsIn(commit, subscriptionTable);
    this.#unsettled.add(rows);
    for (const row of rows) if (isThere(row)) this.#index(row);
    return rows;
  }

  /** The commit that speaks of them stands, or has been undone. */
  settle(rows: ReadonlySet<ObjectNode>): void {
    for (const row of this.#unsettled.settle(rows)) this.#reindex(row);
  }

  /** Whether it is told of anything. */
  has(subscription: ObjectNode): boolean {
    return this.#recipients.has(subscription);
  }

  *#hits(change: Change): Generator<Hit> {
    const index = this.#byType.get(notifTypes[change.kind]);
    for (const subscription of index?.rowsAbout(change.node, nameOf(change)) ?? []) {
      const controller = this.#recipients.get(subscription);
      if (!controller || !mayHear(controller, change, this.#audience)) continue;
      const access = this.#audience.accessOf(controller);
      const isLast = !this.#audience.has(controller);
      if (mayBeTold(access, change)) yield { subscription, controller, access, isLast };
    }
  }

  #reindex(subscription: ObjectNode): void {
    for (const index of this.#byType.values()) index.remove(subscription);
    this.#recipients.delete(subscription);
    if (isThere(subscription)) this.#index(subscription);
  }

  #index(subscription: ObjectNode): void {
    const recipient = this.#model.find(`${subscription.stored('Recipient')}.`);
    if (subscription.stored('Enable') !== true || !recipient) return;
    this.#recipients.set(subscription, recipient);
    const type = String(subscription.stored('NotifType'));
    const index = this.#byType.get(type) ?? new ReferenceIndex(this.#model);
    this.#byType.set(type, index);
    // Rows come and go in the named table alone; of all else, an object path names everything below it.
    const reach = type === 'ObjectCreation' || type === 'ObjectDeletion' ? 'itself' : 'below';
    const entries = splitReferences(String(subscription.stored('ReferenceList')));
    for (const entry of entries) index.add(subscription, entry, reach);
  }
}

/** TR-181 Controller.{i}.Enable: that it is disabled is the last thing that a Controller hears. */
function mayHear(controller: ObjectNode, change: Change, audience: Audience): boolean {
  if (change.kind === 'event' && change.only && change.only !== controller) return false;
  if (controller.stored('Enable') === true || audience.has(controller)) return true;
  return change.kind === 'value' && change.node === controller && nameOf(change) === 'Enable';
}

function nameOf(change: Change): string | undefined {
  if (change.kind === 'value') return change.node.schema.params[change.slot]?.name;
  if (change.kind === 'event') return change.name;
  return change.kind === 'completed' ? change.command : undefined;
}

/** Whether the Recipient has the Notify permission that goes with the change (TR-181 Permission.{i}). */
function mayBeTold(access: Access, change: Change): boolean {
  const rights = access.of(change.node);
  switch (change.kind) {
    case 'value':
      return (paramRights(rights, change.slot) & NOTIFY) !== 0;
    case 'created':
      return (rights.object & NOTIFY) !== 0;
    case 'deleted':
      return (rights.instance & NOTIFY) !== 0;
    case 'event':
      return (commandEventRights(rights, change.name) & NOTIFY) !== 0;
    case 'completed':
      return (commandEventRights(rights, change.command) & NOTIFY) !== 0;
  }
}
