/**
 * The kernel's GPIO character device, version 2, in bytes: include/uapi/linux/gpio.h of Linux 5.10 and later. Its
 * structures have the same layout on 32 and 64 bits, and the board's byte order, which is little-endian on every Pi.
 */

/** Requests of ioctl(2): direction, size of the argument, the type 0xB4, and a number. */
export const getChipInfo = 0x8044b401;
export const getLineInfo = 0xc100b405;
export const getLine = 0xc250b407;
export const getLineValues = 0xc010b40e;
export const setLineValues = 0xc010b40f;

/** struct gpiochip_info: name[32], label[32], lines. */
const chipInfoBytes = 68;

/** struct gpio_v2_line_info: name[32], consumer[32], offset, num_attrs, flags, attrs[10], padding. */
const lineInfoBytes = 256;

/** struct gpio_v2_line_request: offsets[64], consumer[32], config, num_lines, event_buffer_size, padding[5], fd. */
const lineRequestBytes = 592;
const consumerAt = 256;
const configAt = 288;
const numLinesAt = 560;
const eventBufferSizeAt = 564;
const fdAt = 588;

/** struct gpio_v2_line_config: flags, num_attrs, padding[5], attrs[10]; an attribute has an id, a value and a mask. */
const numAttrsAt = configAt + 8;
const attrsAt = configAt + 32;
const attrBytes = 24;
const outputValuesId = 2;
const debounceId = 3;

/** enum gpio_v2_line_flag. */
export const lineFlags = {
  used: 1 << 0,
  activeLow: 1 << 1,
  input: 1 << 2,
  output: 1 << 3,
  edgeRising: 1 << 4,
  edgeFalling: 1 << 5,
  biasPullUp: 1 << 8,
  biasPullDown: 1 << 9,
  biasDisabled: 1 << 10,
} as const;

/** struct gpio_v2_line_event: timestamp_ns, id, offset, seqno, line_seqno, padding. */
export const eventBytes = 48;
const risingEdgeId = 1;

export interface LineEvent {
  /** The level after the edge, active-low applied. */
  isActive: boolean;
  /** Counts the line's edges from 1, those included that nobody read in time. */
  sequence: number;
}

export interface LineSettings {
  flags: number;
  /** Level of an output from the first moment. */
  initial?: boolean;
  /** How long the line must rest before an edge counts; the kernel sees to it. */
  debounceUs?: number;
  /** Edges that the kernel holds for a slow reader. */
  eventsBufferedMax?: number;
}

const text = (bytes: Buffer, at: number) => bytes.toString('utf8', at, bytes.indexOf(0, at));

export const chipInfoArgument = () => Buffer.alloc(chipInfoBytes);

/** What the kernel wrote into a chipInfoArgument. */
export function readChipInfo(bytes: Buffer): { name: string; label: string; lines: number } {
  return { name: text(bytes, 0), label: text(bytes, 32), lines: bytes.readUInt32LE(64) };
}

export function lineInfoArgument(offset: number): Buffer {
  const bytes = Buffer.alloc(lineInfoBytes);
  bytes.writeUInt32LE(offset, 64);
  return bytes;
}

/** What the kernel wrote into a lineInfoArgument. */
export function readLineInfo(bytes: Buffer): { name: string; consumer: string; isUsed: boolean; isOutput: boolean } {
  const flags = bytes.readUInt32LE(72);
  const [isUsed, isOutput] = [(flags & lineFlags.used) !== 0, (flags & lineFlags.output) !== 0];
  return { name: text(bytes, 0), consumer: text(bytes, 32), isUsed, isOutput };
}

/** Asks for one line. After the call, requestedFd tells its file descriptor. */
export function lineRequest(offset: number, settings: LineSettings): Buffer {
  const { flags, initial, debounceUs, eventsBufferedMax = 0 } = settings;
  const bytes = Buffer.alloc(lineRequestBytes);
  bytes.writeUInt32LE(offset, 0);
  bytes.write('uspi', consumerAt);
  bytes.writeUInt32LE(flags, configAt);
  bytes.writeUInt32LE(1, numLinesAt);
  bytes.writeUInt32LE(eventsBufferedMax, eventBufferSizeAt);
  let count = 0;
  const attribute = (id: number, value: number) => {
    const at = attrsAt + attrBytes * count++;
    bytes.writeUInt32LE(id, at);
    bytes.writeUInt32LE(value, at + 8);
    bytes.writeUInt32LE(1, at + 16); // of the one line asked for
  };
  if (initial !== undefined) attribute(outputValuesId, initial ? 1 : 0);
  if (debounceUs !== undefined) attribute(debounceId, debounceUs);
  bytes.writeUInt32LE(count, numAttrsAt);
  return bytes;
}

export const requestedFd = (bytes: Buffer): number => bytes.readInt32LE(fdAt);

/** struct gpio_v2_line_values: bits, mask; for the first and only line of a request. */
export function lineValues(isActive: boolean): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(isActive ? 1 : 0, 0);
  bytes.writeUInt32LE(1, 8);
  return bytes;
}

export const readLineValue = (bytes: Buffer): boolean => (bytes.readUInt32LE(0) & 1) === 1;

/** The events in the first `length` bytes of a read. */
export function readEvents(bytes: Buffer, length: number): LineEvent[] {
  const events: LineEvent[] = [];
  for (let at = 0; at + eventBytes <= length; at += eventBytes) {
    events.push({ isActive: bytes.readUInt32LE(at + 8) === risingEdgeId, sequence: bytes.readUInt32LE(at + 20) });
  }
  return events;
}
