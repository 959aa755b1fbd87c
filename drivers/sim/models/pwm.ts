/** A model of the kernel's PWM class, from Documentation/ABI/testing/sysfs-class-pwm and drivers/pwm/sysfs.c, 6.1. */
import { DeviceError } from '../../errors.ts';
import type { SimFiles } from '../hardware.ts';

export class PwmModel {
  periodNs = 0;
  dutyNs = 0;
  isEnabled = false;
  readonly #files: SimFiles;
  readonly #controller: string;
  readonly #number: number;

  /** Output `number` of the controller `/sys/class/pwm/pwmchip0`, not exported yet. */
  constructor(files: SimFiles, controller: string, number: number) {
    this.#files = files;
    this.#controller = controller;
    this.#number = number;
    files.texts.set(`${controller}/npwm`, '2\n');
    files.onWrite.set(`${controller}/export`, text => this.#export(text));
  }

  get #at(): string {
    return `${this.#controller}/pwm${this.#number}`;
  }

  #export(text: string): void {
    if (Number(text) !== this.#number || this.#files.texts.has(`${this.#at}/period`)) throw this.#busy('export');
    this.#show();
    for (const name of ['period', 'duty_cycle', 'enable']) {
      this.#files.onWrite.set(`${this.#at}/${name}`, written => {
        this.#take(name, Number(written));
        this.#show();
      });
    }
  }

  /** The kernel refuses with EINVAL. */
  #take(name: string, value: number): void {
    const refusal = new DeviceError('io', `${this.#at}/${name}: invalid argument`);
    if (name === 'period' && (value < this.dutyNs || value <= 0)) throw refusal;
    if (name === 'duty_cycle' && value > this.periodNs) throw refusal;
    if (name === 'enable' && this.periodNs === 0) throw refusal;
    if (name === 'period') this.periodNs = value;
    if (name === 'duty_cycle') this.dutyNs = value;
    if (name === 'enable') this.isEnabled = value === 1;
  }

  #show(): void {
    this.#files.texts.set(`${this.#at}/period`, `${this.periodNs}\n`);
    this.#files.texts.set(`${this.#at}/duty_cycle`, `${this.dutyNs}\n`);
    this.#files.texts.set(`${this.#at}/enable`, this.isEnabled ? '1\n' : '0\n');
  }

  #busy(name: string): DeviceError {
    return new DeviceError('busy', `${this.#controller}/${name}: busy`);
  }
}
