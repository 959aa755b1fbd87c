/**
 * Microchip MCP23017: sixteen lines, each an input or an output. Registers are those of datasheet DS20001952,
 * revision C, table 3-5, with IOCON.BANK = 0.
 */
import { binary, binarySwitch, type Channel, chip, type Readings } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { type I2cContext, readFrom, send } from './common/i2c.ts';

/** Pairs, one for A and one for B. */
const directionRegister = 0x00;
const pullUpRegister = 0x0c;
const levelRegister = 0x12;
const latchRegister = 0x14;
/** Where IOCON is with BANK = 0, and where with BANK = 1, which clears that bit; else that is an interrupt's, of no matter. */
const configRegister = 0x0a;
const configRegisterBank1 = 0x05;

const lines = Array.from({ length: 16 }, (_, at) => `${at < 8 ? 'a' : 'b'}${at % 8}`);
const outputs = 'outputs';

const inputChannel = (line: string): [string, Channel] => [
  `in-${line}`,
  binary({ description: `Whether ${line.toUpperCase()} is active` }),
];
const outputChannel = (line: string): [string, Channel] => [
  `out-${line}`,
  binarySwitch({ description: `Whether ${line.toUpperCase()} is driven active` }),
];

const low = (word: number) => [word & 0xff, word >> 8];

/** The two bytes of a pair of registers as a word, A low. */
async function pair(context: I2cContext, register: number): Promise<number> {
  const [a = 0, b = 0] = await readFrom(context, register, 2);
  return a | (b << 8);
}

function maskOf(context: I2cContext, kind: 'in' | 'out'): number {
  return lines.reduce((mask, line, at) => (context.channels.has(`${kind}-${line}`) ? mask | (1 << at) : mask), 0);
}

export const mcp23017 = chip({
  name: 'mcp23017',
  description: 'Microchip MCP23017: sixteen lines, in and out',
  bus: 'i2c',
  addresses: [0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27],
  options: {
    pullUp: { default: true, description: 'The 100 kOhm resistors of the inputs' },
    inputsActiveLow: { default: false, description: 'An input is active when its line is low' },
    outputsActiveLow: { default: false, description: 'An output is active when its line is low' },
  },
  channels: Object.fromEntries([...lines.map(inputChannel), ...lines.map(outputChannel)]),
  pollMsMin: 10,
  pollMsDefault: 200,

  async setUp(context) {
    const [inputs, wanted] = [maskOf(context, 'in'), maskOf(context, 'out')];
    if (inputs & wanted) throw new DeviceError('unsupported', `${context.at}: one line cannot be input and output`);
    await send(context, configRegisterBank1, 0);
    await send(context, configRegister, 0);
    await send(context, directionRegister, 0xff, 0xff);
    await send(context, pullUpRegister, ...low(context.options.pullUp === true ? inputs : 0));
  },

  // A line becomes an output with its first value, not before: until then its load is as without the chip.
  async drive(context, channel, value) {
    const { memory, options } = context;
    const bit = 1 << lines.indexOf(channel.slice('out-'.length));
    const isHigh = (value === true) !== (options.outputsActiveLow === true);
    const latch = await pair(context, latchRegister);
    await send(context, latchRegister, ...low(isHigh ? latch | bit : latch & ~bit));
    memory.set(outputs, (memory.get(outputs) ?? 0) | bit);
    await send(context, directionRegister, ...low(0xffff & ~memory.get(outputs)!));
  },

  async sample(context) {
    const { memory, options } = context;
    // After a brown-out all lines are inputs again, and the relays are off: the device is opened anew.
    if ((await pair(context, directionRegister)) !== (0xffff & ~(memory.get(outputs) ?? 0))) {
      throw new DeviceError('io', `${context.at}: the chip was reset`);
    }
    const levels = await pair(context, levelRegister);
    const isActive = (at: number) => ((levels >> at) & 1) === (options.inputsActiveLow === true ? 0 : 1);
    return Object.fromEntries(lines.map((line, at) => [`in-${line}`, isActive(at)])) satisfies Readings;
  },
});
