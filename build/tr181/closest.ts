/** "Did you mean": the nearest of some words. */

/** Edits (insert, delete, replace) that turn `a` into `b`. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** ` (did you mean X?)`, or nothing when no word is near. */
export function didYouMean(word: string, words: Iterable<string>): string {
  let best = '';
  let bestDistance = Math.max(2, word.length / 4);
  for (const candidate of words) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits <= bestDistance && (best === '' || edits < bestDistance)) [best, bestDistance] = [candidate, edits];
  }
  return best && ` (did you mean ${best}?)`;
}
