/** The whole model as TypeScript types, so that the compiler checks every literal against TR-181. */
import type { ValueKind } from '../../datamodel/schema.ts';
import type { Access, CommandFact, EventFact, ObjectFact, ParamFact, TypeFacts } from './facts.ts';
import { isTable } from './facts.ts';

const jsTypes: Readonly<Record<ValueKind, string>> = {
  string: 'string',
  boolean: 'boolean',
  int: 'number',
  unsignedInt: 'number',
  long: 'bigint',
  unsignedLong: 'bigint',
  decimal: 'number',
  dateTime: 'string',
  base64: 'string',
  hexBinary: 'string',
};

const accessTypes: Readonly<Record<Access, string>> = {
  readOnly: 'ReadOnly',
  readWrite: 'ReadWrite',
  writeOnceReadOnly: 'WriteOnce',
};

const preamble = `/**
 * TR-181 as types: every object with its parameters, commands and events. It costs nothing at run time.
 * Generated from datamodel/tr181/facts.tsv by "npm run generate": do not edit.
 */

interface ReadOnly<T> {
  type: T;
  access: 'readOnly';
}
interface ReadWrite<T> {
  type: T;
  access: 'readWrite';
}
interface WriteOnce<T> {
  type: T;
  access: 'writeOnceReadOnly';
}
`;

const jsType = (type: TypeFacts) => (type.list ? 'string' : jsTypes[type.kind]);

/** Names that are no identifiers are quoted. */
const key = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

/** `{ Cause?: string; Reason?: string }`; an argument is there for certain only when it is mandatory. */
function argumentsType(args: readonly ParamFact[]): string {
  if (args.length === 0) return '{}';
  return `{ ${args.map(({ name, mandatory, type }) => `${key(name)}${mandatory ? '' : '?'}: ${jsType(type)}`).join('; ')} }`;
}

function commandType({ name, async, input, output }: CommandFact): string {
  return `'${name}': { async: ${async}; input: ${argumentsType(input)}; output: ${argumentsType(output)} };`;
}

function eventType({ name, arguments: args }: EventFact): string {
  return `'${name}': ${argumentsType(args)};`;
}

function paramType({ name, type, access }: ParamFact): string {
  return `${key(name)}: ${accessTypes[access]}<${jsType(type)}>;`;
}

function member(name: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [`    ${name}: {};`];
  return [`    ${name}: {`, ...lines.map(line => `      ${line}`), '    };'];
}

function objectType(object: ObjectFact): string[] {
  return [
    `  '${object.path}': {`,
    `    table: ${isTable(object.path)};`,
    ...member('params', object.params.map(paramType)),
    ...member('commands', object.commands.map(commandType)),
    ...member('events', object.events.map(eventType)),
    '  };',
  ];
}

/** The text of types.gen.ts. */
export function emitTypes(objects: readonly ObjectFact[]): string {
  return [preamble, 'export interface Tr181 {', ...objects.flatMap(objectType), '}', ''].join('\n');
}
