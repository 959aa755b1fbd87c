/** A schema row joined with its literal: what each parameter is, and what a controller may do with it. */
import type { CommandHandler, Entry, ObjectDefinition } from './define.ts';
import { literalPathOf, withMounts } from './mount.ts';
import type { CommandSchema, ObjectSchema, ParamAccess, ParamSchema } from './schema.ts';

export interface Bound {
  schema: ObjectSchema;
  definition: ObjectDefinition | undefined;
  /** By slot. */
  entries: readonly Entry[];
  /** By slot: TR-181's access, narrowed by our literal. */
  access: readonly ParamAccess[];
  canCreate: boolean;
  canDelete: boolean;
  /** By name, in table order: bound children. */
  children: ReadonlyMap<string, Bound>;
  /** Names of the parameters that are part of a unique key. */
  keyParams: ReadonlySet<string>;
}

/**
 * Joins the schema with the literals, an object when it is first asked for: an agent without proxied devices never reads what
 * those have. `checkSchema` tells whether the two agree.
 */
export function bindSchema(root: ObjectSchema, definitions: readonly ObjectDefinition[]): Bound {
  const byPath = new Map(definitions.map(definition => [definition.path, definition]));
  return new BoundObject(root, literalPathOf(root, ''), byPath);
}

/** Binds all of it. Throws on a literal or a table row without its counterpart: our mistake. */
export function checkSchema(root: Bound, definitions: readonly ObjectDefinition[]): void {
  const without = new Set(withMounts(definitions).map(({ path }) => path));
  const visit = ({ definition, entries, children }: Bound): void => {
    // To look at the entries throws where a parameter has none.
    if (definition && entries) without.delete(definition.path);
    for (const child of children.values()) visit(child);
  };
  visit(root);
  for (const path of without) throw new Error(`${path} has a literal but no row in the TR-181 table: regenerate`);
}

class BoundObject implements Bound {
  readonly schema: ObjectSchema;
  readonly definition: ObjectDefinition | undefined;
  readonly canCreate: boolean;
  readonly canDelete: boolean;
  readonly #literalPath: string;
  readonly #byPath: ReadonlyMap<string, ObjectDefinition>;
  #entries: readonly Entry[] | undefined;
  #access: readonly ParamAccess[] | undefined;
  #children: ReadonlyMap<string, Bound> | undefined;
  #keyParams: ReadonlySet<string> | undefined;

  constructor(schema: ObjectSchema, literalPath: string, byPath: ReadonlyMap<string, ObjectDefinition>) {
    this.schema = schema;
    this.definition = definitionAt(schema, byPath.get(literalPath));
    const fixed = this.definition?.rows === 'fixed';
    this.canCreate = schema.canCreate && !fixed;
    this.canDelete = schema.canDelete && !fixed;
    this.#literalPath = literalPath;
    this.#byPath = byPath;
  }

  get entries(): readonly Entry[] {
    this.#entries ??= this.schema.params.map(param => entryOf(this.schema, this.definition, param));
    return this.#entries;
  }

  get access(): readonly ParamAccess[] {
    this.#access ??= this.schema.params.map((param, slot) => narrowedAccess(param, this.entries[slot]));
    return this.#access;
  }

  get children(): ReadonlyMap<string, Bound> {
    this.#children ??= this.#bindChildren();
    return this.#children;
  }

  get keyParams(): ReadonlySet<string> {
    this.#keyParams ??= new Set(this.schema.uniqueKeys.flatMap(key => key.params));
    return this.#keyParams;
  }

  #bindChildren(): ReadonlyMap<string, Bound> {
    const children = new Map<string, Bound>();
    for (const [name, child] of this.schema.children)
      children.set(name, new BoundObject(child, literalPathOf(child, this.#literalPath), this.#byPath));
    return children;
  }
}

/** A literal that is mounted elsewhere, under the path that it has there. */
function definitionAt({ path }: ObjectSchema, literal: ObjectDefinition | undefined): ObjectDefinition | undefined {
  return literal && literal.path !== path ? { ...literal, path } : literal;
}

function entryOf(schema: ObjectSchema, definition: ObjectDefinition | undefined, param: ParamSchema): Entry {
  const entry = definition?.params[param.name];
  if (!entry) throw new Error(`${schema.path}${param.name} is in the TR-181 table but has no literal: regenerate`);
  return entry;
}

function narrowedAccess(param: ParamSchema, entry: Entry | undefined): ParamAccess {
  if (entry?.word === 'apply') return param.access;
  return entry?.word === 'keep' && !entry.readOnly ? param.access : 'readOnly';
}

/** The handler of a supported command, with its schema. */
export function commandOf(bound: Bound, name: string): { schema: CommandSchema; run: CommandHandler } | undefined {
  const schema = bound.schema.commands.find(command => command.name === name);
  const run = bound.definition?.commands?.[name];
  return schema && run ? { schema, run } : undefined;
}
