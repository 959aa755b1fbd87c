/**
 * One agent a state directory: two would spoil each other's journal.
 *
 * The lock is the kernel's own on an open file, which ends with the process however it ends: kill -9 and power cuts
 * leave nothing stale, a process ID that was given again deceives nobody, and containers that share the directory see
 * it. Node.js cannot take one, but flock(1) can, on a descriptor that it inherits; the lock belongs to the open file,
 * so it stays ours when flock(1) has ended. (A socket in the abstract namespace would be confined to one network
 * namespace, and any user could take it first.)
 *
 * The file also names its holder, for the message. Where flock(1) is missing, or the file system has no locks, that
 * name is the lock: it counts while a process of that ID, start time and boot is alive.
 */
import { spawn } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface StateLock {
  /** What keeps others out. A 'name' can be passed by two agents that start at the same moment. */
  readonly kind: 'kernel' | 'name';
  /** Lets the directory go; the end of the process does the same. */
  release(): void;
}

/** The directory is another agent's. */
export class StateLockedError extends Error {
  readonly code = 'locked';
  /** The other agent's process ID; undefined in the instant before it has told. */
  readonly pid: number | undefined;

  constructor(directory: string, pid: number | undefined) {
    super(`${directory} is in use by another agent (process ${pid ?? 'unknown'}): stop it, or name another directory`);
    this.name = 'StateLockedError';
    this.pid = pid;
  }
}

/** What helps where the file system refuses, by errno's name. */
const remedies: Readonly<Record<string, string>> = {
  EROFS: 'mount its file system writable',
  EACCES: 'give it to the user who runs the agent',
  EPERM: 'give it to the user who runs the agent',
  ENOSPC: 'make room on its file system',
  EDQUOT: 'make room on its file system',
};

/** The directory cannot keep a state; `code` is errno's name. */
export class StateUnusableError extends Error {
  readonly code: string;

  constructor(directory: string, cause: NodeJS.ErrnoException) {
    const { code = 'EIO', message } = cause;
    const remedy = remedies[code] ? `${remedies[code]}, or name` : 'name';
    super(`the state cannot be kept in ${directory}: ${remedy} another with --state (${message})`, { cause });
    this.name = 'StateUnusableError';
    this.code = code;
  }
}

/** What the file system says about `directory`, with the remedy; anything else as it is. */
export function asUnusable(directory: string, cause: unknown): unknown {
  const isErrno = cause instanceof Error && 'errno' in cause;
  return isErrno ? new StateUnusableError(directory, cause as NodeJS.ErrnoException) : cause;
}

/**
 * Takes `directory`, which is made (mode 0700) when it is not there. Rejects with a StateLockedError or a
 * StateUnusableError. `flockProgram` is for tests.
 */
export async function lockStateDirectory(directory: string, flockProgram = 'flock'): Promise<StateLock> {
  const path = join(directory, 'lock');
  const file = openLock(directory, path);
  try {
    const answer = await askKernel(file, flockProgram);
    const holder = readFileSync(path, 'utf8');
    const isHeld = answer === 'cannot tell' ? isAlive(holder) : answer === 'held';
    if (isHeld) throw new StateLockedError(directory, pidOf(holder));
    introduce(file, answer === 'taken');
    return { kind: answer === 'taken' ? 'kernel' : 'name', release: once(() => letGo(file)) };
  } catch (cause) {
    closeSync(file);
    throw asUnusable(directory, cause);
  }
}

/** Opened to append, so that it is made when missing but never emptied under its holder. */
function openLock(directory: string, path: string): number {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return openSync(path, 'a', 0o600);
  } catch (cause) {
    throw asUnusable(directory, cause);
  }
}

/** Where the kernel has the lock, the name is for a message alone: a disk that is full is no reason not to start. */
function introduce(file: number, isLocked: boolean): void {
  try {
    ftruncateSync(file);
    writeSync(file, ownName());
  } catch (cause) {
    if (!isLocked) throw cause;
  }
}

/** The file stays: were it deleted, a third agent could lock a new one beside a second that waits for this one. */
function letGo(file: number): void {
  ftruncateSync(file);
  closeSync(file);
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}

/** Tries to lock the open `file`, without waiting. flock(1) ends with 0 when it has the lock, 1 when another has it. */
function askKernel(file: number, flockProgram: string): Promise<'taken' | 'held' | 'cannot tell'> {
  return new Promise(resolve => {
    const child = spawn(flockProgram, ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', file] });
    child.once('error', () => resolve('cannot tell'));
    child.once('exit', code => resolve(code === 0 ? 'taken' : code === 1 ? 'held' : 'cannot tell'));
  });
}

/** "pid start boot": the process, the clock tick of its boot that it started in, and which boot that was. */
function ownName(): string {
  return `${process.pid} ${startOf(process.pid)} ${bootId()}\n`;
}

function pidOf(name: string): number | undefined {
  return Number.parseInt(name, 10) || undefined;
}

function isAlive(name: string): boolean {
  const pid = pidOf(name);
  if (pid === undefined) return false;
  const [, start, boot] = name.trim().split(' ');
  return boot === bootId() && start === startOf(pid);
}

/** Field 22 of /proc/PID/stat (proc(5)), counted behind the name, which may hold anything; empty when it is gone. */
function startOf(pid: number): string {
  const stat = readKernel(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function bootId(): string {
  return readKernel('/proc/sys/kernel/random/boot_id').trim();
}

function readKernel(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
