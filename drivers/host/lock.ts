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
 *
 * To start another program takes longer than all else that an agent does before it connects. Where the process that the file names
 * has surely ended, that can wait until something is to be written: claimStateDirectory.
 */
import { spawn } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, readlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface StateLock {
  /** What keeps others out. A 'name' can be passed by two agents that start at the same moment. */
  readonly kind: 'kernel' | 'name';
  /** Lets the directory go; the end of the process does the same. */
  release(): void;
}

/** A directory that looks free. Only once the kernel has confirmed it, something may be written there. */
export interface StateClaim {
  /** Asks when first called. Rejects with a StateLockedError, or a StateUnusableError; then the claim is over. */
  confirm(): Promise<StateLock>;
  /** Lets go, also of what has been confirmed. */
  release(): Promise<void>;
}

/** The directory is another agent's. */
export class StateLockedError extends Error {
  readonly code = 'locked';
  /** The other agent's process ID; undefined in the instant before it has told. */
  readonly pid: number | undefined;

  constructor(
    directory: string,
    pid: number | undefined,
    why = `is in use by another agent (process ${pid ?? 'unknown'})`,
  ) {
    super(`${directory} ${why}: stop it, or name another directory`);
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
 * Claims `directory`, which is made (mode 0700) when it is not there. Unless the name in the file is surely nobody's any more, the
 * kernel is asked at once. Of agents that start at the same moment several may claim a directory; one is confirmed. Rejects with a
 * StateLockedError or a StateUnusableError. `flockProgram` is for tests.
 */
export async function claimStateDirectory(directory: string, flockProgram = 'flock'): Promise<StateClaim> {
  const file = openLock(directory);
  let lock: Promise<StateLock> | undefined;
  let isReleased = false;
  const confirm = () => {
    if (isReleased) return Promise.reject(new Error('the claim has been released'));
    lock ??= lockOpened(file, directory, flockProgram);
    return lock;
  };
  if (!isNobodys(nameIn(directory))) await confirm();
  const release = async () => {
    if (isReleased) return;
    isReleased = true;
    if (!lock) return closeSync(file);
    await lock.then(
      held => held.release(),
      () => {}, // It is closed already.
    );
  };
  return { confirm, release };
}

async function lockOpened(file: number, directory: string, flockProgram: string): Promise<StateLock> {
  try {
    const answer = await askKernel(file, flockProgram);
    const holder = nameIn(directory);
    const isHeld = answer === 'cannot tell' ? isAlive(holder) : answer === 'held';
    if (isHeld) throw new StateLockedError(directory, pidOf(holder));
    introduce(file, answer === 'taken');
    const kind = answer === 'taken' ? 'kernel' : 'name';
    return { kind, release: once(() => letGo(file, kind)) };
  } catch (cause) {
    closeSync(file);
    throw asUnusable(directory, cause);
  }
}

const lockIn = (directory: string) => join(directory, 'lock');

/** Empty where it cannot be read: then nothing can be said. */
const nameIn = (directory: string) => textOf(lockIn(directory));

/** Opened to append, so that it is made when missing but never emptied under its holder. */
function openLock(directory: string): number {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return openSync(lockIn(directory), 'a', 0o600);
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

/**
 * The file stays: were it deleted, a third agent could lock a new one beside a second that waits for this one. So does the name of one
 * that had the kernel's lock, by which the next one sees that it has ended.
 */
function letGo(file: number, kind: StateLock['kind']): void {
  try {
    if (kind === 'name') ftruncateSync(file);
  } finally {
    closeSync(file);
  }
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
    // It needs no more of the environment than where programs are, and to copy all of it takes time.
    const env = { PATH: process.env.PATH };
    const child = spawn(flockProgram, ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', file], env });
    child.once('error', () => resolve('cannot tell'));
    child.once('exit', code => resolve(code === 0 ? 'taken' : code === 1 ? 'held' : 'cannot tell'));
  });
}

/**
 * "pid start boot machine namespace": the process, the clock tick of its boot that it started in, which boot of which machine that was,
 * and where there its ID counts. What cannot be known is a "-".
 */
function ownName(): string {
  return `${[process.pid, startOf(process.pid), bootId(), machineId(), pidNamespace()].map(each => each || '-').join(' ')}\n`;
}

function pidOf(name: string): number | undefined {
  return Number.parseInt(name, 10) || undefined;
}

function isAlive(name: string): boolean {
  const pid = pidOf(name);
  if (pid === undefined) return false;
  const [, start, boot] = name.trim().split(' ');
  return boot === bootId() && mayLive(pid, start);
}

/**
 * Whether the process of that name has surely ended. Nothing can be said of one on another machine that shares the directory, in
 * another container, or where the name does not say it. (A holder on a full disk has no name at all.)
 */
function isNobodys(name: string): boolean {
  const [pid, start, boot, machine, namespace] = name
    .trim()
    .split(' ')
    .map(each => (each === '-' ? '' : each));
  if (!boot || !bootId()) return false;
  if (boot !== bootId()) return machine !== '' && machine === machineId();
  return namespace !== '' && namespace === pidNamespace() && !mayLive(Number(pid), start);
}

/** A service does not see the processes of other users in /proc (ProtectProc=), but the kernel knows them. */
function mayLive(pid: number, start: string | undefined): boolean {
  const seen = startOf(pid);
  if (seen !== '') return seen === start;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

const machineId = () => textOf('/etc/machine-id').trim();

/** As "pid:[4026531836]"; empty where there is no /proc. */
function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Field 22 of /proc/PID/stat (proc(5)), counted behind the name, which may hold anything; empty when it is gone. */
function startOf(pid: number): string {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function bootId(): string {
  return textOf('/proc/sys/kernel/random/boot_id').trim();
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
