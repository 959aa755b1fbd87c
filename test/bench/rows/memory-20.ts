import { idleMemory } from '../memory.ts';
import { atMost } from '../row.ts';

export const row = idleMemory({
  what: 'idle, 20 capabilities',
  capabilities: 20,
  targets: { rss: atMost(10, 'difference'), privateDirty: atMost(7, 'difference') },
});
