/**
 * Rebinding: a device is taken from its kernel driver and given back, as one does by hand with the driver's files `unbind`
 * and `bind` (Documentation/ABI/testing/sysfs-bus-pci of Linux 6.1), or for a 1-wire device with its master's
 * (Documentation/w1/w1-generic.rst). The driver then starts anew, and where it switches the sensor's supply, so does the
 * sensor.
 *
 * It is permitted by the files themselves. The kernel makes them writable for root alone; where they are open to
 * others, somebody has opened them for us, and only then are they used, also by an agent that runs as root: what is
 * behind a hardware monitor may as well be the disk.
 *
 * A device that its driver does not take back is gone until somebody gives it again. So it is noted in a file before
 * it is taken, and given again until the driver has it, also by the next agent.
 */
import { readFileSync } from 'node:fs';
import { access, constants, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { rebindMsMax } from '../limits.ts';
import type { Clock, KernelDrivers, Rebinding } from '../ports.ts';
import { deviceDirectory } from '../sysfs.ts';

/** A device and what holds it. */
interface Tie {
  /** What it was taken for: the way to its folder, which is gone while it has no driver. */
  path: string;
  /** Its folder, with a link `driver` while it has one. */
  device: string;
  driver: string;
  /** What is written into the two files. */
  name: string;
  take: string;
  give: string;
}

/** From the folder with a sensor's files to that of the device, by the subsystem that shows them. */
const ways: Readonly<Record<string, string>> = { iio: '..', hwmon: 'device', w1: '.' };

export class HostKernelDrivers implements KernelDrivers {
  readonly #clock: Clock;
  readonly #notesFile: string;
  readonly #write: typeof write;
  /** What stood in the way, and was told: often it is the same for many devices. */
  readonly #obstacles = new Set<string>();
  /** Devices that we have taken and not given back; undefined until the notes have been read. */
  #taken: readonly Tie[] | undefined;
  #isUnderway = false;

  /** `notesFile` remembers what was taken. Tests bring their own kernel, which is written to. */
  constructor(clock: Clock, notesFile: string, kernel = write) {
    this.#clock = clock;
    this.#notesFile = notesFile;
    this.#write = kernel;
  }

  /** One at a time on the whole machine: a driver that never lets go holds one thread, and this alone. */
  rebind(path: string, mayTake: boolean): Promise<Rebinding | undefined> {
    if (this.#isUnderway) return Promise.resolve(undefined);
    this.#isUnderway = true;
    return new Promise(resolve => {
      let isOverdue = false;
      const deadline = this.#clock.after(rebindMsMax, () => {
        isOverdue = true;
        const said = `its kernel driver needs more than ${rebindMsMax} ms to begin anew`;
        const isTaken = this.#taken?.some(tie => tie.path === path) === true;
        resolve({ said, isUnbound: isTaken, wasTaken: isTaken });
      });
      const settle = (outcome: Rebinding | undefined) => {
        this.#isUnderway = false;
        deadline.stop();
        resolve(outcome);
      };
      this.#rebind(path, mayTake, () => isOverdue).then(settle, (cause: Error) =>
        settle({ said: `its kernel driver cannot begin anew: ${cause.message}`, isUnbound: false }),
      );
    });
  }

  async giveBack(): Promise<boolean> {
    if (this.#isUnderway) return false;
    this.#isUnderway = true;
    this.#taken ??= this.#read();
    for (const tie of this.#taken) await this.#give(tie);
    this.#isUnderway = false;
    return this.#taken.length === 0;
  }

  async #rebind(path: string, mayTake: boolean, isOverdue: () => boolean): Promise<Rebinding | undefined> {
    this.#taken ??= this.#read();
    const due = this.#taken.filter(tie => mayTake || tie.path === path);
    let given: Rebinding | undefined;
    for (const tie of due) {
      const outcome = await this.#give(tie);
      if (tie.path === path) given = outcome;
    }
    if (!mayTake || due.some(tie => tie.path === path)) return given;
    const tie = await tieOf(path);
    if (!tie) return undefined;
    const obstacle = (await obstacleAt(tie.take)) ?? (await obstacleAt(tie.give));
    if (obstacle) return this.#refused(tie.driver, obstacle);
    await this.#note([...this.#taken, tie]);
    // What nobody waits for any more may be in use: it is only given, which changes nothing.
    const refusal = isOverdue() ? undefined : await this.#write(tie.take, tie.name).catch((cause: Error) => cause);
    const outcome = await this.#give(tie);
    if (refusal) throw refusal;
    return outcome && { ...outcome, wasTaken: true };
  }

  #refused(driver: string, obstacle: string): Rebinding | undefined {
    if (this.#obstacles.has(obstacle)) return undefined;
    this.#obstacles.add(obstacle);
    const said = `its kernel driver ${driver} is not bound anew: ${obstacle}; see "Rebinding" in docs/drivers.md`;
    return { said, isUnbound: false };
  }

  async #give(tie: Tie): Promise<Rebinding | undefined> {
    const failure = await this.#write(tie.give, tie.name).catch((cause: NodeJS.ErrnoException) => cause);
    // A device that is there and has no driver. One that has gone, or has one, is the kernel's affair again.
    if (failure && (await isThere(tie.device)) && !(await isThere(join(tie.device, 'driver')))) {
      const said = `its kernel driver ${tie.driver} does not take it back (${failure.code}); trying again`;
      return { said, isUnbound: true };
    }
    this.#taken = (this.#taken ?? []).filter(other => other !== tie);
    await this.#note(this.#taken).catch(() => {}); // Then the next agent gives it once more.
    return failure ? undefined : { said: `its kernel driver ${tie.driver} has been bound anew`, isUnbound: false };
  }

  /** At once: it happens as the agent starts, and the file is short. */
  #read(): Tie[] {
    try {
      return Object.values(JSON.parse(readFileSync(this.#notesFile, 'utf8')));
    } catch {
      return []; // None yet; or cut short, when the board lost its power and the kernel has bound all again.
    }
  }

  async #note(taken: readonly Tie[]): Promise<void> {
    await writeFile(this.#notesFile, JSON.stringify(taken), { mode: 0o600 });
    this.#taken = taken;
  }
}

/** Not those of the agent, where all wait that hang: a rebinding has a thread of its own. */
const files = { readText: (path: string) => readFile(path, 'utf8'), list: (path: string) => readdir(path) };

/** Undefined for a plain file, a device of another subsystem, or one without a driver. */
async function tieOf(path: string): Promise<Tie | undefined> {
  if ((await stat(path).catch(() => undefined))?.isFile()) return undefined;
  const shown = await real(await deviceDirectory(files, path).catch(() => ''));
  const way = ways[basename(await real(`${shown}/subsystem`))];
  if (way === undefined) return undefined;
  const device = await real(`${shown}/${way}`);
  const driver = await real(`${device}/driver`);
  if (driver === '') return undefined;
  const tie = { path, device, driver: basename(driver), name: basename(device) };
  const master = join(dirname(device), 'w1_master_');
  // To bind the one driver of all 1-wire devices does nothing; their own begin when a device comes to the bus.
  if (await isThere(`${master}add`)) return { ...tie, take: `${master}remove`, give: `${master}add` };
  return { ...tie, take: join(driver, 'unbind'), give: join(driver, 'bind') };
}

/** Why a file is not to be written, for people. */
async function obstacleAt(path: string): Promise<string | undefined> {
  try {
    const isOpened = ((await stat(path)).mode & 0o022) !== 0;
    await access(path, constants.W_OK);
    return isOpened ? undefined : `${path} is root's alone`;
  } catch (cause) {
    return `${path} may not be written (${(cause as NodeJS.ErrnoException).code})`;
  }
}

/** Where a link leads to; empty where there is none. */
const real = (path: string): Promise<string> => realpath(path).catch(() => '');

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Into a file that is there, as it is. */
const write = (path: string, text: string): Promise<void> => writeFile(path, text, { flag: constants.O_WRONLY });
