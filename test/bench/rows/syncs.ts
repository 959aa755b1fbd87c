import { VirtualSoak } from '../../soak/virtual.ts';
import { defineRow } from '../row.ts';

const hours = 24;
const hoursQuick = 6;

/** Of test/soak/chores.ts, an hour: 12 Sets, 4 Adds, 4 Deletes, 3 timers that begin and end. */
const changesAnHour = 12 + 4 + 4 + 2 * 3;

/** Readings are never written: what is, are the changes that controllers make, and alarms until they are answered. */
export const row = defineRow({
  floor: 'one for each change that somebody was told has been made',
  figures: {
    syncs: { what: 'fdatasync a day: 288 Sets, 96 Adds and Deletes, 72 timers', unit: '/day' },
    notified: { what: 'notifications in that day, of 7 sensors at 30 s', unit: '/day' },
  },
  measure: async ({ isQuick, number }) => {
    const own = isQuick ? hoursQuick : hours;
    const { syncs, notified } = await new VirtualSoak({ hours: own, seed: number + 1 }).run();
    const perDay = 24 / own;
    return { syncs: { value: syncs * perDay, floor: changesAnHour * 24 }, notified: { value: notified * perDay } };
  },
});
