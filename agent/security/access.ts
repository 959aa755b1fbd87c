/** Roles in the tree, compiled into Access: looked up once per kind of object, not once per parameter. */
import { type Access, fullAccess, READ, type Rights } from '../../datamodel/access.ts';
import type { Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode, TableNode } from '../../datamodel/node.ts';
import type { ResolveContext } from '../../datamodel/path/resolve.ts';
import type { ObjectSchema } from '../../datamodel/schema.ts';
import { accessesKeptMax } from './limits.ts';
import { type Role, readRole, rightsOnNode, rightsOnSchema, rightsOnTable, unionOf } from './role.ts';

const trustPath = 'Device.LocalAgent.ControllerTrust.';

/** The Access of each Controller, kept until a role or an assignment changes. */
export class AccessControl {
  readonly #model: DataModel;
  readonly #trust: ObjectNode;
  readonly #roles = new Map<string, Role>();
  /** By the roles' paths, as they stand in a Controller's row or one by one. */
  readonly #accessByRoles = new Map<string, Access>();
  #generation = 0;

  constructor(model: DataModel) {
    this.#model = model;
    this.#trust = model.node(trustPath);
    model.feed.follow(commit => this.#onCommit(commit));
  }

  /** What the Controller of this row may do: the union of its assigned and inherited roles, else the UntrustedRole. */
  of(controller: ObjectNode): Access {
    const lists = `${controller.stored('AssignedRole')},${controller.stored('InheritedRole')}`;
    const known = this.#accessByRoles.get(lists);
    if (known) return known;
    const paths = lists
      .split(',')
      .map(path => path.trim())
      .filter(path => path !== '');
    const access = paths.length > 0 ? this.#ofRoles(paths) : this.untrusted();
    this.#keep(lists, access);
    return access;
  }

  /** Whether it has the BannedRole: nothing is taken from it, and nothing is sent to it. */
  isBanned(controller: ObjectNode): boolean {
    const banned = String(this.#trust.stored('BannedRole'));
    const assigned = String(controller.stored('AssignedRole'));
    return banned !== '' && assigned.includes(banned) && assigned.split(',').includes(banned);
  }

  /** Whether it may do what anyone may, and no more. */
  isUntrusted(controller: ObjectNode): boolean {
    return ['', this.#trust.stored('UntrustedRole')].includes(controller.stored('AssignedRole'));
  }

  /** What anyone may do (TR-369 "Special Roles"). */
  untrusted(): Access {
    return this.#ofRoles([String(this.#trust.stored('UntrustedRole'))]);
  }

  #ofRoles(paths: readonly string[]): Access {
    const key = paths.join(',');
    let access = this.#accessByRoles.get(key);
    if (!access) {
      const secured = String(this.#trust.stored('SecuredRoles')).split(',');
      const roles = paths.flatMap(path => this.#role(path) ?? []);
      const readsSecured = paths.some(path => secured.includes(path) && this.#role(path)?.isEnabled);
      access = new RoleAccess(this.#model, roles, readsSecured, () => this.#generation);
      this.#keep(key, access);
    }
    return access;
  }

  #keep(roles: string, access: Access): void {
    if (this.#accessByRoles.size >= accessesKeptMax) this.#accessByRoles.clear();
    this.#accessByRoles.set(roles, access);
  }

  #role(path: string): Role | undefined {
    const known = this.#roles.get(path);
    if (known) return known;
    const row = path === '' ? undefined : this.#model.find(`${path}.`);
    // A reference may point at anything that is there; what is no Role grants nothing.
    if (row?.table?.path !== `${trustPath}Role.`) return undefined;
    const role = readRole(row, this.#model.root.bound);
    this.#roles.set(path, role);
    return role;
  }

  /** Made or undone: what has been read of it is not so any more. */
  #onCommit(commit: Commit): void {
    this.#generation++;
    if (!commit.some(change => change.node.path.startsWith(trustPath))) return;
    this.#roles.clear();
    this.#accessByRoles.clear();
  }
}

class RoleAccess implements Access {
  readonly isBySchema: boolean;
  readonly readsSecured: boolean;
  readonly #roles: readonly Role[];
  readonly #generationNow: () => number;
  readonly #bySchema = new Map<ObjectSchema, Rights>();
  readonly #context: ResolveContext;
  readonly #byPlace = new Map<ObjectNode | TableNode, Rights>();
  #generation = 0;

  constructor(model: DataModel, roles: readonly Role[], readsSecured: boolean, generationNow: () => number) {
    this.#context = { root: model.root, services: model.services, access: fullAccess };
    this.#roles = roles;
    this.readsSecured = readsSecured;
    this.isBySchema = roles.every(role => role.isStatic);
    this.#generationNow = generationNow;
  }

  ofSchema(schema: ObjectSchema): Rights {
    let rights = this.#bySchema.get(schema);
    if (!rights) {
      rights = this.#union(schema, role => rightsOnSchema(role, schema));
      this.#bySchema.set(schema, rights);
    }
    return rights;
  }

  /** For creating rows, what holds of the table itself; a table is found by whoever may find any of its rows. */
  ofTable(table: TableNode): Rights {
    const ofAny = this.ofSchema(table.schema);
    if (this.isBySchema) return ofAny;
    return this.#cached(table, () => {
      const own = this.#union(table.schema, role => rightsOnTable(role, table, this.#context));
      return { ...own, object: own.object | (ofAny.object & READ) };
    });
  }

  of(node: ObjectNode): Rights {
    if (this.isBySchema) return this.ofSchema(node.schema);
    return this.#cached(node, () => this.#union(node.schema, role => rightsOnNode(role, node, this.#context)));
  }

  #union(schema: ObjectSchema, rightsOf: (role: Role) => Rights): Rights {
    return unionOf(this.#roles.map(rightsOf), schema);
  }

  /** What a search expression in a target matches may change with every commit. */
  #cached(place: ObjectNode | TableNode, compute: () => Rights): Rights {
    if (this.#generation !== this.#generationNow()) {
      this.#byPlace.clear();
      this.#generation = this.#generationNow();
    }
    let rights = this.#byPlace.get(place);
    if (!rights) {
      rights = compute();
      this.#byPlace.set(place, rights);
    }
    return rights;
  }
}
