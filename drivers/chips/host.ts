/** The machine that the agent runs on, read from procfs and sysfs (proc(5), Documentation/driver-api/thermal). */
import { chip, type Readings, temperature } from '../define.ts';
import { DeviceError } from '../errors.ts';
import type { Files } from '../ports.ts';

const thermalZones = '/sys/class/thermal';

/** The types of thermal zones that are the processor's: the Pi's and other ARM boards', then Intel's and AMD's. */
const processorZone = /^(cpu|soc|x86_pkg_temp|k10temp)/;

/** The numbers that the patterns find in a file. */
async function numbersIn(files: Files, path: string, ...patterns: RegExp[]): Promise<number[]> {
  const text = await files.readText(path);
  const found = patterns.map(pattern => Number(pattern.exec(text)?.[1] ?? Number.NaN));
  if (found.some(Number.isNaN)) throw new DeviceError('bad-data', `${path} is not as expected`);
  return found;
}

const numberIn = async (files: Files, path: string, pattern: RegExp): Promise<number> =>
  (await numbersIn(files, path, pattern))[0]!;

/** Where the processor's temperature is: a zone of that name, else the first there is, else none. */
async function processorZonePath(files: Files): Promise<string | undefined> {
  const names = await files.list(thermalZones).catch(() => []);
  const zones = names.filter(name => name.startsWith('thermal_zone')).map(name => `${thermalZones}/${name}`);
  for (const zone of zones) {
    if (processorZone.test(await files.readText(`${zone}/type`).catch(() => ''))) return zone;
  }
  return zones[0];
}

/** In degC; absent where the machine has no sensor, as a virtual one has none. */
async function processorTemperature(files: Files): Promise<Readings> {
  const zone = await processorZonePath(files);
  return zone ? { temperature: (await numberIn(files, `${zone}/temp`, /^(-?\d+)/)) / 1000 } : {};
}

export const host = chip({
  name: 'host',
  description: 'The machine itself: load, memory, uptime, processor temperature',
  bus: 'files',
  channels: {
    load: {
      class: 'LevelSensor',
      type: 'Meter',
      unit: '-',
      range: [0, 10_000],
      resolution: 0.01,
      description: 'Load average over 1 minute',
    },
    memory: {
      class: 'LevelSensor',
      type: 'Meter',
      unit: '%',
      range: [0, 100],
      resolution: 0.1,
      description: 'Memory in use, without what can be given back at once',
    },
    uptime: {
      class: 'LevelSensor',
      type: 'Duration',
      unit: 's',
      range: [0, 4_000_000_000],
      resolution: 1,
      description: 'Time since the machine started',
    },
    temperature: temperature({ range: [-40, 150], resolution: 0.1, description: 'Processor temperature' }),
  },
  pollMsMin: 1_000,
  pollMsDefault: 60_000,

  async sample({ port }) {
    const memory = await numbersIn(port, '/proc/meminfo', /^MemTotal:\s+(\d+)/m, /^MemAvailable:\s+(\d+)/m);
    const [total, available] = memory as [number, number];
    return {
      load: await numberIn(port, '/proc/loadavg', /^([\d.]+) /),
      memory: (100 * (total - available)) / total,
      uptime: await numberIn(port, '/proc/uptime', /^([\d.]+) /),
      ...(await processorTemperature(port)),
    };
  },
});
