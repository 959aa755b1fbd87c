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

/** While they hold, a collection packs the heap, and drops the code of whatever does not run at that moment. */
const thorough = ['compact-on-every-full-gc', 'stress-flush-code', 'flush-baseline-code'];

/** How often a settled agent looks whether a load has passed, and has left its heap large. */
const lookMs = 10_000;

/** By how much the heap may grow before that is worth a collection. */
const growthBytesMax = 2_000_000;

/** Of its time. Below it the agent waits: nobody notices that it collects. */
const busyShareMin = 0.05;

/** Of its time. From here on it is worth while to optimise. */
const loadShareMin = 0.25;

/** Of its time, on a processor: who takes less has nothing to do, however many others there are. */
const quietCpuShareMax = 0.01;

/** From one look for load to the next: so many turns of the event loop, and a time that many sensors read at once do not fill. */
const turnsApart = 100;
const loadMsMin = 500;

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
    collect(engine);
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
    const share = usage.share();
    if (isLoaded && share < busyShareMin) wait();
    // What a burst has left, V8 would keep until the heap is full again, on a quiet day for hours.
    if (!heap.isDue(heapBytes(), share)) return;
    collect(engine);
    heap.collected(heapBytes());
  };
  wait();
  setInterval(look, lookMs).unref();
}

const heapBytes = () => getHeapStatistics().total_heap_size;

/** Milliseconds from any moment on. */
interface Times {
  now(): number;
  /** On a processor, all threads. */
  cpu(): number;
  /** That the event loop has not waited. Not to be asked for nothing: Node loads ten modules to tell, half a megabyte. */
  active(): number;
}

const processTimes: Times = {
  now: () => process.uptime() * 1_000,
  cpu() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
  active: () => performance.eventLoopUtilization().active,
};

/**
 * How much of the time the process has not waited, since it was last asked, and how long that is. Not its processor time: where
 * others use the processor too, that is small however much there is to do. It counts only until there is something to do.
 */
export class Usage {
  readonly #times: Times;
  #now: number;
  #cpu: number;
  /** Absent: when last asked, there was nothing to do. */
  #active: number | undefined;

  constructor(times: Times = processTimes) {
    this.#times = times;
    this.#now = times.now();
    this.#cpu = times.cpu();
  }

  sinceMs(): number {
    return this.#times.now() - this.#now;
  }

  share(): number {
    const [now, cpu, from] = [this.#times.now(), this.#times.cpu(), this.#active];
    const passedMs = now - this.#now;
    const cpuShare = (cpu - this.#cpu) / passedMs;
    this.#active = cpuShare < quietCpuShareMax ? undefined : this.#times.active();
    [this.#now, this.#cpu] = [now, cpu];
    return this.#active === undefined || from === undefined ? cpuShare : (this.#active - from) / passedMs;
  }
}

/** Calls `begun` once there is load. Nothing wakes the process to look: it counts the turns of its loop as they come. */
export function onceLoaded(begun: () => void, usage: Pick<Usage, 'share' | 'sinceMs'> = new Usage()): void {
  let turns = 0;
  const turn = () => {
    turns++;
    const isDue = turns % turnsApart === 0 && usage.sinceMs() >= loadMsMin;
    if (isDue && usage.share() >= loadShareMin) begun();
    else setImmediate(turn).unref();
  };
  turn();
}

/** Decides when a heap is worth a collection: it has grown, and its owner waits. */
export class HeapWatch {
  #floorBytes: number;

  constructor(bytes: number) {
    this.#floorBytes = bytes;
  }

  /** `share`: of its time that it has not waited, since the last look. */
  isDue(bytes: number, share: number): boolean {
    if (bytes < this.#floorBytes) this.#floorBytes = bytes;
    return share < busyShareMin && bytes > this.#floorBytes + growthBytesMax;
  }

  /** What is left is in use: the next growth counts from there. */
  collected(bytes: number): void {
    this.#floorBytes = bytes;
  }
}

function collect({ collection }: Engine): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as (how?: object) => void;
  setFlagsFromString('--no-expose-gc');
  for (const flag of thorough) setFlagsFromString(`--${flag}`);
  if (collection) gc(collection);
  else gc();
  for (const flag of thorough) setFlagsFromString(`--no-${flag}`);
}
