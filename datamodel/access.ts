/**
 * What a controller may do, as the tree asks it. agent/security compiles roles into an Access; the tree never sees a
 * role. Rights are looked up a whole object at a time, so that they are not paid a parameter at a time.
 */
import type { ObjectNode, TableNode } from './node.ts';
import type { ObjectSchema, ParamSchema } from './schema.ts';

/** The four permissions of TR-181's `rwxn` strings, as bits. */
export const READ = 8;
export const WRITE = 4;
export const EXECUTE = 2;
export const NOTIFY = 1;
export const ALL_RIGHTS = 15;

/** Rights on one object, single or instance, and on what it holds. */
export interface Rights {
  /** Permission.{i}.Obj */
  object: number;
  /** Permission.{i}.InstantiatedObj */
  instance: number;
  /** Permission.{i}.Param, by slot; undefined = `everyParam` holds for each. */
  params: Uint8Array | undefined;
  everyParam: number;
  /** Permission.{i}.CommandEvent by name, where it is not `everyCommandEvent`. */
  commandEvents: ReadonlyMap<string, number> | undefined;
  everyCommandEvent: number;
}

export interface Access {
  /** Rights are by kind of object: `of` and `ofTable` answer as `ofSchema` does, whatever rows there are. */
  isBySchema: boolean;
  /** On an existing object. */
  of(node: ObjectNode): Rights;
  /** On a table, for creating rows and resolving paths. */
  ofTable(table: TableNode): Rights;
  /** On the supported data model, for GetSupportedDM: rights that hold for at least some instance. */
  ofSchema(schema: ObjectSchema): Rights;
  /** Whether `secured` parameters read as their value rather than as empty (a SecuredRole). */
  readsSecured: boolean;
}

export function paramRights(rights: Rights, slot: number): number {
  return rights.params ? (rights.params[slot] ?? 0) : rights.everyParam;
}

export function commandEventRights(rights: Rights, name: string): number {
  return rights.commandEvents?.get(name) ?? rights.everyCommandEvent;
}

/** Hidden parameters read as empty to all, secured ones to those without a SecuredRole. */
export function readsAsEmpty(param: ParamSchema, access: Access): boolean {
  return param.hidden || (param.secured && !access.readsSecured);
}

const everything: Rights = {
  object: ALL_RIGHTS,
  instance: ALL_RIGHTS,
  params: undefined,
  everyParam: ALL_RIGHTS,
  commandEvents: undefined,
  everyCommandEvent: ALL_RIGHTS,
};

/** For the agent itself and for the built-in local controller. */
export const fullAccess: Access = {
  isBySchema: true,
  of: () => everything,
  ofTable: () => everything,
  ofSchema: () => everything,
  readsSecured: true,
};
