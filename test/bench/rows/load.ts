import { setTimeout as sleep } from 'node:timers/promises';
import { slopeOf } from '../../soak/slope.ts';
import { spawnLoaded } from '../load.ts';
import { cpuMsOf, ended, memoryOf, spawnBare } from '../processes.ts';
import { defineRow } from '../row.ts';
import { median } from '../statistics.ts';

const warmUpMs = 25_000;
const windows = 5;
const minutesUsual = 5;
const minutesQuick = 0.5;
/** How often memory is looked at in each window. */
const looks = 24;
/** V8 lets garbage lie until a full collection comes: less time would show nothing but that. */
const growthMinutesMin = 30;

type Look = { x: number; y: number };

/** Another measure than `idle`: models of the chips run in the same process. Windows of one agent are its runs. */
export const row = defineRow({
  floor: 'a bare node',
  runs: 1,
  figures: {
    cpu: { what: 'uspi simulate, 50 readings and 10 edges a second: share of a core', unit: '%' },
    memory: { what: 'uspi simulate, the same load: private dirty', unit: 'MB' },
    growth: {
      what: 'the same for half an hour: by how much that surely grows',
      unit: 'MB/h',
      how: `--row load --minutes ${growthMinutesMin}`,
    },
  },
  measure: async ({ program, isQuick, minutes = isQuick ? minutesQuick : minutesUsual }) => {
    const { agent, checkContacts } = spawnLoaded(program);
    const bare = spawnBare();
    await sleep(warmUpMs);
    checkContacts();
    const startedMs = performance.now();
    const points: Look[] = [];
    const seen = [];
    for (let window = 0; window < windows; window++) {
      const [beganMs, own, floor] = [performance.now(), cpuMsOf(agent), cpuMsOf(bare)];
      for (let look = 0; look < looks; look++) {
        await sleep((minutes * 60_000) / windows / looks);
        points.push({ x: (performance.now() - startedMs) / 3_600_000, y: memoryOf(agent).privateDirty });
      }
      const share = (cpuMs: number) => (100 * cpuMs) / (performance.now() - beganMs);
      seen.push({
        cpu: { value: share(cpuMsOf(agent) - own), floor: share(cpuMsOf(bare) - floor) },
        memory: { value: median(points.slice(-looks).map(({ y }) => y)), floor: memoryOf(bare).privateDirty },
      });
    }
    await ended(agent);
    await ended(bare);
    const growth = minutes < growthMinutesMin ? undefined : { value: slopeOf(points).surelyAbove };
    return seen.map((each, window) => ({ ...each, growth: window === 0 ? growth : undefined }));
  },
});
