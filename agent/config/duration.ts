/** Durations: a whole number and its unit, never a bare number. */
import { complain, quote, type Site } from './finding.ts';
import { type Kind, wrongType } from './kinds.ts';

const unitsMs = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000 } as const;

/** Other spellings that people use, for the suggestion only. */
const otherUnitsMs: Readonly<Record<string, number>> = {
  ...unitsMs,
  msec: 1,
  millisecond: 1,
  sec: 1_000,
  second: 1_000,
  m: 60_000,
  minute: 60_000,
  hr: 3_600_000,
  hour: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
};

const pattern = '^(0|[1-9][0-9]{0,12})(ms|s|min|h)$';

/** Milliseconds of a well-formed duration, else undefined. */
export function parseDurationMs(text: string): number | undefined {
  const match = new RegExp(pattern).exec(text);
  return match ? Number(match[1]) * unitsMs[match[2] as keyof typeof unitsMs] : undefined;
}

/** The shortest exact spelling: 90000 is "90s", 60000 is "1min". */
export function formatDuration(ms: number): string {
  const unit = (['h', 'min', 's'] as const).find(name => ms > 0 && ms % unitsMs[name] === 0) ?? 'ms';
  return `${ms / unitsMs[unit]}${unit}`;
}

/** What somebody probably meant by `5`, "5 sec", "1.5s" or "2 hours". A number without unit is taken as seconds. */
function meant(raw: unknown): string | undefined {
  const match = /^\s*(\d{1,12}(?:\.\d{1,3})?)\s*([a-z]*)\s*$/i.exec(typeof raw === 'object' ? '' : String(raw));
  if (!match) return undefined;
  const name = (match[2] ?? '').toLowerCase();
  if (name === '' && /^\d+$/.test(match[1]!)) return `"${match[1]}s"`;
  const ms = otherUnitsMs[name || 's'] ?? otherUnitsMs[name.replace(/s$/, '')];
  return ms === undefined ? undefined : JSON.stringify(formatDuration(Math.round(Number(match[1]) * ms)));
}

/** Bounds of a duration, as they would be written in the file. Both belong to the range. */
export interface DurationRules {
  min: string;
  max: string;
}

function duration(rules: DurationRules, stepMs: number): Kind<number> {
  const [minMs, maxMs] = [parseDurationMs(rules.min), parseDurationMs(rules.max)];
  if (minMs === undefined || maxMs === undefined) throw new Error(`bad bounds ${rules.min} to ${rules.max}`);
  const whole = stepMs === 1_000 ? 'whole seconds, ' : '';
  const expected = `a duration with its unit (ms, s, min or h), ${whole}from "${rules.min}" to "${rules.max}"`;
  const bad = (raw: string, site: Site) => {
    const suggestion = meant(raw);
    const details = suggestion === undefined ? { expected } : { expected, suggestion };
    return complain(site, 'bad-value', `${quote(raw)} is not a duration`, details);
  };
  return {
    expected,
    schema: { type: 'string', pattern },
    read(raw, site) {
      if (typeof raw !== 'string') return wrongType(raw, site, expected, meant(raw));
      const ms = parseDurationMs(raw);
      if (ms === undefined) return bad(raw, site);
      if (ms < minMs || ms > maxMs)
        return complain(site, 'out-of-range', `${quote(raw)} is out of range`, { expected });
      if (ms % stepMs === 0) return ms / stepMs;
      return complain(site, 'bad-value', `${quote(raw)} is not a whole number of seconds`, { expected });
    },
  };
}

/** A duration, read as milliseconds. */
export function milliseconds(rules: DurationRules): Kind<number> {
  return duration(rules, 1);
}

/** A duration of whole seconds, read as seconds: where the protocol counts in seconds. */
export function seconds(rules: DurationRules): Kind<number> {
  return duration(rules, 1_000);
}
