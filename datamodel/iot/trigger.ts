/**
 * The trigger of a BinarySensor: a reading against a level, with Sensitivity, HoldTime and RestTime
 * (TR-181 IoTCapability.{i}.BinarySensor; TR-369 "IoT Data Model Theory of Operation", threshold trigger).
 *
 * A pure state machine. It says when it wants to be asked again; however late it is asked, what was due happens as of
 * its own moment, so that timers which come late do not move a hold or a rest.
 *
 * - Level = (100 - Sensitivity) % of the range. Sensitivity 0 disables: the value is false.
 * - A reading above the level triggers. One below it, or at the bottom of the range, makes a reset due. One equal to
 *   the level changes nothing.
 * - A due reset waits until HoldTime after the trigger. A reading above before then cancels it; the hold is not
 *   restarted.
 * - Until RestTime after the trigger there is no new one: a reading above the level is ignored and a due reset stands.
 *   When the rest ends, the last reading is judged again.
 * - A change of the three settings applies at once, timers counted from the same trigger.
 */
import { withoutDust } from './numbers.ts';

export interface TriggerSettings {
  /** 0 (disabled) to 100 (most sensitive). */
  Sensitivity: number;
  /** Milliseconds. */
  HoldTime: number;
  /** Milliseconds. */
  RestTime: number;
}

/** TR-181 has no defaults. Sensitivity: the level is the middle of the range. Hold and rest are off. */
export const triggerDefaults: Readonly<TriggerSettings> = { Sensitivity: 50, HoldTime: 0, RestTime: 0 };

/** A binary input is the whole of this range or none of it: Sensitivity 1 to 100 pass it on, 0 disables it. */
export const binaryRange: readonly [number, number] = [0, 100];

export type TriggerEvent =
  | { kind: 'reading'; reading: number }
  | { kind: 'settings'; settings: Partial<TriggerSettings> }
  | { kind: 'tick' };

export interface TriggerOutcome {
  readonly value: boolean;
  /** When to step with a tick; Infinity where nothing is due. */
  readonly nextDeadlineMs: number;
}

export class Trigger implements TriggerOutcome {
  readonly #range: readonly [number, number];
  #settings: TriggerSettings;
  #level: number;
  #reading: number | undefined;
  #triggeredAtMs = Number.NEGATIVE_INFINITY;
  #isResetDue = false;
  #value = false;

  /** `range`: the declared range of the channel, in the unit of the readings. */
  constructor(range: readonly [number, number], settings: Partial<TriggerSettings> = {}) {
    this.#range = range;
    this.#settings = { ...triggerDefaults, ...settings };
    this.#level = levelOf(range, this.#settings.Sensitivity);
  }

  get value(): boolean {
    return this.#value;
  }

  get nextDeadlineMs(): number {
    return Math.min(this.#resetAtMs, this.#judgeAtMs);
  }

  /** Takes one event at `nowMs` of monotonic time, after all that was due until then. */
  step(event: TriggerEvent, nowMs: number): TriggerOutcome {
    this.#catchUp(nowMs);
    if (event.kind === 'reading') this.#reading = event.reading;
    if (event.kind === 'settings') {
      this.#settings = { ...this.#settings, ...event.settings };
      this.#level = levelOf(this.#range, this.#settings.Sensitivity);
    }
    if (event.kind !== 'tick') this.#judge(nowMs);
    return this;
  }

  /** What fell due, in order. A reset at the end of the rest comes before the judgement: nothing cancelled it. */
  #catchUp(nowMs: number): void {
    for (let dueMs = this.nextDeadlineMs; dueMs <= nowMs; dueMs = this.nextDeadlineMs) {
      if (this.#resetAtMs === dueMs) this.#reset();
      else this.#judge(dueMs);
    }
  }

  /** Holds the last reading against the level as of `atMs`. */
  #judge(atMs: number): void {
    if (this.#settings.Sensitivity === 0) this.#reset();
    else if (this.#isAbove) this.#judgeAbove(atMs);
    else if (this.#isBelow && this.#value) this.#isResetDue = true;
    if (this.#resetAtMs <= atMs) this.#reset();
  }

  #judgeAbove(atMs: number): void {
    if (atMs < this.#triggeredAtMs + this.#settings.RestTime) return;
    if (!this.#value) this.#triggeredAtMs = atMs;
    this.#value = true;
    this.#isResetDue = false;
  }

  #reset(): void {
    this.#value = false;
    this.#isResetDue = false;
  }

  get #isAbove(): boolean {
    return this.#reading !== undefined && this.#reading > this.#level;
  }

  get #isBelow(): boolean {
    return this.#reading !== undefined && (this.#reading < this.#level || this.#reading <= this.#range[0]);
  }

  get #resetAtMs(): number {
    return this.#isResetDue ? this.#triggeredAtMs + this.#settings.HoldTime : Number.POSITIVE_INFINITY;
  }

  /** The end of the rest, where a reading that was ignored waits for it. */
  get #judgeAtMs(): number {
    const waits = this.#isAbove && (this.#isResetDue || !this.#value) && this.#settings.Sensitivity > 0;
    return waits ? this.#triggeredAtMs + this.#settings.RestTime : Number.POSITIVE_INFINITY;
  }
}

function levelOf([min, max]: readonly [number, number], sensitivity: number): number {
  return withoutDust(min + ((max - min) * (100 - sensitivity)) / 100);
}
