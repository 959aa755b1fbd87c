/**
 * How a chip is declared: one literal in drivers/chips, read by one interpreter (datamodel/iot).
 *
 * A literal says what the chip measures or drives (channels), on which bus it sits, and how to talk to it. It never
 * knows TR-181 beyond the class, type and unit of its channels.
 */
import type {
  Clock,
  Files,
  GpioLine,
  I2cBus,
  Log,
  ModbusLine,
  Program,
  Random,
  SerialPort,
  Stoppable,
} from './ports.ts';

/** The IoTCapability classes that a channel can be shown as (TR-181 IoTCapability.{i}.Class). */
export type CapabilityClass =
  | 'BinarySensor'
  | 'LevelSensor'
  | 'MultiLevelSensor'
  | 'EnumSensor'
  | 'BlobSensor'
  | 'BinaryControl'
  | 'LevelControl'
  | 'EnumControl';

/** A reading: boolean, number, numbers in the order of `valueNames`, a word, or bytes as base64 text. */
export type Reading = boolean | number | readonly number[] | string;

/** One quantity of a chip. */
export interface Channel {
  /** The class that it is shown as unless the configuration asks for another that fits. */
  class: CapabilityClass;
  /** A value of that class's Type enumeration in TR-181, exact spelling. */
  type: string;
  /** A value of TR-181's unit enumeration; absent for binary classes. */
  unit?: string;
  /** Smallest and largest plausible reading in `unit`; a reading outside is no reading. */
  range?: readonly [number, number];
  /** Step of the last meaningful digit, in `unit`; readings are rounded to it. */
  resolution?: number;
  /** MultiLevelSensor: names of the values, in order (ValueNames). */
  valueNames?: readonly string[];
  /** EnumSensor and EnumControl: ValidValues. */
  validValues?: readonly string[];
  /** A one-line description for people. */
  description?: string;
}

/** An option of a chip that the configuration may set, with its default; the type is that of the default. */
export interface OptionDefinition {
  default: string | number | boolean;
  /** For numbers: smallest and largest. */
  range?: readonly [number, number];
  /** For numbers: no fractions. */
  whole?: true;
  /** For strings: the allowed words. */
  oneOf?: readonly string[];
  description: string;
}

/** What a driver's functions are given. `port` is open. */
export interface DriverContext<Port> {
  port: Port;
  /** The configuration's `at`, as it was written; for a 'files' driver it is a path. */
  at: string;
  /** 7-bit address, for I2C; a Modbus device's address. */
  address: number;
  /** The configuration's options, defaults filled in. */
  options: Readonly<Record<string, string | number | boolean>>;
  /** The channels that capabilities are bound to: the others need neither be set up nor sampled. */
  channels: ReadonlySet<string>;
  /** Numbers that the driver keeps from one call to the next, by names of its own; empty after each opening. */
  memory: Map<string, number>;
  clock: Clock;
  random: Random;
  /** For what a person should know but no reading shows; once a cause, never once a sample. */
  log: Log;
  /** Resolves after `ms` of monotonic time. */
  sleep(ms: number): Promise<void>;
}

/** An option that does not go with a channel or with the other options. */
export interface Misfit {
  option: string;
  /** For people, as is what would go. */
  message: string;
  expected: string;
}

/** The port type behind each bus word. 'none' is a driver that needs only files (host, replay, sysfs). */
export interface Ports {
  i2c: I2cBus;
  'gpio-in': GpioLine;
  'gpio-out': GpioLine;
  serial: SerialPort;
  modbus: ModbusLine;
  program: Program;
  files: Files;
}

/**
 * A reading of one or more channels, by channel name. A channel that has none this time is absent; one that alone has
 * failed, while the others have theirs, has a DeviceError in its place.
 */
export type Readings = Readonly<Record<string, Reading | Error>>;

/**
 * A chip. At least one of `sample`, `watch` and `drive` is there: an input that is watched may also be sampled, and an
 * expander has both inputs and outputs.
 *
 * - `sample` is polled; it resolves to readings or rejects with a DeviceError.
 * - `watch` is told once and calls back with readings as they come; `lost` ends it and leads to a reopening.
 * - `drive` writes an actuator and resolves when the hardware has it; `readBack`, where there is one, tells what it has.
 */
export interface ChipDefinition<Bus extends keyof Ports = keyof Ports> {
  /** The configuration's `driver`. */
  name: string;
  /** One line for people: maker and part. */
  description: string;
  bus: Bus;
  /** 'files': the configuration must say which; absent, the driver knows where its files are. */
  needsPath?: boolean;
  /** I2C: the addresses that the part can have, the usual one first. */
  addresses?: readonly number[];
  options?: Readonly<Record<string, OptionDefinition>>;
  channels: Readonly<Record<string, Channel>>;
  /** What does not go together, for the configuration to say before anything is opened. */
  misfit?(channel: string, options: Readonly<Record<string, string | number | boolean>>): Misfit | undefined;
  /** The shortest sensible interval between two samples. */
  pollMsMin?: number;
  /** Poll interval when the configuration names none. */
  pollMsDefault?: number;
  /** Brings a freshly opened chip into a known state; run again after each reopening. */
  setUp?(context: DriverContext<Ports[Bus]>): Promise<void>;
  sample?(context: DriverContext<Ports[Bus]>): Promise<Readings>;
  watch?(
    context: DriverContext<Ports[Bus]>,
    readings: (readings: Readings) => void,
    lost: (error: Error) => void,
  ): Stoppable;
  drive?(context: DriverContext<Ports[Bus]>, channel: string, value: Reading): Promise<void>;
  readBack?(context: DriverContext<Ports[Bus]>, channel: string): Promise<Reading>;
}

/** Declares a chip: the identity function, for the compiler's sake. */
export function chip<Bus extends keyof Ports>(definition: ChipDefinition<Bus>): ChipDefinition<Bus> {
  return definition;
}

type ChannelPreset = (overrides?: Partial<Channel>) => Channel;

/** A preset is a function with defaults and overrides. */
function preset(defaults: Channel): ChannelPreset {
  return overrides => ({ ...defaults, ...overrides });
}

export const temperature = preset({
  class: 'LevelSensor',
  type: 'Temperature',
  unit: 'degC',
  range: [-40, 125],
  resolution: 0.01,
});
export const humidity = preset({
  class: 'LevelSensor',
  type: 'Humidity',
  unit: '%',
  range: [0, 100],
  resolution: 0.01,
});
export const pressure = preset({
  class: 'LevelSensor',
  type: 'Pressure',
  unit: 'Pa',
  range: [30_000, 110_000],
  resolution: 1,
});
/** Carbon dioxide in air; what is less than the outdoors has is no reading. */
export const carbonDioxide = preset({
  class: 'LevelSensor',
  type: 'Concentration',
  unit: 'ppm',
  range: [300, 10_000],
  resolution: 1,
});
export const distance = preset({
  class: 'LevelSensor',
  type: 'Distance',
  unit: 'm',
  range: [0, 100],
  resolution: 0.001,
});
export const volts = preset({ class: 'LevelSensor', type: 'Meter', unit: 'V', resolution: 0.001 });
export const binary = preset({ class: 'BinarySensor', type: 'MotionDetected' });
export const binarySwitch = preset({ class: 'BinaryControl', type: 'Switch' });
export const intensity = preset({
  class: 'LevelControl',
  type: 'Intensity',
  unit: '%',
  range: [0, 100],
  resolution: 0.1,
});
export const servo = preset({ class: 'LevelControl', type: 'Position', unit: 'deg', range: [0, 180], resolution: 1 });
