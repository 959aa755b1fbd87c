/** Chips that are nothing but registers, on the kernel's i2c-stub, by SMBus transactions through the package i2c-bus. */
import * as assert from 'uvu/assert';
import type { ChipDefinition } from '../../drivers/define.ts';
import type { I2cModel } from '../../drivers/sim/i2c.ts';
import { i2cBench } from '../helpers/i2c.ts';
import { capabilityOf, definitions, readsFirst, tellsSecond } from './capabilities.ts';
import type { Guest } from './guest.ts';
import { type ChipCase, smbusChips } from './i2c/chips.ts';
import type { Job } from './job.ts';
import { inGuest } from './place.ts';
import { kernelsAddress, rebinds } from './rebinding.ts';
import { fillRegisters, holdRegister, setWords, stubBus } from './simulators.ts';
import { withAgent } from './world.ts';
import { bootX86, x86Programs } from './x86-64.ts';

/** The main job has the BMP280, whose address the BME280 has here. */
const cases = smbusChips.filter(({ bus }) => bus === 'i2c-1');

const dimmerAddress = 0x41;
const dimmer = (bus: number) => `
[[capability]]
name = "lamp"
driver = "pca9685"
channel = "level3"
at = "i2c-${bus}:0x${dimmerAddress.toString(16)}"
`;

/** The PCA9685's LED3_OFF_H (datasheet, table 4). */
const ledOffHigh = '0x15';

export const stubChips: Job = {
  name: 'x86-64: chips on i2c-stub',
  inCi: true,
  async run(directory) {
    x86Programs();
    const addresses = [...cases.map(({ address }) => address), dimmerAddress, kernelsAddress];
    const modules = ['i2c-dev', 'lm75', `i2c-stub chip_addr=${addresses.join(',')}`];
    const guest = await bootX86(directory, { modules });
    try {
      const bus = await stubBus(guest);
      const residentMb = await readChips(guest, bus);
      await rebinds(guest, bus);
      const names = cases.map(({ driver }) => driver).join(', ');
      return { residentMb, seen: `${names} to Notify, Set to pca9685; the kernel's lm75 rebound` };
    } finally {
      await guest.stop();
    }
  },
};

async function readChips(guest: Guest, bus: number): Promise<number> {
  const show = async (isChanged: boolean) => {
    for (const chip of cases) await showChip(guest, bus, chip, isChanged);
  };
  await show(false);
  for (const { address, held } of cases) if (held !== undefined) await holdRegister(guest, address, held);
  const capabilities = cases.map(chip => capabilityOf(chip, `i2c-${bus}`)).join('') + dimmer(bus);
  return withAgent(inGuest(guest), { capabilities }, async world => {
    for (const chip of cases) await readsFirst(world, chip);
    await show(true);
    for (const chip of cases) await tellsSecond(world, chip);
    await world.set('lamp', 'LevelControl.Value', '50');
    const register = await guest.run(`i2cget -y ${bus} 0x${dimmerAddress.toString(16)} ${ledOffHigh} b`);
    assert.is(Number(register), 2048 >> 8, 'half of 4096 ticks');
    return world.agent.residentMb();
  });
}

async function showChip(guest: Guest, bus: number, chip: ChipCase, isChanged: boolean): Promise<void> {
  const model = await measured(chip, isChanged);
  if (chip.isOneByte) await fillRegisters(guest, bus, chip.address, model.read(1)?.[0] ?? 0);
  else await setWords(guest, bus, chip.address, registersOf(chip, model));
}

/** The chip's model, once the driver has measured with it. */
async function measured(chip: ChipCase, isChanged: boolean): Promise<I2cModel> {
  const definition = definitions.get(chip.driver) as ChipDefinition<'i2c'>;
  const { model, sample, clock } = await i2cBench(definition, chip.address, chip.make, { channels: [chip.channel] });
  if (isChanged) chip.change(model);
  await sample();
  if (chip.wake) model.write(Uint8Array.from(chip.wake));
  await clock.advance(2_000); // and the next measurement is there
  return model;
}

/**
 * What the model has in its registers, as i2c-stub keeps them: words, of which a byte's or a block's transaction sees the
 * low bytes.
 */
function registersOf({ registers = [] }: ChipCase, model: I2cModel): [register: number, word: number][] {
  return registers.flatMap(([first, count]) => {
    model.write(Uint8Array.of(first));
    const bytes = model.read(count) ?? new Uint8Array();
    return Array.from(bytes, (low, at) => [first + at, low | ((bytes[at + 1] ?? 0) << 8)] as [number, number]);
  });
}
