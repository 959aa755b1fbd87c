import { burstMemory } from '../burst.ts';
import { liteFlags } from '../processes.ts';

export const row = burstMemory('after 5,000 notifications, --lite-mode', liteFlags);
