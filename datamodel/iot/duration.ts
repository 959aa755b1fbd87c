/** Durations inside filters, in the spelling of the configuration: a whole number and its unit. Pure. */
import { filterMsMax } from './limits.ts';

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** Milliseconds; undefined where the text is no duration. */
export function parseDurationMs(text: string): number | undefined {
  const [, count, unit = ''] = /^(0|[1-9]\d{0,12})(ms|s|min|h)$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (unitMs[unit] ?? Number.NaN);
}

/** The time that a filter is given: 1 ms to 24 h. Undefined where the text is absent, no duration, or out of range. */
export function parseFilterMs(text: string | undefined): number | undefined {
  const durationMs = text === undefined ? undefined : parseDurationMs(text);
  return durationMs !== undefined && durationMs >= 1 && durationMs <= filterMsMax ? durationMs : undefined;
}
