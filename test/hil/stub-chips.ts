/** Chips that are nothing but registers, on the kernel's i2c-stub, by SMBus transactions through the package i2c-bus. */
import * as assert from 'uvu/assert';
import type { ChipDefinition } from '../../drivers/define.ts';
import { i2cBench } from '../helpers/i2c.ts';
import { capabilityOf, definitions, readsFirst, tellsSecond } from './capabilities.ts';
import type { Guest } from './guest.ts';
import { type ChipCase, sensors } from './i2c/chips.ts';
import type { Job } from './job.ts';
import { inGuest } from './place.ts';
import { setWords, stubBus } from './simulators.ts';
import { withAgent } from './world.ts';
import { bootX86, x86Programs } from './x86-64.ts';

/** The main job has the BMP280, whose address the BME280 has here. */
const cases = sensors.filter(({ registers, bus }) => registers && bus === 'i2c-1');

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
    const addresses = [...cases.map(({ address }) => address), dimmerAddress];
    const guest = await bootX86(directory, { modules: ['i2c-dev', `i2c-stub chip_addr=${addresses.join(',')}`] });
    try {
      const residentMb = await readChips(guest);
      const names = cases.map(({ driver }) => driver).join(', ');
      return { residentMb, seen: `${names} to Notify, Set to pca9685` };
    } finally {
      await guest.stop();
    }
  },
};

async function readChips(guest: Guest): Promise<number> {
  const bus = await stubBus(guest);
  const show = async (isChanged: boolean) => {
    for (const chip of cases) await setWords(guest, bus, chip.address, await registersOf(chip, isChanged));
  };
  await show(false);
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

/**
 * What the model has in its registers once the driver has measured with it, as i2c-stub keeps them: words, of which a
 * byte's or a block's transaction sees the low bytes.
 */
async function registersOf(chip: ChipCase, isChanged: boolean): Promise<[register: number, word: number][]> {
  const definition = definitions.get(chip.driver) as ChipDefinition<'i2c'>;
  const { model, sample, clock } = await i2cBench(definition, chip.address, chip.make, { channels: [chip.channel] });
  if (isChanged) chip.change(model);
  await sample();
  if (chip.wake) model.write(Uint8Array.from(chip.wake));
  await clock.advance(2_000); // and the next measurement is there
  return (chip.registers ?? []).flatMap(([first, count]) => {
    model.write(Uint8Array.of(first));
    const bytes = model.read(count) ?? new Uint8Array();
    return Array.from(bytes, (low, at) => [first + at, low | ((bytes[at + 1] ?? 0) << 8)] as [number, number]);
  });
}
