import { optionsCountMax } from './limits.ts';

/**
 * CoAP messages, bytes <-> values [RFC 7252 section 3]. Strict where the RFC says "message format error", and sparing:
 * every value is a view into the datagram.
 */

export type MessageType = 'CON' | 'NON' | 'ACK' | 'RST';
const TYPES: readonly MessageType[] = ['CON', 'NON', 'ACK', 'RST'];

export interface CoapOption {
  number: number;
  value: Uint8Array;
}

export interface CoapMessage {
  type: MessageType;
  /** Class in the upper three bits, detail in the lower five: 0x44 is 2.04. */
  code: number;
  messageId: number;
  token: Uint8Array;
  /** Ascending by number; repeatable options in the order that they came in. */
  options: CoapOption[];
  payload: Uint8Array;
}

/** A datagram that is no message; `resetMessageId` when its sender is owed a Reset [RFC 7252 section 4.2]. */
export interface FormatError {
  resetMessageId: number | undefined;
}

const VERSION = 1;
const TOKEN_BYTES_MAX = 8;
const PAYLOAD_MARKER = 0xff;
const OPTION_NUMBER_MAX = 65535;
export const NOTHING = new Uint8Array(0);

export function decodeMessage(bytes: Uint8Array): CoapMessage | FormatError {
  const [first, code, high, low] = bytes;
  // Unknown versions are ignored in silence [RFC 7252 section 3].
  if (low === undefined || first! >> 6 !== VERSION) return { resetMessageId: undefined };
  const type = TYPES[(first! >> 4) & 3]!;
  const messageId = (high! << 8) | low;
  const message = { type, code: code!, messageId, token: NOTHING, options: [], payload: NOTHING };
  const isWhole = code === 0 ? first! % 16 === 0 && bytes.length === 4 : decodeBody(message, bytes, first! & 15);
  return isWhole ? message : { resetMessageId: type === 'CON' ? messageId : undefined };
}

export function isFormatError(decoded: CoapMessage | FormatError): decoded is FormatError {
  return 'resetMessageId' in decoded;
}

/** Fills token, options and payload; false at a message format error. */
function decodeBody(message: CoapMessage, bytes: Uint8Array, tokenLength: number): boolean {
  let at = 4 + tokenLength;
  if (tokenLength > TOKEN_BYTES_MAX || at > bytes.length) return false;
  message.token = bytes.subarray(4, at);
  let number = 0;
  while (at < bytes.length && bytes[at] !== PAYLOAD_MARKER) {
    const head = bytes[at]!;
    const delta = extended(bytes, at + 1, head >> 4);
    const length = delta && extended(bytes, delta.next, head & 15);
    if (!length) return false;
    number += delta.value;
    at = length.next + length.value;
    if (at > bytes.length || number > OPTION_NUMBER_MAX || message.options.length === optionsCountMax) return false;
    message.options.push({ number, value: bytes.subarray(length.next, at) });
  }
  if (at === bytes.length) return true;
  message.payload = bytes.subarray(at + 1);
  return message.payload.length > 0; // a marker with nothing behind it is a format error
}

/** An option's delta or length: 13 and 14 announce one and two more bytes, 15 is reserved. */
function extended(bytes: Uint8Array, at: number, nibble: number): { value: number; next: number } | undefined {
  if (nibble < 13) return { value: nibble, next: at };
  const [first, second] = bytes.subarray(at, at + 2);
  if (nibble === 13 && first !== undefined) return { value: 13 + first, next: at + 1 };
  if (nibble === 14 && second !== undefined) return { value: 269 + ((first! << 8) | second), next: at + 2 };
  return undefined;
}

/** The message's bytes. Its options may be in any order; those of one number keep theirs. */
export function encodeMessage(message: CoapMessage): Uint8Array {
  const { type, code, messageId, token, payload } = message;
  const head = [(VERSION << 6) | (TYPES.indexOf(type) << 4) | token.length, code, messageId >> 8, messageId & 0xff];
  const parts: ArrayLike<number>[] = [head, token];
  let number = 0;
  for (const option of [...message.options].sort((a, b) => a.number - b.number)) {
    const delta = extension(option.number - number);
    const length = extension(option.value.length);
    parts.push([(delta.nibble << 4) | length.nibble, ...delta.bytes, ...length.bytes], option.value);
    number = option.number;
  }
  if (payload.length > 0) parts.push([PAYLOAD_MARKER], payload);
  return concat(parts);
}

function extension(value: number): { nibble: number; bytes: number[] } {
  if (value < 13) return { nibble: value, bytes: [] };
  if (value < 269) return { nibble: 13, bytes: [value - 13] };
  return { nibble: 14, bytes: [(value - 269) >> 8, (value - 269) & 0xff] };
}

export function concat(parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** An empty message: an acknowledgement that promises an answer, or a Reset [RFC 7252 section 4.1]. */
export function emptyMessage(type: 'ACK' | 'RST', messageId: number): CoapMessage {
  return { type, code: 0, messageId, token: NOTHING, options: [], payload: NOTHING };
}
