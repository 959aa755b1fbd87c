/**
 * Every I2C chip that the agent knows, each on its register-level model: what it shows at first, and what it shows once
 * the world around it has changed. Where a maker or another implementation has a worked example, the first is that.
 */
import type { Clock } from '../../../drivers/ports.ts';
import type { I2cModel } from '../../../drivers/sim/i2c.ts';
import { Ads1115Model } from '../../../drivers/sim/models/ads1115.ts';
import { Aht20Model } from '../../../drivers/sim/models/aht20.ts';
import { Bh1750Model } from '../../../drivers/sim/models/bh1750.ts';
import { Bme280Model } from '../../../drivers/sim/models/bme280.ts';
import { Bmp180Model, compensate } from '../../../drivers/sim/models/bmp180.ts';
import { Ccs811Model } from '../../../drivers/sim/models/ccs811.ts';
import { Ina219Model } from '../../../drivers/sim/models/ina219.ts';
import { Lm75Model } from '../../../drivers/sim/models/lm75.ts';
import { Mcp23017Model } from '../../../drivers/sim/models/mcp23017.ts';
import { Pcf8574Model } from '../../../drivers/sim/models/pcf8574.ts';
import { Scd4xModel } from '../../../drivers/sim/models/scd4x.ts';
import { Scd30Model } from '../../../drivers/sim/models/scd30.ts';
import { Sgp40Model } from '../../../drivers/sim/models/sgp40.ts';
import { Sht4xModel } from '../../../drivers/sim/models/sht4x.ts';
import { Sht31Model } from '../../../drivers/sim/models/sht31.ts';
import { Veml7700Model } from '../../../drivers/sim/models/veml7700.ts';

export interface ChipCase {
  driver: string;
  channel: string;
  /** Two buses, because the Bosch chips share two addresses. */
  bus: 'i2c-1' | 'i2c-2';
  address: number;
  /** The chip as it is at first. */
  make(clock: Clock): I2cModel;
  /** Changes the world around the chip. */
  change(model: I2cModel): void;
  /** The channel's value before and after. */
  values: readonly [number | boolean, number | boolean];
  /** How far a number may be off: the model's own rounding. */
  within?: number;
  /**
   * Of a chip that is nothing but registers, those that the driver reads: first and number of bytes. Memory alone can
   * stand for such a chip.
   */
  registers?: readonly (readonly [first: number, bytes: number])[];
  /** Of those, one that the chip sets itself after a reset: whatever is written, it keeps what it has. */
  held?: number;
  /** Of a chip without registers that is one byte to its reader: memory with that byte everywhere can stand for it. */
  isOneByte?: true;
  /** What makes it measure again, of a chip that the driver puts to sleep. */
  wake?: readonly number[];
}

/** A model with `at first` set into it. */
function showing<Model extends I2cModel>(
  Make: new (clock: Clock) => Model,
  first: Partial<Model>,
  then: Partial<Model>,
): Pick<ChipCase, 'make' | 'change'> {
  return { make: clock => Object.assign(new Make(clock), first), change: model => void Object.assign(model, then) };
}

const boschRegisters = [
  [0x88, 26],
  [0xd0, 1],
  [0xe1, 7],
  [0xf3, 1],
  [0xf7, 8],
] as const;

