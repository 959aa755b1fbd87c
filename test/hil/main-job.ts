/** The main job on the kernel's simulators: a pin and a register change in the guest, and the host hears of it. */
import * as assert from 'uvu/assert';
import { bmp280Address, example, identity, idle, measurement, trimming, warmer } from './bmp280.ts';
import type { Guest } from './guest.ts';
import type { Figures } from './job.ts';
import { outputsAtTheEnd } from './outputs.ts';
import { inGuest } from './place.ts';
import {
  becomesHigh,
  gpioLabel,
  levelOf,
  lm75Word,
  makeGpioChip,
  pull,
  setRegisters,
  setWord,
  stubBus,
} from './simulators.ts';
import { withAgent } from './world.ts';

export const lm75Address = 0x48;

const capabilities = (bus: number) => `
[[capability]]
name = "door"
driver = "gpio-input"
at = "label ${gpioLabel}:3"
type = "DoorOpen"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "label ${gpioLabel}:5"
initial = true

[[capability]]
name = "air"
driver = "bmp280"
channel = "temperature"
at = "i2c-${bus}:0x${bmp280Address.toString(16)}"
poll = "1s"

[[capability]]
name = "case"
driver = "hwmon"
channel = "temperature"
at = "/sys/class/hwmon/lm75"
poll = "1s"
`;

/** Programs of the host that every such job needs, and the Debian packages that have them. */
export const hostPrograms = {
  busybox: 'busybox-static',
  cpio: 'cpio',
  depmod: 'kmod',
  gcc: 'gcc',
  make: 'make',
  mosquitto: 'mosquitto',
};

/** Modules of a guest whose root and network come over virtio. */
export const guestModules = ['virtio-pci', '9pnet-virtio', '9p', 'overlay', 'virtio-net'];

/** Modules of the simulators, in the order of loading. */
export const simulatorModules = [
  'configfs',
  'i2c-dev',
  'lm75',
  'gpio-sim',
  `i2c-stub chip_addr=${lm75Address},${bmp280Address}`,
];

/** Runs in a guest that has loaded `simulatorModules`; ends it. */
export async function mainJob(guest: Guest): Promise<Figures> {
  try {
    const chip = await makeGpioChip(guest);
    const bus = await stubBus(guest);
    const lm75 = `0x${lm75Address.toString(16)}`;
    await guest.run(`echo lm75 ${lm75} > /sys/bus/i2c/devices/i2c-${bus}/new_device`);
    await pinsAndRegisters(guest, 'sysfs', chip, bus);
    const residentMb = await pinsAndRegisters(guest, 'character-device', chip, bus);
    await scanFinds(guest, bus);
    await outputsAtTheEnd(guest, chip);
    const edges = await countEdges(guest, chip);
    return { residentMb, seen: `pins by both interfaces, bmp280 and lm75 to Notify; outputs at the end; ${edges}` };
  } finally {
    await guest.stop();
  }
}

/** Pins and registers to Notify, and a Set to a pin. Resolves to the agent's resident memory, in MB. */
async function pinsAndRegisters(guest: Guest, gpio: string, chip: string, bus: number): Promise<number> {
  for (const { first, bytes } of [identity, trimming, idle, measurement(example.pressure, example.temperature)])
    await setRegisters(guest, bus, bmp280Address, first, bytes);
  await setWord(guest, bus, lm75Address, 0, lm75Word(21.5));
  const options = { gpio, capabilities: capabilities(bus) };
  return withAgent(inGuest(guest), options, async ({ agent, set, reads, changed }) => {
    await reads('air', 'LevelSensor.Value', value => Number(value) === example.degC);
    await reads('case', 'LevelSensor.Value', value => Number(value) === 21.5);

    await pull(guest, chip, 3, true);
    await changed('door', value => value === 'true');
    const { first, bytes } = measurement(warmer.pressure, warmer.temperature);
    await setRegisters(guest, bus, bmp280Address, first, bytes);
    await changed('air', value => Number(value) === warmer.degC);
    await setWord(guest, bus, lm75Address, 0, lm75Word(-7.5));
    await changed('case', value => Number(value) === -7.5);
    await pull(guest, chip, 3, false);
    await changed('door', value => value === 'false');

    await becomesHigh(guest, chip, 5);
    await set('fan', 'BinaryControl.Value', 'false');
    assert.is(await levelOf(guest, chip, 5), false, 'a Set reaches the line before its answer');
    return agent.residentMb();
  });
}

/** What `uspi scan` prints of the simulators. */
async function scanFinds(guest: Guest, bus: number): Promise<void> {
  const text = await guest.run('cd / && node uspi/dist/uspi.mjs scan');
  for (const line of [
    `at = "i2c-${bus}:0x${bmp280Address.toString(16)}"`,
    `# i2c-${bus}:0x${lm75Address.toString(16)}: something (a driver of the kernel has it: see hwmon and iio)`,
    `# at = "label ${gpioLabel}:0"`,
  ])
    assert.ok(text.split('\n').includes(line), `scan should print ${line}:\n${text}`);
}

interface Edges {
  edges: number;
  /** Whether the levels that were told alternate. */
  alternate: boolean;
  isActive: boolean;
  /** The kernel's numbers of the edges that it gave to the reader. */
  numbers: number[];
}

const edgesDriven = 1_000;
const stallMs = 3_000;

/** 1,000 edges at 200 a second, by both interfaces, and again with a reader that hears nothing while they come. */
async function countEdges(guest: Guest, chip: string): Promise<string> {
  const count = async (gpio: string, sleepsMs = 0) => {
    const pullFile = `${chip}/sim_gpio2/pull`;
    const printed = await guest.run(`node /uspi/hil/edges.mjs ${gpio} 'label ${gpioLabel}:2' ${pullFile} ${sleepsMs}`);
    return JSON.parse(printed) as Edges;
  };
  const awake = allTold(await count('character-device'));
  assert.is(awake, edgesDriven, 'each edge is read, by its number: none is lost in the kernel');
  const asleep = allTold(await count('character-device', stallMs));
  assert.ok(asleep < edgesDriven, 'a reader that slept has missed some, which their numbers bring back');
  const merged = await count('sysfs');
  assert.is(merged.isActive, false, 'the level told last is right');
  const late = `${asleep} and ${edgesDriven - asleep} where the reader slept ${stallMs / 1_000} s`;
  return `of ${edgesDriven} edges at 200/s: character device ${awake} read by number and 0 filled in, ${late}; sysfs ${merged.edges} told`;
}

/** All edges are told, in their order, and the kernel has numbered as many. Returns how many of them were read. */
function allTold({ edges, alternate, isActive, numbers }: Edges): number {
  assert.equal({ edges, alternate, isActive }, { edges: edgesDriven, alternate: true, isActive: false });
  const isRising = numbers.every((number, at) => number > (numbers[at - 1] ?? 0));
  assert.ok(isRising && numbers.at(-1) === edgesDriven, `the kernel's numbers go from 1 to ${edgesDriven}: ${numbers}`);
  return numbers.length;
}
