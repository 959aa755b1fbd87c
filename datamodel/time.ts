/** dateTime values from the clock (TR-106: UTC; Unknown Time is 0001-01-01T00:00:00Z). */
import type { Clock } from '../drivers/ports.ts';
import { unknownTime } from './values/datetime.ts';
import { isoTime } from './values/isotime.ts';

/** Now, to the second, or Unknown Time until the machine knows the time. */
export function dateTimeNow(clock: Clock): string {
  return clock.wallTimeIsKnown() ? dateTimeOf(clock.wallMs()) : unknownTime;
}

/** `wallMs` (milliseconds since 1970) as a dateTime, to the second. */
export function dateTimeOf(wallMs: number): string {
  return `${isoTime(wallMs).slice(0, 19)}Z`;
}

/** `wallMicros` (microseconds since 1970) as a dateTime with all six digits. */
export function dateTimeOfMicros(wallMicros: number): string {
  const fraction = String(wallMicros % 1_000_000).padStart(6, '0');
  return `${isoTime(Math.floor(wallMicros / 1000)).slice(0, 19)}.${fraction}Z`;
}
