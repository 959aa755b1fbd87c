/** A model of the NXP PCF8574: one byte out, one byte in, as the Linux driver uses it (drivers/gpio/gpio-pcf857x.c, 6.1). */
import type { I2cModel } from '../i2c.ts';

export class Pcf8574Model implements I2cModel {
  /** Lines that something outside pulls low. */
  pulledLow = 0;
  /** What was written last; all ones after power-on. */
  latch = 0xff;

  write(bytes: Uint8Array): boolean {
    this.latch = bytes.at(-1) ?? this.latch;
    return true;
  }

  /** A line that is high is so weakly, and reads low when it is pulled. */
  read(length: number): Uint8Array {
    return new Uint8Array(length).fill(this.latch & ~this.pulledLow);
  }
}
