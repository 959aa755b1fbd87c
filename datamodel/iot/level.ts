/**
 * LowLevel and HighLevel of a LevelSensor: plain comparisons (TR-181: "equal or less", "equal or higher"). TR-181 gives
 * the thresholds no default: while one is unset, its flag is false. Before the first reading there is nothing to judge,
 * and both are false.
 *
 * TR-181 has no hysteresis either. Where the configuration asks for one, a flag that is true stays so until the value
 * is farther than that beyond its threshold. Pure.
 */
export interface LevelThresholds {
  LowLevelThreshold: number | undefined;
  HighLevelThreshold: number | undefined;
}

/** What was decided last, and how far the way back is, in the unit of the value; 0: no hysteresis. */
export interface Before {
  was: boolean;
  hysteresis: number;
}

const nothingBefore: Before = { was: false, hysteresis: 0 };

/** Whether `value` is at or under the low threshold, or has not come far enough above it again. */
export function isLow(value: number | undefined, thresholds: LevelThresholds, before = nothingBefore): boolean {
  const { LowLevelThreshold: low } = thresholds;
  return value !== undefined && low !== undefined && value <= low + (before.was ? before.hysteresis : 0);
}

/** Whether `value` is at or over the high threshold, or has not gone far enough below it again. */
export function isHigh(value: number | undefined, thresholds: LevelThresholds, before = nothingBefore): boolean {
  const { HighLevelThreshold: high } = thresholds;
  return value !== undefined && high !== undefined && value >= high - (before.was ? before.hysteresis : 0);
}
