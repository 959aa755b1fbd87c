/** dateTime values from the clock (TR-106: UTC; Unknown Time is 0001-01-01T00:00:00Z). */
import type { Clock } from '../drivers/ports.ts';
import { unknownTime } from './values/datetime.ts';

/** Now, to the second, or Unknown Time until the machine knows the time. */
export function dateTimeNow(clock: Clock): string {
  return clock.wallTimeIsKnown() ? dateTimeOf(clock.wallMs()) : unknownTime;
}

/** `wallMs` (milliseconds since 1970) as a dateTime, to the second. */
export function dateTimeOf(wallMs: number): string {
  return `${new Date(wallMs).toISOString().slice(0, 19)}Z`;
}
