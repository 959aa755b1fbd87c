import { idleMemory } from '../memory.ts';

export const row = idleMemory({ what: 'idle, 1,000 capabilities', capabilities: 1_000, floorCapabilities: 20 });
