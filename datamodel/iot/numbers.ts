/** Decimals without float dust: what a person would have written. Pure. */

/** Decimal digits that every double keeps. */
const digitsKept = 15;

/** The same number without the dust that binary arithmetic leaves: 0.1 + 0.2 is 0.3, and -0 is 0. */
export function withoutDust(value: number): number {
  return Number(value.toPrecision(digitsKept)) + 0;
}

/** `value` as a whole number of steps of `resolution`, half a step away from zero. */
export function roundTo(value: number, resolution: number | undefined): number {
  if (resolution === undefined) return withoutDust(value);
  const steps = withoutDust(Math.abs(value) / resolution);
  return withoutDust(Math.sign(value) * Math.round(steps) * resolution);
}

/** Whether two decimals are `distance` or more apart; dust in their difference does not count against it. */
export function areApart(a: number, b: number, distance: number): boolean {
  const dust = Number.EPSILON * (Math.abs(a) + Math.abs(b));
  return Math.abs(a - b) + dust >= distance;
}
