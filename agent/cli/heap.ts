/**
 * Keeps V8's heap as small as an agent that mostly waits can have it. V8 is made for pages that are busy at once: it
 * optimises what a start repeats, and then what an idle agent has repeated for minutes, with compilers that are megabytes
 * themselves; and it leaves the heap that the start has blown up as it is, half empty and full of code that nothing runs any
 * more. Under load its compilers are worth it: they halve the time of a message.
 *
 * The flags are V8's own, changed while it runs, and each of them is seen to work on the versions of Node named here
 * alone; any other is left to its habits. docs/service.md has the figures.
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

interface Engine {
  /** The compilers that come after the interpreter, by the names of their flags. */
  compilers: readonly string[];
  /** What the collector is asked for; V8 11 knows no options. */
  collection?: Readonly<Record<string, string>>;
}

/** Only such a collection gives empty pages back at once. V8 13 would keep them for a while, V8 14 for good. */
const lastResort = { type: 'major', execution: 'sync', flavor: 'last-resort' };

const engines: Readonly<Record<string, Engine>> = {
  20: { compilers: ['opt', 'sparkplug'] },
  24: { compilers: ['opt', 'maglev', 'sparkplug'], collection: lastResort },
  26: { compilers: ['opt', 'maglev', 'sparkplug'], collection: lastResort },
};

/** Connected, everything bound and read once: what a start allocates does not count as load any more. */
const settledMs = 5_000;

/** Between them the agent allocates a little, by which V8 sees that half of the young generation will do. */
const collections = 3;
const collectionsApartMs = 1_000;

/** While it holds, a collection packs the heap. */
const packing = ['compact-on-every-full-gc'];

/** While they hold, it also drops the code of whatever does not run at that moment. */
const thorough = [...packing, 'stress-flush-code', 'flush-baseline-code'];

/** How often a settled agent looks whether a load has passed, and has left its heap large. */
const lookMs = 10_000;

/** By how much the heap may grow before that is worth a collection. */
const growthBytesMax = 2_000_000;

/** Of a processor. Below it nobody notices that the agent collects. */
const busyShareMin = 0.05;

/** Of a processor: 50 readings a second take as much of a PC's. From here on it is worth while to optimise. */
const loadShareMin = 0.015;

/** Of a processor. Below it a load has passed: what has been compiled for it took it to half of what it was, not to a third. */
const quietShareMax = 0.005;

/** From one look for load to the next: so many turns of the event loop, and a time that many sensors read at once do not fill. */
const turnsApart = 100;
const loadMsMin = 500;

/** Of processor time, since there has been load: a collection takes less, and is none. */
const loadCpuMsMin = 125;

/** To be called once, at the start of the process. */
export function keepHeapSmall(): void {
  const engine = engines[process.version.slice(1, 3)];
  if (!engine) return;
  optimise(engine, false);
  setTimeout(settle, settledMs, engine, engine.collection ? 1 : collections).unref();
}

function settle(engine: Engine, left: number): void {
  if (left === 0) {
    watch(engine);
  } else {
    collect(engine, thorough);
    setTimeout(settle, collectionsApartMs, engine, left - 1).unref();
  }
}

/** Turbofan is the other name of what `opt` switches. */
const givenFlags = [...process.execArgv, process.env.NODE_OPTIONS].join(' ').replaceAll('turbofan', 'opt');

/** Whoever has switched a compiler off on the command line wants it off. */
const mayUse = (compiler: string): boolean =>
  !new RegExp(`--(no-?${compiler}|jitless|lite[-_]mode)\\b`).test(givenFlags);

function optimise({ compilers }: Engine, does: boolean): void {
  for (const flag of compilers) if (mayUse(flag)) setFlagsFromString(`--${does ? '' : 'no-'}${flag}`);
}

/** A settled agent: it optimises from when there is load until the load has passed. */
function watch(engine: Engine): void {
  const heap = new HeapWatch(heapBytes());
  const usage = new Usage();
  let isLoaded = false;
  const wait = () => {
    isLoaded = false;
    optimise(engine, false);
    onceLoaded(() => {
      isLoaded = true;
      optimise(engine, true);
    });
  };
  const look = () => {
    const share = usage.tookMs() / usage.sinceMs();
    usage.begin();
    if (isLoaded && share < quietShareMax) wait();
    // What a burst has left, V8 would keep until the heap is full again, on a quiet day for hours.
    if (!heap.isDue(heapBytes(), share)) return;
    collect(engine, isLoaded ? packing : thorough);
    heap.collected(heapBytes());
  };
  wait();
  setInterval(look, lookMs).unref();
}

const heapBytes = () => getHeapStatistics().total_heap_size;

/**
 * What the process has taken of a processor, and in how long. (How much of the time its event
 * loop has not waited, Node loads ten modules to tell, half a megabyte.)
 */
class Usage {
  #fromMs = nowMs();
  #fromCpuMs = cpuMs();

  sinceMs(): number {
    return nowMs() - this.#fromMs;
  }

  tookMs(): number {
    return cpuMs() - this.#fromCpuMs;
  }

  /** Counts from now on. */
  begin(): void {
    this.#fromMs = nowMs();
    this.#fromCpuMs = cpuMs();
  }
}

const nowMs = () => process.uptime() * 1_000;

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Calls `begun` once there is load. Nothing wakes the process to look: it counts the turns of its loop as they come. */
export function onceLoaded(begun: () => void, usage: Pick<Usage, 'sinceMs' | 'tookMs' | 'begin'> = new Usage()): void {
  let turns = 0;
  const turn = () => {
    turns++;
    const isDue = turns % turnsApart === 0 && usage.sinceMs() >= loadMsMin;
    const isLoad = isDue && usage.tookMs() >= loadShareMin * usage.sinceMs();
    if (isLoad && usage.tookMs() >= loadCpuMsMin) begun();
    else {
      if (isDue && !isLoad) usage.begin();
      setImmediate(turn).unref();
    }
  };
  turn();
}

/** Decides when a heap is worth a collection: it has grown, and its owner waits. */
export class HeapWatch {
  #floorBytes: number;

  constructor(bytes: number) {
    this.#floorBytes = bytes;
  }

  /** `share`: of a processor, since the last look. */
  isDue(bytes: number, share: number): boolean {
    if (bytes < this.#floorBytes) this.#floorBytes = bytes;
    return share < busyShareMin && bytes > this.#floorBytes + growthBytesMax;
  }

  /** What is left is in use: the next growth counts from there. */
  collected(bytes: number): void {
    this.#floorBytes = bytes;
  }
}

function collect({ collection }: Engine, flags: readonly string[]): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as (how?: object) => void;
  setFlagsFromString('--no-expose-gc');
  for (const flag of flags) setFlagsFromString(`--${flag}`);
  if (collection) gc(collection);
  else gc();
  for (const flag of flags) setFlagsFromString(`--no-${flag}`);
}
