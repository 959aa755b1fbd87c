/** Durations inside filters, in the spelling of the configuration: a whole number and its unit. Pure. */

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** Milliseconds; undefined where the text is no duration. */
export function parseDurationMs(text: string): number | undefined {
  const [, count, unit = ''] = /^(0|[1-9]\d{0,12})(ms|s|min|h)$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (unitMs[unit] ?? Number.NaN);
}
