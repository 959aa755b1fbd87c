/** What a process keeps when it has nothing to do. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

export interface Memory {
  heapUsed: number;
  rss: number;
}

/** The engine gives pages back in tasks of its own, some time after the garbage is gone: looks without less end it. */
const looksWithoutLess = 6;
const betweenLooksMs = 50;
const lessBytes = 65_536;

function look(): Memory {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapUsed, rss };
}

/** What is left when the garbage has been collected and given back. */
export async function memoryAtRest(): Promise<Memory> {
  let least = look();
  for (let left = looksWithoutLess; left > 0; left--) {
    await new Promise(resolve => setTimeout(resolve, betweenLooksMs));
    const now = look();
    if (now.rss < least.rss - lessBytes) left = looksWithoutLess;
    least = { heapUsed: Math.min(least.heapUsed, now.heapUsed), rss: Math.min(least.rss, now.rss) };
  }
  return least;
}
