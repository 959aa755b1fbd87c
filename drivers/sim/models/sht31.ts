/**
 * A model of the Sensirion SHT31, from the SHT3x-DIS datasheet, version 5. Not modelled: clock stretching, alert
 * limits, and the effect of the heater on what is measured.
 */
import { sensirionCrc, wordAt, wordBytes } from '../../bytes.ts';
import type { Clock } from '../../ports.ts';
import type { I2cModel } from '../i2c.ts';

/** Single shot without clock stretching (p. 10, table 9), and the longest time that each takes (p. 7, table 4). */
const singleShotMs = new Map([
  [0x2400, 15],
  [0x240b, 6],
  [0x2416, 4],
]);

/** The first bytes of the commands that start periodic measurements (p. 11, table 10). */
const periodicFirstBytes = [0x20, 0x21, 0x22, 0x23, 0x27];

const fetchData = 0xe000;
const breakPeriodic = 0x3093;
const softReset = 0x30a2;
const heaterOn = 0x306d;
const heaterOff = 0x3066;
const readStatus = 0xf32d;
const clearStatus = 0x3041;

/** Status register (p. 13, table 18): alert pending and reset detected are set after a reset. */
const statusAfterReset = 0x8010;
const statusHeater = 0x2000;
const statusCleared = 0x8c10;
const statusBadCommand = 0x0002;

/** Before the next command: 1 ms after any, 1.5 ms after a reset (p. 9, section 4.1; p. 7, table 4). */
const commandMs = 1;
const resetMs = 1.5;

export class Sht31Model implements I2cModel {
  /** What the sensor's surroundings are, in degC and % relative humidity. */
  temperature = 21.5;
  humidity = 45;
  readonly #clock: Clock;
  #status = statusAfterReset;
  #isPeriodic = false;
  #busyUntilMs = 0;
  #answer: Uint8Array | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Nothing is acknowledged while a measurement or a reset runs. */
  write(bytes: Uint8Array): boolean {
    if (this.#isBusy() || bytes.length !== 2) return false;
    const command = wordAt(bytes, 0);
    // While it measures periodically, it wants to be stopped before anything else (p. 11, section 4.5).
    if (this.#isPeriodic && command !== fetchData && command !== breakPeriodic) return false;
    this.#busyUntilMs = this.#clock.monotonicMs() + commandMs;
    this.#answer = undefined;
    if (command !== readStatus) this.#status &= ~statusBadCommand;
    this.#obey(command);
    return true;
  }

  /** A read without data to give is not acknowledged (p. 10, section 4.4), and data are given once. */
  read(length: number): Uint8Array | undefined {
    const answer = this.#isBusyMeasuring() ? undefined : this.#answer;
    if (!answer) return undefined;
    this.#answer = undefined;
    // Beyond its data the sensor lets the line go, and the pull-up makes ones.
    return Uint8Array.from({ length }, (_, i) => answer[i] ?? 0xff);
  }

  #obey(command: number): void {
    const measureMs = singleShotMs.get(command);
    if (measureMs !== undefined) {
      this.#busyUntilMs = this.#clock.monotonicMs() + measureMs;
      this.#answer = this.#measurement();
    } else if (periodicFirstBytes.includes(command >> 8)) this.#isPeriodic = true;
    else if (command === fetchData && this.#isPeriodic) this.#answer = this.#measurement();
    else if (command === breakPeriodic) this.#isPeriodic = false;
    else if (command === softReset) this.#reset();
    else if (command === heaterOn) this.#status |= statusHeater;
    else if (command === heaterOff) this.#status &= ~statusHeater;
    else if (command === readStatus) this.#answer = withCrc(this.#status);
    else if (command === clearStatus) this.#status &= ~statusCleared;
    else this.#status |= statusBadCommand;
  }

  #reset(): void {
    this.#status = statusAfterReset;
    this.#busyUntilMs = this.#clock.monotonicMs() + resetMs;
  }

  #isBusy(): boolean {
    return this.#clock.monotonicMs() < this.#busyUntilMs;
  }

  /** An answer to a command other than a measurement is there at once. */
  #isBusyMeasuring(): boolean {
    return this.#isBusy() && this.#answer?.length === 6 && !this.#isPeriodic;
  }

  /** Both words with their CRCs, the temperature first (p. 10, section 4.4; conversion p. 14, section 4.13). */
  #measurement(): Uint8Array {
    const raw = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 0xffff);
    return Uint8Array.of(...withCrc(raw((this.temperature + 45) / 175)), ...withCrc(raw(this.humidity / 100)));
  }
}

function withCrc(word: number): Uint8Array {
  const bytes = wordBytes(word);
  return Uint8Array.of(...bytes, sensirionCrc(bytes));
}
