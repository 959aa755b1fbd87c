/** The filters that the configuration can name. */
import { average } from './average.ts';
import { calibrate } from './calibrate.ts';
import { clamp } from './clamp.ts';
import { debounce } from './debounce.ts';
import { delta } from './delta.ts';
import type { FilterDefinition } from './filter.ts';
import { median } from './median.ts';
import { rate } from './rate.ts';
import { throttle } from './throttle.ts';

export const filters: readonly FilterDefinition[] = [
  ...[median, average, delta, rate, clamp, calibrate],
  ...[debounce, throttle],
];
