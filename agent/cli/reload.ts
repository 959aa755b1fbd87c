/** SIGHUP: the configuration file is read again and taken over, or stays as it was when the new one is bad. */
import type { Log } from '../../drivers/ports.ts';
import type { Config } from '../config/types.ts';
import type { RunningAgent } from '../run/agent.ts';
import type { ServiceManager } from '../run/service-manager.ts';
import { readConfiguration } from './configuration.ts';
import type { Terminal } from './verb.ts';

export interface ReloadParts {
  file: string;
  agent: Pick<RunningAgent, 'reload'>;
  log: Log;
  manager: Pick<ServiceManager, 'reloading' | 'reloaded'> | undefined;
  /** Told of a configuration that counts from now on. */
  taken(config: Config): void;
}

/** What to call when the file is to be read again. Calls while it is being read come to one more reading. */
export function reloader(parts: ReloadParts): () => Promise<void> {
  let underway: Promise<void> | undefined;
  let isAskedAgain = false;
  const loop = async () => {
    do {
      isAskedAgain = false;
      await reload(parts);
    } while (isAskedAgain);
    underway = undefined;
  };
  return () => {
    isAskedAgain = true;
    underway ??= loop();
    return underway;
  };
}

async function reload({ file, agent, log, manager, taken }: ReloadParts): Promise<void> {
  manager?.reloading();
  const good = await readConfiguration(file, findingsTo(log));
  if (!good) {
    log('error', `${file} is not taken over: the agent goes on with what it had`);
    manager?.reloaded('running, with an earlier configuration: the file is bad');
    return;
  }
  for (const warning of good.warnings) log('warning', `${file}:${warning.line}: ${warning.message}`);
  try {
    await agent.reload(good.config);
    taken(good.config);
    log('notice', `${file} is taken over`);
    manager?.reloaded('running');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    log('error', `${file} could not be taken over as a whole; a restart would: ${reason}`);
    manager?.reloaded('running, with a part of the configuration');
  }
}

/** Findings are several lines each, and the log has one line a call. */
function findingsTo(log: Log): Pick<Terminal, 'complain'> {
  return {
    complain: text => {
      for (const line of text.split('\n')) log('error', line);
    },
  };
}
