/**
 * Time as a process had it: what has passed, less what its threads had to wait for a processor of this machine. A machine
 * that does much beside a job makes the job take longer, and not fail.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** However busy the machine is, no process is given more time than so many times what it is to have. */
const patienceMax = 10;

/** Milliseconds since it was started. */
export type Stopwatch = () => number;

/** By thread, the milliseconds that it has waited: the second number of its schedstat, in nanoseconds. */
function waits(pid: number): Map<string, number> {
  const tasks = `/proc/${pid}/task`;
  try {
    const waited = (task: string) => Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
    return new Map(readdirSync(tasks).map(task => [task, waited(task)]));
  } catch {
    return new Map(); // it has ended
  }
}

/**
 * Of several threads the one counts that waited longest: a guest's processor, in QEMU. A thread that is new has waited
 * since the start at most.
 */
export function ownMs(passedMs: number, before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): number {
  const waited = [...now].map(([task, ms]) => ms - (before.get(task) ?? 0));
  return Math.max(passedMs / patienceMax, passedMs - Math.max(0, ...waited));
}

/** Starts a stopwatch that the process `pid` runs by. */
export function stopwatchOf(pid: number): Stopwatch {
  const started = performance.now();
  const before = waits(pid);
  return () => ownMs(performance.now() - started, before, waits(pid));
}
