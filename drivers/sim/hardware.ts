/** A machine that exists only here. What a test or the demo has not made with i2c(), gpio() or serial() is missing. */
import { DeviceError } from '../errors.ts';
import type { Clock, Files, GpioLine, GpioLineOptions, Hardware, I2cBus, SerialPort } from '../ports.ts';
import { SimGpioLine } from './gpio.ts';
import { SimI2cBus } from './i2c.ts';
import { SimSerialPort } from './serial.ts';

/** Files by path. Directories are there when something is in them. */
export class SimFiles implements Files {
  readonly texts = new Map<string, string>();
  /** What reading a file fails with, by its path. */
  readonly failures = new Map<string, DeviceError>();
  /**
   * What happens to who reads or writes a file, or one below a directory, by its path: the text as it is taken, a
   * DeviceError, or nothing for long.
   */
  readonly disturbances = new Map<string, (text: string, path: string) => string | Promise<string>>();
  /** Files that do something when they are written, as those of sysfs do; else the text is kept. */
  readonly onWrite = new Map<string, (text: string) => void>();

  async readText(path: string): Promise<string> {
    const failure = this.failures.get(path);
    if (failure) throw failure;
    const text = this.texts.get(path);
    if (text === undefined) throw new DeviceError('missing', `${path}: no such file`);
    return this.#disturbed(path, text);
  }

  async writeText(path: string, text: string): Promise<void> {
    await this.#disturbed(path, text);
    const onWrite = this.onWrite.get(path);
    if (onWrite) return onWrite(text);
    if (!this.texts.has(path)) throw new DeviceError('missing', `${path}: no such file`);
    this.texts.set(path, text);
  }

  async #disturbed(path: string, text: string): Promise<string> {
    if (this.disturbances.size === 0) return text;
    for (const [place, disturb] of this.disturbances) {
      if (path === place || path.startsWith(`${place}/`)) return disturb(text, path);
    }
    return text;
  }

  async list(directory: string): Promise<string[]> {
    const prefix = `${directory}/`;
    const below = [...this.texts.keys()].filter(path => path.startsWith(prefix));
    if (below.length === 0) throw new DeviceError('missing', `${directory}: no such directory`);
    return [...new Set(below.map(path => path.slice(prefix.length).split('/')[0]!))].sort();
  }
}

export class SimHardware implements Hardware {
  readonly files = new SimFiles();
  /** There are none until something stands in for them. */
  programs?: NonNullable<Hardware['programs']>;
  readonly #clock: Clock;
  readonly #i2c = new Map<string, SimI2cBus>();
  readonly #gpio = new Map<string, SimGpioLine>();
  readonly #serial = new Map<string, SimSerialPort>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The bus "i2c-1", made at the first call. */
  i2c(bus: string): SimI2cBus {
    return made(this.#i2c, bus, () => new SimI2cBus(bus, this.#clock));
  }

  /** The line "pin 11", made at the first call; a line has but one name here. */
  gpio(line: string): SimGpioLine {
    return made(this.#gpio, line, () => new SimGpioLine(line));
  }

  /** The port "/dev/ttyUSB0:9600,8N1", made at the first call. */
  serial(port: string): SimSerialPort {
    return made(this.#serial, port, () => new SimSerialPort(port));
  }

  async openI2c(bus: string): Promise<I2cBus> {
    return there(this.#i2c, bus).open();
  }

  async openGpio(line: string, options: GpioLineOptions): Promise<GpioLine> {
    return there(this.#gpio, line).open(options);
  }

  async openSerial(port: string): Promise<SerialPort> {
    return there(this.#serial, port).open();
  }
}

function made<Device>(devices: Map<string, Device>, name: string, make: () => Device): Device {
  const device = devices.get(name) ?? make();
  devices.set(name, device);
  return device;
}

function there<Device>(devices: Map<string, Device>, name: string): Device {
  const device = devices.get(name);
  if (!device) throw new DeviceError('missing', `${name}: not there`);
  return device;
}
