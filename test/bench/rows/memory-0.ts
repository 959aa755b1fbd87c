import { idleMemory } from '../memory.ts';

export const row = idleMemory({ what: 'idle, no capability', capabilities: 0 });
