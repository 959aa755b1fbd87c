/** The devices of a real machine. Native packages are optional, and loaded when the first such bus is opened. */
import { DeviceError } from '../errors.ts';
import type { Clock, Files, GpioLine, GpioLineOptions, Hardware, I2cBus, KernelDrivers, SerialPort } from '../ports.ts';
import { hostFiles } from './files.ts';
import { type GpioPackage, openGpioLine } from './gpio.ts';
import { type EpollPackage, openCharacterDeviceLine } from './gpio-cdev.ts';
import { type CharacterDevice, type LineInfo, listChips, listLines } from './gpio-chips.ts';
import { chooseInterface, type GpioInterface } from './gpio-interface.ts';
import { ioctlOf, type KoffiPackage } from './gpio-ioctl.ts';
import { I2cBuses, type I2cPackage } from './i2c.ts';
import { HostKernelDrivers } from './kernel-drivers.ts';
import { Openings } from './openings.ts';
import { HostPrograms } from './program.ts';
import { openSerialPort, type SerialPackage } from './serial.ts';

export interface HardwareOptions {
  clock: Clock;
  /** How a package is loaded; tests bring their own. */
  loadPackage?: (name: string) => Promise<unknown>;
  /** Where sysfs is mounted. */
  sysfs?: string;
  /** Where the device files are. */
  devices?: string;
  /** How GPIO lines are reached. */
  gpio?: GpioInterface;
  /** The file that remembers devices without their kernel driver; absent: drivers are left alone. */
  taken?: string;
}

export class HostHardware implements Hardware {
  readonly files: Files = hostFiles;
  readonly programs: HostPrograms;
  readonly kernelDrivers?: KernelDrivers;
  readonly #clock: Clock;
  readonly #loadPackage: (name: string) => Promise<unknown>;
  readonly #sysfs: string;
  readonly #devices: string;
  readonly #gpio: GpioInterface;
  readonly #i2c: I2cBuses;
  readonly #openings: Openings;

  constructor(options: HardwareOptions) {
    this.#clock = options.clock;
    this.#loadPackage = options.loadPackage ?? (name => import(name));
    this.#sysfs = options.sysfs ?? '/sys';
    this.#devices = options.devices ?? '/dev';
    this.#gpio = options.gpio ?? 'auto';
    this.#openings = new Openings(options.clock);
    this.#i2c = new I2cBuses(options.clock);
    this.programs = new HostPrograms(options.clock);
    if (options.taken !== undefined) this.kernelDrivers = new HostKernelDrivers(options.clock, options.taken);
  }

  async openI2c(bus: string): Promise<I2cBus> {
    return this.#i2c.open(bus, await this.#load<I2cPackage>('i2c-bus'));
  }

  openGpio(line: string, options: GpioLineOptions): Promise<GpioLine> {
    return this.#openings.open(line, () => this.#openGpio(line, options));
  }

  async #openGpio(line: string, options: GpioLineOptions): Promise<GpioLine> {
    if ((await chooseInterface(this.#gpio, this.#sysfs, line, options)) === 'sysfs')
      return openGpioLine(this.#sysfs, line, options, () => this.#load<GpioPackage>('onoff'));
    const ioctl = ioctlOf(await this.#load<KoffiPackage>('koffi'));
    return openCharacterDeviceLine(this.#devices, line, options, ioctl, () => this.#load<EpollPackage>('epoll'));
  }

  /** All GPIO chips with their lines, for a person who looks for one. */
  async listGpio(): Promise<{ chip: CharacterDevice; lines: LineInfo[] }[]> {
    const ioctl = ioctlOf(await this.#load<KoffiPackage>('koffi'));
    const chips = await listChips(this.#devices, ioctl);
    return Promise.all(chips.map(async chip => ({ chip, lines: await listLines(chip, ioctl) })));
  }

  openSerial(port: string): Promise<SerialPort> {
    const load = () => this.#load<SerialPackage>('serialport');
    return this.#openings.open(port, () => openSerialPort(port, this.#clock, load));
  }

  /** The exports of a package, CommonJS or ESM. Rejects with 'unsupported' and the remedy. */
  async #load<Package>(name: string): Promise<Package> {
    try {
      const exports = (await this.#loadPackage(name)) as { default?: Package };
      return exports.default ?? (exports as Package);
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      const isAbsent = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
      const trouble = isAbsent ? 'is not installed' : `does not load (${message})`;
      // What has to be compiled may be another package's, behind this one.
      const remedy = isAbsent ? `npm install ${name}` : 'npm rebuild';
      throw new DeviceError('unsupported', `the package ${name} ${trouble}; remedy: ${remedy}`);
    }
  }
}
