import { resolve } from 'node:path';
import { HostClock } from '../../drivers/host/clock.ts';
import { createLog } from '../../drivers/host/log.ts';
import type { Log } from '../../drivers/ports.ts';
import { resolveBeside } from '../config/paths.ts';
import type { Config } from '../config/types.ts';
import { type RunningAgent, type RunOptions, startAgent } from '../run/agent.ts';
import { softwareVersion } from '../run/identity.ts';
import { serviceManagerOf } from '../run/service-manager.ts';
import { readConfiguration } from './configuration.ts';
import { stopMsMax } from './limits.ts';
import { reloader } from './reload.ts';
import { exitCodes, UsageError, type Verb } from './verb.ts';

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
    const ending = terminal.ending('SIGTERM', 'SIGINT');
    const file = String(options.config);
    const good = await readConfiguration(file, terminal);
    if (!good) return exitCodes.usage;
    const { config, warnings } = good;
    let write = createLog(config.log.level);
    const log: Log = (level, line) => write(level, line);
    endOnDefects(log);
    for (const warning of warnings) log('warning', `${file}:${warning.line}: ${warning.message}`);
    const configFile = resolve(file);
    const agent = await start({
      config,
      configFile,
      stateDirectory: options.state ? String(options.state) : resolveBeside(configFile, config.agent.state),
      socketPath: resolveBeside(configFile, config.agent.socket),
      log,
    });
    if (!agent) {
      endInTime(log);
      return exitCodes.failed;
    }
    const manager = serviceManagerOf(process.env, new HostClock(), log);
    const taken = (next: Config) => {
      write = createLog(next.log.level);
    };
    process.on('SIGHUP', reloader({ file, agent, log, manager, taken }));
    manager?.ready(agent.stuck);
    await ending;
    log('notice', 'stopping');
    manager?.stopping();
    endInTime(log);
    await agent.stop();
    log('notice', 'stopped');
    return exitCodes.ok;
  },
};

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
function endInTime(log: Log): void {
  const giveUp = () => {
    log('error', `not everything has stopped within ${stopMsMax} ms`);
    process.exit(exitCodes.failed);
  };
  setTimeout(giveUp, stopMsMax).unref();
}

/** After a defect nothing can be trusted: the process ends, and systemd starts a new one. */
function endOnDefects(log: Log): void {
  process.on('uncaughtException', cause => {
    log('error', `ended by a defect: ${cause instanceof Error ? cause.stack : String(cause)}`);
    process.exit(exitCodes.failed);
  });
}
