/**
 * A model of Modbus RTU devices on one line, from the bytes of the Modbus Application Protocol V1.1b3 (sections 6.1 to 6.6,
 * 6.11 and 6.12, section 7) and of Modbus over Serial Line V1.02: functions 1 to 6, 15 and 16, the exceptions 1 to 3.
 */
import { wordAt, wordBytes } from '../../bytes.ts';
import type { Clock } from '../../ports.ts';
import type { SimSerialPort } from '../serial.ts';

/** What goes wrong with a device, in the place of its answer. */
export type ModbusFault =
  | { kind: 'silent' }
  | { kind: 'late'; byMs: number }
  | { kind: 'exception'; code: number }
  | { kind: 'crc' };

/** By function, how many values one request may ask for or write. */
const countsMax: Readonly<Record<number, number>> = { 1: 2000, 2: 2000, 3: 125, 4: 125, 15: 1968, 16: 123 };

/** What one device has. Numbers that are not there are illegal. */
export class ModbusSlave {
  readonly coils = new Map<number, boolean>();
  readonly discreteInputs = new Map<number, boolean>();
  readonly inputs = new Map<number, number>();
  readonly holding = new Map<number, number>();
  fault: ModbusFault | undefined;
  /** Requests that it has understood. */
  asked = 0;

  /** The answer to a request without address and checksum. */
  answer(request: Uint8Array): number[] {
    this.asked++;
    const code = request[0]!;
    if (this.fault?.kind === 'exception') return [code | 0x80, this.fault.code];
    const exception = this.#check(request);
    return exception === undefined ? this.#carryOut(request) : [code | 0x80, exception];
  }

  #check(request: Uint8Array): number | undefined {
    const [code = 0] = request;
    const [start, count] = [wordAt(request, 1), wordAt(request, 3)];
    const table = this.#tableOf(code);
    if (!table) return 1;
    const isWrite = code === 5 || code === 6;
    if (code === 5 && count !== 0 && count !== 0xff00) return 3;
    if (!isWrite && (count < 1 || count > countsMax[code]!)) return 3;
    const wanted = Array.from({ length: isWrite ? 1 : count }, (_, i) => start + i);
    return wanted.every(number => table.has(number)) ? undefined : 2;
  }

  #tableOf(code: number): ReadonlyMap<number, boolean | number> | undefined {
    if (code === 1 || code === 5 || code === 15) return this.coils;
    if (code === 2) return this.discreteInputs;
    if (code === 4) return this.inputs;
    return code === 3 || code === 6 || code === 16 ? this.holding : undefined;
  }

  #carryOut(request: Uint8Array): number[] {
    const [code = 0] = request;
    const [start, value] = [wordAt(request, 1), wordAt(request, 3)];
    if (code === 5) this.coils.set(start, value === 0xff00);
    if (code === 6) this.holding.set(start, value);
    if (code === 16) for (let i = 0; i < value; i++) this.holding.set(start + i, wordAt(request, 6 + 2 * i));
    if (code === 15) for (let i = 0; i < value; i++) this.coils.set(start + i, bitAt(request, i));
    if (code > 4) return [...request.subarray(0, 5)];
    const table = this.#tableOf(code)!;
    const values = Array.from({ length: value }, (_, i) => Number(table.get(start + i)));
    const data = code <= 2 ? packed(values) : values.flatMap(word => wordBytes(word));
    return [code, data.length, ...data];
  }
}

/** One of the bits of a request of function 15. */
function bitAt(request: Uint8Array, i: number): boolean {
  return ((request[6 + (i >> 3)]! >> (i & 7)) & 1) === 1;
}

/** Bits, eight to a byte, the first one lowest. */
function packed(bits: readonly number[]): number[] {
  const bytes: number[] = Array.from({ length: Math.ceil(bits.length / 8) }, () => 0);
  for (const [i, bit] of bits.entries()) bytes[i >> 3]! |= bit << (i & 7);
  return bytes;
}

/** The checksum by its definition in MSL, 6.2.2: low byte first. */
function checksum(bytes: readonly number[]): [number, number] {
  let remainder = 0xffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let shift = 0; shift < 8; shift++) {
      const isOdd = (remainder & 1) === 1;
      remainder >>>= 1;
      if (isOdd) remainder ^= 0xa001;
    }
  }
  return [remainder & 0xff, remainder >>> 8];
}

/** A request's length by its beginning; undefined while too little has come. */
function requestBytes(bytes: readonly number[]): number | undefined {
  if (bytes.length < 7) return undefined;
  return bytes[1] === 15 || bytes[1] === 16 ? 9 + bytes[6]! : 8;
}

/** What a line's end needs of the port that it is on: this side hears requests, and answers. */
export type SlaveEnd = Pick<SimSerialPort, 'onWrite' | 'receive'>;

/** Devices by address on one line. Bytes with a wrong checksum are passed over. */
export class ModbusSlaves {
  readonly devices = new Map<number, ModbusSlave>();
  readonly #end: SlaveEnd;
  readonly #clock: Clock;
  #received: number[] = [];

  constructor(end: SlaveEnd, clock: Clock) {
    this.#end = end;
    this.#clock = clock;
    end.onWrite = bytes => this.#take(bytes);
  }

  device(address: number): ModbusSlave {
    const device = this.devices.get(address) ?? new ModbusSlave();
    this.devices.set(address, device);
    return device;
  }

  #take(bytes: Uint8Array): void {
    this.#received.push(...bytes);
    const length = requestBytes(this.#received);
    if (length === undefined || this.#received.length < length) return;
    const frame = this.#received.slice(0, length);
    this.#received = [];
    const [low, high] = checksum(frame.slice(0, -2));
    if (frame.at(-2) !== low || frame.at(-1) !== high) return;
    const device = this.devices.get(frame[0]!);
    if (device && device.fault?.kind !== 'silent') this.#answer(device, frame);
  }

  #answer(device: ModbusSlave, frame: readonly number[]): void {
    const { fault } = device;
    const body = [frame[0]!, ...device.answer(Uint8Array.from(frame.slice(1, -2)))];
    const [low, high] = checksum(body);
    const answer = Uint8Array.from([...body, low, fault?.kind === 'crc' ? high ^ 1 : high]);
    if (fault?.kind === 'late') this.#clock.after(fault.byMs, () => this.#end.receive(answer));
    else this.#end.receive(answer);
  }
}
