/** One step of a control (TR-369 "IoT Data Model Theory of Operation": LevelControl, EnumControl). Pure. */
import { withoutDust } from './numbers.ts';

/** Up or down. */
export type Direction = 1 | -1;

/** A level one `step` on (negative: down), clamped to its range: from 6 down by 1 in [5.5, 25] is 5.5. */
export function stepLevel(value: number, step: number, [min, max]: readonly [number, number]): number {
  return Math.min(max, Math.max(min, withoutDust(value + step)));
}

/** The next or the last of `words`, going round at the end. What is none of them steps to the first, or the last. */
export function stepWord(word: string, words: readonly string[], direction: Direction): string {
  const at = words.indexOf(word);
  const next = at < 0 && direction < 0 ? words.length - 1 : (at + direction + words.length) % words.length;
  return words[next] ?? word;
}
