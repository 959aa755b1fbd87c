/**
 * A model of the Vishay VEML7700: registers and fields of the Linux driver (drivers/iio/light/veml6030.c, 6.1), with the
 * sensitivity of the newer datasheets: 0.0042 lx a count at gain 2 and 800 ms. In bright light it reads low, by the curve
 * of the maker's application note 84323.
 */
import type { Clock } from '../../ports.ts';
import { rawFor, WordRegisters } from './registers.ts';

const gains = [1, 2, 1 / 8, 1 / 4];
const integrationMs = new Map([
  [0b1100, 25],
  [0b1000, 50],
  [0b0000, 100],
  [0b0001, 200],
  [0b0010, 400],
  [0b0011, 800],
]);

/** The true light of what it seems to be, in lx (84323: a, b, c and d). */
function trueLight(seeming: number): number {
  if (seeming <= 1_000) return seeming;
  const [a, b, c, d] = [6.0135e-13, -9.3924e-9, 8.1488e-5, 1.0023];
  return a * seeming ** 4 + b * seeming ** 3 + c * seeming ** 2 + d * seeming;
}

const seemingMax = 40_000;
const stepsPerLux = 50;

/** At address 0x10 (datasheet, table 8). */
const identification = 0xc481;

export class Veml7700Model extends WordRegisters {
  /** lx, before the converter. */
  light = 320;
  readonly #clock: Clock;
  #readyAtMs = Number.POSITIVE_INFINITY;

  constructor(clock: Clock) {
    super('low byte first');
    this.#clock = clock;
    this.words.set(0, 1).set(7, identification);
  }

  protected override get(register: number): number {
    if (register !== 4) return super.get(register);
    return this.#clock.monotonicMs() >= this.#readyAtMs ? this.#counts : 0;
  }

  protected override put(register: number, value: number): void {
    this.words.set(register, value);
    if (register !== 0) return;
    const isOff = (value & 1) === 1;
    this.#readyAtMs = isOff ? Number.POSITIVE_INFINITY : this.#clock.monotonicMs() + 2.5 + this.#integrationMs;
  }

  get #integrationMs(): number {
    return integrationMs.get((super.get(0) >> 6) & 0xf) ?? 100;
  }

  get #counts(): number {
    const gain = gains[(super.get(0) >> 11) & 3]!;
    const luxPerCount = 0.0042 * (2 / gain) * (800 / this.#integrationMs);
    const seeming = rawFor(this.light, seemingMax * stepsPerLux, raw => trueLight(raw / stepsPerLux)) / stepsPerLux;
    return Math.min(0xffff, Math.round(seeming / luxPerCount));
  }
}
