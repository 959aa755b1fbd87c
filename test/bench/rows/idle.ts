import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuMsOf, ended, sleepsOf, spawnBare } from '../processes.ts';
import { defineRow, type RunOf } from '../row.ts';
import { serviceManager } from '../servicemanager.ts';
import { type Station, sysfsToml, withStation } from '../station.ts';

/** Starting is not idling: the engine tidies up for some twenty seconds. */
const settleMs = 25_000;
/** A multiple of the polls' period, and a third of the watchdog's: in each look it is fed once. */
const lookMs = 30_000;
const looks = 5;
const looksQuick = 2;

interface Rest {
  cpuPercent: number;
  wakeUps: number;
}

/** What processes do while nobody asks for anything. */
async function atRest(...children: ChildProcess[]): Promise<Rest[]> {
  const before = children.map(child => ({ cpuMs: cpuMsOf(child), sleeps: sleepsOf(child) }));
  await sleep(lookMs);
  return children.map((child, i) => ({
    cpuPercent: ((cpuMsOf(child) - before[i]!.cpuMs) / lookMs) * 100,
    wakeUps: ((sleepsOf(child) - before[i]!.sleeps) / lookMs) * 1_000,
  }));
}

/** One agent, as a service: its looks are what others' runs are. */
export const row = defineRow({
  floor: 'a bare node',
  figures: {
    cpu: { what: 'idle, 20 capabilities polled at 10 s: share of a core', unit: '%' },
    wakeUps: { what: 'idle, 20 capabilities polled at 10 s: wake-ups', unit: '/s' },
  },
  runs: 1,
  measure: bench => {
    const { environment, feeds } = serviceManager();
    const look = async ({ agent }: Station) => {
      const bare = spawnBare();
      await sleep(settleMs);
      const runs: RunOf<'cpu' | 'wakeUps'>[] = [];
      for (let each = 0; each < (bench.isQuick ? looksQuick : looks); each++) {
        const [own, floor] = await atRest(agent, bare);
        runs.push({
          cpu: { value: own!.cpuPercent, floor: floor!.cpuPercent },
          wakeUps: { value: own!.wakeUps, floor: floor!.wakeUps },
        });
      }
      await ended(bare);
      if (feeds() < runs.length) throw new Error(`the watchdog was fed ${feeds()} times`);
      return runs;
    };
    return withStation(bench, sysfsToml(), look, { environment });
  },
});
