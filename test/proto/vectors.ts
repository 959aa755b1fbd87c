// The vectors of vectors.json: what each byte string means, made without our codec (the file says how).
import { readFileSync } from 'node:fs';

export interface Vector {
  /** Full name: `usp.GetResp.RequestedPathResult`. */
  message: string;
  bytes: Uint8Array;
  /** With 64-bit numbers as bigint. */
  value: object;
}

export interface VectorFile {
  /** Message to field to [number, type, oneof]; enumeration to name to [number]. */
  schema: Record<string, Record<string, [number, string?, string?]>>;
  vectors: Vector[];
}

export function hexToBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$hex' in value) return hexToBytes(String(value.$hex));
  if ('$uint64' in value) return BigInt(String(value.$uint64));
  return value;
}

export function loadVectors(): VectorFile {
  const file = JSON.parse(readFileSync('test/proto/vectors.json', 'utf8'), revive);
  const vectors = file.vectors.map((each: { message: string; hex: string; value: object }) => ({
    message: each.message,
    bytes: hexToBytes(each.hex),
    value: each.value,
  }));
  return { schema: file.schema, vectors };
}

/** Empty as proto3 has it: a list or map without items, or 0n, which record.ts sets where nothing was sent. */
function isEmpty(field: unknown): boolean {
  if (typeof field !== 'object' || field === null) return field === 0n;
  if (Array.isArray(field)) return field.length === 0;
  return Object.getPrototypeOf(field) === Object.prototype && Object.keys(field).length === 0;
}

/** A decoded value as a plain object: what was on the wire, without classes and defaults. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('unsigned' in value) return BigInt(String(value)); // protobufjs's own 64-bit number
  const entries = Object.entries(value)
    .filter(([, field]) => !isEmpty(field))
    .map(([name, field]) => [name, plain(field)]);
  return Object.fromEntries(entries);
}
