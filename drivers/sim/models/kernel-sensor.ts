/**
 * Devices of the kernel's hwmon and iio classes as directories of files, by Documentation/hwmon/sysfs-interface.rst and
 * Documentation/ABI/testing/sysfs-bus-iio of Linux 6.1: each file is one number, in the kernel's units.
 */
import type { SimFiles } from '../hardware.ts';

export class KernelSensorModel {
  readonly #files: SimFiles;
  readonly #directory: string;

  /** A device at `directory`, which says its `name`. */
  constructor(files: SimFiles, directory: string, name: string) {
    this.#files = files;
    this.#directory = directory.replace(/\/+$/, '');
    this.show('name', name);
  }

  /** Puts a word into a file of the device, or a number with so many decimals. */
  show(file: string, value: number | string, decimals = 0): void {
    const text = typeof value === 'string' ? value : value.toFixed(decimals);
    this.#files.texts.set(`${this.#directory}/${file}`, `${text}\n`);
  }
}
