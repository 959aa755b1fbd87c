import { setTimeout as sleep } from 'node:timers/promises';
import { shareOf, withEdges } from '../edges.ts';
import { defineRow } from '../row.ts';

/** So many changes, and the time from one to the next: less, and they would be a load. */
const usual = { edges: 300, apartMs: 1_000 };
const quick = { edges: 100, apartMs: 320 };

/** What an alarm takes: an agent that has nothing to do runs the code of a change without V8's optimisers (agent/cli/heap.ts). */
export const row = defineRow({
  floor: 'as many bytes published through the same broker by a bare reader of such a line, between the changes',
  once: `${usual.edges} changes, one each ${usual.apartMs / 1_000} s`,
  figures: {
    p50: { what: 'a sentence on a serial line to its ValueChange, idle agent, p50', unit: 'ms' },
    p99: { what: 'a sentence on a serial line to its ValueChange, idle agent, p99', unit: 'ms' },
  },
  measure: bench =>
    withEdges(bench, edges =>
      bench.alone(async () => {
        const { edges: count, apartMs } = bench.isQuick ? quick : usual;
        const [own, floor] = [[] as number[], [] as number[]];
        for (let i = 0; i < count; i++) {
          own.push(await edges.own());
          await sleep(apartMs / 2);
          floor.push(await edges.floor());
          await sleep(apartMs / 2);
        }
        return { p50: shareOf(0.5, own, floor), p99: shareOf(0.99, own, floor) };
      }),
    ),
});
