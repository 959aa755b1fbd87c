import { resolve } from 'node:path';
import { readBoundedNow } from '../../drivers/host/bounded.ts';
import { HostClock } from '../../drivers/host/clock.ts';
import { createLog } from '../../drivers/host/log.ts';
import type { Log } from '../../drivers/ports.ts';
import { resolveBeside } from '../config/paths.ts';
import type { Config } from '../config/types.ts';
import { type RunningAgent, type RunOptions, startAgent } from '../run/agent.ts';
import { softwareVersion } from '../run/identity.ts';
import { readyAfterMs } from '../run/limits.ts';
import { isSupervised, rebootMachine } from '../run/restart.ts';
import { serviceManagerOf } from '../run/service-manager.ts';
import { readConfiguration } from './configuration.ts';
import { stopMsMax } from './limits.ts';
import { reloader } from './reload.ts';
import { exitCodes, type Terminal, UsageError, type Verb } from './verb.ts';

export const verb: Verb = {
  words: '',
  help: [
    'Runs the agent until SIGTERM or SIGINT, with what the configuration file says. The log goes to standard error, each',
    'line with the priority that journald reads. A second signal ends it at once. SIGHUP reads the file again: what it',
    'does not change runs on, and a file that is bad changes nothing.',
  ],
  options: {
    config: { value: 'FILE', help: 'the configuration file', isRequired: true },
    state: { value: 'DIR', help: 'where to keep what must survive a restart; else what the file says' },
  },
  async run(words, options, terminal) {
    if (words.length > 0) throw new UsageError(`what is ${words[0]} for? The file follows --config`);
    const state = options.state ? { stateDirectory: String(options.state) } : {};
    return runAgent({ file: String(options.config), ...state }, terminal);
  },
};

/** What is run, and where. */
export interface Run {
  /** The configuration file. */
  file: string;
  /** Absent: what the file says. */
  stateDirectory?: string;
  socketPath?: string;
  /** Other surroundings than this machine: made for a configuration, and for each that is taken over later. */
  surround?(config: Config): Promise<Pick<RunOptions, 'hardware' | 'clock'>>;
}

/** Runs the agent until a signal ends it; resolves to the exit code. */
export async function runAgent(run: Run, terminal: Terminal): Promise<number> {
  const { file, surround } = run;
  const ending = terminal.ending('SIGTERM', 'SIGINT');
  const configFile = resolve(file);
  let write = createLog('info');
  const log: Log = (level, line) => write(level, line);
  const taken = (config: Config) => {
    write = createLog(config.log.level);
  };
  endOnDefects(log);
  for (;;) {
    const good = await readConfiguration(file, terminal, readBoundedNow);
    if (!good) return exitCodes.usage;
    const { config, warnings } = good;
    taken(config);
    for (const warning of warnings) log('warning', `${file}:${warning.line}: ${warning.message}`);
    const agent = await start({
      config,
      configFile,
      stateDirectory: run.stateDirectory ?? resolveBeside(configFile, config.agent.state),
      socketPath: run.socketPath ?? resolveBeside(configFile, config.agent.socket),
      log,
      ...(await surround?.(config)),
    });
    if (!agent) {
      endInTime(log);
      return exitCodes.failed;
    }
    const reload = async (next: Config) => {
      await surround?.(next);
      await agent.reload(next);
    };
    void agent.lost.then(cause => endAsLoser(cause, log));
    if ((await serve({ ...agent, reload }, { file, log, taken, ending })) === 'ending') return exitCodes.ok;
    // Where systemd would start the next process, the board may as well start again.
    if (!surround && isSupervised()) {
      await rebootMachine(log);
      return exitCodes.ok;
    }
  }
}

interface Serving {
  file: string;
  log: Log;
  taken(config: Config): void;
  ending: Promise<'ending'>;
}

/** Lets the agent work until it is time to go, or until a controller wants it to begin anew; then stops it. */
async function serve(agent: RunningAgent, { file, log, taken, ending }: Serving): Promise<'ending' | 'restart'> {
  const manager = serviceManagerOf(process.env, new HostClock(), log);
  const reload = reloader({ file, agent, log, manager, taken });
  process.on('SIGHUP', reload);
  const ready = setTimeout(() => manager?.ready(agent.stuck), readyAfterMs);
  const end = await Promise.race([ending, agent.restartAsked]);
  clearTimeout(ready);
  log('notice', end === 'ending' ? 'stopping' : 'stopping, to start again');
  manager?.stopping();
  const deadline = endInTime(log);
  await agent.stop();
  process.off('SIGHUP', reload);
  if (end === 'restart') clearTimeout(deadline);
  log('notice', 'stopped');
  return end;
}

async function start(options: RunOptions): Promise<RunningAgent | undefined> {
  const { log, socketPath } = options;
  log('notice', `uspi ${softwareVersion} starts, with its state in ${options.stateDirectory}`);
  try {
    const agent = await startAgent(options);
    log('notice', `${agent.endpointId} runs; local socket ${socketPath}`);
    return agent;
  } catch (cause) {
    // What the machine refuses has a code: a locked directory, a full disk, a missing permission. The rest is a defect.
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    log('error', `cannot start: ${cause.message}`);
    return undefined;
  }
}

/** Ends the process when something does not let go. */
function endInTime(log: Log): NodeJS.Timeout {
  const giveUp = () => {
    log('error', `not everything has stopped within ${stopMsMax} ms`);
    process.exit(exitCodes.failed);
  };
  return setTimeout(giveUp, stopMsMax).unref();
}

/** At once: what belongs to the other agent is neither told that this one goes, nor made safe. */
function endAsLoser(cause: Error, log: Log): void {
  log('error', `cannot go on: ${cause.message}`);
  process.exit(exitCodes.failed);
}

/** After a defect nothing can be trusted: the process ends, and systemd starts a new one. */
function endOnDefects(log: Log): void {
  process.on('uncaughtException', cause => {
    log('error', `ended by a defect: ${cause instanceof Error ? cause.stack : String(cause)}`);
    process.exit(exitCodes.failed);
  });
}
