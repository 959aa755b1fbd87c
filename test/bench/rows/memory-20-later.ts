import { idleMemory } from '../memory.ts';

export const row = idleMemory({ what: 'idle for 5 minutes, 20 capabilities', capabilities: 20, restMs: 300_000 });
