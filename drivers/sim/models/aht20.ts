/**
 * A model of the Aosong AHT20: commands, status bits and layout of the Linux driver (drivers/hwmon/aht10.c, 6.1), the
 * checksum of the AHT20's own datasheet.
 */
import { sensirionCrc } from '../../bytes.ts';
import type { Clock } from '../../ports.ts';
import type { I2cModel } from '../i2c.ts';

const measureMs = 80;

export class Aht20Model implements I2cModel {
  /** degC and %. */
  temperature = 21.5;
  humidity = 45;
  /** Some parts come up without; the driver must send for it. */
  isCalibrated = false;
  readonly #clock: Clock;
  #busyUntilMs = 0;
  #data = [0, 0, 0, 0, 0];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  write([command, ...rest]: Uint8Array): boolean {
    if (command === 0xba) this.isCalibrated = false;
    if (command === 0xbe && rest[0] === 0x08) this.isCalibrated = true;
    if (command === 0xac && rest[0] === 0x33) this.#measure();
    return true;
  }

  read(length: number): Uint8Array {
    const isBusy = this.#clock.monotonicMs() < this.#busyUntilMs;
    const bytes = [0x10 | (isBusy ? 0x80 : 0) | (this.isCalibrated ? 0x08 : 0), ...this.#data];
    return Uint8Array.from({ length }, (_, at) => bytes[at] ?? sensirionCrc(bytes));
  }

  #measure(): void {
    this.#busyUntilMs = this.#clock.monotonicMs() + measureMs;
    const raw = (value: number) => Math.min(0xfffff, Math.max(0, Math.round(value * 2 ** 20)));
    const [h, t] = [raw(this.humidity / 100), raw((this.temperature + 50) / 200)];
    this.#data = [h >> 12, (h >> 4) & 0xff, ((h & 0xf) << 4) | (t >> 16), (t >> 8) & 0xff, t & 0xff];
  }
}
