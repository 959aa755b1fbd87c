/** What stands in for files: of the kernel's sensors, of the machine, and those that other programs write and read. */
import { fileFaults } from '../faults.ts';
import { Ds18b20Model } from '../models/ds18b20.ts';
import { KernelSensorModel } from '../models/kernel-sensor.ts';
import { MachineModel } from '../models/machine.ts';
import { PwmModel } from '../models/pwm.ts';
import { W1Model } from '../models/w1.ts';
import type { Motion, StandIn } from '../stand-in.ts';
import { bandOf, contact, wave } from './motions.ts';

type Motions = Readonly<Record<string, Motion>>;

/** A wave in our unit, and the file and factor that make it the kernel's; whole numbers unless it has decimals. */
type Shown = readonly [low: number, high: number, file: string, factor: number, decimals?: number];

/** A sensor of the kernel at a directory, by channel. */
function kernelSensor(part: string, name: string, channels: Readonly<Record<string, Shown>>): StandIn {
  return ({ at }, { files }) => {
    const model = new KernelSensorModel(files, at, name);
    const motions = Object.entries(channels).map(([channel, [low, high, file, factor, decimals]]) => {
      return [channel, wave(low, high, value => model.show(file, value * factor, decimals))];
    });
    return {
      model: `the kernel's files of ${part}`,
      motions: Object.fromEntries(motions),
      faults: fileFaults(files, at),
    };
  };
}

/** A ranger of the kernel, which gives millimetres and their scale. */
function ranger(part: string, name: string, low: number, high: number): StandIn {
  return ({ at }, { files }) => {
    const model = new KernelSensorModel(files, at, name);
    model.show('in_distance_scale', 0.001, 6);
    const distance = wave(low, high, metres => model.show('in_distance_raw', metres * 1000));
    return { model: `the kernel's files of ${part}`, motions: { distance }, faults: fileFaults(files, at) };
  };
}

const hx711: StandIn = ({ at, options }, { files }) => {
  const model = new KernelSensorModel(files, at, 'hx711');
  const { input, tare, countsPerKg } = options;
  const weight = wave(0.5, 8, kg => model.show(`in_${input}_raw`, Number(tare) + kg * Number(countsPerKg)));
  return { model: "the kernel's files of an HX711", motions: { weight }, faults: fileFaults(files, at) };
};

const hwmon: StandIn = ({ at, options }, { files }) => {
  const model = new KernelSensorModel(files, at, 'simulated');
  const quantity = (word: string, low: number, high: number, factor: number) =>
    wave(low, high, value => model.show(`${word}${options.number}_input`, value * factor));
  const motions: Motions = {
    temperature: quantity('temp', 30, 55, 1000),
    humidity: quantity('humidity', 35, 65, 1000),
    voltage: quantity('in', 3.2, 3.4, 1000),
    current: quantity('curr', 0.2, 0.8, 1000),
    power: quantity('power', 2, 6, 1e6),
    energy: quantity('energy', 100, 900, 1e6),
    fan: quantity('fan', 900, 2200, 1),
  };
  return { model: "the kernel's files of a hardware monitor", motions, faults: fileFaults(files, at) };
};

const ds18b20: StandIn = ({ at }, { files }) => {
  const model = new Ds18b20Model(files, at);
  let isOff = false;
  const temperature = wave(18, 26, celsius => {
    if (!isOff) model.temperature = celsius;
  });
  const brownOut = (isNow: boolean) => () => {
    isOff = isNow;
    if (isNow) model.powerOn();
  };
  const faults = { ...fileFaults(files, at), 'brown-out': { begin: brownOut(true), end: brownOut(false) } };
  return { model: "the kernel's file of a DS18B20", motions: { temperature }, faults };
};

