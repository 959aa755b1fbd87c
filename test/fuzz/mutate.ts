/** Damage to valid inputs: random, but repeatable from a seed. */
import type { Random } from '../../drivers/ports.ts';

export class Dice {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  below(count: number): number {
    return Math.floor(this.#random.fraction() * count);
  }

  chance(share: number): boolean {
    return this.#random.fraction() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  bytes(count: number): Uint8Array {
    return this.#random.bytes(count);
  }
}

type ByteDamage = (bytes: Uint8Array, dice: Dice, samples: readonly Uint8Array[]) => Uint8Array;

/** Bytes that mean something in most formats: ends of ranges, varint continuations, lengths. */
const telling = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x0a, 0x22, 0x2e, 0x5b];

const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap(part => [...part]));

const byteDamages: readonly ByteDamage[] = [
  (bytes, dice) => bytes.slice(0, dice.below(bytes.length + 1)),
  (bytes, dice) => {
    const out = bytes.slice();
    for (let i = 0; i <= dice.below(4) && out.length > 0; i++) out[dice.below(out.length)]! ^= 1 << dice.below(8);
    return out;
  },
  (bytes, dice) => {
    const out = bytes.slice();
    if (out.length > 0) out[dice.below(out.length)] = dice.pick(telling);
    return out;
  },
  (bytes, dice) => {
    const at = dice.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), dice.bytes(1 + dice.below(8)), bytes.subarray(at + dice.below(4)));
  },
  (bytes, dice, samples) => {
    const other = dice.pick(samples);
    const from = dice.below(other.length + 1);
    const at = dice.below(bytes.length + 1);
    const piece = other.subarray(from, from + dice.below(other.length - from + 1));
    return joined(bytes.subarray(0, at), piece, bytes.subarray(at + dice.below(3)));
  },
  (bytes, dice) => {
    const from = dice.below(bytes.length + 1);
    const piece = bytes.subarray(from, from + dice.below(16));
    return joined(
      bytes.subarray(0, from),
      ...Array.from({ length: 1 + dice.below(8) }, () => piece),
      bytes.subarray(from),
    );
  },
];

/** One to three kinds of damage to one of `samples`. */
export function damagedBytes(samples: readonly Uint8Array[], dice: Dice): Uint8Array {
  let bytes = dice.pick(samples);
  for (let left = 1 + dice.below(3); left > 0; left--) bytes = dice.pick(byteDamages)(bytes, dice, samples);
  return bytes;
}

type TextDamage = (text: string, at: number, dice: Dice, tokens: readonly string[]) => string;

const textDamages: readonly TextDamage[] = [
  (text, at) => text.slice(0, at),
  (text, at, dice) => text.slice(0, at) + text.slice(at + 1 + dice.below(4)),
  (text, at, dice, tokens) => text.slice(0, at) + dice.pick(tokens) + text.slice(at),
  (text, at, dice, tokens) => text.slice(0, at) + dice.pick(tokens) + text.slice(at + 1 + dice.below(8)),
  (text, at, dice) => text.slice(0, at) + text.slice(at, at + 12).repeat(1 + dice.below(6)) + text.slice(at),
];

/** One to three kinds of damage to one of `samples`; `tokens` mean something in its grammar. */
export function damagedText(samples: readonly string[], tokens: readonly string[], dice: Dice): string {
  let text = dice.pick(samples);
  for (let left = 1 + dice.below(3); left > 0; left--) {
    text = dice.pick(textDamages)(text, dice.below(text.length + 1), dice, tokens);
  }
  return text;
}
