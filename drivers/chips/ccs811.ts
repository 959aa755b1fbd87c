/**
 * ams CCS811: volatile organic compounds, and the carbon dioxide that would go with them. Sections are those of the
 * CCS811 datasheet, version 1-06; registers as in the Linux driver (drivers/iio/chemical/ccs811.c).
 */
import { wordAt } from '../bytes.ts';
import { carbonDioxide, chip } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { identify, readFrom, send } from './common/i2c.ts';
import { refuse, until } from './common/sampling.ts';

const statusRegister = 0x00;
const modeRegister = 0x01;
const resultRegister = 0x02;
const hardwareIdRegister = 0x20;
const startApplication = 0xf4;
const startMs = 1;

const hasError = 0x01;
const isReady = 0x08;
const hasFirmware = 0x10;
const isRunning = 0x80;

/** A measurement every second (section "Measurement Mode Register"). */
const everySecond = 0x10;

export const ccs811 = chip({
  name: 'ccs811',
  description: 'ams CCS811: volatile organic compounds, estimated carbon dioxide',
  bus: 'i2c',
  addresses: [0x5a, 0x5b],
  channels: {
    co2: carbonDioxide({ range: [400, 32_768], description: 'Carbon dioxide as estimated from other gases' }),
    tvoc: {
      class: 'LevelSensor',
      type: 'Concentration',
      unit: 'ppm',
      range: [0, 32.768],
      resolution: 0.001,
      description: 'Volatile organic compounds',
    },
  },
  pollMsMin: 1_000,
  pollMsDefault: 10_000,

  async setUp(context) {
    await identify(context, hardwareIdRegister, [0x81], {});
    const [status = 0] = await readFrom(context, statusRegister, 1);
    if (!(status & hasFirmware)) throw new DeviceError('unsupported', `${context.at}: the chip has no firmware`);
    if (!(status & isRunning)) await send(context, startApplication);
    await context.sleep(startMs);
    await send(context, modeRegister, everySecond);
  },

  async sample(context) {
    await until(async () => ((await readFrom(context, statusRegister, 1))[0]! & isReady) !== 0, context, 250, 8);
    const bytes = await readFrom(context, resultRegister, 6);
    const [, , , , status = 0, error = 0] = bytes;
    refuse((status & hasError) !== 0, context, `it reports error ${error}`);
    // A chip that was reset measures nothing, and says 0 ppm or its boot mode.
    refuse(wordAt(bytes, 0) === 0, context, 'nothing has been measured');
    return { co2: wordAt(bytes, 0), tvoc: wordAt(bytes, 2) / 1000 };
  },
});
