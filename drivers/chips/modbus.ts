/**
 * Any Modbus RTU device: a register, two of them, or a coil as one capability. Modbus Application Protocol V1.1b3; what
 * 32-bit numbers look like in two registers is each maker's own choice.
 */
import { type Channel, chip, type DriverContext, type Reading } from '../define.ts';
import { DeviceError } from '../errors.ts';
import type { ModbusLine, ModbusSpan, ModbusTable } from '../ports.ts';

type Context = DriverContext<ModbusLine>;
type Options = Context['options'];

/** How a number lies in registers, high word and high byte first. */
interface NumberType {
  words: 1 | 2;
  get(view: DataView): number;
  set(view: DataView, value: number): void;
  /** Smallest and largest; absent: a float. */
  range?: readonly [number, number];
}

const types: Readonly<Record<string, NumberType>> = {
  uint16: {
    words: 1,
    get: view => view.getUint16(0),
    set: (view, value) => view.setUint16(0, value),
    range: [0, 65_535],
  },
  int16: {
    words: 1,
    get: view => view.getInt16(0),
    set: (view, value) => view.setInt16(0, value),
    range: [-32_768, 32_767],
  },
  uint32: {
    words: 2,
    get: view => view.getUint32(0),
    set: (view, value) => view.setUint32(0, value),
    range: [0, 4_294_967_295],
  },
  int32: {
    words: 2,
    get: view => view.getInt32(0),
    set: (view, value) => view.setInt32(0, value),
    range: [-2_147_483_648, 2_147_483_647],
  },
  float32: { words: 2, get: view => view.getFloat32(0), set: (view, value) => view.setFloat32(0, value) },
};

/** Digits that mean something: those of a float, and of the largest whole number. */
const floatDigits = 7;
const wholeDigits = 10;

const isBits = ({ table }: Options): boolean => table === 'coil' || table === 'discrete-input';
const isWritable = ({ table }: Options): boolean => table === 'coil' || table === 'holding';
const typeOf = ({ type }: Options): NumberType => types[String(type)]!;

function spanOf({ address, options }: Context): ModbusSpan {
  return { address, table: options.table as ModbusTable, register: Number(options.register) };
}

/** In the order of the maker; turning it round twice is turning it not at all. */
function ordered(words: readonly number[], { wordOrder }: Options): number[] {
  return wordOrder === 'low-first' ? words.toReversed() : [...words];
}

/** The number in registers, scaled. */
export function decode(words: readonly number[], options: Options): number {
  const { get, range } = typeOf(options);
  const view = new DataView(new ArrayBuffer(4));
  for (const [i, word] of ordered(words, options).entries()) view.setUint16(2 * i, word);
  return Number((get(view) * Number(options.scale)).toPrecision(range ? wholeDigits : floatDigits));
}

/** The registers of a number; undefined where it does not fit. */
export function encode(value: number, options: Options): number[] | undefined {
  const { words, set, range } = typeOf(options);
  const raw = value / Number(options.scale);
  const number = range ? Math.round(raw) : raw;
  if (range && (number < range[0] || number > range[1])) return undefined;
  const view = new DataView(new ArrayBuffer(4));
  set(view, number);
  return ordered(
    Array.from({ length: words }, (_, i) => view.getUint16(2 * i)),
    options,
  );
}

/** What an output is written with. */
function wordsOf(value: Reading, options: Options): number[] {
  if (typeof value === 'boolean')
    return isBits(options) ? [Number(value)] : encode(Number(value), { ...options, scale: 1 })!;
  const words = encode(Number(value), options);
  if (!words) throw new DeviceError('unsupported', `${value} does not fit ${options.type}`);
  return words;
}

function read(context: Context): Promise<readonly number[]> {
  const { port, options } = context;
  return port.read(spanOf(context), isBits(options) ? 1 : typeOf(options).words, Number(options.timeoutMs));
}

const outputs: ReadonlySet<string> = new Set(['switch', 'setpoint']);
const written = (index: number) => `written ${index}`;

const meter: Channel = { class: 'LevelSensor', type: 'Meter', unit: '-', description: 'A number' };
const setpoint: Channel = { class: 'LevelControl', type: 'Position', unit: '-', description: 'A number that is set' };

export const modbus = chip({
  name: 'modbus',
  description: 'Modbus RTU: meters, inverters, any register or coil',
  bus: 'modbus',
  options: {
    table: {
      default: 'holding',
      oneOf: ['holding', 'input', 'coil', 'discrete-input'],
      description: 'Which of its four tables: 16-bit registers, written or only read, or bits, written or only read',
    },
    register: { default: 0, range: [0, 65_535], whole: true, description: 'Its number in the table, from 0' },
    type: { default: 'uint16', oneOf: Object.keys(types), description: 'What a register, or two of them, hold' },
    wordOrder: {
      default: 'high-first',
      oneOf: ['high-first', 'low-first'],
      description: 'Which of two registers comes first',
    },
    scale: { default: 1, description: 'Multiplies what is read, and divides what is set' },
    writeMultiple: {
      default: false,
      description: 'Writes one value as if there were several, with function 15 or 16: some devices know no other',
    },
    timeoutMs: { default: 1000, range: [20, 4000], whole: true, description: 'How long the device may take to answer' },
  },
  channels: {
    level: meter,
    active: { class: 'BinarySensor', type: 'MotionDetected', description: 'Whether a number or a bit is not 0' },
    switch: { class: 'BinaryControl', type: 'Switch', description: 'A coil, or 1 and 0 in a register' },
    setpoint,
  },
  pollMsMin: 50,
  pollMsDefault: 10_000,

  misfit(channel, options) {
    if (outputs.has(channel) && !isWritable(options)) {
      return { option: 'table', message: `"${options.table}" cannot be written`, expected: '"holding" or "coil"' };
    }
    if ((channel === 'level' || channel === 'setpoint') && isBits(options)) {
      const expected = '"holding" or "input", or the channel "active" or "switch"';
      return { option: 'table', message: `"${options.table}" has bits, and no numbers`, expected };
    }
    if (options.scale === 0) return { option: 'scale', message: 'nothing is left of it', expected: 'not 0' };
    if (isBits(options) || Number(options.register) + typeOf(options).words <= 65_536) return undefined;
    return { option: 'register', message: 'its second register is beyond the table', expected: 'at most 65534' };
  },

  /** An output that no longer has what it was given fails, and is written again. */
  async sample(context) {
    const words = await read(context);
    const { channels, memory, options } = context;
    if (!channels.has('level') && !channels.has('active')) {
      const isKept = words.every((word, i) => (memory.get(written(i)) ?? word) === word);
      if (!isKept) throw new DeviceError('io', `register ${options.register} no longer has what was written`);
      return {};
    }
    const active = words.some(word => word !== 0);
    return isBits(options) ? { active } : { active, level: decode(words, options) };
  },

  async drive(context, _channel, value) {
    const { writeMultiple, timeoutMs } = context.options;
    const words = wordsOf(value, context.options);
    await context.port.write(spanOf(context), words, Number(timeoutMs), writeMultiple === true);
    for (const [i, word] of words.entries()) context.memory.set(written(i), word);
  },
});
