/**
 * How an object of TR-181 is declared: one literal in datamodel/objects, whose keys are the parameters, commands and
 * events that we support. Type, access, range, unique keys and defaults are never restated: they come from the table
 * generated from the TR-181 XML, and the compiler rejects a name, a type or an access that the table does not have.
 */
import type { Fault } from './errors.ts';
import type { ObjectNode } from './node.ts';
import type { Scalar } from './schema.ts';
import type { Services } from './services.ts';
import type { Tr181 } from './tr181/types.gen.ts';

/** Reads a row's parameters by name while it is being created, changed or read. */
export interface Row {
  readonly node: ObjectNode;
  /** The value as it would be after the transaction. Throws on a name that the object does not support. */
  get(param: string): Scalar;
}

/** Stored; writable where TR-181 says so; journalled. */
export interface Keep<V extends Scalar> {
  word: 'keep';
  /** Value of a new row or object where it is not TR-181's default. */
  initial?: V | ((row: Row, services: Services) => V);
  /** What TR-181 says in words rather than in facets. */
  check?: (value: V, row: Row, services: Services) => Fault | undefined;
  /** We do not let a controller write it, although TR-181 would. */
  readOnly?: boolean;
}

/** Stored in memory only, written by the agent alone, each change through the feed. */
export interface Live<V extends Scalar> {
  word: 'live';
  initial?: V | ((row: Row, services: Services) => V);
}

/** Computed when asked; never notified, so allowed where TR-181 says canDeny or nothing ever changes it. */
export interface Read<V extends Scalar> {
  word: 'read';
  read: (row: Row, services: Services) => V;
}

/** Stored in memory; a write reaches an actuator before it is committed, and fails with it. */
export interface Apply<V extends Scalar> {
  word: 'apply';
  initial?: V | ((row: Row, services: Services) => V);
  apply: (value: V, row: Row, services: Services) => Promise<Fault | undefined>;
}

/** The number of rows of a table that is a child of the same object. */
export interface Count {
  word: 'count';
  table: string;
}

/** The type-erased entry that the tree works with. */
export type Entry = Keep<Scalar> | Live<Scalar> | Read<Scalar> | Apply<Scalar> | Count;

export function keep<V extends Scalar>(options: Omit<Keep<V>, 'word'> = {}): Keep<V> {
  return { word: 'keep', ...options };
}
export function live<V extends Scalar>(initial?: Live<V>['initial']): Live<V> {
  return initial === undefined ? { word: 'live' } : { word: 'live', initial };
}
export function read<V extends Scalar>(compute: Read<V>['read']): Read<V> {
  return { word: 'read', read: compute };
}
export function apply<V extends Scalar>(write: Apply<V>['apply'], initial?: Apply<V>['initial']): Apply<V> {
  return initial === undefined ? { word: 'apply', apply: write } : { word: 'apply', apply: write, initial };
}
export function count(table: string): Count {
  return { word: 'count', table };
}

/** Arguments by name, as wire text; nested ones by their relative path (`TimeWindow.1.Start`). */
export type Arguments = Readonly<Record<string, string>>;

/** What a command's handler is told beyond its arguments. */
export interface CommandContext {
  services: Services;
  /** The Controller that asked; undefined for the agent's own doing (a rule, a TriggerAction). */
  controller: ObjectNode | undefined;
  commandKey: string;
  /** Asynchronous commands: set when the Request row is cancelled, or the agent stops. */
  signal: { readonly cancelled: boolean; onCancel(callback: () => void): void };
  /** Commands that survive a restart: the input that they go on with after one, in place of what they were given. */
  goOnWith(input: Arguments): void;
}

/** Carries out a command; resolves to its output arguments or to a Fault (7022 and others). */
export type CommandHandler = (row: Row, input: Arguments, context: CommandContext) => Promise<Arguments | Fault>;

/** The type-erased literal. */
export interface ObjectDefinition {
  path: string;
  params: Readonly<Record<string, Entry>>;
  commands?: Readonly<Record<string, CommandHandler>>;
  /** Asynchronous commands that go on after a restart; any other has failed then. */
  survivors?: readonly string[];
  events?: readonly string[];
  /** Tables: 'fixed' when a controller may neither add nor delete rows, although TR-181 would let it. */
  rows?: 'fixed';
  /** Tables: rows at most; beyond it Add answers 7005. */
  rowsMax?: number;
  /** Tables: rows live in memory only and are gone after a restart. */
  volatile?: boolean;
  /** Tables: rows that are there from the start, in order, on top of those that the journal remembers. */
  rowsAtStart?: (services: Services) => readonly Readonly<Record<string, Scalar>>[];
  /** Tables: the parameter that refers to the Controller which created the row (Subscription.Recipient). */
  creator?: string;
  /** Mount points: the objects of the root that are mounted here, each with all that is below it. */
  mounts?: readonly string[];
  /** Single objects: whether this machine has it. */
  exists?: (services: Services) => boolean;
  /** Judges a created or changed row as a whole. */
  check?: (row: Row, services: Services) => Fault | undefined;
  /** Judges a deletion by a controller. */
  checkDelete?: (row: Row, services: Services) => Fault | undefined;
}

type JsType<P> = P extends { type: infer T extends Scalar } ? T : never;
type EntryFor<P> = P extends { access: 'readOnly' }
  ? Keep<JsType<P>> | Live<JsType<P>> | Read<JsType<P>> | Count
  : Keep<JsType<P>> | Live<JsType<P>> | Read<JsType<P>> | Apply<JsType<P>>;

/** A literal checked against TR-181. */
export interface TypedDefinition<Path extends keyof Tr181 & string>
  extends Omit<ObjectDefinition, 'params' | 'commands' | 'events'> {
  path: Path;
  params: { readonly [Name in keyof Tr181[Path]['params']]?: EntryFor<Tr181[Path]['params'][Name]> };
  commands?: { readonly [Name in keyof Tr181[Path]['commands']]?: CommandHandler };
  events?: readonly (keyof Tr181[Path]['events'] & string)[];
}

/** Declares an object. */
export function defineObject<Path extends keyof Tr181 & string>(
  path: Path,
  rest: Omit<TypedDefinition<Path>, 'path'>,
): ObjectDefinition {
  return { path, ...rest } as unknown as ObjectDefinition;
}
