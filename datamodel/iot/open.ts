/** Opening a device: the port behind the chip's bus, and the context that its driver is given. */

import type { ChipDefinition, DriverContext, Ports } from '../../drivers/define.ts';
import type { Clock, GpioLineOptions, Hardware, Log, ModbusLines, Random } from '../../drivers/ports.ts';
import { DeviceFailure } from './errors.ts';

/** What the engine needs of the world. */
export interface Outside {
  hardware: Hardware;
  modbus: ModbusLines;
  clock: Clock;
  random: Random;
  log: Log;
}

/** Where a device is. */
export interface Place {
  /** The configuration's `at`: "i2c-1:0x44". For the log, and the path of a 'files' driver. May be empty. */
  at: string;
  /**
   * What the port is opened by: "i2c-1", "pin 11", "/dev/serial/by-id/...:9600,8N1", a command and its arguments as JSON.
   * Not used by 'files'.
   */
  port: string;
  /** 7-bit address for I2C, that of a Modbus device; 0 elsewhere. */
  address: number;
}

/** A physical device: what it is, where it is, and its options. */
export interface DeviceSpec {
  chip: ChipDefinition;
  place: Place;
  /** The configuration's options, defaults filled in. Of a GPIO driver's, `activeLow` and `bias` are the port's. */
  options: Readonly<Record<string, string | number | boolean>>;
}

/** An open device. */
export interface Link {
  /** Its driver, whose functions are called with the context. */
  chip: ChipDefinition;
  context: DriverContext<Ports[keyof Ports]>;
  /** Resolves to the reason once the port is gone, where the port tells. */
  lost?: Promise<Error> | undefined;
  close(): Promise<void>;
}

/** What is opened for whom. */
export interface Opening {
  spec: DeviceSpec;
  /** The channels in use. */
  channels: ReadonlySet<string>;
  /** The level of a GPIO output from its first moment. */
  initial: boolean;
}

/** Opens the port. Rejects with a DeviceError. */
export async function openLink({ spec, channels, initial }: Opening, outside: Outside): Promise<Link> {
  const { clock, random, log } = outside;
  const { at, address } = spec.place;
  const { port, lost, close } = await openPort(spec, outside, initial);
  const sleep = (ms: number) => new Promise<void>(resolve => void clock.after(ms, resolve));
  const { chip, options } = spec;
  const context = { port, at, address, options, channels, memory: new Map(), clock, random, log, sleep };
  return { chip, context, lost, close };
}

interface OpenPort {
  port: Ports[keyof Ports];
  lost?: Promise<Error>;
  close(): Promise<void>;
}

async function openPort(spec: DeviceSpec, { hardware, modbus }: Outside, initial: boolean): Promise<OpenPort> {
  const { bus } = spec.chip;
  if (bus === 'files') return { port: hardware.files, close: async () => {} };
  if (bus === 'modbus') {
    const line = await modbus.open(spec.place.port);
    return { port: line, lost: line.lost, close: () => line.close() };
  }
  if (bus === 'program') {
    const program = hardware.programs?.open(JSON.parse(spec.place.port));
    if (!program) throw new DeviceFailure('unsupported', 'there are no programs here');
    return { port: program, close: () => program.close() };
  }
  const port = await openClosable(bus, spec, hardware, initial);
  return { port, close: () => port.close() };
}

type Closable = Exclude<keyof Ports, 'files' | 'modbus' | 'program'>;

function openClosable(bus: Closable, spec: DeviceSpec, hardware: Hardware, initial: boolean) {
  const { port } = spec.place;
  switch (bus) {
    case 'i2c':
      return hardware.openI2c(port);
    case 'serial':
      return hardware.openSerial(port);
    case 'gpio-in':
      return hardware.openGpio(port, { ...lineOptions(spec), direction: 'in' });
    case 'gpio-out':
      return hardware.openGpio(port, { ...lineOptions(spec), direction: 'out', initial });
  }
}

function lineOptions({ options }: DeviceSpec): Omit<GpioLineOptions, 'direction' | 'initial'> {
  const { activeLow, bias, debounceMs } = options;
  const lines = { activeLow: activeLow === true, ...(typeof debounceMs === 'number' ? { debounceMs } : {}) };
  return bias === 'pull-up' || bias === 'pull-down' || bias === 'none' ? { ...lines, bias } : lines;
}
