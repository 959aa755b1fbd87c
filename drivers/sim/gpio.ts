/** GPIO lines that exist only here. Levels outside are those of the wire; a program sees them through activeLow. */
import { DeviceError } from '../errors.ts';
import type { GpioLine, GpioLineOptions, Stoppable } from '../ports.ts';

interface Watcher {
  edge: (active: boolean) => void;
  lost: (error: Error) => void;
}

export class SimGpioLine {
  readonly #name: string;
  readonly #watchers = new Set<Watcher>();
  #options: GpioLineOptions | undefined;
  #outside: boolean | undefined;
  #driven: boolean | undefined;
  #isPlugged = true;
  #isHeld = false;

  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Whether the wire is high: as an output drives it, also after it was closed; else as the outside does; else as the
   * bias pulls it.
   */
  get wireIsHigh(): boolean {
    return this.#driven ?? this.#outside ?? this.#options?.bias === 'pull-up';
  }

  /** The outside pulls an input high or low; undefined lets it float. */
  setWire(high: boolean | undefined): void {
    const before = this.wireIsHigh;
    this.#outside = high;
    if (before === this.wireIsHigh) return;
    for (const { edge } of [...this.#watchers]) edge(this.#level());
  }

  /** Another program has the line, or lets go of it. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
  }

  /** The chip disappears, as a USB one does. */
  unplug(): void {
    this.#isPlugged = false;
    this.#options = undefined;
    this.#driven = undefined;
    const watchers = [...this.#watchers];
    this.#watchers.clear();
    for (const { lost } of watchers) lost(this.#missing());
  }

  plug(): void {
    this.#isPlugged = true;
  }

  /** What Hardware.openGpio gives. */
  async open(options: GpioLineOptions): Promise<GpioLine> {
    if (!this.#isPlugged) throw this.#missing();
    if (this.#isHeld || this.#options) throw new DeviceError('busy', `${this.#name}: in use`);
    this.#options = options;
    this.#driven = options.direction === 'out' ? (options.initial ?? false) !== options.activeLow : undefined;
    return {
      read: async () => {
        this.#assertOpen(options);
        return this.#level();
      },
      write: async active => {
        this.#assertOpen(options);
        this.#driven = active !== options.activeLow;
      },
      watch: (edge, lost) => this.#watch({ edge, lost }),
      close: async () => {
        if (this.#options !== options) return;
        this.#options = undefined;
        this.#watchers.clear();
      },
    };
  }

  #watch(watcher: Watcher): Stoppable {
    this.#watchers.add(watcher);
    return { stop: () => this.#watchers.delete(watcher) };
  }

  #level(): boolean {
    return this.wireIsHigh !== (this.#options?.activeLow ?? false);
  }

  #assertOpen(options: GpioLineOptions): void {
    if (this.#options !== options) throw this.#missing();
  }

  #missing(): DeviceError {
    return new DeviceError('missing', `${this.#name}: not there`);
  }
}
