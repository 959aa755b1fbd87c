/** A file that something else reads: an output of sysfs without a driver here, or a set point for another program. */
import { chip, type DriverContext, type Reading } from '../define.ts';
import { DeviceError } from '../errors.ts';
import type { Files } from '../ports.ts';

/** `Off=0, Low=85` by word. */
function codesOf({ options, at }: DriverContext<Files>): Map<string, string> {
  const pairs = String(options.words)
    .split(',')
    .filter(pair => pair.trim() !== '');
  return new Map(
    pairs.map(pair => {
      const [word = '', code] = pair.split('=').map(part => part.trim());
      if (code === undefined) throw new DeviceError('unsupported', `${at}: words are written "Off=0, Low=85"`);
      return [word, code];
    }),
  );
}

function textOf(context: DriverContext<Files>, channel: string, value: Reading): string {
  const { on, off, factor, whole } = context.options;
  if (channel === 'switch') return String(value === true ? on : off);
  if (channel === 'word') return codesOf(context).get(String(value)) ?? String(value);
  const number = Number(value) * Number(factor);
  return String(whole === true ? Math.round(number) : number);
}

export const fileOutput = chip({
  name: 'file-output',
  description: 'A file that takes a number or a word',
  bus: 'files',
  needsPath: true,
  options: {
    on: { default: '1', description: 'What a switch writes for on' },
    off: { default: '0', description: 'What a switch writes for off' },
    factor: { default: 1, description: 'Multiplies a level: 2.55 makes 100 % of 255' },
    whole: { default: true, description: 'Rounds a level to a whole number' },
    words: {
      default: '',
      description: 'What is written for a word, where it is not the word: "Off=0, Low=85, High=255"',
    },
  },
  channels: {
    switch: { class: 'BinaryControl', type: 'Switch', description: 'On or off' },
    level: { class: 'LevelControl', type: 'Intensity', unit: '-', description: 'A number' },
    word: { class: 'EnumControl', type: 'OperatingMode', description: 'One of a few words' },
  },

  async drive(context, channel, value) {
    await context.port.writeText(context.at, textOf(context, channel, value));
    if (typeof value === 'number') context.memory.set(channel, value);
  },

  async readBack(context, channel) {
    const text = (await context.port.readText(context.at)).trim();
    if (channel === 'switch') return text === context.options.on;
    if (channel === 'level') {
      // What was rounded on its way is still what was asked for.
      const asked = context.memory.get(channel);
      const isKept = asked !== undefined && textOf(context, channel, asked) === text;
      return isKept ? asked : Number(text) / Number(context.options.factor);
    }
    return [...codesOf(context)].find(([, code]) => code === text)?.[0] ?? text;
  },
});
