// What the tests of the configuration share: the drivers that it may name, and the words that other rooms define.
import type { ChipCatalog, Vocabulary } from '../../../agent/config/types.ts';
import { exec } from '../../../drivers/chips/exec.ts';
import { modbus } from '../../../drivers/chips/modbus.ts';
import { binary, binarySwitch, type ChipDefinition, chip, humidity, temperature } from '../../../drivers/define.ts';

const sample = async () => ({});
const watch = () => ({ stop() {} });
const drive = async () => {};

const definitions: ChipDefinition[] = [
  chip({
    name: 'sht31',
    description: 'Temperature and humidity',
    bus: 'i2c',
    addresses: [0x44, 0x45],
    options: {
      repeatability: { default: 'high', oneOf: ['low', 'medium', 'high'], description: 'Noise against current' },
      offset: { default: 0, range: [-5, 5], description: 'Added to the temperature' },
      heater: { default: false, description: 'Drives out moisture' },
    },
    channels: { temperature: temperature(), humidity: humidity() },
    pollMsMin: 250,
    pollMsDefault: 10_000,
    sample,
  }),
  chip({
    name: 'any-i2c',
    description: 'A part that can be at every address',
    bus: 'i2c',
    channels: { temperature: temperature() },
    sample,
  }),
  chip({
    name: 'scd4x',
    description: 'Carbon dioxide',
    bus: 'i2c',
    addresses: [0x62],
    channels: { co2: { class: 'LevelSensor', type: 'Concentration', unit: 'ppm' }, temperature: temperature() },
    pollMsMin: 5_000,
    pollMsDefault: 5_000,
    sample,
  }),
  chip({
    name: 'gpio-input',
    description: 'A line, read',
    bus: 'gpio-in',
    channels: { level: binary() },
    sample,
    watch,
  }),
  chip({
    name: 'gpio-output',
    description: 'A line, driven',
    bus: 'gpio-out',
    channels: { level: binarySwitch() },
    drive,
  }),
  chip({
    name: 'serial-nmea',
    description: 'A satellite receiver',
    bus: 'serial',
    channels: {
      location: { class: 'MultiLevelSensor', type: 'Location', unit: 'deg', valueNames: ['Latitude', 'Longitude'] },
      speed: { class: 'LevelSensor', type: 'Speed', unit: 'mps' },
    },
    watch,
  }),
  chip({
    name: 'serial-meter',
    description: 'A meter',
    bus: 'serial',
    channels: { power: { class: 'LevelSensor', type: 'Power', unit: 'W' } },
    sample,
  }),
  chip({
    name: 'host',
    description: 'The machine itself',
    bus: 'files',
    channels: { load: { class: 'LevelSensor', type: 'Meter', unit: '-' }, temperature: temperature() },
    pollMsMin: 1_000,
    pollMsDefault: 60_000,
    sample,
  }),
  chip({
    name: 'replay',
    description: 'A recording',
    bus: 'files',
    needsPath: true,
    channels: { value: { class: 'LevelSensor', type: 'Meter', unit: '-' } },
    watch,
  }),
  chip({
    name: 'servo',
    description: 'A level and a mode to set',
    bus: 'gpio-out',
    channels: {
      position: { class: 'LevelControl', type: 'Position', unit: 'deg', range: [0, 180] },
      mode: { class: 'EnumControl', type: 'FanMode', validValues: ['slow', 'fast'] },
    },
    drive,
  }),
  exec,
  modbus,
];

/** The drivers of the contract's sample and a few more. */
export const chips: ChipCatalog = Object.fromEntries(definitions.map(each => [each.name, async () => each]));

const types: Readonly<Record<string, readonly string[]>> = {
  BinarySensor: ['CarbonDioxideDetected', 'DoorOpen', 'MotionDetected', 'SmokeDetected', 'WindowOpen', 'WaterDetected'],
  LevelSensor: ['Concentration', 'Duration', 'Humidity', 'Luminance', 'Meter', 'Power', 'Speed', 'Temperature'],
  MultiLevelSensor: ['RGB', 'Location'],
  BinaryControl: ['Switch', 'Locked'],
  LevelControl: ['Intensity', 'Position'],
  EnumControl: ['FanMode', 'DoorMode'],
};

/** A small part of TR-181's words. */
export const vocabulary: Vocabulary = {
  typesOf: capabilityClass => types[capabilityClass] ?? [],
  units: ['-', '%', 'deg', 'degC', 'degF', 'K', 'lx', 'ppm', 'Pa', 'W', 'mps', 's'],
  deviceTypes: ['Alarm', 'Fan', 'HVAC', 'Meter', 'Sensor', 'Thermostat'],
  roles: ['Full Access', 'Read Only', 'Untrusted'],
  untrustedRole: 'Untrusted',
  parseFilter(text) {
    const [name = '', argument = ''] = text.split(' ');
    const known = ['median', 'delta', 'throttle'];
    if (!known.includes(name)) return { expected: known.join(', '), known };
    if (!/^\d/.test(argument)) return { expected: 'a number: "median 5"', known: [] };
    return { samples: name === 'throttle' ? 'any' : 'numbers' };
  },
};
