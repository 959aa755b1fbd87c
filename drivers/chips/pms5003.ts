/** Plantower PMS5003, PMS7003, PMSA003: particles in air, over a serial line. PMS5003 manual, version 2.3, appendix I. */
import { wordAt } from '../bytes.ts';
import { type Channel, chip } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { frameCutter } from './common/serial.ts';

/** Two start characters, the length of the rest, 13 words, their sum. */
const start = [0x42, 0x4d];
const frameBytes = 32;
const lengthOfRest = 28;
/** "Under atmospheric environment": words 4 to 6. */
const atmosphericAt = { pm1: 10, pm25: 12, pm10: 14 };

/** Bytes without one good frame, after which the port is not what the configuration says. */
const noiseBytesMax = 4_096;

const particles = (description: string): Channel => ({
  class: 'LevelSensor',
  type: 'Concentration',
  // TR-181 has no unit for micrograms in a cubic metre.
  unit: '-',
  range: [0, 1_000],
  resolution: 1,
  description: `${description}, in micrograms per cubic metre`,
});

/** The three readings of a frame; undefined when its length or sum is wrong. */
export function readFrame(frame: Uint8Array): Record<keyof typeof atmosphericAt, number> | undefined {
  const sum = frame.subarray(0, frameBytes - 2).reduce((total, byte) => total + byte, 0);
  if (wordAt(frame, 2) !== lengthOfRest || wordAt(frame, frameBytes - 2) !== sum) return undefined;
  const { pm1, pm25, pm10 } = atmosphericAt;
  return { pm1: wordAt(frame, pm1), pm25: wordAt(frame, pm25), pm10: wordAt(frame, pm10) };
}

export const pms5003 = chip({
  name: 'pms5003',
  description: 'Plantower PMS5003: particles',
  bus: 'serial',
  channels: {
    pm1: particles('Particles up to 1 micrometre'),
    pm25: particles('Particles up to 2.5 micrometres'),
    pm10: particles('Particles up to 10 micrometres'),
  },

  watch({ port, at }, readings, lost) {
    let noiseBytes = 0;
    const cut = frameCutter(start, frameBytes, frame => {
      const read = readFrame(frame);
      if (!read) return false;
      noiseBytes = 0;
      readings(read);
      return true;
    });
    const hear = (bytes: Uint8Array) => {
      noiseBytes += bytes.length;
      cut(bytes);
      if (noiseBytes <= noiseBytesMax) return;
      listening.stop();
      lost(new DeviceError('bad-data', `${at}: no frame in ${noiseBytes} bytes; is it 9600,8N1?`));
    };
    const listening = port.listen(hear, lost);
    return listening;
  },
});
