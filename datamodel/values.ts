/**
 * Values on the wire and inside: USP carries every parameter and argument as text [R-ENC.6], the tree holds them typed.
 *
 * The held form is canonical, so that two texts of one value are one value: see Scalar for what each kind is held as.
 */
import { INVALID_TYPE, INVALID_VALUE } from './errors.ts';
import type { ParamSchema, Scalar, TypeSchema, ValueKind } from './schema.ts';
import { compareDateTime, unknownTime } from './values/datetime.ts';
import { countProblem, facetProblem } from './values/facets.ts';
import { plainDecimal, readPrimitive } from './values/lexical.ts';
import { decodeItem, joinList, splitList } from './values/list.ts';

/** A value, or why there is none: 7011 is no text of the type, 7012 is one that the type's facets exclude. */
export type Parsed =
  | { ok: true; value: Scalar }
  | { ok: false; code: typeof INVALID_TYPE | typeof INVALID_VALUE; reason: string };

function invalidType(text: string, type: TypeSchema): Parsed {
  const shown = text.length > 40 ? `${text.slice(0, 40)}...` : text;
  return { ok: false, code: INVALID_TYPE, reason: `"${shown}" is not of type ${type.kind}` };
}

function invalidValue(reason: string): Parsed {
  return { ok: false, code: INVALID_VALUE, reason: `the value ${reason}` };
}

function parseSingle(type: TypeSchema, text: string): Parsed {
  const value = readPrimitive(type.kind, text);
  if (value === undefined) return invalidType(text, type);
  const problem = facetProblem(type, value);
  return problem ? invalidValue(problem) : { ok: true, value };
}

function parseList(type: TypeSchema, text: string): Parsed {
  const { items: itemBounds, maxLength } = type.list ?? {};
  const lengthProblem = maxLength !== undefined && countProblem(text.length, [{ max: maxLength }], 'characters');
  if (lengthProblem) return invalidValue(lengthProblem);
  const items = splitList(text);
  const itemProblem = itemBounds && countProblem(items.length, [itemBounds], 'items');
  if (itemProblem) return invalidValue(itemProblem);
  const written: string[] = [];
  for (const item of items) {
    const parsed = parseSingle(type, decodeItem(item));
    if (!parsed.ok) return parsed;
    // A string item stays as it was written: decoding it for good would lose what its writer meant to be encoded.
    written.push(type.kind === 'string' ? item : formatSingle(type, parsed.value));
  }
  return { ok: true, value: joinList(written) };
}

/** Reads wire text as a value of the type: a list becomes its canonical text, with single commas between items. */
export function parseValue(type: TypeSchema, text: string): Parsed {
  return type.list ? parseList(type, text) : parseSingle(type, text);
}

function formatSingle(type: TypeSchema, value: Scalar): string {
  return type.kind === 'decimal' ? plainDecimal(Number(value)) : String(value);
}

/** The wire text of a held value of the type; parseValue gives the same value back. */
export function formatValue(type: TypeSchema, value: Scalar): string {
  return type.list ? String(value) : formatSingle(type, value);
}

/** The value that a parameter has when nothing has given it one: '' and 0 and false, and the Unknown Time. */
export function emptyValue(type: TypeSchema): Scalar {
  if (type.list) return '';
  switch (type.kind) {
    case 'boolean':
      return false;
    case 'int':
    case 'unsignedInt':
    case 'decimal':
      return 0;
    case 'long':
    case 'unsignedLong':
      return 0n;
    case 'dateTime':
      return unknownTime;
    case 'string':
    case 'base64':
    case 'hexBinary':
      return '';
  }
}

/**
 * What a parameter of a new instance holds: its object default, else the empty value of its type. TR-106 leaves the
 * latter to the agent, so it may lie outside the facets until something is written.
 */
export function defaultValue(param: Pick<ParamSchema, 'type' | 'default'>): Scalar {
  const { type, default: text } = param;
  if (text === undefined) return emptyValue(type);
  // A default that the standard gives holds, whatever the standard's own facets say of it.
  const parsed = parseValue(type.list ? { kind: 'string', list: {} } : { kind: type.kind }, text);
  return parsed.ok ? parsed.value : emptyValue(type);
}

/** Kinds whose values have an order; of all others a search expression can ask only for equality [R-ARC.9]. */
const ordered: ReadonlySet<ValueKind> = new Set(['int', 'unsignedInt', 'long', 'unsignedLong', 'decimal', 'dateTime']);

/**
 * Negative, 0 or positive as the held value `a` is before, equal to or after `b`. Undefined where they differ and have
 * no order: strings, booleans, binary values, and the Unknown Time against any other time.
 */
export function compareValues(kind: ValueKind, a: Scalar, b: Scalar): number | undefined {
  if (kind === 'dateTime') return compareDateTime(String(a), String(b));
  if (a === b) return 0;
  if (!ordered.has(kind)) return undefined;
  return a < b ? -1 : 1;
}
