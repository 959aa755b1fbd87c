/**
 * The supported data model, read from one packed string as it is asked for: an object's row is parsed on first touch.
 *
 * The text has a line for each type (see type-text.ts), an empty line, and a line for each object in tree order. An
 * object's line has five columns, separated by tabs; build/tr181/pack.ts writes them:
 *
 *     2tc Controller           depth, flags (t table, c rows may be created, m mounted), name, discriminator
 *     Alias:o3 Enable:w1=false parameters: access (r, w, o), flags (s secured, h hidden, d canDeny), type, default
 *     EndpointID -Alias        unique keys; - is non-functional
 *     Cancel():s/Key:m3/       commands: a or s, input and output arguments; m is mandatory
 *     Boot!/Cause:3            events with their arguments
 */
import type {
  ArgumentSchema,
  CommandSchema,
  EventSchema,
  ObjectSchema,
  ParamAccess,
  ParamSchema,
  TypeSchema,
  UniqueKey,
} from '../schema.ts';
import { parseType } from './type-text.ts';

const accessOf: Readonly<Record<string, ParamAccess>> = { r: 'readOnly', w: 'readWrite', o: 'writeOnceReadOnly' };

/** Items of a column; an empty one has none. */
function items(column: string | undefined, separator: string): string[] {
  return column ? column.split(separator) : [];
}

/** The lines of the packed text. Types are parsed once each and shared. */
class Packed {
  readonly #typeLines: readonly string[];
  readonly #types: TypeSchema[] = [];
  readonly rows: readonly string[];
  readonly depths: Uint8Array;

  constructor(text: string) {
    const [types = '', rows = ''] = text.split('\n\n');
    this.#typeLines = types.split('\n');
    this.rows = rows.split('\n');
    this.depths = Uint8Array.from(this.rows, row => Number.parseInt(row, 10));
  }

  type(index: string): TypeSchema {
    const at = Number(index);
    this.#types[at] ??= parseType((this.#typeLines[at] ?? '').split('\t'));
    return this.#types[at];
  }

  /** Indices of the rows one level below. */
  *childrenOf(index: number): Generator<number> {
    const depth = this.depths[index] ?? 0;
    for (let at = index + 1; (this.depths[at] ?? 0) > depth; at += 1) {
      if (this.depths[at] === depth + 1) yield at;
    }
  }
}

function parseParam(packed: Packed, text: string, slot: number): ParamSchema {
  const [, name = '', access = '', flags = '', type = '', value] =
    /^(\w+):([rwo])([shd]*)(\d+)(?:=(.*))?$/.exec(text) ?? [];
  return {
    name,
    slot,
    type: packed.type(type),
    access: accessOf[access] as ParamAccess,
    ...(value !== undefined && { default: decodeURIComponent(value) }),
    secured: flags.includes('s'),
    hidden: flags.includes('h'),
    canDeny: flags.includes('d'),
  };
}

function parseArgument(packed: Packed, text: string): ArgumentSchema {
  const [, name = '', flag, type = '', value] = /^([^:]+):(m?)(\d+)(?:=(.*))?$/.exec(text) ?? [];
  return {
    name,
    type: packed.type(type),
    mandatory: flag === 'm',
    ...(value !== undefined && { default: decodeURIComponent(value) }),
  };
}

function parseArguments(packed: Packed, text: string | undefined): ArgumentSchema[] {
  return items(text, ',').map(argument => parseArgument(packed, argument));
}

function parseCommand(packed: Packed, text: string): CommandSchema {
  const [head = '', input, output] = text.split('/');
  const [name = '', mode] = head.split(':');
  return {
    name,
    async: mode === 'a',
    input: parseArguments(packed, input),
    output: parseArguments(packed, output),
  };
}

function parseEvent(packed: Packed, text: string): EventSchema {
  const [name = '', args] = text.split('/');
  return { name, arguments: parseArguments(packed, args) };
}

function parseKey(text: string): UniqueKey {
  const functional = !text.startsWith('-');
  return { params: (functional ? text : text.slice(1)).split(','), functional };
}

/** One row, whose parts appear when they are first asked for. */
class TableObject implements ObjectSchema {
  readonly path: string;
  readonly name: string;
  readonly isTable: boolean;
  readonly canCreate: boolean;
  readonly canDelete: boolean;
  readonly mounted: boolean;
  readonly discriminator?: string;
  readonly parent: ObjectSchema | undefined;
  readonly #packed: Packed;
  readonly #index: number;
  #params: readonly ParamSchema[] | undefined;
  #paramByName: ReadonlyMap<string, ParamSchema> | undefined;
  #uniqueKeys: readonly UniqueKey[] | undefined;
  #commands: readonly CommandSchema[] | undefined;
  #events: readonly EventSchema[] | undefined;
  #children: ReadonlyMap<string, ObjectSchema> | undefined;

  constructor(packed: Packed, index: number, parent: ObjectSchema | undefined) {
    this.#packed = packed;
    this.#index = index;
    this.parent = parent;
    const [flags = '', name = '', discriminator] = this.#column(0).split(' ');
    this.name = name;
    this.isTable = flags.includes('t');
    this.canCreate = flags.includes('c');
    this.canDelete = this.canCreate;
    this.mounted = flags.includes('m');
    if (discriminator !== undefined) this.discriminator = discriminator;
    this.path = `${parent?.path ?? ''}${name}.${this.isTable ? '{i}.' : ''}`;
  }

  #column(at: number): string {
    return this.#packed.rows[this.#index]?.split('\t')[at] ?? '';
  }

  get params(): readonly ParamSchema[] {
    this.#params ??= items(this.#column(1), ' ').map((text, slot) => parseParam(this.#packed, text, slot));
    return this.#params;
  }

  get paramByName(): ReadonlyMap<string, ParamSchema> {
    this.#paramByName ??= new Map(this.params.map(param => [param.name, param]));
    return this.#paramByName;
  }

  get uniqueKeys(): readonly UniqueKey[] {
    this.#uniqueKeys ??= items(this.#column(2), ' ').map(parseKey);
    return this.#uniqueKeys;
  }

  get commands(): readonly CommandSchema[] {
    this.#commands ??= items(this.#column(3), ' ').map(text => parseCommand(this.#packed, text));
    return this.#commands;
  }

  get events(): readonly EventSchema[] {
    this.#events ??= items(this.#column(4), ' ').map(text => parseEvent(this.#packed, text));
    return this.#events;
  }

  get children(): ReadonlyMap<string, ObjectSchema> {
    this.#children ??= new Map(
      [...this.#packed.childrenOf(this.#index)]
        .map(index => new TableObject(this.#packed, index, this))
        .map(child => [child.name, child]),
    );
    return this.#children;
  }
}

/** The root object, `Device.`, of a packed table. */
export function openTable(packed: string): ObjectSchema {
  return new TableObject(new Packed(packed), 0, undefined);
}

/** The object of a path with placeholders, such as `Device.LocalAgent.Controller.{i}.`; undefined if not supported. */
export function findObject(root: ObjectSchema, path: string): ObjectSchema | undefined {
  const [first, ...names] = path.split('.').filter(name => name !== '' && name !== '{i}');
  let at: ObjectSchema | undefined = first === root.name ? root : undefined;
  for (const name of names) at = at?.children.get(name);
  return at?.path === path ? at : undefined;
}
