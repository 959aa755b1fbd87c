/** Programs whose output is a reading. No shell sees the command, and whatever it started goes with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { DeviceError } from '../errors.ts';
import { programOutputBytesMax, programsRunningMax, programsWaitingMax } from '../limits.ts';
import type { Clock, Program } from '../ports.ts';
import { hostError } from './errno.ts';
import { Turns } from './turns.ts';

/** All that a program finds in its environment. */
const environment = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' };

/** What of a failed program's last words is shown. */
const wordsCharsMax = 120;

/** Runs the programs of one machine, a few at a time. */
export class HostPrograms {
  readonly #clock: Clock;
  readonly #turns = new Turns(programsRunningMax);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `command`: an absolute path, and arguments. */
  open(command: readonly string[]): Program {
    return { run: deadlineMs => this.#run(command, deadlineMs), close: async () => {} };
  }

  async #run(command: readonly string[], deadlineMs: number): Promise<string> {
    if (this.#turns.waiting >= programsWaitingMax) throw new DeviceError('busy', 'too many programs wait');
    return this.#turns.run(() => new Run(command, deadlineMs, this.#clock).ended);
  }
}

class Run {
  readonly ended: Promise<string>;
  readonly #path: string;
  readonly #output: Buffer[] = [];
  #outputBytes = 0;
  #words = '';
  #child: ChildProcess | undefined;

  constructor([path = '', ...args]: readonly string[], deadlineMs: number, clock: Clock) {
    this.#path = path;
    this.ended = new Promise((resolve, reject) => {
      const fail = (error: DeviceError) => {
        this.#kill();
        reject(error);
      };
      const late = () => fail(new DeviceError('timeout', `${path}: not done after ${deadlineMs} ms`));
      const deadline = clock.after(deadlineMs, late);
      // A process group of its own, so that it can be ended with all that it has started.
      const child = spawn(path, args, {
        cwd: '/',
        env: environment,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      this.#child = child;
      child.stdout.on('data', (bytes: Buffer) => {
        if (!this.#take(bytes)) fail(new DeviceError('bad-data', `${path}: more than ${programOutputBytesMax} bytes`));
      });
      child.stderr.on('data', (bytes: Buffer) => {
        this.#words = (this.#words + bytes.toString()).slice(0, wordsCharsMax);
      });
      child.on('error', cause => {
        deadline.stop();
        reject(hostError(cause, path));
      });
      child.on('close', (code, signal) => {
        deadline.stop();
        if (code === 0) resolve(Buffer.concat(this.#output).toString());
        else reject(this.#failure(code ?? signal));
      });
    });
  }

  #take(bytes: Buffer): boolean {
    this.#outputBytes += bytes.length;
    if (this.#outputBytes > programOutputBytesMax) return false;
    this.#output.push(bytes);
    return true;
  }

  #failure(how: number | string | null): DeviceError {
    const [words = ''] = this.#words.trim().split('\n');
    return new DeviceError('io', `${this.#path}: ended with ${how}${words && `: ${words}`}`);
  }

  #kill(): void {
    const group = this.#child?.pid;
    if (group === undefined) return;
    try {
      process.kill(-group, 'SIGKILL');
    } catch {
      // It has ended by itself a moment ago.
    }
  }
}
