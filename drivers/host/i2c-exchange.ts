/**
 * One transfer with a chip, as plain I2C messages or, on an adapter that has none, as the SMBus transaction that puts
 * the same bytes on the wire (System Management Bus Specification 3.2, section 6.5).
 */
import { DeviceError } from '../errors.ts';

/** What is used of an open bus of i2c-bus. */
export interface NativeBus {
  i2cFuncs(): Promise<{ i2c: boolean }>;
  i2cRead(address: number, length: number, buffer: Buffer): Promise<{ bytesRead: number }>;
  i2cWrite(address: number, length: number, buffer: Buffer): Promise<{ bytesWritten: number }>;
  writeQuick(address: number, bit: 0 | 1): Promise<void>;
  receiveByte(address: number): Promise<number>;
  sendByte(address: number, byte: number): Promise<void>;
  readByte(address: number, command: number): Promise<number>;
  readWord(address: number, command: number): Promise<number>;
  writeByte(address: number, command: number, byte: number): Promise<void>;
  writeWord(address: number, command: number, word: number): Promise<void>;
  readI2cBlock(address: number, command: number, length: number, buffer: Buffer): Promise<{ bytesRead: number }>;
  writeI2cBlock(address: number, command: number, length: number, buffer: Buffer): Promise<{ bytesWritten: number }>;
  close(): Promise<void>;
}

/** Writes `write` (may be empty), then reads `readLength` bytes (may be 0). `device` is for the error's text. */
export type Exchange = (
  native: NativeBus,
  address: number,
  write: Uint8Array,
  readLength: number,
  device: string,
) => Promise<Uint8Array>;

const none = new Uint8Array();

/** Plain I2C. */
export const plainExchange: Exchange = async (native, address, write, readLength, device) => {
  if (write.length > 0) await native.i2cWrite(address, write.length, Buffer.from(write));
  if (readLength === 0) return none;
  const buffer = Buffer.alloc(readLength);
  const { bytesRead } = await native.i2cRead(address, readLength, buffer);
  return whole(buffer, bytesRead, device);
};

/**
 * SMBus, for chips with registers: PC adapters and the kernel's i2c-stub. What SMBus has no transaction for, long
 * blocks and reads of several bytes without a register, is 'unsupported'.
 */
export const smbusExchange: Exchange = async (native, address, write, readLength, device) => {
  const [register] = write;
  if (register !== undefined && write.length === 1 && readLength > 0)
    return smbusRead(native, address, register, readLength, device);
  if (readLength > 1) {
    const reason = 'the adapter does SMBus only, which reads several bytes from one register alone';
    throw new DeviceError('unsupported', `${device}: ${reason}`);
  }
  if (write.length > 0 || readLength === 0) await smbusWrite(native, address, write, device);
  return readLength === 0 ? none : Uint8Array.of(await native.receiveByte(address));
};

async function smbusWrite(native: NativeBus, address: number, write: Uint8Array, device: string): Promise<void> {
  const [register, ...bytes] = write;
  if (register === undefined) return native.writeQuick(address, 0);
  const [low = 0, high = 0] = bytes;
  if (bytes.length === 0) return native.sendByte(address, register);
  if (bytes.length === 1) return native.writeByte(address, register, low);
  // A word goes low byte first (section 6.5.4).
  if (bytes.length === 2) return native.writeWord(address, register, low | (high << 8));
  if (bytes.length > smbusBlockBytesMax) throw tooLong(device);
  await native.writeI2cBlock(address, register, bytes.length, Buffer.from(bytes));
}

async function smbusRead(
  native: NativeBus,
  address: number,
  register: number,
  length: number,
  device: string,
): Promise<Uint8Array> {
  if (length === 1) return Uint8Array.of(await native.readByte(address, register));
  if (length === 2) {
    const word = await native.readWord(address, register);
    return Uint8Array.of(word & 0xff, word >> 8);
  }
  if (length > smbusBlockBytesMax) throw tooLong(device);
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await native.readI2cBlock(address, register, length, buffer);
  return whole(buffer, bytesRead, device);
}

/** Bytes of one block (section 6.5.7, as Linux has it: I2C_SMBUS_BLOCK_MAX). */
const smbusBlockBytesMax = 32;

const tooLong = (device: string) =>
  new DeviceError('unsupported', `${device}: the adapter does SMBus only, at most ${smbusBlockBytesMax} bytes at once`);

function whole(buffer: Buffer, bytesRead: number, device: string): Uint8Array {
  if (bytesRead !== buffer.length) throw new DeviceError('io', `${device}: ${bytesRead} of ${buffer.length} bytes`);
  return new Uint8Array(buffer);
}
