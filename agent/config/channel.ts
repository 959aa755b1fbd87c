/** From a driver's channel and what the file asks for to a class, a type and a unit that TR-181 knows. */
import type { CapabilityClass, Channel } from '../../drivers/define.ts';
import type { TableReading } from './fields.ts';
import { below, complain, quote, type Site } from './finding.ts';
import { alternatives, unknownName, withArticle } from './kinds.ts';
import { capabilityFields } from './schema-capability.ts';
import type { ScalarValue, Vocabulary } from './types.ts';

export type CapabilityReading = TableReading<typeof capabilityFields>;

/** The classes that a channel can be shown as, besides its own. */
const alsoShownAs: Partial<Record<CapabilityClass, CapabilityClass>> = { LevelSensor: 'BinarySensor' };

/** The classes in which a key has a meaning. */
const classesOfKey = {
  unit: ['LevelSensor', 'MultiLevelSensor', 'LevelControl'],
  filter: ['LevelSensor', 'BinarySensor', 'MultiLevelSensor', 'EnumSensor', 'BlobSensor'],
  low: ['LevelSensor'],
  high: ['LevelSensor'],
  hysteresis: ['LevelSensor'],
  stuckMs: ['LevelSensor', 'BinarySensor', 'MultiLevelSensor'],
  step: ['LevelControl'],
  values: ['EnumSensor', 'EnumControl'],
  range: ['LevelSensor', 'BinarySensor', 'LevelControl'],
  sensitivity: ['BinarySensor'],
  holdMs: ['BinarySensor'],
  restMs: ['BinarySensor'],
  initial: ['BinaryControl', 'LevelControl', 'EnumControl'],
} as const satisfies Partial<Record<keyof typeof capabilityFields, readonly CapabilityClass[]>>;

/** A line that is a boolean by itself has no level, and so no range; and it may well be the same for years. */
const levelOnly: ReadonlySet<string> = new Set(['range', 'stuckMs']);

/** Reports each key that means nothing for the class. */
export function checkKeysOfClass(
  reading: CapabilityReading,
  site: Site,
  channel: Channel,
  shown: CapabilityClass,
): void {
  for (const [property, classes] of Object.entries(classesOfKey)) {
    const name = property as keyof typeof classesOfKey;
    const hasMeaning =
      classes.some(known => known === shown) && !(levelOnly.has(name) && channel.class === 'BinarySensor');
    if (!reading.given.has(name) || hasMeaning) continue;
    const { key } = capabilityFields[name];
    const noun =
      channel.class === shown ? withArticle(shown) : `${withArticle(shown)} on ${withArticle(channel.class)}`;
    complain(below(site, key), 'misplaced', `"${key}" has no meaning for ${noun}`, {
      mark: 'key',
      expected: `"${key}" in ${withArticle(alternatives(classes.filter(known => known !== shown)))}`,
    });
  }
}

/** The class asked for, or the channel's own. */
export function resolveClass(reading: CapabilityReading, site: Site, channel: Channel): CapabilityClass | undefined {
  if (reading.given.has('class') && reading.values.class === undefined) return undefined;
  const asked = reading.values.class ?? channel.class;
  const fitting = [channel.class, alsoShownAs[channel.class]].filter(known => known !== undefined);
  if (fitting.includes(asked)) return asked;
  const message = `this channel is ${withArticle(channel.class)} and cannot be shown as ${withArticle(asked)}`;
  return complain(below(site, 'class'), 'conflict', message, {
    expected: alternatives(fitting.map(known => JSON.stringify(known))),
  });
}

/** The type asked for, or the channel's own where the class is the channel's own. */
export function resolveType(
  reading: CapabilityReading,
  site: Site,
  channel: Channel,
  shown: CapabilityClass,
  vocabulary: Vocabulary,
): string | undefined {
  const known = vocabulary.typesOf(shown);
  const { type } = reading.values;
  if (type !== undefined) {
    if (known.includes(type)) return type;
    return unknownName(below(site, 'type'), `${quote(type)} is not a type of ${withArticle(shown)}`, type, known);
  }
  if (reading.given.has('type')) return undefined;
  if (shown === channel.class) return channel.type;
  return complain(site, 'missing-key', `"type" is missing: the channel's own is not one of ${withArticle(shown)}`, {
    mark: 'key',
    expected: `type = ${alternatives(known.map(name => JSON.stringify(name)))}`,
  });
}

/** The unit asked for, or the channel's own. A unit never converts, so a channel that has one keeps it. */
export function resolveUnit(
  reading: CapabilityReading,
  site: Site,
  channel: Channel,
  shown: CapabilityClass,
  vocabulary: Vocabulary,
): string | undefined {
  const { unit } = reading.values;
  if (!classesOfKey.unit.some(known => known === shown)) return undefined;
  const own = channel.unit ?? '-';
  if (unit === undefined || unit === own) return own;
  const at = below(site, 'unit');
  if (!vocabulary.units.includes(unit)) {
    return unknownName(at, `${quote(unit)} is not a unit of TR-181`, unit, vocabulary.units);
  }
  if (own === '-') return unit;
  const message = `this channel reads in ${own}, and "unit" does not convert`;
  return complain(at, 'conflict', message, { expected: `no "unit", or ${JSON.stringify(own)}` });
}

/** The words asked for, all of them the channel's where it has words of its own; or the channel's own. */
export function resolveValues(
  reading: CapabilityReading,
  site: Site,
  channel: Channel,
  shown: CapabilityClass,
): readonly string[] | undefined {
  if (!classesOfKey.values.some(known => known === shown)) return undefined;
  const { values } = reading.values;
  const own = channel.validValues;
  if (values === undefined) {
    if (own || reading.given.has('values')) return own;
    const message = '"values" is missing: this channel has none of its own';
    return complain(site, 'missing-key', message, { mark: 'key', expected: 'values = ["Off", "Low", "High"], say' });
  }
  const at = below(site, 'values');
  values.forEach((value, index) => {
    const problem = values.indexOf(value) < index ? 'is here twice' : 'is no value of this channel';
    if (values.indexOf(value) === index && (own?.includes(value) ?? true)) return;
    complain(below(at, index), 'bad-value', `${quote(value)} ${problem}`, {
      expected: own ? alternatives(own.map(known => JSON.stringify(known))) : 'each word once',
    });
  });
  if (values.length > 0) return values;
  return complain(at, 'bad-value', '"values" is empty', { expected: 'a word at least' });
}

/** What a control can be set to. */
export interface ControlValues {
  class: CapabilityClass;
  range?: readonly [number, number];
  validValues?: readonly string[];
}

/** What a control takes instead of a value; undefined when it takes it. */
function expectedInstead(value: ScalarValue, { class: shown, range, validValues }: ControlValues): string | undefined {
  if (shown === 'BinaryControl') return typeof value === 'boolean' ? undefined : 'true or false';
  if (shown === 'LevelControl') {
    const [min, max] = range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    if (typeof value === 'number' && value >= min && value <= max) return undefined;
    return range ? `a number from ${min} to ${max}` : 'a number';
  }
  if (typeof value === 'string' && (validValues?.includes(value) ?? true)) return undefined;
  return validValues ? alternatives(validValues.map(known => JSON.stringify(known))) : 'a text';
}

/** Reports a value that a control cannot take. */
export function checkControlValue(value: ScalarValue, control: ControlValues, site: Site): void {
  const expected = expectedInstead(value, control);
  if (expected === undefined) return;
  const message = `${withArticle(control.class)} cannot be set to ${typeof value === 'string' ? quote(value) : value}`;
  complain(site, 'bad-value', message, { expected });
}
