/** Sensirion's way of talking over I2C: commands of one word or byte, and answers of words with a CRC each. */
import { sensirionCrc, wordAt, wordBytes } from '../../bytes.ts';
import type { Clock } from '../../ports.ts';
import type { I2cModel } from '../i2c.ts';

/** What a command does: how long it takes, and the words that can be read afterwards. */
export interface Reaction {
  ms: number;
  words?: readonly number[];
}

export abstract class SensirionModel implements I2cModel {
  protected readonly clock: Clock;
  #busyUntilMs = 0;
  #answer: Uint8Array | undefined;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Takes a command; undefined where the part does not acknowledge it. */
  protected abstract react(command: number, args: readonly number[]): Reaction | undefined;

  write(bytes: Uint8Array): boolean {
    if (this.#isBusy) return false;
    const args = argsOf(bytes.subarray(2));
    const reaction = args && this.react(bytes.length === 1 ? bytes[0]! : wordAt(bytes, 0), args);
    if (!reaction) return false;
    this.#busyUntilMs = this.clock.monotonicMs() + reaction.ms;
    this.#answer = reaction.words && withCrcs(reaction.words);
    return true;
  }

  read(length: number): Uint8Array | undefined {
    const answer = this.#answer;
    if (this.#isBusy || !answer) return undefined;
    this.#answer = undefined;
    return Uint8Array.from({ length }, (_, at) => answer[at] ?? 0xff);
  }

  get #isBusy(): boolean {
    return this.clock.monotonicMs() < this.#busyUntilMs;
  }
}

function withCrcs(words: readonly number[]): Uint8Array {
  return Uint8Array.from(words.flatMap(word => [...wordBytes(word), sensirionCrc(wordBytes(word))]));
}

/** Words whose CRCs are right; undefined otherwise. */
function argsOf(bytes: Uint8Array): number[] | undefined {
  const words: number[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    if (sensirionCrc(bytes.subarray(at, at + 2)) !== bytes[at + 2]) return undefined;
    words.push(wordAt(bytes, at));
  }
  return words;
}

/** A share of a full word. */
export function share(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 0xffff);
}
