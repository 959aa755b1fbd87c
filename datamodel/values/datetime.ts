/** dateTime values (TR-106 "Date and Time Rules", XML Schema 3.2.7): reading, canonical text, order. */
import { isoTime } from './isotime.ts';

/** TR-106: the time is unknown, or does not apply. A fraction of zeros may follow. */
export const unknownTime = '0001-01-01T00:00:00Z';

const form = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/;
const zone = /^([+-])(0\d|1[0-4]):([0-5]\d)$/;
const fractionDigitsMax = 12;

/** Years below this, without a zone, count from the start of the device (TR-106). */
const relativeYearEnd = '1000';

function zoneMs(text: string): number | undefined {
  if (text === 'Z') return 0;
  const [, sign, hours, minutes] = zone.exec(text) ?? [];
  if (sign === undefined) return undefined;
  return (sign === '-' ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes));
}

/** Milliseconds of a whole second in UTC; undefined for a day or an hour that does not exist. */
function secondMs(text: string): number | undefined {
  const ms = Date.parse(`${text}Z`);
  return !Number.isNaN(ms) && isoTime(ms).startsWith(text) ? ms : undefined;
}

/**
 * The canonical text: UTC with `Z`, the fraction as it came; or, for a time since boot, without a zone.
 * Undefined where the text is no dateTime, or has neither a zone nor a year that makes it a time since boot.
 */
export function canonicalDateTime(text: string): string | undefined {
  const [, second, digits, zoneText] = form.exec(text) ?? [];
  if (second === undefined || (digits?.length ?? 0) > fractionDigitsMax) return undefined;
  const ms = secondMs(second);
  if (ms === undefined) return undefined;
  const fraction = digits === undefined ? '' : `.${digits}`;
  if (zoneText === undefined) return second < relativeYearEnd ? second + fraction : undefined;
  const offset = zoneMs(zoneText);
  if (offset === undefined) return undefined;
  const utc = isoTime(ms - offset);
  // Shifting 0001-01-01 or 9999-12-31 over the edge leaves the four-digit years.
  return /^[+-]/.test(utc) ? undefined : `${utc.slice(0, 19)}${fraction}Z`;
}

/** Whether a canonical dateTime is the Unknown Time, in whatever precision. */
export function isUnknownTime(canonical: string): boolean {
  return /^0001-01-01T00:00:00(?:\.0+)?Z$/.test(canonical);
}

/** Negative, 0 or positive; undefined where canonical dateTimes have no order: Unknown Time, or boot against UTC. */
export function compareDateTime(a: string, b: string): number | undefined {
  const [unknownA, unknownB] = [isUnknownTime(a), isUnknownTime(b)];
  if (unknownA || unknownB) return unknownA && unknownB ? 0 : undefined;
  if (a.endsWith('Z') !== b.endsWith('Z')) return undefined;
  // Fixed-width fields: the text orders as the time does, once trailing zeros of the fraction are gone.
  const [keyA, keyB] = [a, b].map(text => text.replace(/(?:\.0+|(\.\d*[1-9])0*)?Z?$/, '$1'));
  if (keyA === keyB || keyA === undefined || keyB === undefined) return 0;
  return keyA < keyB ? -1 : 1;
}
