/** Choices that a test leaves to chance, or tries one after the other. */
import type { Random } from '../../drivers/ports.ts';

/** One of 0 to `count` - 1. */
export type Choose = (count: number) => number;

export const first: Choose = () => 0;
export const last: Choose = count => count - 1;
export const byChance =
  (random: Random): Choose =>
  count =>
    Math.floor(random.fraction() * count);

/**
 * Calls `work` with every sequence of choices that it can ask for, while they are no more than `most`; false when there
 * were more. `work` must ask the same after the same answers.
 */
export function tryAll(work: (choose: Choose) => void, most: number): boolean {
  let path: { choice: number; count: number }[] = [];
  for (let tries = 0; tries < most; tries++) {
    let depth = 0;
    work(count => {
      if (depth === path.length) path.push({ choice: 0, count });
      return path[depth++]!.choice;
    });
    while (path.length > 0 && path.at(-1)!.choice === path.at(-1)!.count - 1) path.pop();
    const deepest = path.at(-1);
    if (!deepest) return true;
    deepest.choice++;
    path = [...path];
  }
  return false;
}
