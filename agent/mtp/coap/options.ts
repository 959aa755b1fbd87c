import type { CoapOption } from './codec.ts';

/** Names and values of the codes and options that a USP exchange needs [RFC 7252 section 12, RFC 7959 section 6]. */

export const CODE = {
  GET: 0x01,
  POST: 0x02,
  CHANGED: 0x44,
  CONTINUE: 0x5f,
  BAD_REQUEST: 0x80,
  BAD_OPTION: 0x82,
  METHOD_NOT_ALLOWED: 0x85,
  REQUEST_ENTITY_INCOMPLETE: 0x88,
  REQUEST_ENTITY_TOO_LARGE: 0x8d,
  INTERNAL_SERVER_ERROR: 0xa0,
  SERVICE_UNAVAILABLE: 0xa3,
  PROXYING_NOT_SUPPORTED: 0xa5,
} as const;

export const OPTION = {
  URI_HOST: 3,
  URI_PORT: 7,
  URI_PATH: 11,
  CONTENT_FORMAT: 12,
  MAX_AGE: 14,
  URI_QUERY: 15,
  ACCEPT: 17,
  BLOCK2: 23,
  BLOCK1: 27,
  SIZE2: 28,
  PROXY_URI: 35,
  PROXY_SCHEME: 39,
  SIZE1: 60,
} as const;

/** application/octet-stream [R-COAP.6]. */
export const OCTET_STREAM = 42;

const REQUEST_CLASS = 0;

/** A code as people write it: 0x44 is "2.04". */
export function codeText(code: number): string {
  return `${codeClass(code)}.${String(code & 31).padStart(2, '0')}`;
}

export function codeClass(code: number): number {
  return code >> 5;
}

/** Requests have class 0 and are not empty. */
export function isRequest(code: number): boolean {
  return codeClass(code) === REQUEST_CLASS && code !== 0;
}

export function findOption(options: readonly CoapOption[], number: number): Uint8Array | undefined {
  return options.find(option => option.number === number)?.value;
}

/** An unsigned integer option: as few bytes as possible, none for 0 [RFC 7252 section 3.2]. */
export function uintOption(number: number, value: number): CoapOption {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return { number, value: Uint8Array.from(bytes) };
}

/** Leading zeros are allowed; undefined beyond 32 bits. */
export function readUint(value: Uint8Array): number | undefined {
  return value.length > 4 ? undefined : value.reduce((sum, byte) => sum * 256 + byte, 0);
}

export function textOption(number: number, text: string): CoapOption {
  return { number, value: new TextEncoder().encode(text) };
}

/** A Block1 or Block2 option [RFC 7959 section 2.2]. */
export interface Block {
  /** Position, counted in blocks of this option's size. */
  number: number;
  /** More blocks follow. */
  more: boolean;
  /** SZX: the block has 2^(exponent + 4) bytes, 16 to 1024. */
  exponent: number;
}

export function blockBytes(exponent: number): number {
  return 1 << (exponent + 4);
}

/** Undefined when the option is too long, or has the reserved exponent 7. */
export function readBlock(value: Uint8Array): Block | undefined {
  const word = value.length > 3 ? undefined : readUint(value);
  if (word === undefined || (word & 7) === 7) return undefined;
  return { number: word >> 4, more: (word & 8) !== 0, exponent: word & 7 };
}

export function blockOption(number: number, block: Block): CoapOption {
  return uintOption(number, (block.number << 4) | (block.more ? 8 : 0) | block.exponent);
}
