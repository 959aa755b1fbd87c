/** A program whose output is a reading. It runs only where the configuration's [agent] says `allow-exec = true`. */
import { chip } from '../define.ts';
import { DeviceError } from '../errors.ts';

export const exec = chip({
  name: 'exec',
  description: 'A program that prints a number or a word',
  bus: 'program',
  options: {
    factor: { default: 1, description: 'Multiplies a number, to make its unit one of TR-181' },
    offset: { default: 0, description: 'Added after that' },
    timeoutMs: {
      default: 5_000,
      range: [100, 9_000],
      whole: true,
      description: 'How long it may run; then it is killed',
    },
  },
  channels: {
    level: { class: 'LevelSensor', type: 'Meter', unit: '-', description: 'A number' },
    active: { class: 'BinarySensor', type: 'MotionDetected', description: 'Whether a number is not 0' },
    word: { class: 'EnumSensor', type: 'OperatingState', description: 'One of a few words' },
  },
  pollMsMin: 1_000,
  pollMsDefault: 60_000,

  async sample({ port, at, options, channels }) {
    const text = (await port.run(Number(options.timeoutMs))).trim();
    const isNumber = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
    if (!isNumber && (channels.has('level') || channels.has('active'))) {
      throw new DeviceError('bad-data', `${at}: "${text.slice(0, 40)}" is no number`);
    }
    const level = Number(text) * Number(options.factor) + Number(options.offset);
    return isNumber ? { level, active: Number(text) !== 0, word: text } : { word: text };
  },
});
