/** What stands in for what is at GPIO lines and serial ports. */
import { lineFaults, portFaults } from '../faults.ts';
import { MhZ19Model } from '../models/mh-z19.ts';
import { NmeaModel } from '../models/nmea.ts';
import { Pms5003Model } from '../models/pms5003.ts';
import type { StandIn } from '../stand-in.ts';
import { contact, wave } from './motions.ts';

function input(model: string, times?: { everyMs: number; forMs: number }): StandIn {
  return ({ port, options }, hardware, clock) => {
    const line = hardware.gpio(port);
    const activeLow = options.activeLow === true;
    line.setWire(activeLow);
    const motion = contact(isActive => line.setWire(isActive !== activeLow), times);
    return { model, motions: { level: motion }, faults: lineFaults(line, 'in', clock) };
  };
}

const output: StandIn = ({ port }, hardware, clock) => {
  return { model: 'a line that takes what it is given', faults: lineFaults(hardware.gpio(port), 'out', clock) };
};

export const lineStandIns: Readonly<Record<string, StandIn>> = {
  button: input('a line with a button'),
  'gpio-input': input('a line with a contact'),
  'gpio-output': output,
  pir: input('a line that somebody passes', { everyMs: 40_000, forMs: 4_000 }),
  'pulse-counter': input('a line with a pulse a second', { everyMs: 1_000, forMs: 500 }),
  reed: input('a line with a contact'),
  relay: output,
};

export const serialStandIns: Readonly<Record<string, StandIn>> = {
  'mh-z19': ({ port }, hardware, clock) => {
    const line = hardware.serial(port);
    const model = new MhZ19Model(line);
    const co2 = wave(450, 1400, ppm => {
      model.co2 = Math.round(ppm);
    });
    return { model: 'the answers of an MH-Z19B', motions: { co2 }, faults: portFaults(line, clock) };
  },
  pms5003: ({ port }, hardware, clock) => {
    const line = hardware.serial(port);
    const model = new Pms5003Model(line);
    const particles = (name: 'pm1' | 'pm25' | 'pm10', low: number, high: number) =>
      wave(low, high, value => {
        model[name] = Math.round(value);
      });
    return {
      model: 'the frames of a PMS5003',
      motions: { pm1: particles('pm1', 2, 20), pm25: particles('pm25', 5, 45), pm10: particles('pm10', 8, 70) },
      speak: () => model.speak(),
      faults: portFaults(line, clock),
    };
  },
  'serial-nmea': ({ port }, hardware, clock) => {
    const line = hardware.serial(port);
    const model = new NmeaModel(line);
    const moves = (name: 'latitude' | 'longitude' | 'altitude' | 'speed', low: number, high: number) =>
      wave(low, high, value => {
        model[name] = value;
      });
    return {
      model: 'the sentences of a receiver',
      motions: {
        latitude: moves('latitude', 48.11, 48.12),
        longitude: moves('longitude', 11.51, 11.52),
        altitude: moves('altitude', 540, 550),
        speed: moves('speed', 0, 3),
      },
      speak: elapsedMs => model.speak(elapsedMs / 1000),
      faults: portFaults(line, clock),
    };
  },
};
