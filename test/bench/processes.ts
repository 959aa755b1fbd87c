/** Processes under measurement, and what the kernel's /proc tells of them. Linux alone has it (proc(5)). */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { nodeEnvironment, nodeFlags } from '../helpers/unit.ts';
import { sum } from './statistics.ts';

/** Low-memory profile: no compiled code, smaller tables. */
export const liteFlags = ['--lite-mode'];

/** How long a process is waited for after SIGTERM. */
const endMsMax = 10_000;

export interface Memory {
  /** In MB of 2^20 bytes. */
  rss: number;
  pss: number;
  privateDirty: number;
  threads: number;
}

/** Node of this process's version, with the flags and the environment of the service. */
export const spawnNode = (flags: readonly string[], ...args: string[]): ChildProcess => spawnIn({}, flags, args);

function spawnIn(environment: NodeJS.ProcessEnv, flags: readonly string[], args: readonly string[]): ChildProcess {
  const command = [...nodeFlags, ...flags, ...args];
  const child = spawn(process.execPath, command, { env: { ...nodeEnvironment, ...environment }, stdio: 'ignore' });
  const kill = () => child.kill('SIGKILL'); // A benchmark that failed leaves none behind.
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/** A node that does nothing. */
export const spawnBare = (...flags: string[]): ChildProcess => spawnNode(flags, '-e', 'setInterval(() => {}, 1e9)');

export interface AgentOptions {
  flags?: readonly string[];
  /** Where its state is; absent: a fresh directory. */
  directory?: string;
  /** On top of the environment of the service. */
  environment?: NodeJS.ProcessEnv;
}

/** The shipped program with a configuration, whose [agent] section gets its places. */
export function spawnAgent(program: string, toml: string, options: AgentOptions = {}): ChildProcess {
  const directory = options.directory ?? temporaryDirectory();
  const config = join(directory, 'uspi.toml');
  writeFileSync(
    config,
    toml.replace('[agent]', `[agent]\nstate = "${directory}/state"\nsocket = "${directory}/socket"`),
  );
  return spawnIn(options.environment ?? {}, options.flags ?? [], [resolve(program), 'run', '--config', config]);
}

/** Ends a process as systemd does. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>(done => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), endMsMax);
  await exit;
  clearTimeout(force);
}

const read = ({ pid, exitCode }: ChildProcess, file: string): string => {
  if (exitCode !== null) throw new Error('a process has ended before it was measured');
  return readFileSync(`/proc/${pid}/${file}`, 'utf8');
};

const tasksOf = ({ pid }: ChildProcess): string[] => readdirSync(`/proc/${pid}/task`);

export function memoryOf(child: ChildProcess): Memory {
  const text = read(child, 'smaps_rollup');
  const megabytes = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1]) / 1_024;
  const [rss, pss, privateDirty] = [megabytes('Rss'), megabytes('Pss'), megabytes('Private_Dirty')];
  return { rss, pss, privateDirty, threads: tasksOf(child).length };
}

/** Processor time of its threads so far, in milliseconds: to the nanosecond, where /proc/PID/stat counts ticks. */
export function cpuMsOf(child: ChildProcess): number {
  return sum(tasksOf(child).map(task => Number(read(child, `task/${task}/schedstat`).split(' ')[0]))) / 1e6;
}

/** How often its threads went to sleep so far, and so were woken. */
export function sleepsOf(child: ChildProcess): number {
  const pattern = /^voluntary_ctxt_switches:\s+(\d+)/m;
  return sum(tasksOf(child).map(task => Number(pattern.exec(read(child, `task/${task}/status`))?.[1])));
}

/** Open files, sockets and timers' descriptors. */
export const handlesOf = ({ pid }: ChildProcess): number => readdirSync(`/proc/${pid}/fd`).length;
