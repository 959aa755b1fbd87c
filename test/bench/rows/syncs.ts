import { VirtualSoak } from '../../soak/virtual.ts';
import { defineRow } from '../row.ts';

const hours = 24;

/** The floor is a count, too: each commit with a sync of its own would take as many as the agent was asked for changes. */
export const row = defineRow({
  runs: 1,
  figures: {
    syncs: { what: 'fdatasync a day: 7 sensors at 30 s, 290 Sets, 130 alarms, 100 Adds', unit: '/day' },
    notified: { what: 'notifications in that day', unit: '/day' },
  },
  measure: async () => {
    const { syncs, notified } = await new VirtualSoak({ hours, seed: 1 }).run();
    return { syncs: { value: syncs }, notified: { value: notified } };
  },
});
