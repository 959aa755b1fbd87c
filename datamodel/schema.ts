/**
 * The shape of the supported data model: what the packed TR-181 table unpacks into.
 *
 * One ObjectSchema an object path of the table; parsed a row at a time, on first touch. Values are typed JavaScript
 * scalars inside and strings on the wire (datamodel/values.ts converts).
 */

/** dateTime, base64, hexBinary and lists are held as their canonical strings; long and unsignedLong as bigint. */
export type Scalar = string | number | boolean | bigint;

export type ValueKind =
  | 'string'
  | 'boolean'
  | 'int'
  | 'unsignedInt'
  | 'long'
  | 'unsignedLong'
  | 'decimal'
  | 'dateTime'
  | 'base64'
  | 'hexBinary';

export type ParamAccess = 'readOnly' | 'readWrite' | 'writeOnceReadOnly';

/** Inclusive bounds, either may be open. TR-106 allows several ranges: a value must fit one of them. */
export interface Bounds {
  min?: number;
  max?: number;
  /** Ranges only: a value lies a whole number of steps above `min`. */
  step?: number;
}

/** A type with its facets, for parameters and for command and event arguments. */
export interface TypeSchema {
  kind: ValueKind;
  /** A comma-separated list of `kind`; facets below then apply to each item. */
  list?: { items?: Bounds; maxLength?: number };
  ranges?: readonly Bounds[];
  /** Lengths in characters (strings) or bytes (base64, hexBinary). */
  sizes?: readonly Bounds[];
  enumeration?: readonly string[];
  /** Alternatives; a value must match one whole. */
  patterns?: readonly string[];
  /** A pathRef: 'weak' may dangle, 'strong' is emptied when its target goes. */
  reference?: 'weak' | 'strong';
}

export interface ParamSchema {
  name: string;
  /** Index into ObjectNode.values. */
  slot: number;
  type: TypeSchema;
  access: ParamAccess;
  /** The default of `type="object"`, as wire text; absent = none. */
  default?: string;
  /** Reads as empty to controllers without a SecuredRole. */
  secured: boolean;
  /** Reads as empty to all. */
  hidden: boolean;
  /** A value-change notification may be denied (TR-181 activeNotify="canDeny"). */
  canDeny: boolean;
}

export interface ArgumentSchema {
  /** Relative, nested instance placeholders kept: `TimeWindow.{i}.Start`. */
  name: string;
  type: TypeSchema;
  mandatory: boolean;
  default?: string;
}

export interface CommandSchema {
  /** With its parentheses: `Reboot()`. */
  name: string;
  async: boolean;
  input: readonly ArgumentSchema[];
  output: readonly ArgumentSchema[];
}

export interface EventSchema {
  /** With its mark: `Boot!`. */
  name: string;
  arguments: readonly ArgumentSchema[];
}

export interface UniqueKey {
  params: readonly string[];
  /** TR-106: a functional key may change, a non-functional one must not (R-KEY.1). */
  functional: boolean;
}

export interface ObjectSchema {
  /** `Device.LocalAgent.Controller.{i}.` */
  path: string;
  /** The last name: `Controller`. */
  name: string;
  /** Whether the path ends in `{i}.` */
  isTable: boolean;
  /** Tables: what a controller may do. Always false for single objects. */
  canCreate: boolean;
  canDelete: boolean;
  /** In order; `slot` is the index. */
  params: readonly ParamSchema[];
  /** By name, for look-up. */
  paramByName: ReadonlyMap<string, ParamSchema>;
  commands: readonly CommandSchema[];
  events: readonly EventSchema[];
  uniqueKeys: readonly UniqueKey[];
  parent: ObjectSchema | undefined;
  /** Direct children (single objects and tables) by name, in table order. */
  children: ReadonlyMap<string, ObjectSchema>;
  /** Name of the sibling parameter in the parent that says which union member exists (IoTCapability Class). */
  discriminator?: string;
  /** A mount point graft begins here: GetSupportedDM names it in divergent_paths where instances differ. */
  mounted: boolean;
}
