/** "Did you mean": the known word nearest to a misspelt one. */
import { comparedCharsMax } from './limits.ts';

/**
 * How many single-character insertions, deletions, replacements and swaps of neighbours lead from `a` to `b`
 * (optimal string alignment distance).
 */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/** Spelling without what people leave out or swap: case, spaces, dashes and underscores. */
function plain(word: string): string {
  return word
    .slice(0, comparedCharsMax)
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}

/** One word begins with the other and goes on; a single known letter ("C") begins too much to be meant. */
function isBeginning(wanted: string, known: string): boolean {
  if (wanted.length === 0 || wanted === known) return false;
  return known.startsWith(wanted) || (known.length > 2 && wanted.startsWith(known));
}

/** The candidate that `word` most probably stands for, or undefined when none is near. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const known = plain(candidate);
    const edits = isBeginning(wanted, known) ? 1 : distance(wanted, known);
    const near = Math.max(1, Math.floor(Math.max(wanted.length, known.length) / 3));
    if (edits <= near && edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}
