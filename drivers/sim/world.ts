/** A machine that exists only here, with a model of each device that a configuration names, and all of it in motion. */
import type { Clock, Stoppable } from '../ports.ts';
import { type Course, contact, wave, words } from './course.ts';
import { SimHardware } from './hardware.ts';
import type { ChannelPlan, DevicePlan, Faults, Motion, StandIn, Switch } from './stand-in.ts';
import { fileStandIns } from './stand-ins/files.ts';
import { i2cStandIns } from './stand-ins/i2c.ts';
import { lineStandIns, serialStandIns } from './stand-ins/lines.ts';
import { modbusStandIns } from './stand-ins/modbus.ts';
import { programStandIns } from './stand-ins/programs.ts';

/** By driver. */
export const standIns: Readonly<Record<string, StandIn>> = {
  ...i2cStandIns,
  ...lineStandIns,
  ...serialStandIns,
  ...modbusStandIns,
  ...fileStandIns,
  ...programStandIns,
};

const stepMs = 250;
const stepsPerSecond = 1000 / stepMs;

/** How far beyond a value that somebody waits for a wave goes, as a share of its height. */
const beyondShare = 0.1;

/** A device that is simulated. */
export interface Simulated {
  /** What stands in for it, for people. */
  model: string;
  faults: Faults;
}

interface Moving extends Simulated {
  isFrozen: boolean;
  move(elapsedMs: number): void;
  speak: ((elapsedMs: number) => void) | undefined;
}

export class SimulatedWorld {
  readonly hardware: SimHardware;
  readonly #clock: Clock;
  readonly #seed: number;
  readonly #startMs: number;
  readonly #devices = new Map<string, Moving>();
  #steps = 0;
  #timer: Stoppable | undefined;

  /** `seed`: a whole number; the same one makes everything move the same way. */
  constructor(clock: Clock, seed: number) {
    this.hardware = new SimHardware(clock);
    this.#clock = clock;
    this.#seed = seed;
    this.#startMs = clock.monotonicMs();
  }

  /** Puts a device into its place, where it is not yet; undefined where there is no model of it. */
  add(plan: DevicePlan): Simulated | undefined {
    const key = JSON.stringify([plan.driver, plan.at, plan.options]);
    const device = this.#devices.get(key) ?? this.#made(plan);
    if (!device) return undefined;
    this.#devices.set(key, device);
    device.move(this.#elapsedMs);
    return device;
  }

  /** Sets all in motion. */
  start(): void {
    this.#timer ??= this.#clock.after(stepMs, () => this.#step());
  }

  stop(): void {
    this.#timer?.stop();
    this.#timer = undefined;
  }

  get #elapsedMs(): number {
    return this.#clock.monotonicMs() - this.#startMs;
  }

  #step(): void {
    this.#timer = undefined;
    const elapsedMs = this.#elapsedMs;
    const isSecond = ++this.#steps % stepsPerSecond === 0;
    for (const device of this.#devices.values()) {
      if (!device.isFrozen) device.move(elapsedMs);
      if (isSecond) device.speak?.(elapsedMs);
    }
    this.start();
  }

  #made(plan: DevicePlan): Moving | undefined {
    const standIn = Object.hasOwn(standIns, plan.driver) ? standIns[plan.driver] : undefined;
    const device = standIn?.(plan, this.hardware, this.#clock);
    if (!device) return undefined;
    const moves = Object.entries(device.motions ?? {}).map(([channel, motion]) => {
      return moveOf(motion, plan.channels.get(channel), this.#seed, `${plan.at} ${channel}`);
    });
    const move = (elapsedMs: number) => {
      for (const each of moves) each(elapsedMs);
    };
    const moving: Moving = { ...device, isFrozen: false, move, speak: device.speak };
    if (moves.length > 0) moving.faults = { ...device.faults, frozen: freezing(moving) };
    return moving;
  }
}

function freezing(device: Moving): Switch {
  const freeze = (isFrozen: boolean) => () => {
    device.isFrozen = isFrozen;
  };
  return { begin: freeze(true), end: freeze(false) };
}

function moveOf(
  motion: Motion,
  plan: ChannelPlan | undefined,
  seed: number,
  name: string,
): (elapsedMs: number) => void {
  if (motion.kind === 'wave') return moved(wave(bandFor(motion.band, plan), seed, name), motion.set);
  if (motion.kind === 'words') return moved(words(motion.choices, seed, name), motion.set);
  return moved(contact(motion, seed, name), motion.set);
}

const moved =
  <Value>(course: Course<Value>, set: (value: Value) => void) =>
  (elapsedMs: number) =>
    set(course(elapsedMs));

/** The usual band of a quantity, wider where somebody waits for a value beyond it, within what the channel can have. */
export function bandFor([low, high]: readonly [number, number], plan?: ChannelPlan): readonly [number, number] {
  if (!plan) return [low, high];
  const wanted = [low, high, ...plan.crossings];
  const [lowest, highest] = [Math.min(...wanted), Math.max(...wanted)];
  const beyond = beyondShare * (highest - lowest);
  const [min, max] = plan.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [Math.max(min, lowest < low ? lowest - beyond : low), Math.min(max, highest > high ? highest + beyond : high)];
}
