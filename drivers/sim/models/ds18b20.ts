/** A model of a DS18B20 behind the kernel's 1-wire driver (drivers/w1/slaves/w1_therm.c, 6.1): its file w1_slave. */
import { oneWireCrc } from '../../bytes.ts';
import type { SimFiles } from '../hardware.ts';

/** Alarm limits and configuration (12 bits) as they come from the factory, and the last reserved bytes. */
const alarmsAndConfig = [0x4b, 0x46, 0x7f, 0xff];
const lastReserved = 0x10;

export class Ds18b20Model {
  readonly #files: SimFiles;
  readonly #path: string;

  /** `at`: `/sys/bus/w1/devices/28-0316a2798bff`. It is at 85 degC, and has not measured yet. */
  constructor(files: SimFiles, at: string) {
    this.#files = files;
    this.#path = `${at}/w1_slave`;
    this.powerOn();
  }

  /** The supply has failed for a moment, and no conversion has ended since. */
  powerOn(): void {
    this.#show([0x50, 0x05, ...alarmsAndConfig, 0x0c, lastReserved], 85_000);
  }

  /** A conversion has ended, in sixteenths of a degree. */
  set temperature(celsius: number) {
    const raw = Math.round(celsius * 16);
    const bytes = [raw & 0xff, (raw >> 8) & 0xff, ...alarmsAndConfig, 0x10 - (raw & 0xf), lastReserved];
    this.#show(bytes, Math.trunc((raw * 1000) / 16));
  }

  /** It does not answer. */
  silence(): void {
    this.#files.texts.set(this.#path, '');
  }

  #show(bytes: readonly number[], milli: number): void {
    const hex = [...bytes, oneWireCrc(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join(' ');
    this.#files.texts.set(this.#path, `${hex} : crc=${hex.slice(-2)} YES\n${hex} t=${milli}\n`);
  }
}
