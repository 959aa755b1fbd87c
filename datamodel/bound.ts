/** A schema row joined with its literal: what each parameter is, and what a controller may do with it. */
import type { CommandHandler, Entry, ObjectDefinition } from './define.ts';
import { withMounts } from './mount.ts';
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

/** Joins the whole schema with the literals. Throws on a literal or a table row without its counterpart: our mistake. */
export function bindSchema(root: ObjectSchema, definitions: readonly ObjectDefinition[]): Bound {
  const byPath = new Map(withMounts(definitions).map(definition => [definition.path, definition]));
  const bound = bindObject(root, byPath);
  for (const path of byPath.keys()) throw new Error(`${path} has a literal but no row in the TR-181 table: regenerate`);
  return bound;
}

function bindObject(schema: ObjectSchema, definitions: Map<string, ObjectDefinition>): Bound {
  const definition = definitions.get(schema.path);
  definitions.delete(schema.path);
  const fixed = definition?.rows === 'fixed';
  const entries = schema.params.map(param => entryOf(schema, definition, param));
  const children = new Map<string, Bound>();
  for (const [name, child] of schema.children) children.set(name, bindObject(child, definitions));
  return {
    schema,
    definition,
    entries,
    access: schema.params.map((param, slot) => narrowedAccess(param, entries[slot])),
    canCreate: schema.canCreate && !fixed,
    canDelete: schema.canDelete && !fixed,
    children,
    keyParams: new Set(schema.uniqueKeys.flatMap(key => key.params)),
  };
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
