/** A tiny machine for the engine's tests: an I2C part whose answers are scripted, and lines that can be pulled. */
import type { CapabilitySink, CapabilityValues } from '../../../datamodel/iot/values.ts';
import { binary, binarySwitch, type ChipDefinition, chip, humidity, temperature } from '../../../drivers/define.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import type { GpioLine, GpioLineOptions, Hardware, I2cBus, Log, ModbusLines } from '../../../drivers/ports.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { seededRandom } from '../../helpers/random.ts';

/** Never settles. */
const never = new Promise<never>(() => {});

/** An I2C part that answers a transfer with two numbers, fails, or hangs. */
export class FakePart {
  values: readonly [number, number] = [21, 40];
  failing: DeviceError | 'hang' | undefined;
  /** What an open answers. */
  missing: DeviceError | undefined;
  opened = 0;
  closed = 0;
  transfers = 0;
  underway = 0;
  underwayMax = 0;
  #release: (() => void) | undefined;

  open(): I2cBus {
    if (this.missing) throw this.missing;
    this.opened++;
    return {
      transfer: async () => {
        this.transfers++;
        this.underway++;
        this.underwayMax = Math.max(this.underwayMax, this.underway);
        if (this.failing === 'hang') await this.#hang();
        this.underway--;
        if (this.failing instanceof DeviceError) throw this.failing;
        return Uint8Array.from(this.values);
      },
      close: async () => void this.closed++,
    };
  }

  #hang(): Promise<void> {
    return new Promise(resolve => {
      this.#release = resolve;
    });
  }

  /** Lets a transfer that hangs end after all. */
  release(): void {
    this.#release?.();
  }
}

/** A GPIO line; `level` is what the wire has. */
export class FakeLine {
  level = false;
  failing: DeviceError | 'hang' | undefined;
  missing: DeviceError | undefined;
  opened: GpioLineOptions[] = [];
  closed = 0;
  writes: boolean[] = [];
  #edge: ((active: boolean) => void) | undefined;
  #lost: ((error: Error) => void) | undefined;

  open(options: GpioLineOptions): GpioLine {
    if (this.missing) throw this.missing;
    this.opened.push(options);
    if (options.initial !== undefined) this.level = options.initial;
    return {
      read: async () => this.#answer(this.level),
      write: async active => {
        await this.#answer(undefined);
        this.level = active;
        this.writes.push(active);
      },
      watch: (edge, lost) => {
        [this.#edge, this.#lost] = [edge, lost];
        return { stop: () => this.#forget() };
      },
      close: async () => void this.closed++,
    };
  }

  async #answer<T>(value: T): Promise<T> {
    if (this.failing === 'hang') return never;
    if (this.failing) throw this.failing;
    return value;
  }

  #forget(): void {
    this.#edge = undefined;
  }

  get isWatched(): boolean {
    return this.#edge !== undefined;
  }

  /** The wire changes. */
  turn(level: boolean): void {
    this.level = level;
    this.#edge?.(level);
  }

  /** The line disappears. */
  lose(error: Error): void {
    this.#lost?.(error);
  }
}

/** Temperature and humidity, as whole numbers. */
export const thermometer: ChipDefinition = chip({
  name: 'thermometer',
  description: 'Two bytes: degC and %',
  bus: 'i2c',
  channels: { temperature: temperature(), humidity: humidity() },
  async sample({ port, address }) {
    const [t = 0, h = 0] = await port.transfer(address, new Uint8Array(), 2);
    return { temperature: t, humidity: h };
  },
});

export const contact: ChipDefinition = chip({
  name: 'contact',
  description: 'A line, watched',
  bus: 'gpio-in',
  channels: { level: binary() },
  watch({ port }, readings, lost) {
    port.read().then(level => readings({ level }), lost);
    return port.watch(level => readings({ level }), lost);
  },
});

export const relay: ChipDefinition = chip({
  name: 'relay',
  description: 'A line, driven',
  bus: 'gpio-out',
  channels: { level: binarySwitch() },
  async drive({ port }, _channel, value) {
    await port.write(value === true);
  },
});

/** The same line, which tells what it has. */
export const honestRelay: ChipDefinition = {
  ...relay,
  name: 'honest-relay',
  readBack: ({ port }) => (port as GpioLine).read(),
};

/** A machine with parts by bus name and lines by line name, a clock that stands still, and a log that is kept. */
export class World {
  readonly clock = new VirtualClock();
  readonly random = seededRandom(7);
  readonly lines: string[] = [];
  readonly log: Log = (level, line) => void this.lines.push(`${level} ${line}`);
  readonly parts = new Map<string, FakePart>();
  readonly gpio = new Map<string, FakeLine>();
  readonly hardware: Hardware = {
    openI2c: async bus => this.part(bus).open(),
    openGpio: async (line, options) => this.line(line).open(options),
    openSerial: () => never,
    files: { readText: () => never, list: () => never, writeText: () => never },
  };

  readonly modbus: ModbusLines = { open: () => never };

  part(bus: string): FakePart {
    const part = this.parts.get(bus) ?? new FakePart();
    this.parts.set(bus, part);
    return part;
  }

  line(name: string): FakeLine {
    const line = this.gpio.get(name) ?? new FakeLine();
    this.gpio.set(name, line);
    return line;
  }
}

/** Keeps what it is told, each with the time since the start. */
export class Recorder implements CapabilitySink {
  readonly updates: (CapabilityValues & { atMs: number })[] = [];
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  update(values: CapabilityValues): void {
    this.updates.push({ atMs: this.#clock.monotonicMs(), ...values });
  }

  /** What the tree would show now. */
  get state(): CapabilityValues {
    const { atMs: _, ...values } = Object.assign({ atMs: 0 }, ...this.updates) as CapabilityValues & { atMs: number };
    return values;
  }

  /** The changes of Value: when, and to what. */
  get values(): [number, unknown][] {
    return this.updates.filter(update => 'Value' in update).map(update => [update.atMs, update.Value]);
  }
}
