// Parts on I2C, as they were heard on a bus. sigrok-dumps: captures of a logic analyser, sigrok.org; periph: what its
// authors' parts said to it, periph.io; both by their paths.
import { ads1115 } from '../../../../drivers/chips/ads1115.ts';
import { aht20 } from '../../../../drivers/chips/aht20.ts';
import { bh1750 } from '../../../../drivers/chips/bh1750.ts';
import { bme280 } from '../../../../drivers/chips/bme280.ts';
import { bmp180 } from '../../../../drivers/chips/bmp180.ts';
import { bmp280 } from '../../../../drivers/chips/bmp280.ts';
import { ccs811 } from '../../../../drivers/chips/ccs811.ts';
import { ina219 } from '../../../../drivers/chips/ina219.ts';
import { lm75 } from '../../../../drivers/chips/lm75.ts';
import { tmp105 } from '../../../../drivers/chips/tmp105.ts';
import { veml7700 } from '../../../../drivers/chips/veml7700.ts';
import type { Clock } from '../../../../drivers/ports.ts';
import { Ads1115Model } from '../../../../drivers/sim/models/ads1115.ts';
import { Aht20Model } from '../../../../drivers/sim/models/aht20.ts';
import { Bh1750Model } from '../../../../drivers/sim/models/bh1750.ts';
import { Bme280Model } from '../../../../drivers/sim/models/bme280.ts';
import { Bmp180Model } from '../../../../drivers/sim/models/bmp180.ts';
import { Ccs811Model } from '../../../../drivers/sim/models/ccs811.ts';
import { Ina219Model } from '../../../../drivers/sim/models/ina219.ts';
import { Lm75Model } from '../../../../drivers/sim/models/lm75.ts';
import { Veml7700Model } from '../../../../drivers/sim/models/veml7700.ts';
import { bytesOf, onI2c, type Recording } from '../../../helpers/recording.ts';

const bmx280Trimming = '10 6e 6c 66 32 00 5d 95 b8 d5 d0 0b 77 1e 9d ff f9 ff ac 26 0a d8 bd 10 00 4b';
const bme280Humidity = '6e 01 00 13 05 00 1e';

function bmx280(part: 'BME280' | 'BMP280', clock: Clock): Bme280Model {
  const model = new Bme280Model(clock, part);
  model.load(0x88, bytesOf(bmx280Trimming));
  if (part === 'BME280') model.load(0xe1, bytesOf(bme280Humidity));
  model.raw = { temperature: 0x8096c, pressure: 0x4a52c, humidity: 0x7a76 };
  return model;
}

