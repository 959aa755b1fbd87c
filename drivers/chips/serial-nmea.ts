/** Satellite navigation receivers: NMEA 0183 sentences over a serial line. */
import { xorChecksum } from '../bytes.ts';
import { chip, type Readings } from '../define.ts';
import { DeviceError } from '../errors.ts';
import { nmeaNoiseBytesMax, nmeaSentenceCharsMax } from '../limits.ts';

const metresPerSecondPerKnot = 1852 / 3600;

/** GGA's fix quality: satellites alone, differential, precise, and the two real-time kinematic ones. Not estimated (6), manual (7), simulated (8). */
const measuredQualities = ['1', '2', '3', '4', '5'];
/** RMC's mode (from version 2.3, empty before): autonomous, differential, precise, real-time kinematic fixed and float. */
const measuredModes = ['', 'A', 'D', 'P', 'R', 'F'];

/**
 * The fields of a sentence, its address first and `$` and checksum left out. Undefined when the checksum is absent or
 * wrong. `line` may begin with noise: the last `$` counts.
 */
export function sentenceFields(line: string): string[] | undefined {
  const [, body, sum] = /\$([^$*]{1,110})\*([0-9A-F]{2})\r?$/i.exec(line) ?? [];
  if (body === undefined || xorChecksum(body) !== Number.parseInt(sum!, 16)) return undefined;
  return body.split(',');
}

/** "4807.038" and "N" in decimal degrees. Undefined when it is no angle of at most `degreesMax`. */
function angle(text = '', hemisphere = '', positive: string, negative: string, degreesMax: number): number | undefined {
  const [, degrees, minutes] = /^(\d{2,3})(\d{2}(?:\.\d+)?)$/.exec(text) ?? [];
  if (minutes === undefined || Number(minutes) >= 60) return undefined;
  if (hemisphere !== positive && hemisphere !== negative) return undefined;
  const value = Number(degrees) + Number(minutes) / 60;
  if (value > degreesMax) return undefined;
  return hemisphere === negative ? -value : value;
}

function location(fields: string[], first: number): Readings {
  const latitude = angle(fields[first], fields[first + 1], 'N', 'S', 90);
  const longitude = angle(fields[first + 2], fields[first + 3], 'E', 'W', 180);
  return latitude === undefined || longitude === undefined ? {} : { location: [latitude, longitude] };
}

const decimal = (text = ''): number | undefined => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined);

/** GGA: time, latitude, N, longitude, E, quality, satellites, dilution, altitude, M ... */
function readGga(fields: string[]): Readings {
  if (!measuredQualities.includes(fields[6] ?? '')) return {};
  const altitude = fields[10] === 'M' ? decimal(fields[9]) : undefined;
  return { ...location(fields, 2), ...(altitude === undefined ? {} : { altitude }) };
}

/** RMC: time, status, latitude, N, longitude, E, speed in knots, course, date, variation, E, mode. */
function readRmc(fields: string[]): Readings {
  if (fields[2] !== 'A' || !measuredModes.includes(fields[12] ?? '')) return {};
  const knots = decimal(fields[7]);
  const speed = knots === undefined || knots < 0 ? {} : { speed: knots * metresPerSecondPerKnot };
  return { ...location(fields, 3), ...speed };
}

/** What one sentence's fields tell. Empty without a fix, and for the sentences that are not read. */
export function readSentence(fields: string[]): Readings {
  const address = fields[0] ?? '';
  if (/^[A-Z]{2}GGA$/.test(address)) return readGga(fields);
  if (/^[A-Z]{2}RMC$/.test(address)) return readRmc(fields);
  return {};
}

/** Cuts a stream of bytes into lines. A line that is too long is dropped whole. */
export function lineCutter(line: (text: string) => void): (bytes: Uint8Array) => void {
  let text = '';
  return bytes => {
    for (const byte of bytes) {
      if (byte !== 0x0a) {
        if (text.length <= nmeaSentenceCharsMax) text += String.fromCharCode(byte);
        continue;
      }
      if (text.length <= nmeaSentenceCharsMax) line(text);
      text = '';
    }
  };
}

export const serialNmea = chip({
  name: 'serial-nmea',
  description: 'GPS and other satellite receivers that send NMEA 0183',
  bus: 'serial',
  channels: {
    location: {
      class: 'MultiLevelSensor',
      type: 'Location',
      unit: 'deg',
      range: [-180, 180],
      resolution: 0.000_001,
      valueNames: ['Latitude', 'Longitude'],
      description: 'Position in decimal degrees, north and east positive (WGS 84)',
    },
    altitude: {
      class: 'LevelSensor',
      type: 'Position',
      unit: 'm',
      range: [-1_000, 100_000],
      resolution: 0.1,
      description: 'Height above mean sea level',
    },
    speed: {
      class: 'LevelSensor',
      type: 'Speed',
      unit: 'mps',
      range: [0, 1_000],
      resolution: 0.01,
      description: 'Speed over ground',
    },
  },

  watch({ port, at }, readings, lost) {
    let noiseBytes = 0;
    let toldEpoch = '';
    const cut = lineCutter(line => {
      const fields = sentenceFields(line);
      if (!fields) return;
      noiseBytes = 0;
      const { location: position, ...others } = readSentence(fields);
      // GGA and RMC of one moment carry the same position: it is told once.
      const epoch = fields[1] ?? '';
      const isNew = position !== undefined && (epoch === '' || epoch !== toldEpoch);
      if (isNew) toldEpoch = epoch;
      const told = isNew ? { ...others, location: position } : others;
      if (Object.keys(told).length > 0) readings(told);
    });
    const receive = (bytes: Uint8Array) => {
      noiseBytes += bytes.length;
      cut(bytes);
      if (noiseBytes <= nmeaNoiseBytesMax) return;
      listening.stop();
      lost(new DeviceError('bad-data', `${at}: no NMEA sentence in ${noiseBytes} bytes; is the baud rate right?`));
    };
    const listening = port.listen(receive, lost);
    return listening;
  },
});
