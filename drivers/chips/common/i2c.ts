/** What the drivers of I2C parts have in common. */
import { hexByte, sensirionCrc, sensirionWords, wordBytes } from '../../bytes.ts';
import type { DriverContext } from '../../define.ts';
import { DeviceError } from '../../errors.ts';
import type { I2cBus } from '../../ports.ts';

export type I2cContext = DriverContext<I2cBus>;

/** Reads `length` bytes from `register` on. */
export function readFrom({ port, address }: I2cContext, register: number, length: number): Promise<Uint8Array> {
  return port.transfer(address, Uint8Array.of(register), length);
}

/** Writes bytes, as they are. */
export async function send({ port, address }: I2cContext, ...bytes: number[]): Promise<void> {
  await port.transfer(address, Uint8Array.from(bytes), 0);
}

/** Reads `length` bytes without writing before. */
export function receive({ port, address }: I2cContext, length: number): Promise<Uint8Array> {
  return port.transfer(address, new Uint8Array(), length);
}

/** Chips by what their identification register holds. */
export type KnownChips = Readonly<Record<number, string>>;

/** Reads the identification register; its byte when it is one of `wanted`. Else 'unsupported', with what is there. */
export async function identify(
  context: I2cContext,
  register: number,
  wanted: readonly number[],
  known: KnownChips,
): Promise<number> {
  const id = (await readFrom(context, register, 1))[0] ?? 0;
  if (wanted.includes(id)) return id;
  const name = known[id] === undefined ? 'which is unknown here' : `a ${known[id]}`;
  const expected = wanted.map(hexByte).join(' or ');
  throw new DeviceError('unsupported', `${hexByte(context.address)} answers ${hexByte(id)}, ${name}, not ${expected}`);
}

/** A Sensirion command of two bytes, with arguments of two bytes each followed by its CRC. */
export function sensirionCommand(command: number, ...args: number[]): number[] {
  const withCrc = (word: number) => [...wordBytes(word), sensirionCrc(wordBytes(word))];
  return [...wordBytes(command), ...args.flatMap(withCrc)];
}

/** Reads `count` words, each with its CRC. 'bad-data' when one is wrong. */
export async function readSensirionWords(context: I2cContext, count: number): Promise<number[]> {
  const words = sensirionWords(await receive(context, 3 * count));
  if (!words) throw new DeviceError('bad-data', `${context.at}: wrong checksum`);
  return words;
}
