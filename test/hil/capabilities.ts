/** Chips as [[capability]] tables, and what is to be read of them. */
import { chips } from '../../drivers/chips/catalog.gen.ts';
import type { ChipCase } from './i2c/chips.ts';
import type { World } from './world.ts';

const loaded = Object.entries(chips).map(async ([name, load]) => [name, await load!()] as const);

/** The catalogue, by driver. */
export const definitions = new Map(await Promise.all(loaded));

/** A chip is asked so often, unless that is more often than it can. */
const pollMsMin = 500;

/** `bus` in place of the case's own. */
export function capabilityOf({ driver, channel, bus, address }: ChipCase, busName: string = bus): string {
  const pollMs = Math.max(pollMsMin, definitions.get(driver)?.pollMsMin ?? 0);
  return `
[[capability]]
name = "${driver}"
driver = "${driver}"
channel = "${channel}"
at = "${busName}:0x${address.toString(16)}"
poll = "${pollMs}ms"
`;
}

/** The class of a chip's channel: what its value is called. */
function valueParameter({ driver, channel }: ChipCase): string {
  const found = definitions.get(driver)?.channels[channel];
  if (!found) throw new Error(`${driver} has no channel ${channel}`);
  return `${found.class}.Value`;
}

const isNear = (wanted: number | boolean, within: number) => (value: string) =>
  typeof wanted === 'boolean' ? value === String(wanted) : Math.abs(Number(value) - wanted) <= within + 1e-9;

/** Waits until the agent has read a chip's first value. */
export async function readsFirst({ reads }: World, chip: ChipCase): Promise<void> {
  await reads(chip.driver, valueParameter(chip), isNear(chip.values[0], chip.within ?? 0));
}

/** Waits until a Notify has told of a chip's second value. */
export async function tellsSecond({ changed }: World, chip: ChipCase): Promise<void> {
  await changed(chip.driver, isNear(chip.values[1], chip.within ?? 0));
}
