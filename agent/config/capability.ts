/** One [[capability]]: the driver that it names, and what that driver makes of the other keys. */
import type { CapabilityClass, Channel, ChipDefinition } from '../../drivers/define.ts';
import {
  type CapabilityReading,
  checkControlValue,
  checkKeysOfClass,
  resolveClass,
  resolveType,
  resolveUnit,
  resolveValues,
} from './channel.ts';
import { closest } from './distance.ts';
import { formatDuration } from './duration.ts';
import { below, complain, quote, type Site } from './finding.ts';
import { alternatives, unknownName, withArticle } from './kinds.ts';
import { checkOptions, resolveOptions } from './options.ts';
import { checkOwner, findPlace, type Owners, ownerOf } from './owner.ts';
import type { CapabilityConfig, Vocabulary } from './types.ts';

/** What a capability may refer to. */
export interface Surroundings extends Owners {
  /** The drivers that the file names and the catalog has, loaded. */
  chips: ReadonlyMap<string, ChipDefinition>;
  /** All names of the catalog. */
  drivers: readonly string[];
  vocabulary: Vocabulary;
}

/** A capability with the channel behind it. */
export interface ResolvedCapability {
  config: CapabilityConfig;
  channel: Channel;
  site: Site;
}

/** Resolves a capability; everything that can be judged is judged, also when something else is wrong. */
export function resolveCapability(
  reading: CapabilityReading,
  site: Site,
  around: Surroundings,
): ResolvedCapability | undefined {
  const { values } = reading;
  checkOwner(reading, site, around);
  const chip = findChip(values.driver, site, around);
  if (!chip) return undefined;
  const place = findPlace(reading, site, chip, around);
  const pollMs = resolvePoll(reading, site, chip);
  const options = values.options && resolveOptions(values.options, chip, below(site, 'options'));
  const found = findChannel(reading, site, chip);
  const shown = found && resolveClass(reading, site, found.channel);
  if (!found || !shown) return undefined;
  const { channel } = found;
  if (options) checkOptions(options, found.name, chip, site);
  checkKeysOfClass(reading, site, channel, shown);
  const type = resolveType(reading, site, channel, shown, around.vocabulary);
  const unit = resolveUnit(reading, site, channel, shown, around.vocabulary);
  const range = values.range ?? channel.range;
  const validValues = resolveValues(reading, site, channel, shown);
  checkQuantities(reading, site, { channel, shown, range, validValues });
  checkFilters(reading, site, channel, around);
  const { whole } = reading;
  if (!whole || !place || !options || type === undefined) return undefined;
  const { at: _, values: __, command: ___, ...kept } = whole;
  const known = present({ unit, range, pollMs, validValues, device: ownerOf(values, around) });
  const resolved = { channel: found.name, class: shown, type, options, place, ...known };
  return { channel, site, config: { ...kept, ...resolved } };
}

type Present<T> = { [N in keyof T]?: Exclude<T[N], undefined> };

/** An object without its undefined properties. */
function present<T extends object>(object: T): Present<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Present<T>;
}

function checkFilters({ values }: CapabilityReading, site: Site, channel: Channel, around: Surroundings): void {
  values.filter?.forEach((text, index) => {
    const at = below(below(site, 'filter'), index);
    const filter = around.vocabulary.parseFilter(text);
    if ('expected' in filter) {
      const near = closest(text.split(' ')[0] ?? '', filter.known);
      const suggestion = near === undefined ? {} : { suggestion: JSON.stringify(text.replace(/^\S*/, near)) };
      complain(at, 'bad-value', `${quote(text)} is not a filter`, { expected: filter.expected, ...suggestion });
    } else if (filter.samples === 'numbers' && channel.class !== 'LevelSensor') {
      const expected = 'a filter that does not look into the readings';
      complain(at, 'conflict', `${quote(text)} needs numbers, and this channel is ${withArticle(channel.class)}`, {
        expected,
      });
    }
  });
}

function findChip(driver: string | undefined, site: Site, around: Surroundings): ChipDefinition | undefined {
  if (driver === undefined) return undefined;
  const chip = around.chips.get(driver);
  return chip ?? unknownName(below(site, 'driver'), `there is no driver ${quote(driver)}`, driver, around.drivers);
}

