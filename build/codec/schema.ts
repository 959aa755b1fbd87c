// Reading protobufjs's reflection: what the generators of types and rules both ask of it.
import protobuf from 'protobufjs';

const { Enum, Type } = protobuf;

export type Message = protobuf.Type;
export type Enumeration = protobuf.Enum;
export type Field = protobuf.Field;

/** Our two packages, `usp_record` and `usp`. */
export function packagesOf(schema: protobuf.Root): protobuf.Namespace[] {
  return schema.nestedArray as protobuf.Namespace[];
}

/** Messages declared directly in a package or in a message. */
export function messagesOf(scope: protobuf.NamespaceBase): Message[] {
  return scope.nestedArray.filter(nested => nested instanceof Type);
}

/** Every message below `scope`, outer ones first. */
export function allMessages(scope: protobuf.NamespaceBase): Message[] {
  return messagesOf(scope).flatMap(message => [message, ...allMessages(message)]);
}

/** Every enumeration; all are declared inside messages, and their names are unique. */
export function allEnumerations(schema: protobuf.Root): Enumeration[] {
  const enums = packagesOf(schema)
    .flatMap(allMessages)
    .flatMap(message => message.nestedArray.filter(nested => nested instanceof Enum));
  if (new Set(enums.map(each => each.name)).size !== enums.length) throw new Error('two enumerations share a name');
  return enums;
}

/** Name inside its package: `GetResp.RequestedPathResult`. An enumeration goes by its own name alone. */
export function nameOf(target: Message | Enumeration): string {
  if (target instanceof Enum) return target.name;
  return target.parent instanceof Type ? `${nameOf(target.parent)}.${target.name}` : target.name;
}

export function messageOf(field: Field): Message | undefined {
  return field.resolvedType instanceof Type ? field.resolvedType : undefined;
}

export function enumerationOf(field: Field): Enumeration | undefined {
  return field.resolvedType instanceof Enum ? field.resolvedType : undefined;
}

/** A message's only oneof, if it has one. */
export function oneofOf(message: Message): protobuf.OneOf | undefined {
  if (message.oneofsArray.length > 1) throw new Error(`${message.name} has several oneofs: the types must learn that`);
  return message.oneofsArray[0];
}

/** TR-369 requires every single message field that no oneof offers. */
export function isRequired(field: Field): boolean {
  return messageOf(field) !== undefined && !field.repeated && !field.map && !field.partOf;
}