const w1: StandIn = (plan, hardware, clock) => {
  const { files } = hardware;
  if (plan.channels.has('temperature') && !/\/26-[^/]*$/.test(plan.at)) return ds18b20(plan, hardware, clock);
  const model = new W1Model(files, plan.at);
  const lines = [0, 1, 2, 3, 4, 5, 6, 7].map(line => {
    return [`pio${line}`, contact(isActive => model.pull(line, isActive !== (plan.options.activeLow === true)))];
  });
  const register = (name: 'temperature' | 'vad' | 'vdd', low: number, high: number) =>
    wave(low, high, value => model.register(name, value));
  const motions: Motions = {
    temperature: register('temperature', 18, 26),
    vad: register('vad', 0.3, 3),
    vdd: register('vdd', 4.9, 5.1),
    ...Object.fromEntries(lines),
  };
  return { model: "the kernel's files of a 1-wire part", motions, faults: fileFaults(files, plan.at) };
};

const machine: StandIn = (_, { files }, clock) => {
  const model = new MachineModel(files);
  const startMs = clock.monotonicMs();
  const moves = (name: 'load' | 'memory' | 'temperature', low: number, high: number) =>
    wave(low, high, value => {
      model[name] = value;
    });
  return {
    model: 'the files of a machine',
    motions: {
      load: moves('load', 0.1, 2.5),
      memory: moves('memory', 20, 60),
      temperature: moves('temperature', 42, 68),
    },
    speak: () => {
      model.uptime = (clock.monotonicMs() - startMs) / 1000;
    },
    faults: fileFaults(files, '/proc'),
  };
};

const file: StandIn = ({ at, options, channels }, { files }) => {
  const show = (text: string) => void files.texts.set(at, `${text}\n`);
  show('0');
  const level = channels.get('level');
  const choices = channels.get('word')?.words ?? [];
  const numberOf = (value: number) => String((value - Number(options.offset)) / Number(options.factor));
  const motions: Record<string, Motion> = {};
  if (level) motions.level = wave(...bandOf(level), value => show(numberOf(Number(value.toFixed(2)))));
  else if (channels.has('word')) motions.word = { kind: 'words', choices, set: show };
  else if (channels.has('active')) motions.active = contact(isActive => show(isActive ? '1' : '0'));
  else motions.text = wave(0, 100, value => show(`simulated ${Math.round(value)}`));
  return { model: 'a file that something writes', motions, faults: fileFaults(files, at) };
};

export const fileStandIns: Readonly<Record<string, StandIn>> = {
  dht22: kernelSensor('a DHT22', 'dht11', {
    temperature: [18, 26, 'in_temp_input', 1000],
    humidity: [35, 65, 'in_humidityrelative_input', 1000],
  }),
  ds18b20,
  file,
  'file-output': ({ at }, { files }) => {
    files.texts.set(at, '\n');
    return { model: 'a file that takes what it is given', faults: fileFaults(files, at) };
  },
  'hc-sr04': ranger('an HC-SR04', 'srf04', 0.3, 2.5),
  host: machine,
  hwmon,
  hx711,
  iio: kernelSensor('a sensor of the class iio', 'simulated', {
    temperature: [18, 26, 'in_temp_input', 1000],
    humidity: [35, 65, 'in_humidityrelative_input', 1000],
    pressure: [99_500, 102_500, 'in_pressure_input', 1 / 1000, 6],
    light: [40, 900, 'in_illuminance_input', 1, 6],
    distance: [1, 3, 'in_distance_input', 1, 6],
    co2: [450, 1400, 'in_concentration_co2_input', 1 / 10_000, 6],
    ...Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6, 7].map(at => [`voltage${at}`, [0.5, 3, `in_voltage${at}_input`, 1000] as const]),
    ),
  }),
  pwm: ({ at }, { files }) => {
    const [, controller = at, number = '0'] = /^(.*)\/pwm(\d+)$/.exec(at) ?? [];
    new PwmModel(files, controller, Number(number));
    return { model: "the kernel's files of a pulse width", faults: fileFaults(files, at) };
  },
  replay: ({ at }, { files }) => ({ model: 'the recording itself', faults: fileFaults(files, at) }),
  w1,
  vl53l0x: ranger('a VL53L0X', 'vl53l0x', 0.1, 1.6),
};
