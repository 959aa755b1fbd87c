/** A model of the NXP PCA9685: registers and their meaning as in the Linux driver (drivers/pwm/pwm-pca9685.c, 6.1). */
import { ByteRegisters } from './registers.ts';

const mode1 = 0x00;
/** The three sub-addresses and the address of all, shifted by one (datasheet, section 7.3). */
const otherAddresses = [0xe2, 0xe4, 0xe8, 0xe0];
const prescale = 0xfe;
const firstOutput = 0x06;
const ticks = 4096;

export class Pca9685Model extends ByteRegisters {
  constructor() {
    super();
    this.brownOut();
  }

  /** The supply fails for a moment. Afterwards it sleeps, at 200 Hz, and all outputs are off. */
  brownOut(): void {
    this.registers.fill(0);
    this.load(mode1, [0x11, 0x04, ...otherAddresses]);
    this.registers[prescale] = 0x1e;
    for (let output = 0; output < 16; output++) this.registers[firstOutput + 4 * output + 3] = 0x10;
  }

  get hertz(): number {
    return 25e6 / ticks / (this.registers[prescale]! + 1);
  }

  /** Share of the time that an output is on. Asleep, none is. */
  duty(output: number): number {
    const [onLow = 0, onHigh = 0, offLow = 0, offHigh = 0] = this.registers.subarray(firstOutput + 4 * output);
    if (this.registers[mode1]! & 0x10 || offHigh & 0x10) return 0;
    if (onHigh & 0x10) return 1;
    return (((offLow | (offHigh << 8)) - (onLow | (onHigh << 8))) & (ticks - 1)) / ticks;
  }

  /** The length of an output's pulse in microseconds. */
  pulseUs(output: number): number {
    return (this.duty(output) * 1e6) / this.hertz;
  }

  /** The divider takes nothing while the chip is awake. */
  protected override put(register: number, value: number): void {
    if (register === prescale && !(this.registers[mode1]! & 0x10)) return;
    this.registers[register] = register === prescale ? Math.max(3, value) : value;
  }
}
