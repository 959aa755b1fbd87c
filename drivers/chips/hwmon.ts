/** Any hardware monitor of the kernel: Documentation/hwmon/sysfs-interface.rst of Linux 6.1. */
import { type Channel, chip, humidity, temperature, volts } from '../define.ts';
import { deviceDirectory } from '../sysfs.ts';
import { readNumber } from './common/sysfs.ts';

interface Quantity {
  /** The word in the file's name, before the number. */
  word: string;
  /** Makes the kernel's unit ours. */
  factor: number;
  channel: Channel;
}

const quantities: Readonly<Record<string, Quantity>> = {
  temperature: { word: 'temp', factor: 1 / 1000, channel: temperature({ range: [-60, 200], resolution: 0.001 }) },
  humidity: { word: 'humidity', factor: 1 / 1000, channel: humidity() },
  voltage: { word: 'in', factor: 1 / 1000, channel: volts({ range: [-100, 100] }) },
  current: {
    word: 'curr',
    factor: 1 / 1000,
    channel: { class: 'LevelSensor', type: 'Meter', unit: 'A', range: [-1_000, 1_000], resolution: 0.001 },
  },
  power: {
    word: 'power',
    factor: 1e-6,
    channel: { class: 'LevelSensor', type: 'Power', unit: 'W', range: [-10_000, 10_000], resolution: 0.001 },
  },
  energy: {
    word: 'energy',
    factor: 1e-6,
    channel: { class: 'LevelSensor', type: 'Energy', unit: 'J', range: [0, 1e12], resolution: 0.001 },
  },
  fan: {
    word: 'fan',
    factor: 1,
    channel: { class: 'LevelSensor', type: 'Speed', unit: 'rpm', range: [0, 100_000], resolution: 1 },
  },
};

export const hwmon = chip({
  name: 'hwmon',
  description: 'A sensor of the kernel: hardware monitor',
  bus: 'files',
  needsPath: true,
  options: {
    number: { default: 1, range: [0, 64], description: 'Which of its kind: 1 is temp1_input; voltages begin at 0' },
  },
  channels: Object.fromEntries(Object.entries(quantities).map(([name, { channel }]) => [name, channel])),
  pollMsMin: 100,
  pollMsDefault: 10_000,

  async sample(context) {
    const directory = await deviceDirectory(context.port, context.at);
    const readings: Record<string, number> = {};
    for (const name of context.channels) {
      const { word, factor } = quantities[name]!;
      readings[name] = (await readNumber(context.port, `${directory}/${word}${context.options.number}_input`)) * factor;
    }
    return readings;
  },
});
