// Who may import whom: docs/architecture.md's table as data, and the check of one file against it.
import { posix } from 'node:path';
import type { FileFacts, ImportFact } from './facts.ts';

export interface Room {
  /** A folder with all in it, a folder's own files (`drivers/*`), or one file. The longest match counts. */
  at: string;
  /** What its files may import besides the room itself: rooms, files, packages, `node:*`. */
  may?: readonly string[];
  /** Of these, only types. */
  types?: readonly string[];
  /** Of these, only types and `await import()`. */
  lazily?: readonly string[];
}

const DRIVERS = ['ports', 'define', 'bytes', 'errors', 'limits', 'sysfs'].map(name => `drivers/${name}.ts`);
const PORTS = ['drivers/ports.ts'];

/** Everything that runs on the board; build/ and test/ are imported by nobody. */
const PRODUCT = ['proto', 'datamodel', 'drivers', 'agent', 'node:*'];

export const ROOMS: readonly Room[] = [
  { at: 'proto', may: ['protobufjs/minimal.js'] },
  { at: 'datamodel', types: ['drivers/ports.ts', 'drivers/define.ts'] },
  { at: 'drivers/*' },
  { at: 'drivers/modbus', may: DRIVERS },
  { at: 'drivers/chips', may: DRIVERS },
  { at: 'drivers/sim', may: DRIVERS },
  {
    at: 'drivers/host',
    may: [...['ports', 'errors', 'limits', 'sysfs'].map(name => `drivers/${name}.ts`), 'node:*'],
    lazily: ['onoff', 'i2c-bus', 'serialport', 'koffi'],
  },
  { at: 'agent/retry.ts', types: [...PORTS, 'agent/record'] },
  { at: 'agent/msg', may: ['proto', 'datamodel'], types: [...PORTS, 'agent/record'] },
  { at: 'agent/notify', may: ['proto', 'datamodel', 'agent/retry.ts'], types: [...PORTS, 'agent/record'] },
  { at: 'agent/security', may: ['proto', 'datamodel'], types: [...PORTS, 'agent/record'] },
  {
    at: 'agent/record',
    may: ['proto', 'agent/msg/dispatch.ts', 'agent/security'],
    types: [...PORTS, 'datamodel', 'agent/msg'],
  },
  {
    at: 'agent/mtp',
    may: [
      'agent/record/transport.ts',
      'agent/retry.ts',
      ...['net', 'tls', 'dgram', 'events', 'stream', 'fs', 'crypto'].map(name => `node:${name}`),
    ],
    types: [...PORTS, 'agent/record'],
    lazily: ['mqtt', 'coap', 'koffi'],
  },
  {
    at: 'agent/config',
    may: ['datamodel/schema.ts', 'drivers/define.ts', 'drivers/chips/catalog.gen.ts', 'smol-toml'],
    types: ['datamodel'],
  },
  { at: 'agent/cli', may: PRODUCT },
  { at: 'agent/run', may: [...PRODUCT, 'package.json'] },
  { at: 'agent/main.ts', may: PRODUCT },
  { at: 'build', may: ['*'] },
  { at: 'test', may: ['*'] },
];

/** Whether `name` (a path or a package) is what `pattern` names, or lies in it. */
function covers(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  if (pattern.endsWith('/*')) return posix.dirname(name) === pattern.slice(0, -2);
  if (pattern.endsWith('*')) return name.startsWith(pattern.slice(0, -1));
  return name === pattern || name.startsWith(`${pattern}/`);
}

export function roomOf(path: string, rooms = ROOMS): Room | undefined {
  return rooms.filter(room => covers(room.at, path)).sort((a, b) => b.at.length - a.at.length)[0];
}

function isAllowed(room: Room, target: string, { isType, isLazy }: ImportFact): boolean {
  const among = (patterns: readonly string[] = []) => patterns.some(pattern => covers(pattern, target));
  return among(room.may) || (isType && among(room.types)) || ((isType || isLazy) && among(room.lazily));
}

/** Imports of `file` that the table does not have. */
export function checkImports(file: FileFacts, rooms = ROOMS): string[] {
  const room = roomOf(file.path, rooms);
  if (!room) return [`${file.path}: its folder has no row in the table of rooms`];
  return file.imports.flatMap(each => {
    const isRelative = each.specifier.startsWith('.');
    const target = isRelative ? posix.join(posix.dirname(file.path), each.specifier) : each.specifier;
    if (isRelative && roomOf(target, rooms) === room) return [];
    if (isAllowed(room, target, each)) return [];
    const how = each.isType ? 'types of ' : each.isLazy ? 'lazily ' : '';
    return [`${file.path}:${each.line}: ${room.at} may not import ${how}${target}`];
  });
}