export const sensors: readonly ChipCase[] = [
  {
    ...{ driver: 'ads1115', channel: 'a0', bus: 'i2c-1', address: 0x48 },
    ...showing(Ads1115Model, { volts: [1.25, 0, 0, 0] }, { volts: [3.3, 0, 0, 0] }),
    ...{ values: [1.25, 3.3], within: 2e-4 },
    registers: [
      [0, 2],
      [1, 2],
    ],
  },
  {
    ...{ driver: 'aht20', channel: 'temperature', bus: 'i2c-1', address: 0x38 },
    ...showing(Aht20Model, { temperature: 21.5 }, { temperature: -10 }),
    ...{ values: [21.5, -10], within: 0.01 },
  },
  {
    // ROHM's technical note: 8390h is 28067 lx.
    ...{ driver: 'bh1750', channel: 'light', bus: 'i2c-1', address: 0x23 },
    ...showing(Bh1750Model, { light: 28_067 }, { light: 320 }),
    ...{ values: [28_067, 320], within: 1 },
  },
  {
    ...{ driver: 'bme280', channel: 'humidity', bus: 'i2c-1', address: 0x76 },
    ...showing(Bme280Model, { humidity: 45 }, { humidity: 60 }),
    ...{ values: [45, 60], within: 0.05 },
    registers: boschRegisters,
  },
  {
    // BST-BMP180-DS000, section 3.5: 15.0 degC. The second is the Linux driver's formula.
    ...{ driver: 'bmp180', channel: 'temperature', bus: 'i2c-1', address: 0x77 },
    ...showing(
      Bmp180Model,
      { rawTemperature: 27_898, rawPressure: 27_898 },
      { rawTemperature: 29_000, rawPressure: 29_000 },
    ),
    ...{ values: [15, compensate(29_000, 29_000).tenths / 10], within: 0.01 },
    registers: [
      [0xaa, 22],
      [0xd0, 1],
      [0xf6, 2],
    ],
  },
  {
    // BST-BMP280-DS001, section 3.12: 25.08 degC.
    ...{ driver: 'bmp280', channel: 'temperature', bus: 'i2c-2', address: 0x76 },
    make: clock => Object.assign(new Bme280Model(clock, 'BMP280'), { temperature: 25.08, pressure: 100_653 }),
    change: model => void Object.assign(model, { temperature: 30 }),
    ...{ values: [25.08, 30], within: 0.011 },
    registers: boschRegisters,
  },
  {
    ...{ driver: 'ccs811', channel: 'co2', bus: 'i2c-1', address: 0x5a },
    ...showing(Ccs811Model, { co2: 1234 }, { co2: 800 }),
    values: [1234, 800],
    registers: [
      [0x00, 1],
      [0x02, 6],
      [0x20, 1],
    ],
  },
  {
    // SBOS448G, section 8.5.1: 11.98 V.
    ...{ driver: 'ina219', channel: 'voltage', bus: 'i2c-1', address: 0x40 },
    ...showing(Ina219Model, { bus: 11.98 }, { bus: 5 }),
    ...{ values: [11.98, 5], within: 0.004 },
    registers: [
      [0, 2],
      [1, 2],
      [2, 2],
    ],
    held: 0,
  },
  ...(['LM75', 'TMP105'] as const).map(
    (part, at): ChipCase => ({
      ...{ driver: part.toLowerCase(), channel: 'temperature', bus: 'i2c-1', address: 0x49 + at },
      make: clock => Object.assign(new Lm75Model(clock, part), { temperature: 21.5 }),
      change: model => void Object.assign(model, { temperature: -7.5 }),
      values: [21.5, -7.5],
      registers: [
        [0, 2],
        [1, 1],
        [2, 2],
        [3, 2],
      ],
    }),
  ),
  {
    ...{ driver: 'mcp23017', channel: 'in-a0', bus: 'i2c-1', address: 0x20 },
    ...showing(Mcp23017Model, { outside: [false] }, { outside: [true] }),
    values: [false, true],
    registers: [[0x12, 2]],
  },
  {
    ...{ driver: 'pcf8574', channel: 'in-p0', bus: 'i2c-1', address: 0x27 },
    ...showing(Pcf8574Model, { pulledLow: 0 }, { pulledLow: 1 }),
    values: [false, true],
    isOneByte: true,
  },
  {
    // Sensirion's SCD30 interface description: 439.1 ppm.
    ...{ driver: 'scd30', channel: 'co2', bus: 'i2c-1', address: 0x61 },
    ...showing(Scd30Model, { co2: 439.1 }, { co2: 1200 }),
    ...{ values: [439.1, 1200], within: 0.5 },
  },
  {
    // Sensirion's SCD4x datasheet: 500 ppm.
    ...{ driver: 'scd4x', channel: 'co2', bus: 'i2c-1', address: 0x62 },
    ...showing(Scd4xModel, { co2: 500 }, { co2: 800 }),
    values: [500, 800],
  },
  {
    ...{ driver: 'sgp40', channel: 'raw', bus: 'i2c-1', address: 0x59 },
    ...showing(Sgp40Model, { raw: 30_000 }, { raw: 31_000 }),
    values: [30_000, 31_000],
  },
  {
    ...{ driver: 'sht31', channel: 'temperature', bus: 'i2c-1', address: 0x44 },
    ...showing(Sht31Model, { temperature: 21.5 }, { temperature: -40 }),
    ...{ values: [21.5, -40], within: 0.01 },
  },
  {
    ...{ driver: 'sht4x', channel: 'humidity', bus: 'i2c-1', address: 0x45 },
    ...showing(Sht4xModel, { humidity: 45 }, { humidity: 90 }),
    ...{ values: [45, 90], within: 0.01 },
  },
  {
    ...{ driver: 'veml7700', channel: 'light', bus: 'i2c-1', address: 0x10 },
    ...showing(Veml7700Model, { light: 20_000 }, { light: 10_000 }),
    ...{ values: [20_000, 10_000], within: 2 },
    registers: [[4, 2]],
    wake: [0x00, 0x00, 0x10],
  },
];

/**
 * Those that SMBus has transactions for. The others are read several bytes at a time without a register: commands of two
 * bytes (Sensirion's), a measurement as it comes (AHT20, BH1750).
 */
export const smbusChips = sensors.filter(({ registers, isOneByte }) => registers || isOneByte);
