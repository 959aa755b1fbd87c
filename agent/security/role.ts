/** A Role made ready: its permissions in the order in which they override each other. */
import { commandEventRights, EXECUTE, NOTIFY, paramRights, READ, type Rights, WRITE } from '../../datamodel/access.ts';
import type { Bound } from '../../datamodel/bound.ts';
import type { ObjectNode, TableNode } from '../../datamodel/node.ts';
import type { ResolveContext } from '../../datamodel/path/resolve.ts';
import { splitReferences } from '../../datamodel/references.ts';
import type { ObjectSchema } from '../../datamodel/schema.ts';
import {
  type Coverage,
  coverageOfNode,
  coverageOfSchema,
  coverageOfTable,
  parseTarget,
  type Target,
} from './target.ts';

interface Permission {
  order: number;
  targets: readonly Target[];
  param: number;
  object: number;
  instance: number;
  commandEvent: number;
}

export interface Role {
  isEnabled: boolean;
  /** Ascending Order: a later one overrides an earlier one where their targets overlap. */
  permissions: readonly Permission[];
  /** No target speaks of single instances, so rights are those of the schema. */
  isStatic: boolean;
}

/** Reads a ControllerTrust.Role.{i} row. A role or permission that is not enabled grants nothing. */
export function readRole(row: ObjectNode, root: Bound): Role {
  const isEnabled = row.stored('Enable') === true;
  const rows = isEnabled ? (row.tableNamed('Permission')?.rows.values() ?? []) : [];
  const permissions: Permission[] = [];
  for (const each of rows) if (each.stored('Enable') === true) permissions.push(readPermission(each, root));
  permissions.sort((a, b) => a.order - b.order);
  const isStatic = permissions.every(permission => permission.targets.every(target => target.isStatic));
  return { isEnabled, permissions, isStatic };
}

function readPermission(row: ObjectNode, root: Bound): Permission {
  const targets: Target[] = [];
  for (const text of splitReferences(String(row.stored('Targets')))) {
    const target = parseTarget(text, root);
    if (target) targets.push(target);
  }
  return {
    order: Number(row.stored('Order')),
    targets,
    param: rightsOf(row.stored('Param')),
    object: rightsOf(row.stored('Obj')),
    instance: rightsOf(row.stored('InstantiatedObj')),
    commandEvent: rightsOf(row.stored('CommandEvent')),
  };
}

function rightsOf(text: unknown): number {
  const [r, w, x, n] = String(text);
  return (r === 'r' ? READ : 0) | (w === 'w' ? WRITE : 0) | (x === 'x' ? EXECUTE : 0) | (n === 'n' ? NOTIFY : 0);
}

/** What `role` grants on any instance of `schema`: where targets speak of single instances, the most of any of them. */
export function rightsOnSchema(role: Role, schema: ObjectSchema): Rights {
  const building = new RightsBuilder(schema);
  for (const permission of role.permissions) {
    for (const target of permission.targets) {
      building.add(permission, coverageOfSchema(target, schema), target.isStatic ? 'override' : 'widen');
    }
  }
  return building.rights;
}

/** What `role` grants on one object. */
export function rightsOnNode(role: Role, node: ObjectNode, context: ResolveContext): Rights {
  return rightsBy(role, node.schema, target => coverageOfNode(target, node, context));
}

/** What `role` grants on a table, for rows to be created in it. */
export function rightsOnTable(role: Role, table: TableNode, context: ResolveContext): Rights {
  return rightsBy(role, table.schema, target => coverageOfTable(target, table, context));
}

function rightsBy(role: Role, schema: ObjectSchema, coverageOf: (target: Target) => Coverage): Rights {
  const building = new RightsBuilder(schema);
  for (const permission of role.permissions) {
    for (const target of permission.targets) building.add(permission, coverageOf(target), 'override');
  }
  return building.rights;
}

/** The union over several roles (TR-369 "A Controller's Role"). */
export function unionOf(all: readonly Rights[], schema: ObjectSchema): Rights {
  const [first] = all;
  if (first && all.length === 1) return first;
  const building = new RightsBuilder(schema);
  for (const rights of all) building.widenBy(rights);
  return building.rights;
}

class RightsBuilder {
  readonly #schema: ObjectSchema;
  readonly rights: Rights = {
    object: 0,
    instance: 0,
    params: undefined,
    everyParam: 0,
    commandEvents: undefined,
    everyCommandEvent: 0,
  };

  constructor(schema: ObjectSchema) {
    this.#schema = schema;
  }

  add(permission: Permission, coverage: Coverage, how: 'override' | 'widen'): void {
    if (!coverage) return;
    if (coverage === 'object') this.#addObject(permission, how);
    else this.#addLeaf(permission, coverage.leaf, how);
  }

  widenBy(other: Rights): void {
    const { rights } = this;
    rights.object |= other.object;
    rights.instance |= other.instance;
    const params = this.#params();
    for (const { slot } of this.#schema.params) params[slot] = (params[slot] ?? 0) | paramRights(other, slot);
    const commandEvents = this.#commandEvents();
    for (const name of leafNames(this.#schema)) {
      commandEvents.set(name, commandEventRights(rights, name) | commandEventRights(other, name));
    }
  }

  #addObject(permission: Permission, how: 'override' | 'widen'): void {
    const { rights } = this;
    if (how === 'widen') {
      const { object, instance, param: everyParam, commandEvent: everyCommandEvent } = permission;
      this.widenBy({ object, instance, everyParam, everyCommandEvent, params: undefined, commandEvents: undefined });
      return;
    }
    rights.object = permission.object;
    rights.instance = permission.instance;
    rights.everyParam = permission.param;
    rights.params = undefined;
    rights.everyCommandEvent = permission.commandEvent;
    rights.commandEvents = undefined;
  }

  #addLeaf(permission: Permission, leaf: string, how: 'override' | 'widen'): void {
    const slot = this.#schema.paramByName.get(leaf)?.slot;
    if (slot !== undefined) {
      const params = this.#params();
      params[slot] = permission.param | (how === 'widen' ? (params[slot] ?? 0) : 0);
    } else {
      const before = how === 'widen' ? commandEventRights(this.rights, leaf) : 0;
      this.#commandEvents().set(leaf, permission.commandEvent | before);
    }
  }

  #params(): Uint8Array {
    this.rights.params ??= new Uint8Array(this.#schema.params.length).fill(this.rights.everyParam);
    return this.rights.params;
  }

  #commandEvents(): Map<string, number> {
    const own = new Map(this.rights.commandEvents);
    this.rights.commandEvents = own;
    return own;
  }
}

function leafNames(schema: ObjectSchema): string[] {
  return [...schema.commands.map(command => command.name), ...schema.events.map(event => event.name)];
}
