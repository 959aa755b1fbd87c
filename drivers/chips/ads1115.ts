/**
 * Texas Instruments ADS1115: four voltages, 16 bits. Sections are those of SBAS444E; the ranges as in the Linux driver
 * (drivers/iio/adc/ti-ads1015.c).
 */
import { signed, wordAt } from '../bytes.ts';
import { type Channel, chip, type OptionDefinition, type Readings, volts } from '../define.ts';
import { type I2cContext, readFrom, send } from './common/i2c.ts';
import { refuse, until } from './common/sampling.ts';

const conversionRegister = 0x00;
const configRegister = 0x01;

/** Config register (section 9.6.3): start, input, range, single shot, 128 samples a second, no comparator. */
const start = 0x8000;
const isIdle = 0x8000;
const singleShot = 0x0100;
const samples128 = 0x0080;
const noComparator = 0x0003;
const conversionMs = 9;

/** Full scale in V, by the bits of the range. */
const fullScales = ['6.144', '4.096', '2.048', '1.024', '0.512', '0.256'];

/** Inputs by the bits of the multiplexer: single ones against ground, and the two usual pairs. */
const inputs: Readonly<Record<string, number>> = { a0: 4, a1: 5, a2: 6, a3: 7, 'a0-a1': 0, 'a2-a3': 3 };
const singleInputs = ['a0', 'a1', 'a2', 'a3'];

const emptyOf = (input: string) => `${input}Empty`;
const fullOf = (input: string) => `${input}Full`;
const shareOf = (input: string) => `${input}-share`;

function voltage(input: string): Channel {
  return volts({ range: [-6.144, 6.144], resolution: 0.0001, description: `Voltage at ${input.toUpperCase()}` });
}

/** How full something is: soil of water, a battery of charge. The range lets a little go beyond both ends. */
function share(input: string): Channel {
  const description = `What ${input.toUpperCase()} is of the way from ${emptyOf(input)} to ${fullOf(input)}`;
  return { class: 'LevelSensor', type: 'Humidity', unit: '%', range: [-5, 105], resolution: 0.1, description };
}

function shareOptions(input: string): [string, OptionDefinition][] {
  const volt = (usual: number, what: string): OptionDefinition => ({
    default: usual,
    range: [-6.144, 6.144],
    description: `V at ${input.toUpperCase()} that are ${what} %`,
  });
  return [
    [emptyOf(input), volt(0, '0')],
    [fullOf(input), volt(3.3, '100')],
  ];
}

async function measure(context: I2cContext, input: string): Promise<number> {
  const range = fullScales.indexOf(String(context.options.fullScale));
  const config = start | (inputs[input]! << 12) | (range << 9) | singleShot | samples128 | noComparator;
  await send(context, configRegister, config >> 8, config & 0xff);
  await context.sleep(conversionMs);
  await until(async () => (wordAt(await readFrom(context, configRegister, 2), 0) & isIdle) !== 0, context, 1, 10);
  const counts = signed(wordAt(await readFrom(context, conversionRegister, 2), 0), 16);
  refuse(counts === 32_767 || counts === -32_768, context, `${input} is beyond ${fullScales[range]} V`);
  return (counts * Number(fullScales[range])) / 32_768;
}

export const ads1115 = chip({
  name: 'ads1115',
  description: 'Texas Instruments ADS1115: four voltages',
  bus: 'i2c',
  addresses: [0x48, 0x49, 0x4a, 0x4b],
  options: {
    fullScale: { default: '4.096', oneOf: fullScales, description: 'Largest voltage in V, by the gain' },
    ...Object.fromEntries(singleInputs.flatMap(shareOptions)),
  },
  channels: {
    ...Object.fromEntries(Object.keys(inputs).map(input => [input, voltage(input)])),
    ...Object.fromEntries(singleInputs.map(input => [shareOf(input), share(input)])),
  },
  pollMsMin: 100,
  pollMsDefault: 10_000,

  async sample(context) {
    const { channels, options } = context;
    const readings: Record<string, number> = {};
    for (const input of Object.keys(inputs)) {
      if (!channels.has(input) && !channels.has(shareOf(input))) continue;
      const measured = await measure(context, input);
      const [empty, full] = [Number(options[emptyOf(input)]), Number(options[fullOf(input)])];
      readings[input] = measured;
      if (full !== empty) readings[shareOf(input)] = (100 * (measured - empty)) / (full - empty);
    }
    return readings satisfies Readings;
  },
});
