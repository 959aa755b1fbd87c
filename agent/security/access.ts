/** Roles in the tree, compiled into Access: looked up once per kind of object, not once per parameter. */
import { type Access, fullAccess, type Rights } from '../../datamodel/access.ts';
import type { Commit } from '../../datamodel/feed.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode, TableNode } from '../../datamodel/node.ts';
import type { ResolveContext } from '../../datamodel/path/resolve.ts';
import type { ObjectSchema } from '../../datamodel/schema.ts';
import { type Role, readRole, rightsOnNode, rightsOnSchema, unionOf } from './role.ts';

const trustPath = 'Device.LocalAgent.ControllerTrust.';

/** The Access of each Controller, kept until a role or an assignment changes. */
export class AccessControl {
  readonly #model: DataModel;
  readonly #roles = new Map<string, Role>();
  readonly #accessByRoles = new Map<string, Access>();
  #generation = 0;

  constructor(model: DataModel) {
    this.#model = model;
    model.feed.listen(commit => this.#onCommit(commit));
  }

  /** What the Controller of this row may do: the union of its assigned and inherited roles, else the UntrustedRole. */
  of(controller: ObjectNode): Access {
    const paths = [controller.stored('AssignedRole'), controller.stored('InheritedRole')]
      .flatMap(list => String(list).split(','))
      .map(path => path.trim())
      .filter(path => path !== '');
    return paths.length > 0 ? this.#ofRoles(paths) : this.untrusted();
  }

  /** What anyone may do (TR-369 "Special Roles"). */
  untrusted(): Access {
    return this.#ofRoles([String(this.#model.node(trustPath).stored('UntrustedRole'))]);
  }

  #ofRoles(paths: readonly string[]): Access {
    const key = paths.join(',');
    let access = this.#accessByRoles.get(key);
    if (!access) {
      const secured = String(this.#model.node(trustPath).stored('SecuredRoles')).split(',');
      const roles = paths.flatMap(path => this.#role(path) ?? []);
      const readsSecured = paths.some(path => secured.includes(path));
      access = new RoleAccess(this.#model, roles, readsSecured, () => this.#generation);
      this.#accessByRoles.set(key, access);
    }
    return access;
  }

  #role(path: string): Role | undefined {
    const known = this.#roles.get(path);
    if (known) return known;
    const row = path === '' ? undefined : this.#model.find(`${path}.`);
    if (!row) return undefined;
    const role = readRole(row, this.#model.root.bound);
    this.#roles.set(path, role);
    return role;
  }

  #onCommit(commit: Commit): void {
    this.#generation++;
    if (!commit.some(change => change.node.path.startsWith(trustPath))) return;
    this.#roles.clear();
    this.#accessByRoles.clear();
  }
}

class RoleAccess implements Access {
  readonly readsSecured: boolean;
  readonly #model: DataModel;
  readonly #roles: readonly Role[];
  readonly #isStatic: boolean;
  readonly #generationNow: () => number;
  readonly #bySchema = new Map<ObjectSchema, Rights>();
  #byNode = new Map<ObjectNode, Rights>();
  #generation = 0;

  constructor(model: DataModel, roles: readonly Role[], readsSecured: boolean, generationNow: () => number) {
    this.#model = model;
    this.#roles = roles;
    this.readsSecured = readsSecured;
    this.#isStatic = roles.every(role => role.isStatic);
    this.#generationNow = generationNow;
  }

  ofSchema(schema: ObjectSchema): Rights {
    let rights = this.#bySchema.get(schema);
    if (!rights) {
      rights = unionOf(
        this.#roles.map(role => rightsOnSchema(role, schema)),
        schema,
      );
      this.#bySchema.set(schema, rights);
    }
    return rights;
  }

  /** A table is found by whoever may find any of its rows. */
  ofTable(table: TableNode): Rights {
    return this.ofSchema(table.schema);
  }

  of(node: ObjectNode): Rights {
    if (this.#isStatic) return this.ofSchema(node.schema);
    // What a search expression in a target matches may change with every commit.
    if (this.#generation !== this.#generationNow()) {
      this.#byNode = new Map();
      this.#generation = this.#generationNow();
    }
    let rights = this.#byNode.get(node);
    if (!rights) {
      const context: ResolveContext = { root: this.#model.root, services: this.#model.services, access: fullAccess };
      rights = unionOf(
        this.#roles.map(role => rightsOnNode(role, node, context)),
        node.schema,
      );
      this.#byNode.set(node, rights);
    }
    return rights;
  }
}
