/** A file that something else writes: a file of sysfs without a driver here, or a script's result. */
import { chip } from '../define.ts';
import { readNumber } from './common/sysfs.ts';

const textCharsMax = 65_536;

/** Characters as bytes of UTF-8, in base64. */
function base64Of(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}

export const file = chip({
  name: 'file',
  description: 'A file with a number or a word in it',
  bus: 'files',
  needsPath: true,
  options: {
    factor: { default: 1, description: 'Multiplies a number, to make its unit one of TR-181' },
    offset: { default: 0, description: 'Added after that' },
  },
  channels: {
    level: { class: 'LevelSensor', type: 'Meter', unit: '-', description: 'A number' },
    active: { class: 'BinarySensor', type: 'MotionDetected', description: 'Whether a number is not 0' },
    word: { class: 'EnumSensor', type: 'OperatingState', description: 'One of a few words' },
    text: { class: 'BlobSensor', type: 'text', description: 'All that is in the file' },
  },
  pollMsMin: 10,
  pollMsDefault: 10_000,

  async sample({ port, at, options, channels }) {
    const readings: Record<string, number | boolean | string> = {};
    if (channels.has('level') || channels.has('active')) {
      const number = await readNumber(port, at);
      readings.level = number * Number(options.factor) + Number(options.offset);
      readings.active = number !== 0;
    }
    if (!channels.has('word') && !channels.has('text')) return readings;
    const text = await port.readText(at);
    return { ...readings, word: text.trim(), text: base64Of(text.slice(0, textCharsMax)) };
  },
});
