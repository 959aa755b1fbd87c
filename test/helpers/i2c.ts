// A chip's driver against its model, in virtual time.
import * as assert from 'uvu/assert';
import type { ChipDefinition, DriverContext, Reading, Readings } from '../../drivers/define.ts';
import type { I2cBus, Log } from '../../drivers/ports.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import type { I2cModel, SimI2cBus } from '../../drivers/sim/i2c.ts';
import { VirtualClock } from './clock.ts';
import { type Bench, codeOf, during, openChip } from './driver.ts';

/** A chip that answers every read with the same bytes, as a recording does. */
export function recorded(bytes: ArrayLike<number>): I2cModel {
  return { write: () => true, read: () => Uint8Array.from(bytes) };
}

export interface I2cBench<Model extends I2cModel> {
  clock: VirtualClock;
  hardware: SimHardware;
  bus: SimI2cBus;
  model: Model;
  context: DriverContext<I2cBus>;
  /** Opens the chip and sets it up, anew. */
  open(): Promise<DriverContext<I2cBus>>;
  sample(): Promise<Readings>;
  drive(channel: string, value: Reading): Promise<void>;
}

/** The chip at `address` of i2c-1, opened and set up. */
export async function i2cBench<Model extends I2cModel>(
  definition: ChipDefinition<'i2c'>,
  address: number,
  make: (clock: VirtualClock) => Model,
  extra: Pick<Bench, 'options' | 'channels'> & { log?: Log } = {},
): Promise<I2cBench<Model>> {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  const bus = hardware.i2c('i2c-1');
  const model = make(clock);
  bus.attach(address, model);
  const at = `i2c-1:0x${address.toString(16)}`;
  const open = () => openChip(definition, { hardware, clock, at, ...extra });
  const context = await open();
  return {
    ...{ clock, hardware, bus, model, context, open },
    sample: () => during(clock, 20_000, definition.sample!(context)),
    drive: (channel, value) => during(clock, 5000, definition.drive!(context, channel, value)),
  };
}

/** Every failure of the bus has its code, a missing chip fails the setting up too, and afterwards all is well. */
export async function assertNamesFaults(bench: I2cBench<I2cModel>): Promise<void> {
  const { bus, model, context, open, sample } = bench;
  const { address } = context;
  bus.detach(address);
  assert.is(await codeOf(sample()), 'no-answer');
  bus.attach(address, model);
  bus.inject('stuck', 1);
  assert.is(await codeOf(sample()), 'timeout');
  bus.inject('busy', 1);
  assert.is(await codeOf(sample()), 'busy');
  bus.unplug();
  assert.is(await codeOf(sample()), 'missing');
  assert.is(await codeOf(open()), 'missing');
  bus.plug();
  assert.type(await sample(), 'object');
}

/** Whether two numbers are at most `distance` apart. */
export function assertNear(actual: unknown, expected: number, distance: number): void {
  const isNear = typeof actual === 'number' && Math.abs(actual - expected) <= distance;
  assert.ok(isNear, `${actual} is not within ${distance} of ${expected}`);
}
