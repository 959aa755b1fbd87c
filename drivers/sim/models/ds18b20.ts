/** A model of a DS18B20 behind the kernel's 1-wire driver (drivers/w1/slaves/w1_therm.c, 6.1): its file w1_slave. */
import { oneWireCrc } from '../../bytes.ts';
import type { SimFiles } from '../hardware.ts';

/** Alarm limits as they come from the factory, then the configuration (12 bits), and the last reserved bytes. */
const factoryAlarms = [0x4b, 0x46];
const config = [0x7f, 0xff];
const reservedAfterPowerOn = 0x0c;
const lastReserved = 0x10;

export class Ds18b20Model {
  readonly #files: SimFiles;
  readonly #path: string;
  readonly #alarms: readonly number[];
  readonly #reserved: number | undefined;

  /**
   * `at`: `/sys/bus/w1/devices/28-0316a2798bff`. It is at 85 degC, and has not measured yet. `reserved`: byte 6 of a copy of
   * the part that leaves it as it is.
   */
  constructor(files: SimFiles, at: string, alarms: readonly number[] = factoryAlarms, reserved?: number) {
    this.#files = files;
    this.#path = `${at}/w1_slave`;
    this.#alarms = alarms;
    this.#reserved = reserved;
    this.powerOn();
  }

  /** The supply has failed for a moment, and no conversion has ended since. */
  powerOn(): void {
    this.#show([0x50, 0x05], reservedAfterPowerOn, 85_000);
  }

  /** A conversion has ended, in sixteenths of a degree. */
  set temperature(celsius: number) {
    const raw = Math.round(celsius * 16);
    this.#show([raw & 0xff, (raw >> 8) & 0xff], this.#reserved ?? 0x10 - (raw & 0xf), Math.trunc((raw * 1000) / 16));
  }

  /** It does not answer. */
  silence(): void {
    this.#files.texts.set(this.#path, '');
  }

  #show(word: readonly number[], reserved: number, milli: number): void {
    const bytes = [...word, ...this.#alarms, ...config, reserved, lastReserved];
    const hex = [...bytes, oneWireCrc(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join(' ');
    this.#files.texts.set(this.#path, `${hex} : crc=${hex.slice(-2)} YES\n${hex} t=${milli}\n`);
  }
}
