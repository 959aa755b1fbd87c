// More parts on I2C: Sensirion's, and the expanders. sigrok-dumps and periph as in i2c.ts.
import { mcp23017 } from '../../../../drivers/chips/mcp23017.ts';
import { pca9685 } from '../../../../drivers/chips/pca9685.ts';
import { pcf8574 } from '../../../../drivers/chips/pcf8574.ts';
import { scd4x } from '../../../../drivers/chips/scd4x.ts';
import { floatOf, scd30 } from '../../../../drivers/chips/scd30.ts';
import { sgp40 } from '../../../../drivers/chips/sgp40.ts';
import { sht4x } from '../../../../drivers/chips/sht4x.ts';
import { sht31 } from '../../../../drivers/chips/sht31.ts';
import { Mcp23017Model } from '../../../../drivers/sim/models/mcp23017.ts';
import { Pca9685Model } from '../../../../drivers/sim/models/pca9685.ts';
import { Pcf8574Model } from '../../../../drivers/sim/models/pcf8574.ts';
import { Scd4xModel } from '../../../../drivers/sim/models/scd4x.ts';
import { Scd30Model } from '../../../../drivers/sim/models/scd30.ts';
import { Sgp40Model } from '../../../../drivers/sim/models/sgp40.ts';
import { Sht4xModel } from '../../../../drivers/sim/models/sht4x.ts';
import { Sht31Model } from '../../../../drivers/sim/models/sht31.ts';
import { onI2c, type Recording } from '../../../helpers/recording.ts';

const celsiusOf = (word: number) => (175 * word) / 0xffff - 45;
const percentOf = (word: number) => (100 * word) / 0xffff;

/** The lines that another part pulls low: in the recording, each lower line of a PCF8575 is wired to an upper one. */
const upperLines = (byte: number) => (model: Pcf8574Model) => {
  model.pulledLow = 0xff & ~byte;
};

/** "06 0f" to "45 0f". */
const everyOutputRegister = Array.from({ length: 64 }, (_, at) => `${(at + 6).toString(16).padStart(2, '0')} 0f`);

