// One row, measured in a process of its own, so that no row is slowed or sped up by what ran before it:
// `node --import tsx test/bench/measure.ts ROW RUNS PROGRAM`. Tells its parent what the runs have seen.
import { type Bench, NotRun, type Row, type Sample } from './row.ts';

export type Runs = Readonly<Record<string, Sample>>[];
export type Told = { runs: Runs } | { notRun: string };

const [name = '', runs = '', program = '', isQuick = ''] = process.argv.slice(2);

process.setMaxListeners(0); // Each process and broker of a run sees to it that none of them outlives this one.

async function measure(): Promise<Told> {
  const { row } = (await import(`./rows/${name}.ts`)) as { row: Row };
  const bench: Bench = { program, isQuick: isQuick === 'quick' };
  const seen: Runs = [];
  try {
    for (let run = 0; run < Number(runs); run++) seen.push(await row.measure(bench));
  } catch (cause) {
    if (cause instanceof NotRun) return { notRun: cause.message };
    throw cause;
  }
  return { runs: seen };
}

process.send?.(await measure(), () => process.exit());
