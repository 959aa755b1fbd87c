/**
 * LowLevel and HighLevel of a LevelSensor: plain comparisons, no hysteresis (TR-181: "equal or less", "equal or
 * higher"). TR-181 gives the thresholds no default: while one is unset, its flag is false. Before the first reading
 * there is nothing to judge, and both are false. Pure.
 */
export interface LevelThresholds {
  LowLevelThreshold: number | undefined;
  HighLevelThreshold: number | undefined;
}

/** Whether `value` is at or under the low threshold. */
export function isLow(value: number | undefined, thresholds: LevelThresholds): boolean {
  const { LowLevelThreshold: low } = thresholds;
  return value !== undefined && low !== undefined && value <= low;
}

/** Whether `value` is at or over the high threshold. */
export function isHigh(value: number | undefined, thresholds: LevelThresholds): boolean {
  const { HighLevelThreshold: high } = thresholds;
  return value !== undefined && high !== undefined && value >= high;
}