/** The channel that is named, or the only one. */
function findChannel(reading: CapabilityReading, site: Site, chip: ChipDefinition) {
  const names = Object.keys(chip.channels);
  const { channel } = reading.values;
  const name = channel ?? (names.length === 1 && !reading.given.has('channel') ? names[0] : undefined);
  if (name !== undefined && Object.hasOwn(chip.channels, name)) return { name, channel: chip.channels[name]! };
  if (channel !== undefined) {
    const message = `${chip.name} has no channel ${quote(channel)}`;
    return unknownName(below(site, 'channel'), message, channel, names);
  }
  if (reading.given.has('channel')) return undefined;
  return complain(site, 'missing-key', `"channel" is missing: ${chip.name} has several`, {
    mark: 'key',
    expected: `channel = ${alternatives(names.map(known => JSON.stringify(known)))}`,
  });
}

function resolvePoll({ values, given }: CapabilityReading, site: Site, chip: ChipDefinition): number | undefined {
  const { pollMs } = values;
  const at = below(site, 'poll');
  if (!chip.sample && !chip.readBack) {
    if (given.has('pollMs'))
      complain(at, 'misplaced', `${chip.name} is not polled`, { mark: 'key', expected: 'no "poll"' });
    return undefined;
  }
  const shortest = chip.pollMsMin ?? 0;
  if (pollMs === undefined || pollMs >= shortest) return pollMs ?? chip.pollMsDefault;
  return complain(at, 'out-of-range', `${chip.name} cannot be polled that often`, {
    expected: `"${formatDuration(shortest)}" or more`,
  });
}

/** What a capability can read or be set to. */
interface Quantity {
  channel: Channel;
  shown: CapabilityClass;
  range: readonly [number, number] | undefined;
  validValues: readonly string[] | undefined;
}

/** Thresholds, range, sensitivity, step and initial value, each against the others. */
function checkQuantities({ values, given }: CapabilityReading, site: Site, quantity: Quantity): void {
  const { channel, shown, range, validValues } = quantity;
  const { low, high, initial, step } = values;
  if (low !== undefined && high !== undefined && low > high) {
    complain(below(site, 'low'), 'conflict', `low = ${low} is above high = ${high}`, { expected: `at most ${high}` });
  }
  for (const [key, threshold] of Object.entries({ low, high })) {
    if (threshold === undefined || !range || (threshold >= range[0] && threshold <= range[1])) continue;
    const details = { severity: 'warning', expected: `a number from ${range[0]} to ${range[1]}` } as const;
    complain(below(site, key), 'unusual', `${key} = ${threshold} is beyond what can be read`, details);
  }
  if (shown === 'BinarySensor' && channel.class === 'LevelSensor' && !range && !given.has('range')) {
    const expected = 'range = [400, 5000], say: "sensitivity" is a share of it';
    complain(site, 'missing-key', '"range" is missing: this channel has none of its own', { mark: 'key', expected });
  }
  if (shown === 'LevelControl') checkLevelControl(step, site, quantity, given.has('range'));
  if (shown.endsWith('Control') && initial !== undefined) {
    checkControlValue(initial, { ...present({ range, validValues }), class: shown }, below(site, 'initial'));
  }
}

/** A control's range is MinValue and MaxValue, and lies in what the hardware can do. */
function checkLevelControl(step: number | undefined, site: Site, { channel, range }: Quantity, isGiven: boolean): void {
  if (!range && !isGiven) {
    const expected = 'range = [0, 100], say: it is MinValue and MaxValue';
    complain(site, 'missing-key', '"range" is missing: this channel has none of its own', { mark: 'key', expected });
  }
  const own = channel.range;
  if (range && own && (range[0] < own[0] || range[1] > own[1])) {
    const expected = `no wider than [${own[0]}, ${own[1]}]`;
    complain(below(site, 'range'), 'out-of-range', 'this range is wider than what can be set', { expected });
  }
  if (step !== undefined && step <= 0) {
    complain(below(site, 'step'), 'out-of-range', `${step} is no step`, { expected: 'a number above 0' });
  }
}
