/** Where an agent runs as it is shipped: in a guest, or as a process of this machine. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeEnvironment, nodeFlags, unitEnvironment } from '../helpers/unit.ts';
import type { Guest } from './guest.ts';
import { type Stopwatch, stopwatchOf } from './stopwatch.ts';

/**
 * From its start until it is up, and from the wish that it ends until it has, of its own time: the slowest is an emulated
 * ARM.
 */
const upMsMax = 90_000;
const endMsMax = 20_000;

export interface AgentProcess {
  log(): Promise<string>;
  /** Resident memory in MB. */
  residentMb(): Promise<number>;
  /** Time as this machine gives it to the agent, or to its guest. */
  stopwatch(): Stopwatch;
  /** Asks it to end, and waits until it has; nothing when it has ended already. */
  stop(): Promise<void>;
  /** Ends it without its knowledge. */
  kill(): Promise<void>;
}

export interface Place {
  /** How this machine's loopback is reached from there. */
  host: string;
  /** The agent's local socket. */
  socket: string;
  /** Starts the agent with a configuration, and resolves when it is up. */
  start(toml: string): Promise<AgentProcess>;
}

export interface GuestPlaceOptions {
  /** An agent finds there what the one before has left. */
  keepsState?: boolean;
}

/** In a guest. QEMU's user network shows it this machine at 10.0.2.2. */
export function inGuest(guest: Guest, { keepsState = false }: GuestPlaceOptions = {}): Place {
  const environment = Object.entries(unitEnvironment).map(([name, value]) => `${name}=${value}`);
  const node = [...environment, 'node', ...nodeFlags].join(' ');
  const run = 'uspi/dist/uspi.cjs run --config /tmp/uspi.toml --state /tmp/state';
  return {
    host: '10.0.2.2',
    socket: '/run/uspi/uspi.sock',
    async start(toml) {
      const encoded = Buffer.from(toml).toString('base64');
      if (!keepsState) await guest.run('rm -rf /tmp/state');
      await guest.run(`echo ${encoded} | base64 -d > /tmp/uspi.toml`);
      const command = `cd / && ${node} ${run} > /tmp/agent.log 2>&1 & echo $!`;
      const pid = (await guest.run(command)).trim();
      const log = () => guest.run('cat /tmp/agent.log');
      const isUp = (text: string) => / is up/.test(text);
      await guest.until('the agent to be up', `cat /tmp/agent.log && kill -0 ${pid}`, isUp, upMsMax);
      const end = async (signal: string) => {
        await guest.run(`kill -${signal} ${pid} 2>/dev/null || true`);
        const look = `[ -d /proc/${pid} ] || echo ended`;
        await guest.until('the agent to end', look, output => output.includes('ended'), endMsMax);
      };
      return {
        log,
        residentMb: () => guest.residentMb(pid),
        stopwatch: () => guest.stopwatch(),
        stop: () => end('TERM'),
        kill: () => end('KILL'),
      };
    },
  };
}

export interface HostPlaceOptions {
  /** Scratch, for the configuration and the state. */
  directory: string;
  /** The program that runs the bundle, with its arguments up to the bundle's own. */
  command: readonly [string, ...string[]];
  /** Over that of the service. */
  environment?: Readonly<Record<string, string>>;
}

/** On this machine. */
export function onHost({ directory, command, environment }: HostPlaceOptions): Place {
  const place = join(directory, 'agent');
  const [config, state, socket] = ['uspi.toml', 'state', 'uspi.sock'].map(name => join(place, name)) as [
    string,
    string,
    string,
  ];
  return {
    host: '127.0.0.1',
    socket,
    async start(toml) {
      rmSync(place, { recursive: true, force: true });
      mkdirSync(place);
      writeFileSync(config, toml);
      const [program, ...args] = command;
      const child = spawn(program, [...args, 'run', '--config', config, '--state', state], {
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...nodeEnvironment, ...environment },
      });
      process.once('exit', () => child.kill('SIGKILL'));
      let log = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
      const ended = new Promise<void>(resolve => child.once('close', () => resolve()));
      const end = async (signal: NodeJS.Signals) => {
        child.kill(signal);
        const hard = setTimeout(() => child.kill('SIGKILL'), endMsMax);
        await ended;
        clearTimeout(hard);
      };
      const stopwatch = () => stopwatchOf(child.pid!);
      for (const elapsedMs = stopwatch(); !/ is up/.test(log); await sleep(20)) {
        const isLate = elapsedMs() > upMsMax;
        if (isLate) await end('SIGKILL');
        if (isLate || child.exitCode !== null) throw new Error(`the agent does not come up:\n${log}`);
      }
      const residentMb = async () =>
        Number(/VmRSS:\s*(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
      return { log: async () => log, residentMb, stopwatch, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
    },
  };
}