export const i2cRecordings: readonly Recording[] = [
  onI2c({
    driver: ads1115,
    // i2cset and i2cget send words low byte first: "1 0xC385 w" is 85C3h, "0x6e21" is 216Eh, which the source calls 8558.
    source: 'raspberrypi.stackexchange.com/questions/4223, reading 1: a thermistor at A0, A1 left open',
    address: 0x48,
    make: clock => Object.assign(new Ads1115Model(clock), { volts: [(8558 * 2.048) / 32_768, 0, 0, 0] }),
    steps: ['01 85 c3', '10 ms', '00 > 21 6e'],
    options: { fullScale: '2.048' },
    says: { 'a0-a1': [(8558 * 2.048) / 32_768, 1e-9] },
  }),
  onI2c({
    driver: aht20,
    source: 'periph, aht20/aht20_test.go: 19.4458 degC, 45.8282 %',
    address: 0x38,
    make: clock =>
      Object.assign(new Aht20Model(clock), {
        isCalibrated: true,
        temperature: (200 * 0x58e40) / 2 ** 20 - 50,
        humidity: (100 * 0x75520) / 2 ** 20,
      }),
    steps: ['ac 33 00', '80 ms', '> 18 75 52 05 8e 40 7f'],
    says: { temperature: [19.4458, 0.0001], humidity: [45.8282, 0.0001] },
  }),
  onI2c({
    driver: bh1750,
    source: 'sigrok-dumps, i2c/rohm_bh1750/bh1750_hresolutionmode.sr: 0.83 lx a count',
    address: 0x23,
    make: clock => Object.assign(new Bh1750Model(clock), { light: 41 / 1.2 }),
    steps: ['01', '42', '65', '20', '20', '124.7 ms', '> 00 29'],
    says: { light: [41 * 0.83, 0.2] },
  }),
  onI2c({
    driver: bme280,
    source: 'periph, bmxx80/bmx280_test.go, TestI2CSenseBME280_success: 23.72 degC, 100942.7 Pa, 65.31 %',
    address: 0x76,
    make: clock => bmx280('BME280', clock),
    steps: [
      'd0 > 60',
      `88 > ${bmx280Trimming}`,
      `e1 > ${bme280Humidity}`,
      'f4 6c f2 03 f5 a0 f4 6c',
      'f4 6d',
      'f3 > 08',
      '40 ms',
      'f3 > 00',
      'f7 > 4a 52 c0 80 96 c0 7a 76',
    ],
    // Whole numbers there, floating point here: up to 0.02 degC apart, as its TestCalibration280Int says.
    says: { temperature: [23.72, 0.02], pressure: [100_942.7, 5], humidity: [65.31, 0.1] },
  }),
  onI2c({
    driver: bmp280,
    source: 'periph, bmxx80/bmx280_test.go, TestI2CSenseBMP280_success: 23.72 degC, 100942.7 Pa',
    address: 0x76,
    make: clock => bmx280('BMP280', clock),
    steps: ['d0 > 58', 'f4 6c f5 a0 f4 6c', 'f4 6d', 'f3 > 08', '40 ms', 'f3 > 00', 'f7 > 4a 52 c0 80 96 c0'],
    says: { temperature: [23.72, 0.02], pressure: [100_942.7, 5] },
  }),
  onI2c({
    driver: bmp180,
    source: 'periph, bmxx80/bmp180_test.go, TestSense180_success: 25.3 degC, 100567 Pa',
    address: 0x77,
    make(clock) {
      const model = Object.assign(new Bmp180Model(clock), { rawTemperature: 0x71bf, rawPressure: 0xab96 });
      model.load(0xaa, bytesOf('23 88 fb 67 c7 a9 87 5b 62 89 50 16 19 73 00 2e 80 00 d1 f6 0a 7b'));
      return model;
    },
    steps: [
      'd0 > 55',
      'aa > 23 88 fb 67 c7 a9 87 5b 62 89 50 16 19 73 00 2e 80 00 d1 f6 0a 7b',
      ...['f4 2e', '4.5 ms', 'f6 > 71 bf', 'f4 34', '4.5 ms', 'f6 > ab 96 00'],
    ],
    // A negative quotient is rounded towards 0 there, and down here, as in the kernel: 100570 Pa.
    says: { temperature: [25.3, 1e-9], pressure: [100_567, 3] },
  }),
  onI2c({
    driver: ccs811,
    // The thread has the words low byte first: 36865, 0, 10393, 65287.
    source:
      'github.com/zephyrproject-rtos/zephyr/issues/17688: 400 ppm, 0 ppb, error 28h of a heater without enough supply',
    address: 0x5a,
    make: clock => Object.assign(new Ccs811Model(clock), { co2: 400, tvoc: 0, error: 0x28, rawData: 0x07ff }),
    steps: ['20 > 81', 'f4', '01 10', '1000 ms', '02 > 01 90 00 00 99 28 07 ff'],
    says: 'not-a-reading',
  }),
  onI2c({
    driver: ina219,
    source: "Texas Instruments, SBOS448G, section 8.5.1: the maker's worked example",
    address: 0x40,
    make: () => new Ina219Model(),
    steps: ['05 50 00', '01 > 07 d0', '02 > 5d 98', '04 > 27 10', '03 > 17 66'],
    options: { shuntOhm: 0.002 },
    says: { voltage: [11.98, 1e-9], current: [10, 1e-9], power: [119.8, 1e-6] },
  }),
  onI2c({
    driver: lm75,
    source: 'sigrok-dumps, i2c/rding_temper/rding_temper_i2c_eeprom_and_sensor.sr: an FM75 in a USB thermometer',
    address: 0x4f,
    make: clock => Object.assign(new Lm75Model(clock, 'LM75'), { temperature: 30 }),
    steps: ['100 ms', '> 1e 00', '> 1e 00'],
    says: { temperature: 30 },
  }),
  onI2c({
    driver: tmp105,
    source: 'QEMU, tests/qtest/tmp105-test.c: what its emulated part says at 20 + 15/16 degC with 9 to 12 bits',
    address: 0x49,
    make: clock => Object.assign(new Lm75Model(clock, 'TMP105'), { temperature: 20 + 15 / 16 }),
    steps: [
      ...['01 60', '220 ms', '01 > 60', '00 > 14 f0', '01 00', '28 ms', '01 > 00', '00 > 14 80'],
      ...['01 20', '55 ms', '01 > 20', '00 > 14 c0', '01 40', '110 ms', '01 > 40', '00 > 14 e0'],
    ],
    says: { temperature: 20.9375 },
  }),
  onI2c({
    driver: veml7700,
    // The counts are those of 1500 lx at gain 1/8 and 100 ms, 0.5376 lx each.
    source: "Vishay, document 84323, p. 5: the maker's worked example, 1500 lx that are 1658 lx",
    address: 0x10,
    make: clock => Object.assign(new Veml7700Model(clock), { light: 1_658 }),
    steps: ['00 00 10', '110 ms', '04 > e6 0a'],
    says: { light: [1_658, 1] },
  }),
];
