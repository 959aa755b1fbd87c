/**
 * How what is measured moves where there is nothing to measure: courses, from the time since the start to a value. Pure,
 * and the same for the same seed and name, whatever else moves.
 */

/** A value over the milliseconds since the start. */
export type Course<Value> = (elapsedMs: number) => Value;

/** A number in [0, 1) out of a seed and a name: FNV-1a, its bits mixed once more. */
export function chanceOf(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A slow wave lasts so long, from the shortest to the longest. */
const wavePeriodMs = [120_000, 300_000] as const;
/** The faster one upon it is so many times as fast, and has this share of the height; the rest is noise. */
const rippleTimes = 7.3;
const rippleShare = 0.12;
const noiseShare = 0.01;
const noiseMs = 500;

/** Goes up and down between two values, which it reaches, with a ripple and a little noise. */
export function wave([low, high]: readonly [number, number], seed: number, name: string): Course<number> {
  const [shortest, longest] = wavePeriodMs;
  const period = shortest + (longest - shortest) * chanceOf(seed, `${name} period`);
  const phase = 2 * Math.PI * chanceOf(seed, `${name} phase`);
  const half = (high - low) / 2;
  return elapsedMs => {
    const angle = (2 * Math.PI * elapsedMs) / period + phase;
    const noise = 2 * chanceOf(seed, `${name} ${Math.floor(elapsedMs / noiseMs)}`) - 1;
    const height = Math.sin(angle) + rippleShare * Math.sin(rippleTimes * angle) + noiseShare * noise;
    return low + half * (1 + Math.max(-1, Math.min(1, height)));
  };
}

/** Active for `forMs` once in `everyMs`, for the first time within the first half of that. */
export function contact({ everyMs, forMs }: { everyMs: number; forMs: number }, seed: number, name: string) {
  const firstMs = (everyMs / 2) * chanceOf(seed, `${name} first`);
  const isActive: Course<boolean> = elapsedMs => elapsedMs >= firstMs && (elapsedMs - firstMs) % everyMs < forMs;
  return isActive;
}

const wordMs = 20_000;

/** One word after the other, beginning with one of them. */
export function words(choices: readonly string[], seed: number, name: string): Course<string> {
  const first = Math.floor(choices.length * chanceOf(seed, `${name} first`));
  return elapsedMs => choices[(first + Math.floor(elapsedMs / wordMs)) % choices.length] ?? '';
}
