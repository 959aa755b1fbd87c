// What TR-369 asks of a decoded message and proto3 does not, as data at the end of the static module.
import type protobuf from 'protobufjs';
import {
  allMessages,
  type Enumeration,
  enumerationOf,
  isRequired,
  type Message,
  messageOf,
  oneofOf,
  packagesOf,
} from './schema.ts';

/** The largest number of an enumeration that begins at 0 and has no gaps, so that one comparison tells a known value. */
function largest(enumeration: Enumeration): number {
  const values = Object.values(enumeration.values);
  if (values.some((value, index) => value !== index)) throw new Error(`${enumeration.name} has a gap`);
  return values.length - 1;
}

function ruleOf(message: Message) {
  const fields = message.fieldsArray;
  const enums = fields.flatMap(field => {
    const enumeration = enumerationOf(field);
    if (!enumeration) return [];
    if (field.repeated || field.map)
      throw new Error(`${field.fullName}: the check does not know lists of enumerations`);
    return [[field.name, largest(enumeration)] as const];
  });
  const lists = fields.filter(field => {
    const item = messageOf(field);
    if (item && field.map) throw new Error(`${field.fullName}: the check does not know maps of messages`);
    return item && field.repeated && hasRule(item);
  });
  const oneof = oneofOf(message);
  return {
    required: fields.filter(isRequired).map(field => field.name),
    ...(oneof && { oneof: oneof.name }),
    enums,
    lists: lists.map(field => field.name),
  };
}

function hasRule(message: Message): boolean {
  const rule = ruleOf(message);
  return rule.required.length + rule.enums.length + rule.lists.length > 0 || rule.oneof !== undefined;
}

/** Every rule has the same shape, so that the check is one piece of code to the engine. */
const SHAPE = `
function $rule({ required = [], oneof, enums = [], lists = [] }) {
    return { required, oneof, enums, lists };
}
`;

const present = (_key: string, value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value);

/** The `rules` of codec.gen.d.ts. */
export function emitRules(schema: protobuf.Root): string {
  const entries = packagesOf(schema)
    .flatMap(allMessages)
    .filter(hasRule)
    .map(message => `    [${message.fullName.slice(1)}, $rule(${JSON.stringify(ruleOf(message), present)})],\n`);
  return `${SHAPE}\nexport const rules = new Map([\n${entries.join('')}]);\n`;
}
