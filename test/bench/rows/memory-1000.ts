import { idleMemory } from '../memory.ts';
import { atMost } from '../row.ts';

export const row = idleMemory({
  what: 'idle, 1,000 capabilities',
  capabilities: 1_000,
  floorCapabilities: 20,
  targets: { privateDirty: atMost(14, 'difference') },
});
