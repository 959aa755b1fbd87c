/**
 * Modbus RTU frames: an address, a function code, data, a checksum. Modbus Application Protocol V1.1b3 ("MAP") and
 * Modbus over Serial Line V1.02 ("MSL"). Pure.
 */
import { wordAt, wordBytes } from '../bytes.ts';
import { DeviceError } from '../errors.ts';
import type { DeviceErrorCode, ModbusSpan, ModbusTable } from '../ports.ts';

/** A request, and what an answer to it looks like. */
export interface Exchange {
  address: number;
  request: Uint8Array;
  /** What the answer begins with. */
  head: readonly number[];
  /** Length of the whole answer. */
  answerBytes: number;
}

/** An answer's data, without head and checksum; or the code of an exception (MAP, section 7). */
export type Answer = { data: Uint8Array } | { exception: number };

/** Values that go into one request (MAP, 6.3 and 6.12). */
export const wordsReadMax = 125;
export const wordsWrittenMax = 123;

const readFunctions: Readonly<Record<ModbusTable, number>> = { coil: 1, 'discrete-input': 2, holding: 3, input: 4 };
const writeCoil = 5;
const writeWord = 6;
const writeCoils = 15;
const writeWords = 16;

const exceptionFlag = 0x80;
const exceptionBytes = 5;

/** MSL, 6.2.2: polynomial A001h, initial value FFFFh, sent low byte first. */
export function crc16(bytes: ArrayLike<number>): number {
  let crc = 0xffff;
  for (let i = 0; i < bytes.length; i++) {
    crc ^= bytes[i]!;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

/** The bytes, and their checksum. */
export function framed(bytes: readonly number[]): Uint8Array {
  const crc = crc16(bytes);
  return Uint8Array.from([...bytes, crc & 0xff, crc >> 8]);
}

const isBits = (table: ModbusTable): boolean => table === 'coil' || table === 'discrete-input';

/** Asks for `count` values. */
export function readExchange({ address, table, register }: ModbusSpan, count: number): Exchange {
  const code = readFunctions[table];
  const dataBytes = isBits(table) ? Math.ceil(count / 8) : 2 * count;
  return {
    address,
    request: framed([address, code, ...wordBytes(register), ...wordBytes(count)]),
    head: [address, code, dataBytes],
    answerBytes: 3 + dataBytes + 2,
  };
}

/** FF00h is on where there is one, a bit where there may be several. */
const coilBytes = (isOn: boolean, isSeveral: boolean): number[] => (isSeveral ? [Number(isOn)] : [isOn ? 0xff : 0, 0]);

/**
 * Sets a coil, a word, or several words; `multiple`: one of them as if there were several (MAP, 6.11 and 6.12). The answer
 * repeats the first six bytes.
 */
export function writeExchange(span: ModbusSpan, values: readonly number[], multiple = false): Exchange {
  const { address, table, register } = span;
  const isSeveral = multiple || values.length > 1;
  const [one, several] = table === 'coil' ? [writeCoil, writeCoils] : [writeWord, writeWords];
  const data = table === 'coil' ? coilBytes(values[0] !== 0, isSeveral) : values.flatMap(value => wordBytes(value));
  const counted = isSeveral ? [...wordBytes(values.length), data.length, ...data] : data;
  const bytes = [address, isSeveral ? several : one, ...wordBytes(register), ...counted];
  return { address, request: framed(bytes), head: bytes.slice(0, 6), answerBytes: 8 };
}

/** The answer among the bytes that have come; what stands before it is noise, or meant for somebody else. */
export function findAnswer(bytes: readonly number[], { head, answerBytes }: Exchange): Answer | undefined {
  for (let at = 0; at + exceptionBytes <= bytes.length; at++) {
    if (bytes[at] !== head[0]) continue;
    if (bytes[at + 1] === (head[1]! | exceptionFlag)) {
      const frame = wholeFrame(bytes, at, exceptionBytes);
      if (frame) return { exception: frame[2]! };
    } else if (head.every((byte, i) => bytes[at + i] === byte)) {
      const frame = wholeFrame(bytes, at, answerBytes);
      if (frame) return { data: Uint8Array.from(frame.slice(head.length, -2)) };
    }
  }
  return undefined;
}

/** The frame of that length, if it is there and its checksum is right: over a whole frame it comes to 0. */
function wholeFrame(bytes: readonly number[], at: number, length: number): readonly number[] | undefined {
  const frame = bytes.slice(at, at + length);
  return frame.length === length && crc16(frame) === 0 ? frame : undefined;
}

/** The values in an answer's data: words high byte first, bits from the lowest of the first byte on. */
export function valuesOf(data: Uint8Array, table: ModbusTable, count: number): number[] {
  const valueAt = (i: number) => (isBits(table) ? (data[i >> 3]! >> (i & 7)) & 1 : wordAt(data, 2 * i));
  return Array.from({ length: count }, (_, i) => valueAt(i));
}

/** MAP, section 7. A code that says that the request itself is wrong will be given again and again. */
const exceptions: Readonly<Record<number, readonly [DeviceErrorCode, string]>> = {
  1: ['unsupported', 'illegal function'],
  2: ['unsupported', 'illegal data address'],
  3: ['unsupported', 'illegal data value'],
  4: ['not-a-reading', 'server device failure'],
  5: ['not-a-reading', 'acknowledge: it takes long'],
  6: ['not-a-reading', 'server device busy'],
  8: ['not-a-reading', 'memory parity error'],
  10: ['no-answer', 'gateway path unavailable'],
  11: ['no-answer', 'gateway target device failed to respond'],
};

/** An exception by its name. */
export function exceptionError(code: number): DeviceError {
  const [kind, name] = exceptions[code] ?? ['not-a-reading', 'not in the specification'];
  return new DeviceError(kind, `exception ${code}, ${name}`);
}
