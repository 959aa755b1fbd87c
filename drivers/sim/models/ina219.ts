/** A model of the Texas Instruments INA219: registers and scales of the Linux driver (drivers/hwmon/ina2xx.c, 6.1). */
import { signed } from '../../bytes.ts';
import { WordRegisters } from './registers.ts';

const configDefault = 0x399f;

export class Ina219Model extends WordRegisters {
  /** V between load and ground, V across the shunt. */
  bus = 11.98;
  shunt = 0.02;

  constructor() {
    super('high byte first');
    this.words.set(0, configDefault);
  }

  protected override get(register: number): number {
    const shunt = Math.max(-32_000, Math.min(32_000, Math.round(this.shunt / 10e-6)));
    const busCounts = Math.round(this.bus / 4e-3);
    const current = (shunt * super.get(5)) >> 12;
    if (register === 1) return shunt & 0xffff;
    // Bit 1: a conversion is ready; as in the datasheet's example, where the register has 5D98h.
    if (register === 2) return busCounts << 3;
    if (register === 3) return Math.floor((current * busCounts) / 5000) & 0xffff;
    if (register === 4) return current & 0xffff;
    return super.get(register);
  }

  protected override put(register: number, value: number): void {
    if (register === 0 && value & 0x8000) {
      this.words.clear();
      this.words.set(0, configDefault);
    } else if (register === 0 || register === 5) this.words.set(register, value);
  }

  /** Of the current register, in counts. */
  get current(): number {
    return signed(this.get(4), 16);
  }
}
