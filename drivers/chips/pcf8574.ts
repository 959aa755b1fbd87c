/** NXP PCF8574, PCF8574A: eight lines without registers. Sections are those of the datasheet, revision 5. */
import { binary, binarySwitch, type Channel, chip, type Readings } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { receive, send } from './common/i2c.ts';

const lines = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
/** What was written last. After power-on all lines are high, weakly: inputs (section 8.1). */
const latch = 'latch';
const latchAfterPowerOn = 0xff;

const inputChannel = (line: string): [string, Channel] => [
  `in-${line}`,
  binary({ description: `Whether ${line} is active` }),
];
const outputChannel = (line: string): [string, Channel] => [
  `out-${line}`,
  binarySwitch({ description: `Whether ${line} is driven active` }),
];

export const pcf8574 = chip({
  name: 'pcf8574',
  description: 'NXP PCF8574, PCF8574A: eight lines, in and out',
  bus: 'i2c',
  addresses: [...Array.from({ length: 8 }, (_, at) => 0x20 + at), ...Array.from({ length: 8 }, (_, at) => 0x38 + at)],
  options: {
    inputsActiveLow: { default: true, description: 'An input is active when something pulls its line low' },
    outputsActiveLow: {
      default: true,
      description: 'An output is active when its line is low, the only level with strength',
    },
  },
  channels: Object.fromEntries([...lines.map(inputChannel), ...lines.map(outputChannel)]),
  pollMsMin: 10,
  pollMsDefault: 200,

  async setUp(context) {
    const both = lines.find(line => context.channels.has(`in-${line}`) && context.channels.has(`out-${line}`));
    if (both) throw new DeviceError('unsupported', `${context.at}: ${both} cannot be input and output`);
    // What the lines have is not changed here: the outputs follow at once, and an input is written with the first of them.
    await receive(context, 1);
  },

  async drive(context, channel, value) {
    const { memory, options } = context;
    const bit = 1 << lines.indexOf(channel.slice('out-'.length));
    const isHigh = (value === true) !== (options.outputsActiveLow === true);
    const before = memory.get(latch) ?? latchAfterPowerOn;
    const after = isHigh ? before | bit : before & ~bit;
    await send(context, after);
    memory.set(latch, after);
  },

  async sample(context) {
    const [levels = 0] = await receive(context, 1);
    // Nothing outside makes a line high that the chip holds low: after a brown-out it has let go of all.
    const heldLow = latchAfterPowerOn & ~(context.memory.get(latch) ?? latchAfterPowerOn);
    if (levels & heldLow) throw new DeviceError('io', `${context.at}: the chip was reset`);
    const isActive = (at: number) => ((levels >> at) & 1) === (context.options.inputsActiveLow === true ? 0 : 1);
    return Object.fromEntries(lines.map((line, at) => [`in-${line}`, isActive(at)])) satisfies Readings;
  },
});
