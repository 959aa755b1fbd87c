import { idleMemory } from '../memory.ts';

export const row = idleMemory({ what: 'idle, 100 capabilities', capabilities: 100 });
