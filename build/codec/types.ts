// The codec's types: plain interfaces, one for reading and one for writing each message.
import type protobuf from 'protobufjs';
import {
  allEnumerations,
  type Enumeration,
  enumerationOf,
  type Field,
  isRequired,
  type Message,
  messageOf,
  messagesOf,
  nameOf,
  oneofOf,
  packagesOf,
} from './schema.ts';

const SCALARS: Readonly<{ [type: string]: string }> = {
  string: 'string',
  bool: 'boolean',
  bytes: 'Uint8Array',
  fixed32: 'number',
  uint64: 'bigint',
};

const HEAD = `
/**
 * USP Records and Messages as values, in the names and spelling of TR-369's schema.
 *
 * A plain name (\`Get\`) is what decodeRecord and decodeMsg hand out. Scalars, lists and maps are always there, with
 * proto3's defaults, and so are the messages that TR-369 requires. Defaults sit on the prototype: spreading a value
 * loses them. A oneof is a union: switch on the oneof's own name, and the compiler knows which field is there.
 *
 * A name with \`Init\` (\`GetInit\`) is what encodeRecord and encodeMsg take. Scalars, lists and maps may be left out, a
 * required message may not, and of a oneof exactly one field is given [R-ENC.3].
 *
 * A map that was received can hold any key as its own property, even \`__proto__\`: walk it with Object.entries, or ask
 * Object.hasOwn before looking up a name.
 */
import type { Reader, Writer } from 'protobufjs/minimal.js';

/** Static encoder and decoder of one message. proto/msg.ts and proto/record.ts give the values their types. */
export interface Codec {
  encode(value: object, writer: Writer): Writer;
  decode(reader: Reader): object;
}

/** What a decoded message must fulfil beyond proto3; proto/check.ts applies it. */
export interface Rule {
  /** Message fields that must be there; each is checked in turn. */
  readonly required: readonly string[];
  /** The oneof of which a field must be set [R-ENC.3]; a message in it is checked in turn. */
  readonly oneof: string | undefined;
  /** Enumeration fields and the largest number known; all begin at 0 and have no gaps [R-ENC.2]. */
  readonly enums: readonly (readonly [field: string, largest: number])[];
  /** Lists of messages; each item is checked in turn. */
  readonly lists: readonly string[];
}

/** Rules by the class of the message. Where there is none, nothing in the message needs a check. */
export const rules: ReadonlyMap<unknown, Rule>;

/** Exactly one of the fields of T. */
type OneOf<T> = { [K in keyof T]: { [P in K]: T[P] } & { [P in Exclude<keyof T, K>]?: never } }[keyof T];
`;

function itemType(field: Field, suffix: '' | 'Init'): string {
  const enumeration = enumerationOf(field);
  if (enumeration) return nameOf(enumeration);
  const message = messageOf(field);
  if (message) return nameOf(message) + suffix;
  const scalar = SCALARS[field.type];
  if (!scalar) throw new Error(`${field.fullName}: the types do not know ${field.type}`);
  return scalar;
}

function typeOf(field: Field, suffix: '' | 'Init'): string {
  const item = itemType(field, suffix);
  if (field.map) return `{ readonly [key: string]: ${item} }`;
  return field.repeated ? `readonly ${item}[]` : item;
}

function member(field: Field, suffix: '' | 'Init'): string {
  const isOptional = suffix === 'Init' && !isRequired(field);
  return `  ${field.name}${isOptional ? '?' : ''}: ${typeOf(field, suffix)}${isOptional ? ' | undefined' : ''};`;
}

/** An interface, or where there is a oneof, a type that joins the common fields and the choice. */
function emitShape(message: Message, suffix: '' | 'Init'): string[] {
  const name = message.name + suffix;
  const fields = [...message.fieldsArray].sort((a, b) => a.id - b.id);
  const common = fields.filter(field => !field.partOf).map(field => member(field, suffix));
  const oneof = oneofOf(message);
  if (!oneof) return common.length ? [`export interface ${name} {`, ...common, '}'] : [`export interface ${name} {}`];
  const choices = oneof.fieldsArray.map(field =>
    suffix === 'Init'
      ? `  ${field.name}: ${typeOf(field, suffix)};`
      : `  | { ${oneof.name}: '${field.name}'; ${field.name}: ${typeOf(field, suffix)} }`,
  );
  const joined = suffix === 'Init' ? ['OneOf<{', ...choices, '}>;'] : ['(', ...choices, ');'];
  const [first = '', ...rest] = joined;
  const head = common.length
    ? [`export type ${name} = {`, ...common, `} & ${first}`]
    : [`export type ${name} = ${first}`];
  return [...head, ...rest];
}

function emitMessage(message: Message): string[] {
  const nested = messagesOf(message).flatMap(emitMessage);
  const shapes = [...emitShape(message, ''), ...emitShape(message, 'Init'), ''];
  if (nested.length === 0) return shapes;
  return [...shapes, `export namespace ${message.name} {`, ...nested.map(line => (line ? `  ${line}` : '')), '}', ''];
}

/** The numbers by name. */
function emitEnumeration(enumeration: Enumeration): string[] {
  const entries = Object.entries(enumeration.values);
  return [
    `export const ${enumeration.name}: {`,
    ...entries.map(([name, value]) => `  readonly ${name}: ${value};`),
    '};',
    `export type ${enumeration.name} = ${entries.map(([, value]) => value).join(' | ')};`,
    '',
  ];
}

function emitPackage(scope: protobuf.Namespace): string[] {
  const codecs = messagesOf(scope).map(message => `  readonly ${message.name}: Codec;`);
  return [`export const ${scope.name}: {`, ...codecs, '};', ''];
}

/** The content of codec.gen.d.ts. */
export function emitTypes(schema: protobuf.Root): string {
  const packages = packagesOf(schema);
  const lines = [
    ...packages.flatMap(emitPackage),
    ...allEnumerations(schema).flatMap(emitEnumeration),
    ...packages.flatMap(messagesOf).flatMap(emitMessage),
  ];
  return `${HEAD}\n${lines.join('\n').trimEnd()}\n`;
}

/** Short names for the enumerations, to stand at the end of the static module. */
export function emitEnumConstants(schema: protobuf.Root): string {
  const line = (each: Enumeration) => `export const ${each.name} = ${JSON.stringify(each.values)};\n`;
  return allEnumerations(schema).map(line).join('');
}
