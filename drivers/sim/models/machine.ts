/** The files in which Linux tells of a machine: proc(5), and Documentation/driver-api/thermal/sysfs-api.rst of Linux 6.1. */
import type { SimFiles } from '../hardware.ts';

const totalKib = 948_304;

export class MachineModel {
  readonly #files: SimFiles;

  constructor(files: SimFiles) {
    this.#files = files;
    this.#show('/sys/class/thermal/thermal_zone0/type', 'cpu-thermal');
    this.load = 0.2;
    this.memory = 25;
    this.uptime = 0;
    this.temperature = 48;
  }

  /** Over one minute. */
  set load(load: number) {
    this.#show('/proc/loadavg', `${load.toFixed(2)} 0.10 0.05 1/120 4711`);
  }

  /** In use, in %. */
  set memory(percent: number) {
    const available = Math.round(totalKib * (1 - percent / 100));
    this.#show('/proc/meminfo', `MemTotal: ${totalKib} kB\nMemFree: ${available} kB\nMemAvailable: ${available} kB`);
  }

  /** s. */
  set uptime(seconds: number) {
    this.#show('/proc/uptime', `${seconds.toFixed(2)} ${(3.8 * seconds).toFixed(2)}`);
  }

  /** Of the processor, in degC. */
  set temperature(celsius: number) {
    this.#show('/sys/class/thermal/thermal_zone0/temp', String(Math.round(celsius * 1000)));
  }

  #show(path: string, text: string): void {
    this.#files.texts.set(path, `${text}\n`);
  }
}
