/** Which class of capability a channel can be shown as, and what its filters and trigger need. Pure. */
import type { CapabilityClass, Channel } from '../../drivers/define.ts';
import type { FilterSpec } from './filters/parse.ts';
import { binaryRange } from './trigger.ts';

/** Why a configuration does not fit its channel. */
export type MisfitCode = 'class' | 'range' | 'filter';

/** An error as a value. */
export class Misfit {
  readonly code: MisfitCode;
  /** What would have been right. */
  readonly expected: string;

  constructor(code: MisfitCode, expected: string) {
    this.code = code;
    this.expected = expected;
  }
}

/** How a channel is to be shown. */
export interface Showing {
  channel: Channel;
  class: CapabilityClass;
  /** A BinarySensor on a level channel: what Sensitivity is a share of; the channel's own range where absent. */
  range?: readonly [number, number] | undefined;
  filters: readonly FilterSpec[];
}

/** The classes that a channel can be shown as: its own, and a threshold on a level. */
export function classesFor(channel: Channel): CapabilityClass[] {
  return channel.class === 'LevelSensor' ? ['LevelSensor', 'BinarySensor'] : [channel.class];
}

/** The range that a BinarySensor's level is a share of; undefined where nothing says. */
export function triggerRange({ channel, range }: Showing): readonly [number, number] | undefined {
  return channel.class === 'BinarySensor' ? binaryRange : (range ?? channel.range);
}

/** What does not fit, if anything does not; for the configuration to say before the engine is built. */
export function misfitOf(showing: Showing): Misfit | undefined {
  const { channel, filters } = showing;
  const classes = classesFor(channel);
  if (!classes.includes(showing.class)) return new Misfit('class', `one of ${classes.join(', ')}`);
  if (showing.class === 'BinarySensor') {
    const range = triggerRange(showing);
    if (!range || !(range[0] < range[1])) return new Misfit('range', 'the smallest and the largest level: [400, 5000]');
  }
  const unfit = filters.find(filter => filter.samples === 'numbers' && channel.class !== 'LevelSensor');
  return unfit && new Misfit('filter', `a channel of single numbers for "${unfit.name}"`);
}
