/**
 * The lexical rules of each primitive kind: wire text to typed value, before any facet is looked at.
 *
 * TR-106 takes them from XML Schema Part 2 [R-ENC.6]; undefined means that the text is no value of the kind (7011).
 */
import type { Scalar, ValueKind } from '../schema.ts';
import { canonicalDateTime } from './datetime.ts';

const signed = /^[+-]?\d+$/;
const unsigned = /^\d+$/;
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const hexadecimal = /^(?:[0-9A-Fa-f]{2})*$/;
/** XML Schema 3.2.16: padding is complete, and the bits that it leaves over are zero. */
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?$/;

/** Leading zeros are allowed, but not so many that converting them costs time. */
const numberCharactersMax = 64;

const limits = {
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  unsignedInt: [0n, 2n ** 32n - 1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  unsignedLong: [0n, 2n ** 64n - 1n],
} as const;

function integer(kind: keyof typeof limits, text: string): bigint | undefined {
  const [min, max] = limits[kind];
  // An unsigned type has no sign at all, a signed one may have either (XML Schema 3.3.17, 3.3.22).
  if (text.length > numberCharactersMax || !(min < 0n ? signed : unsigned).test(text)) return undefined;
  const value = BigInt(text);
  return value >= min && value <= max ? value : undefined;
}

function shortInteger(kind: 'int' | 'unsignedInt', text: string): number | undefined {
  const value = integer(kind, text);
  return value === undefined ? undefined : Number(value);
}

function boolean(text: string): boolean | undefined {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return undefined;
}

function decimalNumber(text: string): number | undefined {
  if (text.length > numberCharactersMax || !decimal.test(text)) return undefined;
  // Adding 0 turns -0 into 0: the two are one decimal value.
  return Number(text) + 0;
}

/** The typed value of `text`, or undefined where it is not of this kind. Binary and time become canonical strings. */
export function readPrimitive(kind: ValueKind, text: string): Scalar | undefined {
  switch (kind) {
    case 'string':
      return text;
    case 'boolean':
      return boolean(text);
    case 'int':
    case 'unsignedInt':
      return shortInteger(kind, text);
    case 'long':
    case 'unsignedLong':
      return integer(kind, text);
    case 'decimal':
      return decimalNumber(text);
    case 'dateTime':
      return canonicalDateTime(text);
    case 'hexBinary':
      return hexadecimal.test(text) ? text.toUpperCase() : undefined;
    case 'base64': {
      const packed = text.replace(/[\t\n\r ]/g, '');
      return base64.test(packed) ? packed : undefined;
    }
  }
}

/** A finite number in plain digits, without an exponent, that reads back as the same number. */
export function plainDecimal(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(mantissa) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}
