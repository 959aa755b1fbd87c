/** What stands in for a device: a model at its place, what of it moves, and what can go wrong with it. */
import type { Clock } from '../ports.ts';
import type { SimHardware } from './hardware.ts';

/** A channel in use, as the configuration has it. */
export interface ChannelPlan {
  /** The smallest and the largest value that it can have; absent: any. */
  range?: readonly [number, number] | undefined;
  /** Values that somebody waits for, thresholds say: what moves goes beyond each now and then. */
  crossings: readonly number[];
  /** Of a channel of words: those that there are. */
  words?: readonly string[] | undefined;
}

/** A device that the configuration names. */
export interface DevicePlan {
  driver: string;
  /** "i2c-1:0x44", "pin 11", a path. */
  at: string;
  /** What the port is opened by: "i2c-1". Empty for a driver of files. */
  port: string;
  /** 7-bit address for I2C. */
  address: number;
  options: Readonly<Record<string, string | number | boolean>>;
  /** The channels in use, by name. */
  channels: ReadonlyMap<string, ChannelPlan>;
}

/** What the surroundings do to one channel, in its unit. */
export type Motion =
  | { kind: 'wave'; band: readonly [number, number]; set(value: number): void }
  | { kind: 'contact'; everyMs: number; forMs: number; set(isActive: boolean): void }
  | { kind: 'words'; choices: readonly string[]; set(word: string): void };

/** What can go wrong, each for people. */
export const faultKinds = {
  unplug: 'the bus, the line, the port or the file is gone',
  silent: 'nobody answers',
  busy: 'another program holds it',
  crc: 'one bit of each answer is turned: a wrong checksum where the chip has one',
  hang: 'no transfer ends before its deadline',
  late: 'each answer takes half a second or more: right on I2C, too late on a port and on Modbus',
  exception: 'a Modbus device answers with an exception, that it has failed',
  frozen: 'the value stands still',
  chatter: 'an input goes on and off, ten edges a second',
  'brown-out': 'the chip has lost its supply, and what it was told',
  'other-chip': 'another chip is at the address: a BMP280 where a BME280 should be',
} as const;

export type FaultKind = keyof typeof faultKinds;

/** Begins a fault, and ends it. */
export interface Switch {
  begin(): void;
  end(): void;
}

export type Faults = Partial<Record<FaultKind, Switch>>;

export interface SimDevice {
  /** For people: "the registers of a BME280". */
  model: string;
  /** By channel. */
  motions?: Readonly<Record<string, Motion>>;
  /** Called once a second, for a device that speaks by itself. */
  speak?(elapsedMs: number): void;
  faults: Faults;
}

/** Makes the model of a device, and puts it into its place. */
export type StandIn = (plan: DevicePlan, hardware: SimHardware, clock: Clock) => SimDevice;
