/** A machine in QEMU, and a shell in it over its serial console. */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { command } from '../helpers/command.ts';
import type { Kernel } from './kernel.ts';
import { type Stopwatch, stopwatchOf } from './stopwatch.ts';

const here = import.meta.dirname;

/** A boot or a command that takes longer of the guest's own time has failed: emulation is slow, not that slow. */
const bootMsMax = 180_000;
const commandMsMax = 60_000;

/** How often that is looked at. */
const lateLookMs = 500;

/** Between two looks into a guest: short, and long enough to leave it most of its time. */
const lookMsMin = 200;
const lookShare = 4;

/** What is kept of the console, for the report of a failure. */
const consoleCharsMax = 20_000;

export interface GuestOptions {
  /** qemu-system-x86_64, say. */
  program: string;
  /** Machine, processor, memory and devices. */
  machine: readonly string[];
  kernel: Kernel;
  /** Modules in the order of loading, each with its parameters behind a space. */
  modules: readonly string[];
  /** The kernel's command line. */
  parameters: string;
  /** A scratch folder, for the initramfs. */
  directory: string;
}

/** The initramfs: busybox, the modules, and guest/init. */
export function makeInitramfs(kernel: Kernel, modules: readonly string[], busybox: string, directory: string): string {
  const root = join(directory, 'initramfs');
  for (const name of ['bin', 'modules', 'proc', 'sys', 'dev', 'lower', 'upper', 'new'])
    mkdirSync(join(root, name), { recursive: true });
  copyFileSync(busybox, join(root, 'bin/busybox'));
  copyFileSync(join(here, 'guest/init'), join(root, 'init'));
  command('chmod', ['755', join(root, 'init'), join(root, 'bin/busybox')]);
  const parameters = new Map(modules.map(each => [each.split(' ')[0]!, each.split(' ').slice(1).join(' ')]));
  const files = kernel.modules([...parameters.keys()]);
  for (const file of files) copyFileSync(file, join(root, 'modules', basename(file)));
  const order = files.map(file => `${basename(file)} ${parameters.get(basename(file, '.ko')) ?? ''}`.trim());
  writeFileSync(join(root, 'modules/order'), `${order.join('\n')}\n`);
  const archive = join(directory, 'initramfs.cpio');
  command('sh', ['-c', 'find . | cpio -o -H newc --quiet > "$1"', 'sh', archive], { directory: root });
  return archive;
}

interface Answer {
  status: number;
  output: string;
}

export class Guest {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<string, (answer: Answer) => void>();
  #console = '';
  #line = '';
  #count = 0;
  #isEnded = false;

  /** Boots and resolves once the guest's shell listens. `busybox` is a static one of the guest's architecture. */
  static async boot(options: GuestOptions, busybox: string): Promise<Guest> {
    const { program, machine, kernel, modules, parameters, directory } = options;
    const initramfs = makeInitramfs(kernel, modules, busybox, directory);
    const common = ['-accel', 'tcg', '-display', 'none', '-no-reboot', '-nodefaults', '-serial', 'stdio'];
    const boot = ['-kernel', kernel.image, '-initrd', initramfs, '-append', parameters];
    const guest = new Guest(spawn(program, [...machine, ...common, ...boot], { stdio: 'pipe' }));
    try {
      await guest.#answer('ready', bootMsMax);
      return guest;
    } catch (cause) {
      await guest.stop();
      throw cause;
    }
  }

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout!.setEncoding('utf8').on('data', (text: string) => this.#read(text));
    child.stderr!.setEncoding('utf8').on('data', (text: string) => this.#keep(text));
    child.once('exit', () => this.#end());
    process.once('exit', () => child.kill());
  }

  /** What `script` printed. Throws when it fails. */
  async run(script: string): Promise<string> {
    const number = String(++this.#count);
    const answer = this.#answer(number, commandMsMax);
    this.#child.stdin!.write(`${number} ${Buffer.from(script).toString('base64')}\n`);
    const { status, output } = await answer;
    if (status !== 0) throw new Error(`in the guest, status ${status}: ${script}\n${output}`);
    return output;
  }

  /** Time as this machine gives it to the guest. */
  stopwatch(): Stopwatch {
    return stopwatchOf(this.#child.pid!);
  }

  /** Runs `script` until what it prints satisfies `isIt`. */
  async until(what: string, script: string, isIt: (output: string) => boolean, msMax = 30_000): Promise<string> {
    const elapsedMs = this.stopwatch();
    for (;;) {
      const asked = performance.now();
      const output = await this.run(script);
      if (isIt(output)) return output;
      if (elapsedMs() > msMax) throw new Error(`waited in vain for ${what}; last: ${output.slice(-2_000)}`);
      await sleep(Math.max(lookMsMin, lookShare * (performance.now() - asked)));
    }
  }

  /** Resolves when a program in the guest has written the line "@@event" to its console. */
  async hears(event: string): Promise<void> {
    await this.#answer(event, commandMsMax);
  }

  /** Resident memory of the process in the guest, in MB. */
  async residentMb(pid: string): Promise<number> {
    const status = await this.run(`grep VmRSS /proc/${pid}/status`);
    return Number(/(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  async stop(): Promise<void> {
    if (this.#isEnded) return;
    const ended = new Promise(resolve => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    const hard = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(hard);
  }

  #answer(number: string, msMax: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => {
        clearInterval(timer);
        reject(new Error(`the guest ${why}; its console:\n${this.#console.slice(-6_000)}`));
      };
      const elapsedMs = this.stopwatch();
      const isLate = () => elapsedMs() > msMax && fail(`gave no answer in ${msMax / 1_000} s`);
      const timer = setInterval(isLate, lateLookMs);
      this.#waiting.set(number, answer => {
        clearInterval(timer);
        if (answer.status < 0) fail('ended');
        else resolve(answer);
      });
    });
  }

  #read(text: string): void {
    this.#keep(text);
    const lines = (this.#line + text).split('\n');
    this.#line = lines.pop() ?? '';
    for (const line of lines) {
      // Not every machine can end itself after that; the console has the reason.
      if (line.includes('end Kernel panic') || line.includes('Reboot failed')) this.#giveUp();
      const [, number, status = '0', output = ''] = /@@(\w+)(?: (\d+) (\S*))?\s*$/.exec(line) ?? [];
      if (number === undefined) continue;
      this.#waiting.get(number)?.({ status: Number(status), output: Buffer.from(output, 'base64').toString() });
      this.#waiting.delete(number);
    }
  }

  #keep(text: string): void {
    this.#console = (this.#console + text).slice(-consoleCharsMax);
  }

  #end(): void {
    this.#isEnded = true;
    this.#giveUp();
  }

  #giveUp(): void {
    for (const answer of this.#waiting.values()) answer({ status: -1, output: '' });
    this.#waiting.clear();
  }
}
