/**
 * GPIO through the package onoff, that is, the kernel's GPIO sysfs. It merges quick edges: the level told last is
 * right, the number of edges is not.
 */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { DeviceError } from '../errors.ts';
import type { GpioLine, GpioLineOptions, Stoppable } from '../ports.ts';
import { hostError } from './errno.ts';
import { gpioNumber } from './gpio-names.ts';

type Level = 0 | 1;
type Edge = (error: Error | null | undefined, level: Level) => void;

/** What is used of onoff. */
export interface GpioPackage {
  Gpio: {
    new (number: number, direction: string, edge: string, options: { activeLow: boolean }): NativeGpio;
    readonly accessible: boolean;
  };
}

interface NativeGpio {
  read(): Promise<Level>;
  readSync(): Level;
  write(level: Level): Promise<void>;
  watch(edge: Edge): void;
  unwatch(edge: Edge): void;
  unexport(): void;
}

class HostGpioLine implements GpioLine {
  readonly #name: string;
  readonly #gpio: NativeGpio;
  readonly #lost = new Set<(error: Error) => void>();
  #isClosed = false;

  constructor(name: string, gpio: NativeGpio) {
    this.#name = name;
    this.#gpio = gpio;
    this.#guardEdges();
  }

  /** onoff reads the level inside epoll's callback, where nobody could catch what it throws when the chip is gone. */
  #guardEdges(): void {
    const readSync = this.#gpio.readSync.bind(this.#gpio);
    let last: Level = 0;
    this.#gpio.readSync = () => {
      try {
        last = readSync();
      } catch (cause) {
        for (const lost of this.#lost) lost(hostError(cause, this.#name));
        this.#lost.clear();
      }
      return last;
    };
  }

  async read(): Promise<boolean> {
    return this.#use(async () => (await this.#gpio.read()) === 1);
  }

  async write(active: boolean): Promise<void> {
    return this.#use(() => this.#gpio.write(active ? 1 : 0));
  }

  watch(edge: (active: boolean) => void, lost: (error: Error) => void): Stoppable {
    this.#lost.add(lost);
    const told: Edge = (error, level) => {
      if (!this.#lost.has(lost)) return;
      if (!error) return edge(level === 1);
      this.#lost.delete(lost);
      lost(hostError(error, this.#name));
    };
    this.#gpio.watch(told);
    return {
      stop: () => {
        this.#lost.delete(lost);
        if (!this.#isClosed) this.#gpio.unwatch(told);
      },
    };
  }

  /** Gives the line back to the kernel. An output keeps its level until somebody else claims the line. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#lost.clear();
    try {
      this.#gpio.unexport();
    } catch {
      // The chip is gone, and the line with it.
    }
  }

  async #use<T>(action: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new DeviceError('missing', `${this.#name}: closed`);
    try {
      return await action();
    } catch (cause) {
      throw hostError(cause, this.#name);
    }
  }
}

async function explainInaccessible(sysfs: string, line: string): Promise<never> {
  const file = join(sysfs, 'class/gpio/export');
  await access(file).catch(cause => Promise.reject(hostError(cause, line)));
  throw new DeviceError('forbidden', `${line}: ${file} may not be written; join the group gpio`);
}

/** What is asked for that sysfs cannot do, with the remedy. */
export function beyondSysfs({ bias, debounceMs }: GpioLineOptions): string | undefined {
  if (bias === 'pull-up' || bias === 'pull-down')
    return `cannot set a ${bias}: fit a resistor, or set it in config.txt ("gpio=17=pu")`;
  return debounceMs ? 'cannot debounce: use the character device, or a filter' : undefined;
}

/**
 * Opens `line` as the configuration names it. onoff has its own fixed path to sysfs; `sysfs` is for the look-up.
 * Rejects with a DeviceError: 'missing', 'forbidden', 'busy', or 'unsupported' (no sysfs, or beyond it).
 */
export async function openGpioLine(
  sysfs: string,
  line: string,
  options: GpioLineOptions,
  load: () => Promise<GpioPackage>,
): Promise<GpioLine> {
  const beyond = beyondSysfs(options);
  if (beyond) throw new DeviceError('unsupported', `${line}: the GPIO sysfs ${beyond}`);
  const number = await gpioNumber(sysfs, line);
  const { Gpio } = await load();
  if (!Gpio.accessible) await explainInaccessible(sysfs, line);
  // The words "high" and "low" set direction and level in one step, without a glitch. They are levels of the wire.
  const wireIsHigh = (options.initial ?? false) !== options.activeLow;
  const direction = options.direction === 'in' ? 'in' : wireIsHigh ? 'high' : 'low';
  const edges = options.direction === 'in' ? 'both' : 'none';
  try {
    return new HostGpioLine(line, new Gpio(number, direction, edges, { activeLow: options.activeLow }));
  } catch (cause) {
    throw hostError(cause, line);
  }
}
