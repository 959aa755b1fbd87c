/**
 * Subscriptions, indexed by what they are about. Reads the one change feed, so that a change is found by looking up its
 * object, and nothing polls.
 */
import { type Access, commandEventRights, NOTIFY, paramRights } from '../../datamodel/access.ts';
import type { Bound } from '../../datamodel/bound.ts';
import type { Change, Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { splitReferences } from '../../datamodel/references.ts';
import type { ObjectSchema } from '../../datamodel/schema.ts';
import { referencesMax } from './limits.ts';
import { compileReference, type Reference } from './reference.ts';

const subscriptionTable = 'Device.LocalAgent.Subscription.';

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
}

interface Indexed {
  subscription: ObjectNode;
  reference: Reference;
}

export class Subscriptions {
  readonly #model: DataModel;
  readonly #accessOf: (controller: ObjectNode) => Access;
  readonly #byType = new Map<string, Map<ObjectSchema, Indexed[]>>();
  #isStale = true;

  /** `accessOf`: what a Recipient may be notified of. `onHit` is called for each subscription that a change concerns. */
  constructor(
    model: DataModel,
    accessOf: (controller: ObjectNode) => Access,
    onHit: (change: Change, hit: Hit) => void,
  ) {
    this.#model = model;
    this.#accessOf = accessOf;
    model.feed.listen(commit => this.#onCommit(commit, onHit));
  }

  #onCommit(commit: Commit, onHit: (change: Change, hit: Hit) => void): void {
    for (const change of commit) {
      for (const hit of this.#hits(change)) onHit(change, hit);
    }
    // A commit is told to those who had subscribed before it.
    if (commit.some(change => change.node.path.startsWith(subscriptionTable))) this.#isStale = true;
  }

  #hits(change: Change): Hit[] {
    if (this.#isStale) this.#reindex();
    const candidates = this.#byType.get(notifTypes[change.kind])?.get(change.node.schema);
    if (!candidates) return [];
    const hits = new Map<ObjectNode, Hit>();
    for (const { subscription, reference } of candidates) {
      if (hits.has(subscription) || !isAbout(reference, change)) continue;
      const controller = this.#recipientOf(subscription);
      if (!controller || (change.kind === 'event' && change.only && change.only !== controller)) continue;
      const access = this.#accessOf(controller);
      if (mayBeTold(access, change)) hits.set(subscription, { subscription, controller, access });
    }
    return [...hits.values()];
  }

  #recipientOf(subscription: ObjectNode): ObjectNode | undefined {
    const controller = this.#model.find(`${subscription.stored('Recipient')}.`);
    return controller?.stored('Enable') === true ? controller : undefined;
  }

  #reindex(): void {
    this.#isStale = false;
    this.#byType.clear();
    for (const subscription of this.#model.table(subscriptionTable).rows.values()) {
      if (subscription.stored('Enable') === true) this.#index(subscription);
    }
  }

  #index(subscription: ObjectNode): void {
    const type = String(subscription.stored('NotifType'));
    const bySchema = this.#byType.get(type) ?? new Map<ObjectSchema, Indexed[]>();
    this.#byType.set(type, bySchema);
    const entries = splitReferences(String(subscription.stored('ReferenceList')));
    for (const entry of entries.slice(0, referencesMax)) {
      const reference = compileReference(entry, this.#model);
      if (!reference) continue;
      for (const schema of reference.leaf ? [reference.schema] : this.#below(reference.schema, type)) {
        const list = bySchema.get(schema) ?? [];
        list.push({ subscription, reference });
        bySchema.set(schema, list);
      }
    }
  }

  /** An object path is about everything below it, but for rows coming and going: these are of the named table alone. */
  #below(schema: ObjectSchema, type: string): ObjectSchema[] {
    if (type === 'ObjectCreation' || type === 'ObjectDeletion') return [schema];
    const found: ObjectSchema[] = [];
    const visit = (bound: Bound, isInside: boolean) => {
      const inside = isInside || bound.schema === schema;
      if (inside) found.push(bound.schema);
      for (const child of bound.children.values()) visit(child, inside);
    };
    visit(this.#model.root.bound, false);
    return found;
  }
}

function isAbout(reference: Reference, change: Change): boolean {
  const { leaf } = reference;
  if (leaf !== undefined && leaf !== nameOf(change)) return false;
  return reference.covers(change.node);
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
