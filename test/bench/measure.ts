// The process of one row: `node --import tsx test/bench/measure.ts ORDER`. Tells its parent what the runs have seen.
import { once } from 'node:events';
import type { Order, Told } from './child.ts';
import { type Bench, NotRun, type Row, type Run } from './row.ts';

const { row: name, runs, ...given } = JSON.parse(process.argv[2] ?? '') as Order;

process.setMaxListeners(0); // Each process and broker of a run sees to it that none of them outlives this one.
process.once('disconnect', () => process.exit()); // And this one does not outlive who asked for it.

const tell = (told: Told) => process.send?.(told);

async function alone<T>(work: () => Promise<T>): Promise<T> {
  const go = once(process, 'message');
  tell('wants its turn');
  await go;
  try {
    return await work();
  } finally {
    tell('has had its turn');
  }
}

async function measure(): Promise<Told> {
  const { row } = (await import(`./rows/${name}.ts`)) as { row: Row };
  const seen: Run[] = [];
  try {
    for (let number = 0; number < runs; number++) {
      const bench: Bench = { ...given, number, alone };
      seen.push(...[await row.measure(bench)].flat());
    }
  } catch (cause) {
    if (cause instanceof NotRun) return { notRun: cause.message };
    return { failed: (cause as Error).message };
  }
  return { runs: seen };
}

process.send?.(await measure(), () => process.exit());
