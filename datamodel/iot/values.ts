/** What the engine tells the tree about one capability. */

import type { Clock } from '../../drivers/ports.ts';
import { unknownTime } from '../values/datetime.ts';
import { isoTime } from '../values/isotime.ts';

/**
 * Changed parameters of the capability's sub-object, under their TR-181 names; only those that changed are there.
 *
 * `Value` is a boolean, number or word by class (base64 text for a BlobSensor); `Values` belongs to MultiLevelSensor.
 * Times are dateTime text in UTC with milliseconds, or the Unknown Time.
 */
export interface CapabilityValues {
  Value?: boolean | number | string;
  Values?: readonly number[];
  LastChange?: string;
  LastContactTime?: string;
  LowLevel?: boolean;
  HighLevel?: boolean;
}

/** Where a capability's changes go: one call is one transaction. Must not throw. */
export interface CapabilitySink {
  update(values: CapabilityValues): void;
}

/** The wall time of now as dateTime text; the Unknown Time while the machine does not know it. */
export function wallTimeText(clock: Clock): string {
  return clock.wallTimeIsKnown() ? isoTime(clock.wallMs()) : unknownTime;
}
