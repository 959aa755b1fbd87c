/**
 * A sensor's capability: from the readings of a channel to the values of its IoTCapability.
 *
 * A reading is judged (plausibility), filtered, and shown by class; what changed goes to the sink. Value keeps the last
 * good reading. LastContactTime moves with every good reading, filtered away or not: it says that the device lives. A
 * subscription to a whole IoTCapability therefore hears each poll; one to Value hears changes alone.
 */
import type { CapabilityClass, Channel, Reading } from '../../drivers/define.ts';
import type { Clock, DeviceErrorCode, Log, Stoppable } from '../../drivers/ports.ts';
import { triggerRange } from './classes.ts';
import { type DeviceFailure, describeFailure } from './errors.ts';
import { FilterChain } from './filters/chain.ts';
import type { FilterSpec } from './filters/parse.ts';
import { isHigh, isLow, type LevelThresholds } from './level.ts';
import { contactMsMin } from './limits.ts';
import { type Implausibility, Implausible, plausible } from './plausibility.ts';
import { isSame, Stillness } from './stillness.ts';
import { Trigger, type TriggerEvent, type TriggerSettings } from './trigger.ts';
import { Troubles, tallyOf } from './troubles.ts';
import { type CapabilitySink, type CapabilityValues, wallTimeText } from './values.ts';

/** What a controller may write, under TR-181's names. An absent one stays; `undefined` unsets a threshold. */
export interface CapabilitySettings extends Partial<TriggerSettings>, Partial<LevelThresholds> {
  /** False: readings are ignored and no timer runs; the values stay as they are. True at the start. */
  enabled?: boolean;
}

/** A sensor as the configuration describes it. */
export interface SensorSpec {
  name: string;
  /** The channel's name among those of its chip, and the channel. */
  channelName: string;
  channel: Channel;
  /** The class that it is shown as. */
  class: CapabilityClass;
  /** Replaces the channel's range; for a BinarySensor on a level, only what Sensitivity is a share of. */
  range?: readonly [number, number] | undefined;
  /** LevelSensor: how far beyond a threshold its flag turns back, in the channel's unit; 0 or absent: at once. */
  hysteresis?: number | undefined;
  /** Readings that have been the same for longer than this are none; absent: they may be the same for ever. */
  stuckMs?: number | undefined;
  filters: readonly FilterSpec[];
  settings: CapabilitySettings;
}

/** What a sensor needs of the world. */
export interface SensorOutside {
  clock: Clock;
  log: Log;
}

/** Why a reading does not become a value. */
type Cause = Implausibility | DeviceErrorCode;

const tick: TriggerEvent = { kind: 'tick' };

export class Sensor {
  readonly name: string;
  readonly channelName: string;
  /** What judges the readings, and what judges what the filters make of them. */
  readonly #channel: Channel;
  readonly #shown: Channel;
  readonly #hysteresis: number;
  readonly #stillness: Stillness | undefined;
  readonly #outside: SensorOutside;
  readonly #sink: CapabilitySink;
  readonly #chain: FilterChain;
  readonly #trigger: Trigger | undefined;
  readonly #thresholds: LevelThresholds = { LowLevelThreshold: undefined, HighLevelThreshold: undefined };
  /** Refused readings, by reason. */
  readonly #troubles = new Troubles<Cause>();
  /** Readings that were good, and were refused after the filters had changed them. */
  readonly #filterTroubles = new Troubles<Cause>();
  #isEnabled = true;
  /** As last told to the sink; undefined before the first reading. */
  #value: Reading | undefined;
  #low = false;
  #high = false;
  #contactToldMs = Number.NEGATIVE_INFINITY;
  #timer: Stoppable | undefined;
  #timerAtMs = Number.POSITIVE_INFINITY;
  readonly #wake = () => this.#tick();

  /** `spec` must fit (misfitOf in classes.ts): the configuration has seen to that. */
  constructor(spec: SensorSpec, outside: SensorOutside, sink: CapabilitySink) {
    const { channel, range } = spec;
    const isBinary = spec.class === 'BinarySensor';
    this.name = spec.name;
    this.channelName = spec.channelName;
    this.#shown = range && !isBinary ? { ...channel, range } : channel;
    // A reading that is calibrated afterwards is not yet on the scale that the configured range speaks of.
    this.#channel = spec.filters.some(filter => filter.rescales) ? channel : this.#shown;
    this.#hysteresis = spec.hysteresis ?? 0;
    this.#stillness = spec.stuckMs === undefined ? undefined : new Stillness(spec.stuckMs);
    this.#outside = outside;
    this.#sink = sink;
    this.#chain = new FilterChain(spec.filters.map(filter => filter.create()));
    const levels = isBinary ? triggerRange(spec) : undefined;
    this.#trigger = levels && new Trigger(levels);
    this.configure(spec.settings);
  }

  /** Applies settings at once: thresholds are judged again, timers counted anew from the same trigger. */
  configure(settings: CapabilitySettings): void {
    const { enabled, LowLevelThreshold, HighLevelThreshold, ...trigger } = settings;
    if (enabled !== undefined) this.#isEnabled = enabled;
    if ('LowLevelThreshold' in settings) this.#thresholds.LowLevelThreshold = LowLevelThreshold;
    if ('HighLevelThreshold' in settings) this.#thresholds.HighLevelThreshold = HighLevelThreshold;
    this.#turn({ kind: 'settings', settings: trigger }, undefined, {});
  }

