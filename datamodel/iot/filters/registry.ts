/** The filters that the configuration can name. */
import { delta } from './delta.ts';
import type { FilterDefinition } from './filter.ts';
import { median } from './median.ts';
import { throttle } from './throttle.ts';

export const filters: readonly FilterDefinition[] = [median, delta, throttle];
