import { VirtualSoak } from '../../soak/virtual.ts';
import { defineRow } from '../row.ts';

const hours = 24;

/** Readings are never written: what is, are the changes that controllers make, and alarms until they are answered. */
export const row = defineRow({
  runs: 1,
  figures: {
    syncs: { what: 'fdatasync a day: 288 Sets, 96 Adds and Deletes, 72 timers', unit: '/day' },
    notified: { what: 'notifications in that day, of 7 sensors at 30 s', unit: '/day' },
  },
  measure: async () => {
    const { syncs, notified } = await new VirtualSoak({ hours, seed: 1 }).run();
    return { syncs: { value: syncs }, notified: { value: notified } };
  },
});
