/** A model of the Sensirion SHT4x: commands and conversion of the Linux driver (drivers/hwmon/sht4x.c, 6.1), serial number of the datasheet. */
import { type Reaction, SensirionModel, share } from './sensirion.ts';

const highPrecisionMs = 8.3;
const resetMs = 1;
const serialNumber = [0x0f1a, 0x2b3c];

export class Sht4xModel extends SensirionModel {
  /** degC and %. */
  temperature = 21.5;
  humidity = 45;

  protected react(command: number): Reaction | undefined {
    if (command === 0xfd) {
      return { ms: highPrecisionMs, words: [share((this.temperature + 45) / 175), share((this.humidity + 6) / 125)] };
    }
    if (command === 0x89) return { ms: 10, words: serialNumber };
    return command === 0x94 ? { ms: resetMs } : undefined;
  }
}
