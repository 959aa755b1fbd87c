import { idleMemory } from '../memory.ts';

export const row = idleMemory({ what: 'idle, 20 capabilities', capabilities: 20 });
