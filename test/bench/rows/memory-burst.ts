import { burstMemory } from '../burst.ts';

export const row = burstMemory('after 5,000 notifications', []);
