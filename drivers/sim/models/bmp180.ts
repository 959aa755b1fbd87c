/**
 * A model of the Bosch BMP180 with the calibration of the datasheet's example (BST-BMP180-DS000, section 3.5); registers
 * and timing as in the Linux kernel's driver (drivers/iio/pressure/bmp280-core.c, 6.1). It holds raw values.
 */
import type { Clock } from '../../ports.ts';
import { ByteRegisters } from './registers.ts';

const calibration = [408, -72, -14_383, 32_741, 32_757, 23_153, 6190, 4, -32_768, -8711, 2868];
const conversionMs = 4.5;

export class Bmp180Model extends ByteRegisters {
  /** What the converter gives. */
  rawTemperature = 27_898;
  rawPressure = 23_843;
  readonly #clock: Clock;
  #busyUntilMs = 0;

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
    this.registers[0xd0] = 0x55;
    this.load(
      0xaa,
      calibration.flatMap(word => [(word >> 8) & 0xff, word & 0xff]),
    );
  }

  /** Before the conversion is over, the output still has the result of the last one. */
  protected override get(register: number): number {
    const isBusy = this.#clock.monotonicMs() < this.#busyUntilMs;
    const word = this.registers[0xf4]! === 0x2e ? this.rawTemperature : this.rawPressure;
    if (register === 0xf6) return isBusy ? 0x80 : word >> 8;
    if (register === 0xf7) return isBusy ? 0x00 : word & 0xff;
    return this.registers[register]!;
  }

  protected override put(register: number, value: number): void {
    if (register !== 0xf4) return;
    this.registers[register] = value & 0x1f ? value : 0;
    this.#busyUntilMs = this.#clock.monotonicMs() + conversionMs;
  }
}
