/** What is alive on this process's heap, without the engine's own work: compiled code and what it learns of types. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

for (const flag of ['--expose-gc', '--no-opt', '--no-sparkplug', '--no-lazy-feedback-allocation']) {
  setFlagsFromString(flag);
}
const collect = runInNewContext('gc') as () => void;

/** Bytes, after a collection. */
export function heapBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
