/** The endpoint under test: the agent as a process of its own, kept up as systemd would keep it up. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface EutOptions {
  /** The program's file, and what runs it. */
  program: readonly string[];
  /** Where its configuration and its state are. */
  directory: string;
  toml: string;
  environment?: Readonly<Record<string, string>>;
}

/** How long a stopped agent may take to end, in ms. */
const stopMsMax = 10_000;
/** How often the log is looked at, in ms. */
const lookMs = 50;
/** As RestartSec= of the unit: an agent that ends by itself comes back after this long, in ms. */
const restartMs = 100;

export class Eut {
  readonly directory: string;
  /** The last lines of its log. */
  readonly log: string[] = [];
  /** How often it has been started. */
  starts = 0;
  readonly #options: EutOptions;
  #child: ChildProcess | undefined;
  #isWanted = false;

  constructor(options: EutOptions) {
    this.#options = options;
    this.directory = options.directory;
  }

  start(): void {
    const { program, directory, toml, environment } = this.#options;
    const file = join(directory, 'uspi.toml');
    writeFileSync(file, toml);
    this.#isWanted = true;
    this.starts += 1;
    const [command = process.execPath, ...args] = program;
    const child = spawn(command, [...args, 'run', '--config', file], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...environment },
    });
    this.#child = child;
    child.stderr?.on('data', (chunk: Buffer) => this.#keep(chunk.toString()));
    child.once('exit', (code, signal) => {
      this.#keep(`ended with ${code ?? signal}\n`);
      this.#child = undefined;
      if (this.#isWanted) setTimeout(() => this.#isWanted && this.start(), restartMs);
    });
  }

  /** Ends it for good: SIGTERM, and SIGKILL when that does not do. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    this.#isWanted = false;
    const child = this.#child;
    if (!child) return;
    const timer = setTimeout(() => child.kill('SIGKILL'), stopMsMax);
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill(signal);
    await ended;
    clearTimeout(timer);
  }

  /** A reboot of the whole device, as far as the agent can tell. */
  async restart(): Promise<void> {
    await this.stop();
    this.start();
  }

  /** Whether the log has, within the time, as many lines that match. */
  async says(pattern: RegExp, times: number, withinMs: number): Promise<boolean> {
    const isSaid = () => this.log.filter(line => pattern.test(line)).length >= times;
    for (let waitedMs = 0; !isSaid() && waitedMs < withinMs; waitedMs += lookMs) {
      await new Promise(resolve => setTimeout(resolve, lookMs));
    }
    return isSaid();
  }

  #keep(text: string): void {
    this.log.push(...text.split('\n').filter(line => line !== ''));
    this.log.splice(0, this.log.length - 200);
  }
}
