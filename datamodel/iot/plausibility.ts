/** What may become a value: a reading of the right kind, inside the channel's range, rounded to its resolution. Pure. */
import type { CapabilityClass, Channel, Reading } from '../../drivers/define.ts';
import { roundTo } from './numbers.ts';

/** Why a reading never becomes a value. */
export type Implausibility =
  | 'wrong-kind' // a word where a number belongs, too many numbers, a word that is none of ValidValues
  | 'not-a-number' // NaN or infinite
  | 'out-of-range' // outside the channel's declared range
  | 'stuck'; // the same for longer than its quantity ever is

/** A refused reading, for the log and the counters. */
export class Implausible {
  readonly why: Implausibility;
  /** For a person: "130 is outside -40 to 125". */
  readonly message: string;

  constructor(why: Implausibility, message: string) {
    this.why = why;
    this.message = message;
  }
}

type Kind = 'boolean' | 'number' | 'numbers' | 'word';

/** The kind of reading that a class of capability holds. */
const kindOf: Readonly<Record<CapabilityClass, Kind>> = {
  BinarySensor: 'boolean',
  BinaryControl: 'boolean',
  LevelSensor: 'number',
  LevelControl: 'number',
  MultiLevelSensor: 'numbers',
  EnumSensor: 'word',
  EnumControl: 'word',
  BlobSensor: 'word',
};

/** The reading as it may be used: numbers rounded. It is rounded first: 100.003 % at a resolution of 0.01 is 100 %. */
export function plausible(channel: Channel, reading: Reading): Reading | Implausible {
  const kind = kindOf[channel.class];
  if (kind === 'number' && typeof reading === 'number') return plausibleNumber(channel, reading);
  if (kind === 'numbers' && Array.isArray(reading)) return plausibleNumbers(channel, reading);
  if (kind === 'boolean' && typeof reading === 'boolean') return reading;
  if (kind === 'word' && typeof reading === 'string') return plausibleWord(channel, reading);
  return new Implausible('wrong-kind', `${typeof reading} is no reading of a ${channel.class}`);
}

function plausibleNumber({ range, resolution }: Channel, reading: number): number | Implausible {
  if (!Number.isFinite(reading)) return new Implausible('not-a-number', `${reading} is not a number`);
  const value = roundTo(reading, resolution);
  if (range && (value < range[0] || value > range[1])) {
    return new Implausible('out-of-range', `${value} is outside ${range[0]} to ${range[1]}`);
  }
  return value;
}

/** All or none: a position with one good coordinate is no position. */
function plausibleNumbers(channel: Channel, readings: readonly unknown[]): readonly number[] | Implausible {
  const count = channel.valueNames?.length ?? readings.length;
  if (readings.length !== count) {
    return new Implausible('wrong-kind', `${readings.length} numbers where ${count} belong`);
  }
  const values: number[] = [];
  for (const reading of readings) {
    const value = plausibleNumber(channel, typeof reading === 'number' ? reading : Number.NaN);
    if (value instanceof Implausible) return value;
    values.push(value);
  }
  return values;
}

function plausibleWord({ validValues }: Channel, word: string): string | Implausible {
  if (!validValues || validValues.includes(word)) return word;
  return new Implausible('wrong-kind', `"${word}" is none of ${validValues.join(', ')}`);
}
