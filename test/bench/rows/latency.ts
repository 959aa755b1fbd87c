import { shareOf, withEdges } from '../edges.ts';
import { defineRow, type RunOf } from '../row.ts';

const windows = 5;
const windowsQuick = 2;
const edgesEach = 4_000;
const edgesEachQuick = 2_000;

/** Milliseconds of one after the other. */
async function backToBack(count: number, one: () => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  for (let i = 0; i < count; i++) {
    samples.push(await one());
    await new Promise(resolve => setImmediate(resolve));
  }
  return samples;
}

/** One agent: its windows are what others' runs are. */
export const row = defineRow({
  floor: 'as many bytes published through the same broker by a bare reader of such a line',
  runs: 1,
  figures: {
    p50: { what: 'a sentence on a serial line to its ValueChange, back to back, p50', unit: 'ms' },
    p99: { what: 'a sentence on a serial line to its ValueChange, back to back, p99', unit: 'ms' },
    p999: { what: 'a sentence on a serial line to its ValueChange, back to back, p99.9', unit: 'ms' },
  },
  measure: bench =>
    withEdges(bench, edges =>
      bench.alone(async () => {
        const runs: RunOf<'p50' | 'p99' | 'p999'>[] = [];
        const count = bench.isQuick ? edgesEachQuick : edgesEach;
        for (let window = 0; window < (bench.isQuick ? windowsQuick : windows); window++) {
          const [floor, own] = [await backToBack(count, edges.floor), await backToBack(count, edges.own)];
          runs.push({
            p50: shareOf(0.5, own, floor),
            p99: shareOf(0.99, own, floor),
            p999: shareOf(0.999, own, floor),
          });
        }
        return runs;
      }),
    ),
});
