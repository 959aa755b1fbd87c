/** What stands in for chips on I2C. */
import type { Clock } from '../../ports.ts';
import { chipFaults } from '../faults.ts';
import type { I2cModel } from '../i2c.ts';
import { Ads1115Model } from '../models/ads1115.ts';
import { Aht20Model } from '../models/aht20.ts';
import { Bh1750Model } from '../models/bh1750.ts';
import { Bme280Model } from '../models/bme280.ts';
import { Bmp180Model } from '../models/bmp180.ts';
import { Ccs811Model } from '../models/ccs811.ts';
import { Ina219Model } from '../models/ina219.ts';
import { Lm75Model } from '../models/lm75.ts';
import { Mcp23017Model } from '../models/mcp23017.ts';
import { Pca9685Model } from '../models/pca9685.ts';
import { Pcf8574Model } from '../models/pcf8574.ts';
import { Scd4xModel } from '../models/scd4x.ts';
import { Scd30Model } from '../models/scd30.ts';
import { Sgp40Model } from '../models/sgp40.ts';
import { Sht4xModel } from '../models/sht4x.ts';
import { Sht31Model } from '../models/sht31.ts';
import { Veml7700Model } from '../models/veml7700.ts';
import type { DevicePlan, Motion, StandIn } from '../stand-in.ts';
import { contact, wave } from './motions.ts';

type Motions = Readonly<Record<string, Motion>>;

interface Chip<Model> {
  /** The part. */
  part: string;
  make(clock: Clock): Model;
  motions(model: NoInfer<Model>, plan: DevicePlan): Motions;
  /** The supply fails for a moment. */
  brownOut?(model: NoInfer<Model>): void;
  /** What else may be at the address. */
  other?(clock: Clock): I2cModel;
}

function onI2c<Model extends I2cModel>({ part, make, motions, brownOut, other }: Chip<Model>): StandIn {
  return (plan, hardware, clock) => {
    const { port, address } = plan;
    const bus = hardware.i2c(port);
    const model = make(clock);
    bus.attach(address, model);
    const faults = chipFaults(bus, address, model, other?.(clock));
    if (brownOut) faults['brown-out'] = { begin: () => brownOut(model), end: () => {} };
    return { model: `the registers of ${part}`, motions: motions(model, plan), faults };
  };
}

/** The field of a model, by the name that the channel has too. */
const field =
  <Name extends string>(name: Name, low: number, high: number) =>
  (model: Record<Name, number>): Motions => ({
    [name]: wave(low, high, value => {
      model[name] = value as (typeof model)[Name];
    }),
  });

const temperature = field('temperature', 18, 26);
const humidity = field('humidity', 35, 65);
const climate = (model: { temperature: number; humidity: number }) => ({ ...temperature(model), ...humidity(model) });
const carbonDioxide = field('co2', 450, 1400);
const light = field('light', 40, 900);
const pressure = field('pressure', 99_500, 102_500);

const inputsOf = (names: readonly string[], set: (at: number, isActive: boolean) => void): Motions =>
  Object.fromEntries(names.map((name, at) => [name, contact(isActive => set(at, isActive))]));

/** An input of the converter: between what the options call empty and full where its share is in use, else some volts. */
function voltage(model: Ads1115Model, { options, channels }: DevicePlan, at: number): [string, Motion] {
  const show = (volts: number) => {
    model.volts[at] = volts;
  };
  if (!channels.has(`a${at}-share`)) return [`a${at}`, wave(0.3, 3, show)];
  const [empty, full] = [Number(options[`a${at}Empty`]), Number(options[`a${at}Full`])];
  return [`a${at}-share`, wave(15, 90, percent => show(empty + ((full - empty) * percent) / 100))];
}

const eight = [0, 1, 2, 3, 4, 5, 6, 7];

