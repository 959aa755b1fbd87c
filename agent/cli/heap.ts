/**
 * Keeps V8's heap as small as an agent that mostly waits can have it. V8 is made for pages that are busy at once: it
 * optimises what only a start repeats, and leaves the heap that the start has blown up as it is, half empty and full of
 * code that nothing runs any more. Once the agent has settled, V8 optimises as ever: under load that halves the time of a
 * message.
 *
 * The flags are V8's own, changed while it runs, and each of them is seen to work on the versions of Node named here
 * alone; any other is left to its habits. docs/service.md has the figures.
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const nodeVersions = /^v20\./;

/** Connected, everything bound and read once: what a start allocates does not count as load any more. */
const settledMs = 5_000;

/** Between them the agent allocates a little, by which V8 sees that half of the young generation will do. */
const collections = 3;
const collectionsApartMs = 1_000;

/** While they hold, a collection packs the heap, and drops the code of whatever does not run at that moment. */
const thorough = ['compact-on-every-full-gc', 'stress-flush-code', 'flush-baseline-code'];

/** How often a settled agent looks whether a load has passed, and has left its heap large. */
const lookMs = 10_000;

/** By how much the heap may grow before that is worth a collection. */
const growthBytesMax = 2_000_000;

/** Of one processor. Below it the agent waits: nobody notices that it collects. */
const busyShareMin = 0.05;

/** To be called once, at the start of the process. */
export function keepHeapSmall(): void {
  if (!nodeVersions.test(process.version)) return;
  setFlagsFromString('--no-opt');
  setTimeout(settle, settledMs, collections).unref();
}

function settle(left: number): void {
  if (left > 0) {
    collect();
    setTimeout(settle, collectionsApartMs, left - 1).unref();
  } else {
    setFlagsFromString('--opt');
    watch();
  }
}

/** What a burst has left, V8 would keep until the heap is full again, on a quiet day for hours. */
function watch(): void {
  const heap = new HeapWatch(heapBytes());
  let usage = process.cpuUsage();
  const look = () => {
    const { user, system } = process.cpuUsage(usage);
    usage = process.cpuUsage();
    if (!heap.isDue(heapBytes(), (user + system) / 1_000 / lookMs)) return;
    collect();
    heap.collected(heapBytes());
  };
  setInterval(look, lookMs).unref();
}

const heapBytes = () => getHeapStatistics().total_heap_size;

/** Decides when a heap is worth a collection: it has grown, and its owner waits. */
export class HeapWatch {
  #floorBytes: number;

  constructor(bytes: number) {
    this.#floorBytes = bytes;
  }

  /** `share`: of one processor, since the last look. */
  isDue(bytes: number, share: number): boolean {
    if (bytes < this.#floorBytes) this.#floorBytes = bytes;
    return share < busyShareMin && bytes > this.#floorBytes + growthBytesMax;
  }

  /** What is left is in use: the next growth counts from there. */
  collected(bytes: number): void {
    this.#floorBytes = bytes;
  }
}

function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  for (const flag of thorough) setFlagsFromString(`--${flag}`);
  gc();
  for (const flag of thorough) setFlagsFromString(`--no-${flag}`);
}
