import type { ChipDefinition, DriverContext, Ports, Readings } from '../../drivers/define.ts';
import { SharedLines } from '../../drivers/modbus/lines.ts';
import type { Hardware, Log } from '../../drivers/ports.ts';
import type { VirtualClock } from './clock.ts';
import { seededRandom } from './random.ts';

export interface Bench {
  hardware: Hardware;
  clock: VirtualClock;
  /** As in the configuration: "i2c-1:0x44", "pin 11", "/dev/ttyUSB0:9600,8N1", a path. */
  at: string;
  /** Of a Modbus device; that of an I2C chip is in `at`. */
  address?: number;
  options?: Record<string, string | number | boolean>;
  /** The channels in use; all of them where absent. */
  channels?: readonly string[];
  log?: Log;
}

type Options = DriverContext<unknown>['options'];

function openPort(bus: keyof Ports, { hardware, clock, at }: Bench, options: Options): Promise<Ports[keyof Ports]> {
  const activeLow = options.activeLow === true;
  if (bus === 'i2c') return hardware.openI2c(at.split(':')[0]!);
  if (bus === 'modbus') return new SharedLines(hardware, clock).open(at);
  if (bus === 'serial') return hardware.openSerial(at);
  if (bus === 'gpio-in') {
    const bias = options.bias as 'none' | 'pull-up' | 'pull-down';
    return hardware.openGpio(at, { direction: 'in', activeLow, bias });
  }
  if (bus === 'gpio-out') return hardware.openGpio(at, { direction: 'out', activeLow, initial: false });
  return Promise.resolve(bus === 'program' ? hardware.programs!.open(at.split(' ')) : hardware.files);
}

/** Opens a chip's port and brings the chip into its known state, as the agent does. */
export async function openChip<Bus extends keyof Ports>(
  definition: ChipDefinition<Bus>,
  bench: Bench,
): Promise<DriverContext<Ports[Bus]>> {
  const { at, clock } = bench;
  const defaults = Object.entries(definition.options ?? {}).map(([name, option]) => [name, option.default]);
  const options: Options = { ...Object.fromEntries(defaults), ...bench.options };
  const context: DriverContext<Ports[Bus]> = {
    port: (await openPort(definition.bus, bench, options)) as Ports[Bus],
    at,
    address: bench.address ?? Number(at.split(':')[1] ?? 0),
    options,
    channels: new Set(bench.channels ?? Object.keys(definition.channels)),
    memory: new Map(),
    clock,
    random: seededRandom(1),
    log: bench.log ?? (() => {}),
    sleep: ms => new Promise(resolve => clock.after(ms, resolve)),
  };
  if (definition.setUp) await during(clock, 1_000, definition.setUp(context));
  return context;
}

/** What a promise comes to when `ms` of virtual time pass meanwhile. It must settle in that time. */
export async function during<T>(clock: VirtualClock, ms: number, promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const settled = () => {
    isSettled = true;
  };
  promise.then(settled, settled);
  await clock.advance(ms);
  if (!isSettled) throw new Error(`not settled after ${ms} ms`);
  return promise;
}

/** The code of the DeviceError that a promise rejects with, or what it resolves to instead. */
export function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.catch(error => (error as { code?: unknown }).code ?? error);
}

/** What a watching driver told, in order: readings, and the error that ended it. */
export interface Told {
  readings: Readings[];
  lost: Error[];
  stop(): void;
}

export function watchChip<Bus extends keyof Ports>(
  definition: ChipDefinition<Bus>,
  context: DriverContext<Ports[Bus]>,
): Told {
  const told: Told = { readings: [], lost: [], stop: () => watching.stop() };
  const watching = definition.watch!(
    context,
    readings => told.readings.push(readings),
    error => told.lost.push(error),
  );
  return told;
}