export const i2cStandIns: Readonly<Record<string, StandIn>> = {
  ads1115: onI2c({
    part: 'an ADS1115',
    make: clock => new Ads1115Model(clock),
    motions: (model, plan) => Object.fromEntries([0, 1, 2, 3].map(at => voltage(model, plan, at))),
  }),
  aht20: onI2c({ part: 'an AHT20', make: clock => new Aht20Model(clock), motions: model => climate(model) }),
  bh1750: onI2c({ part: 'a BH1750', make: clock => new Bh1750Model(clock), motions: model => light(model) }),
  bme280: onI2c({
    part: 'a BME280',
    make: clock => new Bme280Model(clock),
    motions: model => ({ ...climate(model), ...pressure(model) }),
    other: clock => new Bme280Model(clock, 'BMP280'),
  }),
  bmp180: onI2c({
    part: 'a BMP180',
    make: clock => new Bmp180Model(clock),
    motions: model => ({
      temperature: wave(18, 26, celsius => model.measure({ celsius })),
      pressure: wave(99_500, 102_500, pascal => model.measure({ pascal })),
    }),
  }),
  bmp280: onI2c({
    part: 'a BMP280',
    make: clock => new Bme280Model(clock, 'BMP280'),
    motions: model => ({ ...temperature(model), ...pressure(model) }),
  }),
  ccs811: onI2c({
    part: 'a CCS811',
    make: clock => new Ccs811Model(clock),
    motions: model => ({
      ...carbonDioxide(model),
      tvoc: wave(0.02, 0.6, ppm => {
        model.tvoc = Math.round(1000 * ppm);
      }),
    }),
  }),
  ina219: onI2c({
    part: 'an INA219',
    make: () => new Ina219Model(),
    motions: (model, { options: { shuntOhm } }) => ({
      voltage: wave(11.6, 12.6, volts => {
        model.bus = volts;
      }),
      current: wave(0.05, 0.4, amperes => {
        model.shunt = amperes * Number(shuntOhm);
      }),
    }),
  }),
  lm75: onI2c({
    part: 'an LM75',
    make: clock => new Lm75Model(clock, 'LM75'),
    motions: model => temperature(model),
    brownOut: model => model.brownOut(),
  }),
  mcp23017: onI2c({
    part: 'an MCP23017',
    make: () => new Mcp23017Model(),
    motions: (model, { options: { inputsActiveLow } }) =>
      inputsOf(
        ['a', 'b'].flatMap(port => eight.map(line => `in-${port}${line}`)),
        (at, isActive) => {
          model.outside[at] = isActive !== inputsActiveLow;
        },
      ),
    brownOut: model => model.brownOut(),
  }),
  pca9685: onI2c({
    part: 'a PCA9685',
    make: () => new Pca9685Model(),
    motions: () => ({}),
    brownOut: model => model.brownOut(),
  }),
  pcf8574: onI2c({
    part: 'a PCF8574',
    make: () => new Pcf8574Model(),
    motions: (model, { options: { inputsActiveLow } }) =>
      inputsOf(
        eight.map(line => `in-p${line}`),
        (at, isActive) => {
          model.pulledLow = isActive === inputsActiveLow ? model.pulledLow | (1 << at) : model.pulledLow & ~(1 << at);
        },
      ),
  }),
  scd30: onI2c({
    part: 'an SCD30',
    make: clock => new Scd30Model(clock),
    motions: model => ({ ...climate(model), ...carbonDioxide(model) }),
  }),
  scd4x: onI2c({
    part: 'an SCD41',
    make: clock => new Scd4xModel(clock),
    motions: model => ({ ...climate(model), ...carbonDioxide(model) }),
  }),
  sgp40: onI2c({
    part: 'an SGP40',
    make: clock => new Sgp40Model(clock),
    motions: model => ({
      raw: wave(27_000, 32_000, ticks => {
        model.raw = Math.round(ticks);
      }),
    }),
  }),
  sht31: onI2c({ part: 'an SHT31', make: clock => new Sht31Model(clock), motions: model => climate(model) }),
  sht4x: onI2c({ part: 'an SHT40', make: clock => new Sht4xModel(clock), motions: model => climate(model) }),
  tmp105: onI2c({
    part: 'a TMP105',
    make: clock => new Lm75Model(clock, 'TMP105'),
    motions: model => temperature(model),
    brownOut: model => model.brownOut(),
  }),
  veml7700: onI2c({ part: 'a VEML7700', make: clock => new Veml7700Model(clock), motions: model => light(model) }),
};
