/** What is alive on this process's heap, without the engine's own work: compiled code and what it learns of types. */
import * as v8 from 'node:v8';
import { runInNewContext } from 'node:vm';

for (const flag of ['--expose-gc', '--no-opt', '--no-sparkplug', '--no-lazy-feedback-allocation']) {
  v8.setFlagsFromString(flag);
}
const collect = runInNewContext('gc') as () => void;

/** Bytes, after a collection. */
export function heapBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** How many objects of a class are alive; Node.js before 20.13 does not tell. */
export function aliveOf(made: abstract new (...parts: never[]) => object): number | undefined {
  const { queryObjects } = v8 as { queryObjects?: (made: unknown, how: { format: 'count' }) => number };
  return queryObjects?.(made, { format: 'count' });
}
