/** Drops what the standard has deleted, but for what this product supports all the same. */
import type { CommandFact, EventFact, ObjectFact, ParamFact, Status, TypeFacts } from './facts.ts';

/**
 * CoAP was deprecated in TR-181 2.15, obsoleted in 2.17 and deleted in 2.18. Users on local networks ask for it, so its
 * objects stay, in their last form (`IsEncrypted` had given way to `EnableEncryption` before).
 */
const keptObjects: ReadonlySet<string> = new Set([
  'Device.LocalAgent.MTP.{i}.CoAP.',
  'Device.LocalAgent.Controller.{i}.MTP.{i}.CoAP.',
]);
const droppedOfKept: ReadonlySet<string> = new Set(['IsEncrypted']);

/** Deleted enumeration values that stay, by the path of their parameter. */
const keptValues: Readonly<Record<string, readonly string[]>> = {
  'Device.LocalAgent.SupportedProtocols': ['CoAP'],
};

const isLive = ({ status }: { status: Status }) => status !== 'deleted';

function pruneType(type: TypeFacts, path: string): TypeFacts {
  const { enumeration, enumerationStatus, ...rest } = type;
  if (!enumeration || !enumerationStatus) return type;
  const stays = (value: string) => enumerationStatus[value] !== 'deleted' || (keptValues[path] ?? []).includes(value);
  const statuses = Object.entries(enumerationStatus).filter(([value]) => stays(value));
  return {
    ...rest,
    enumeration: enumeration.filter(stays),
    ...(statuses.length > 0 && { enumerationStatus: Object.fromEntries(statuses) }),
  };
}

function pruneParams(params: readonly ParamFact[], path: string): ParamFact[] {
  return params.filter(isLive).map(param => ({ ...param, type: pruneType(param.type, path + param.name) }));
}

function pruneCommand(command: CommandFact): CommandFact {
  return { ...command, input: pruneParams(command.input, ''), output: pruneParams(command.output, '') };
}

function pruneEvent(event: EventFact): EventFact {
  return { ...event, arguments: pruneParams(event.arguments, '') };
}

function pruneObject(object: ObjectFact): ObjectFact {
  if (keptObjects.has(object.path)) {
    return { ...object, params: object.params.filter(({ name }) => !droppedOfKept.has(name)) };
  }
  return {
    ...object,
    params: pruneParams(object.params, object.path),
    commands: object.commands.filter(isLive).map(pruneCommand),
    events: object.events.filter(isLive).map(pruneEvent),
  };
}

/** The objects without their deleted elements. */
export function prune(objects: Iterable<ObjectFact>): ObjectFact[] {
  return [...objects].filter(object => isLive(object) || keptObjects.has(object.path)).map(pruneObject);
}
