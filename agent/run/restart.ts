/** Reboot() and FactoryReset(): from the command to whoever runs the agent, and on to what restarts. */
import { execFile } from 'node:child_process';
import type { Persistence } from '../../datamodel/persistence.ts';
import type { HostControl } from '../../datamodel/services.ts';
import { factoryResetNote, factoryResetOperations } from '../../datamodel/startnotes.ts';
import type { Clock, Log } from '../../drivers/ports.ts';

/** The answer to the command that asked gets out before anything goes down. */
const answerMs = 1_000;

/** A command to the machine that has not been carried out after this long has failed. */
const commandMsMax = 10_000;

/** Asks the owner of the running agent to stop it and to start it again. */
export class RestartRequest implements HostControl {
  readonly asked: Promise<'restart'>;
  readonly #clock: Clock;
  #ask: () => void = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
    this.asked = new Promise(resolve => {
      this.#ask = () => resolve('restart');
    });
  }

  reboot(): void {
    this.#clock.after(answerMs, this.#ask);
  }

  /** What is to be forgotten is noted in the journal: the next start sees to it. */
  factoryReset(): void {
    this.reboot();
  }
}

/** Carries out a FactoryReset() that the last run was asked for, in one commit: all of it or nothing. */
export async function factoryResetIfAsked(persistence: Persistence, log: Log): Promise<void> {
  if (!persistence.state.has(factoryResetNote)) return;
  await persistence.commit(factoryResetOperations());
  log('notice', 'factory reset: the configuration file alone counts again');
}

/** Whether systemd started this process, and will start another when it ends (`Restart=always`). */
export function isSupervised(): boolean {
  return process.ppid === 1 && process.env.INVOCATION_ID !== undefined;
}

/** Reboots the board. False when the machine refuses: the agent then restarts alone. */
export function rebootMachine(log: Log): Promise<boolean> {
  return new Promise(resolve => {
    execFile('systemctl', ['reboot'], { timeout: commandMsMax }, error => {
      if (error) log('error', `the machine does not reboot, so the agent restarts alone: ${error.message.trim()}`);
      resolve(!error);
    });
  });
}