export const moreI2cRecordings: readonly Recording[] = [
  onI2c({
    driver: mcp23017,
    source: 'sigrok-dumps, i2c/microchip_mcp23017/mcp23017_counter_init_ab_write_read.sr: A counts up, B down',
    address: 0x20,
    make: () => new Mcp23017Model(),
    steps: [
      ...['00 00 00', `00${' 00'.repeat(18)}`, '14 00 ff', '12 > 00 ff', '14 01 fe', '12 > 01 fe'],
      ...['14 02 fd', '12 > 02 fd', '14 0f f0', '12 > 0f f0', '14 10 ef', '12 > 10 ef'],
    ],
    sets: { 'out-a0': false, 'out-a4': true, 'out-b4': false, 'out-b7': true },
    leaves: ['12 > 10 80'],
    says: {},
  }),
  onI2c({
    driver: pcf8574,
    source: 'periph, pcf857x/pcf857xbustestrecording_test.go, TestPinsSequentially: the lower eight lines of a PCF8575',
    address: 0x20,
    make: () => new Pcf8574Model(),
    steps: [
      ...[upperLines(0x01), '00', '> 00', '01', upperLines(0x00), '> 00', '02', upperLines(0x02), '> 02'],
      ...['06', upperLines(0x06), '> 06', 'fe', upperLines(0xfe), '> fe', 'ff', upperLines(0xff), '> ff'],
      ...[upperLines(0xfd), '> fd', upperLines(0xff), 'fb', '> fb', '7f', '> 7f'],
    ],
    sets: { 'out-p7': true },
    leaves: ['> 7f', upperLines(0xfd), '> 7d'],
    says: { 'in-p1': true, 'in-p0': false },
  }),
  onI2c({
    driver: pca9685,
    source: "forums.wandboard.org, Can't change LEDs states using PCA9685, 2017: i2cset of all outputs, and i2cdump",
    address: 0x41,
    make: () => new Pca9685Model(),
    steps: [
      ...['01 10', '00 91', '00 01', ...everyOutputRegister],
      ...['00 > 01', '01 > 10', '02 > e2', '03 > e4', '04 > e8', '05 > e0', '06 > 0f', '25 > 0f', '45 > 0f'],
    ],
    // As an Arduino sketch writes them register by register, of which its author says that it works: 4095 of 4096 ticks.
    sets: { level0: (100 * 4095) / 4096 },
    leaves: ['06 > 00 00 ff 0f'],
    says: {},
  }),
  onI2c({
    driver: scd4x,
    source: 'periph, scd4x/scd4x_test.go, sensePlayback',
    address: 0x62,
    make: clock =>
      Object.assign(new Scd4xModel(clock), { co2: 556, temperature: celsiusOf(0x670d), humidity: percentOf(0x4d08) }),
    steps: [
      ...['36 f6', '30 ms', '21 b1', '1 ms', 'e4 b8', '1 ms', '> 80 00 a2', '2000 ms', 'e4 b8', '1 ms', '> 80 00 a2'],
      ...['3000 ms', 'e4 b8', '1 ms', '> 80 06 04', 'ec 05', '1 ms', '> 02 2c a3 67 0d 36 4d 08 f1'],
    ],
    says: { co2: 556, temperature: [25.44, 0.01], humidity: [30.09, 0.01] },
  }),
  onI2c({
    driver: scd30,
    source: "Sensirion, SCD30 interface description, section 1.4.5: the maker's worked example",
    address: 0x61,
    make: clock =>
      Object.assign(new Scd30Model(clock), {
        co2: floatOf(0x43db, 0x8c2e),
        temperature: floatOf(0x41d9, 0xe7ff),
        humidity: floatOf(0x4243, 0x3a1b),
      }),
    steps: [
      ...['46 00 00 02 e3', '3 ms', '00 10 00 00 81', '2000 ms', '02 02', '3 ms', '> 00 01 b0'],
      ...['03 00', '3 ms', '> 43 db cb 8c 2e 8f 41 d9 70 e7 ff f5 42 43 bf 3a 1b 74'],
    ],
    says: { co2: [439.1, 0.05], temperature: [27.2, 0.05], humidity: [48.8, 0.05] },
  }),
  onI2c({
    driver: sgp40,
    // An answer is given nowhere with all its bytes.
    source: "Sensirion, SGP40 datasheet 1.0, tables 9 and 10: the maker's command, 50 % and 25 degC",
    address: 0x59,
    make: clock => new Sgp40Model(clock),
    steps: ['26 0f 80 00 a2 66 66 93', '30 ms'],
    says: { raw: 30_000 },
  }),
  onI2c({
    driver: sht31,
    source: 'sigrok-dumps, i2c/sensirion_sht3x/sensirion_sht31_25rh_28rh.sr: some 25 degC and 28 %',
    address: 0x45,
    make: clock =>
      Object.assign(new Sht31Model(clock), { temperature: celsiusOf(0x67ad), humidity: percentOf(0x4854) }),
    steps: ['24 00', '16 ms', '> 67 ad ca 48 54 85'],
    says: { temperature: [25.87, 0.005], humidity: [28.25, 0.005] },
  }),
  onI2c({
    driver: sht4x,
    source: 'periph, sht4x/sht4xbustestrecording_test.go, TestSense',
    address: 0x44,
    make: clock =>
      Object.assign(new Sht4xModel(clock), { temperature: celsiusOf(0x66f4), humidity: (125 * 0x4c9b) / 0xffff - 6 }),
    steps: ['fd', '10 ms', '> 66 f4 c8 4c 9b 6f'],
    says: { temperature: [25.38, 0.005], humidity: [31.41, 0.005] },
  }),
];
