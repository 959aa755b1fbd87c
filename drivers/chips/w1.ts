/**
 * Parts on a 1-wire bus by the kernel's driver of their family, which is the first byte of their number: w1_therm, w1_ds2405,
 * w1_ds2408, w1_ds2413 and w1_ds2438 of drivers/w1/slaves, Linux 6.1.
 */
import { binary, type Channel, chip, type DriverContext, type Readings, temperature, volts } from '../define.ts';
import { DeviceError } from '../errors.ts';
import type { Files } from '../ports.ts';
import { readNumber } from './common/sysfs.ts';
import { ds18b20 } from './ds18b20.ts';

type Context = DriverContext<Files>;

interface Family {
  channels: readonly string[];
  sample(context: Context): Promise<Readings>;
}

/** DS2438: 256ths of a degree, and hundredths of a volt (datasheet, figures 5 and 6), as they are in its registers. */
const batteryScales: Readonly<Record<string, number>> = { temperature: 1 / 256, vad: 0.01, vdd: 0.01 };

const battery: Family = {
  channels: Object.keys(batteryScales),
  async sample({ port, at, channels }) {
    const readings: Record<string, number> = {};
    for (const [name, scale] of Object.entries(batteryScales)) {
      if (channels.has(name)) readings[name] = (await readNumber(port, `${at}/${name}`)) * scale;
    }
    return readings;
  },
};

const lineNames = ['pio0', 'pio1', 'pio2', 'pio3', 'pio4', 'pio5', 'pio6', 'pio7'];

/** Lines whose levels are bits of the one byte in `state`; a DS2405's is a digit. */
function lines(...bits: readonly number[]): Family {
  const channels = lineNames.slice(0, bits.length);
  return {
    channels,
    async sample({ port, at, options }) {
      const state = (await port.readText(`${at}/state`, 'latin1')).charCodeAt(0);
      if (Number.isNaN(state)) throw new DeviceError('no-answer', `${at}: not acknowledged`);
      const isActive = (bit: number) => ((state >> bit) & 1) === (options.activeLow === true ? 0 : 1);
      return Object.fromEntries(channels.map((name, at) => [name, isActive(bits[at]!)]));
    },
  };
}

const thermometer: Family = { channels: ['temperature'], sample: context => ds18b20.sample!(context) };

const families: Readonly<Record<string, Family>> = {
  ...{ 10: thermometer, 22: thermometer, 28: thermometer, '3b': thermometer, 42: thermometer },
  ...{ '05': lines(0), '3a': lines(0, 2), 29: lines(0, 1, 2, 3, 4, 5, 6, 7) },
  26: battery,
};

/** The channels of a part by its number, "26-000001a2b3c4"; none where its family is not known here. */
export function channelsOf(name: string): readonly string[] {
  return families[name.slice(0, 2)]?.channels ?? [];
}

const line = (name: string): [string, Channel] => [name, binary({ description: `Whether line ${name} is active` })];

export const w1 = chip({
  name: 'w1',
  description: 'A 1-wire part of the kernel: DS18B20, DS28EA00, DS2405, DS2408, DS2413, DS2438',
  bus: 'files',
  needsPath: true,
  options: { activeLow: { default: true, description: 'A line is active when something pulls it low' } },
  channels: {
    temperature: temperature({ range: [-55, 125], resolution: 0.03125 }),
    vad: volts({ range: [0, 10.23], resolution: 0.01, description: 'Voltage at the input of a DS2438' }),
    vdd: volts({ range: [0, 10.23], resolution: 0.01, description: 'Supply of a DS2438' }),
    ...Object.fromEntries(lineNames.map(line)),
  },
  pollMsMin: 1_000,
  pollMsDefault: 10_000,

  async sample(context) {
    const at = context.at.replace(/\/+$/, '');
    const family = families[/\/([0-9a-f]{2})-[^/]*$/.exec(at)?.[1] ?? ''];
    const absent = [...context.channels].find(name => !family?.channels.includes(name));
    if (!family || absent) throw new DeviceError('unsupported', `${at}: a part of this family has no ${absent}`);
    return family.sample({ ...context, at });
  },
});
