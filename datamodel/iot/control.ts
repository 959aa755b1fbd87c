/** An actuator's capability: what it shall be, and what is safe. */
import type { Channel, Reading } from '../../drivers/define.ts';
import { DeviceFailure } from './errors.ts';
import { roundTo } from './numbers.ts';
import { Implausible, plausible } from './plausibility.ts';

/** A value of a BinaryControl, LevelControl or EnumControl. */
export type ControlValue = boolean | number | string;

/** A control as the configuration describes it. */
export interface ControlSpec {
  name: string;
  /** The channel's name among those of its chip, and the channel. */
  channelName: string;
  channel: Channel;
  /** Replaces the channel's range (MinValue and MaxValue). */
  range?: readonly [number, number] | undefined;
  /** The value at start, at stop and on failure; the safe one where absent. */
  initial?: ControlValue | undefined;
}

export class Control {
  readonly name: string;
  readonly channelName: string;
  readonly #channel: Channel;
  /** Driven at start, at stop, and before a device that failed is closed. */
  readonly initial: ControlValue;
  /** What the hardware was last successfully given; written again after an outage. */
  wanted: ControlValue;

  constructor({ name, channelName, channel, range, initial }: ControlSpec) {
    this.name = name;
    this.channelName = channelName;
    this.#channel = range ? { ...channel, range } : channel;
    this.initial = initial ?? safeValue(this.#channel);
    this.wanted = this.initial;
  }

  /** Why the channel cannot take `value`: 'unsupported'. The tree has refused most of it before. */
  refusal(value: ControlValue): DeviceFailure | undefined {
    const judged = plausible(this.#channel, value);
    return judged instanceof Implausible ? new DeviceFailure('unsupported', judged.message) : undefined;
  }

  /** Whether what the hardware says it has is what it was given, at the channel's resolution. */
  isHeldBy(readBack: Reading): boolean {
    if (typeof readBack !== 'number' || typeof this.wanted !== 'number') return readBack === this.wanted;
    const { resolution } = this.#channel;
    return roundTo(readBack, resolution) === roundTo(this.wanted, resolution);
  }
}

/** Off; for a level, the one in its range that is nearest to 0; for words, the first. */
function safeValue({ class: capabilityClass, range, validValues }: Channel): ControlValue {
  if (capabilityClass === 'BinaryControl') return false;
  if (capabilityClass === 'EnumControl') return validValues?.[0] ?? '';
  return range ? Math.min(Math.max(0, range[0]), range[1]) : 0;
}