  /** Takes a reading of its channel, good or not. */
  take(reading: Reading): void {
    if (!this.#isEnabled) return;
    const judged = this.#judge(reading);
    if (judged instanceof Implausible) {
      this.#refuse(judged.why, `${judged.message}; such readings are ignored`, this.#troubles);
      return;
    }
    this.#cure(this.#troubles, 'its readings are plausible again');
    this.#turn(tick, judged, { LastContactTime: wallTimeText(this.#outside.clock) });
  }

  /** Hears that its channel has failed at `at`, while others of the same device have their readings. */
  miss(failure: DeviceFailure, at: string): void {
    if (this.#isEnabled) this.#refuse(failure.code, `${describeFailure(failure, at)}; trying again`, this.#troubles);
  }

  #judge(reading: Reading): Reading | Implausible {
    const judged = plausible(this.#channel, reading);
    if (judged instanceof Implausible) return judged;
    return this.#stillness?.judge(judged, this.#outside.clock.monotonicMs()) ?? judged;
  }

  /** Ends its timers. */
  stop(): void {
    this.#isEnabled = false;
    this.#arm(Number.POSITIVE_INFINITY);
  }

  #refuse(cause: Cause, message: string, troubles: Troubles<Cause>): void {
    if (!troubles.note(cause, this.#outside.clock.monotonicMs())) return;
    this.#outside.log('warning', `${this.name}: ${message}`);
  }

  #cure(troubles: Troubles<Cause>, end: string): void {
    const counts = troubles.cure();
    if (!counts) return;
    const tally = tallyOf(counts, 'that were not', cause => cause.replaceAll('-', ' '));
    this.#outside.log('notice', `${this.name}: ${end}${tally}`);
  }

  #tick(): void {
    this.#timerAtMs = Number.POSITIVE_INFINITY;
    this.#turn(tick, undefined, {});
  }

  /** One turn: filters, class, sink, timer. The trigger hears `event`, then what the filters pass of `sample`. */
  #turn(event: TriggerEvent, sample: Reading | undefined, changes: CapabilityValues): void {
    if (!this.#isEnabled) {
      this.#arm(Number.POSITIVE_INFINITY);
      return;
    }
    const nowMs = this.#outside.clock.monotonicMs();
    this.#trigger?.step(event, nowMs);
    const passed = this.#passed(this.#chain.step(sample, nowMs));
    if (passed !== undefined) this.#trigger?.step({ kind: 'reading', reading: levelOf(passed) }, nowMs);
    this.#show(this.#trigger ? this.#triggered(passed) : passed, changes);
    this.#arm(Math.min(this.#chain.nextDeadlineMs, this.#trigger?.nextDeadlineMs ?? Number.POSITIVE_INFINITY));
  }

  /** What the filters have passed, judged as a reading is: a calibration may have led it out of the range. */
  #passed(passed: Reading | undefined): Reading | undefined {
    const judged = passed === undefined ? undefined : plausible(this.#shown, passed);
    if (judged instanceof Implausible) {
      this.#refuse(
        judged.why,
        `${judged.message}; what the filters make so of a reading is ignored`,
        this.#filterTroubles,
      );
      return undefined;
    }
    if (judged !== undefined)
      this.#cure(this.#filterTroubles, 'what the filters make of its readings is plausible again');
    return judged;
  }

  /** The trigger's value, once there has been a reading. */
  #triggered(passed: Reading | undefined): boolean | undefined {
    return this.#value === undefined && passed === undefined ? undefined : this.#trigger?.value;
  }

  /** Adds what has changed to `changes` and tells the sink, if there is anything to tell. */
  #show(value: Reading | undefined, changes: CapabilityValues): void {
    if (value !== undefined && !isSame(value, this.#value)) this.#change(value, changes);
    const level = typeof this.#value === 'number' ? this.#value : undefined;
    const hysteresis = this.#hysteresis;
    const low = isLow(level, this.#thresholds, { was: this.#low, hysteresis });
    const high = isHigh(level, this.#thresholds, { was: this.#high, hysteresis });
    if (low !== this.#low) changes.LowLevel = low;
    if (high !== this.#high) changes.HighLevel = high;
    this.#low = low;
    this.#high = high;
    if (this.#isWorthTelling(changes)) this.#sink.update(changes);
  }

  #change(value: Reading, changes: CapabilityValues): void {
    this.#value = value;
    if (typeof value === 'object') changes.Values = value;
    else changes.Value = value;
    changes.LastChange = wallTimeText(this.#outside.clock);
  }

  /** LastContactTime alone is told not too often; also where it reads the same, for a watchdog waits for it. */
  #isWorthTelling(changes: CapabilityValues): boolean {
    const { LastContactTime: contact, ...others } = changes;
    const nowMs = this.#outside.clock.monotonicMs();
    const isAlone = Object.keys(others).length === 0;
    if (isAlone && (contact === undefined || nowMs - this.#contactToldMs < contactMsMin)) return false;
    if (contact !== undefined) this.#contactToldMs = nowMs;
    return true;
  }

  /** One timer at most, for the earliest deadline. */
  #arm(atMs: number): void {
    if (atMs === this.#timerAtMs) return;
    this.#timer?.stop();
    this.#timerAtMs = atMs;
    const { clock } = this.#outside;
    this.#timer = atMs === Number.POSITIVE_INFINITY ? undefined : clock.after(atMs - clock.monotonicMs(), this.#wake);
  }
}

/** A binary input as a level of binaryRange. */
function levelOf(reading: Reading): number {
  return typeof reading === 'boolean' ? (reading ? 100 : 0) : Number(reading);
}
