/**
 * Every I2C chip of the catalogue through the real package i2c-bus: a library preloaded into the agent puts register-level
 * models where /dev/i2c-1 and /dev/i2c-2 would be.
 */
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { HostClock } from '../../drivers/host/clock.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import type { I2cModel } from '../../drivers/sim/i2c.ts';
import { Pca9685Model } from '../../drivers/sim/models/pca9685.ts';
import { capabilityOf, definitions, readsFirst, tellsSecond } from './capabilities.ts';
import { type ChipCase, sensors, smbusChips } from './i2c/chips.ts';
import { compileLibrary, preloadedPlace } from './i2c/preloaded.ts';
import { I2cServer } from './i2c/server.ts';
import type { Job } from './job.ts';
import { type World, withAgent } from './world.ts';

const dimmerAddress = 0x41;
const dimmer = `
[[capability]]
name = "lamp"
driver = "pca9685"
channel = "level3"
at = "i2c-1:0x${dimmerAddress.toString(16)}"
`;

export const i2cBus: Job = {
  name: 'i2c-bus: I2C chips',
  inCi: true,
  async run(directory) {
    const library = compileLibrary(directory);
    const residentMb = await onPlainI2c(directory, library);
    await onSmbus(directory, library);
    return {
      residentMb,
      seen: `${sensors.length + 1} chips by I2C, ${smbusChips.length} by SMBus alone; without a case: ${uncovered()}`,
    };
  },
};

/** The I2C chips of the catalogue that have no case here. */
function uncovered(): string {
  const covered = [...sensors.map(({ driver }) => driver), 'pca9685'];
  const onI2c = [...definitions.values()].filter(({ bus }) => bus === 'i2c').map(({ name }) => name);
  return onI2c.filter(name => !covered.includes(name)).join(', ') || 'none';
}

interface Buses {
  hardware: SimHardware;
  models: Map<ChipCase, I2cModel>;
  lamp: Pca9685Model;
  close(): void;
}

/** Fresh models on both buses, served to the library. */
async function makeBuses(directory: string): Promise<Buses> {
  const clock = new HostClock();
  const hardware = new SimHardware(clock);
  const models = new Map(sensors.map(chip => [chip, chip.make(clock)]));
  for (const [{ bus, address }, model] of models) hardware.i2c(bus).attach(address, model);
  const lamp = new Pca9685Model();
  hardware.i2c('i2c-1').attach(dimmerAddress, lamp);
  const listen = (bus: string) => I2cServer.listen(join(directory, bus), hardware.i2c(bus));
  const servers = await Promise.all(['i2c-1', 'i2c-2'].map(listen));
  return { hardware, models, lamp, close: () => void servers.map(server => server.close()) };
}

/** Resolves to the agent's resident memory in MB. */
async function onPlainI2c(directory: string, library: string): Promise<number> {
  const buses = await makeBuses(directory);
  try {
    const capabilities = sensors.map(chip => capabilityOf(chip)).join('') + dimmer;
    return await withAgent(preloadedPlace(directory, library), { capabilities }, async world => {
      for (const chip of sensors) await readsFirst(world, chip);
      for (const [chip, model] of buses.models) chip.change(model);
      for (const chip of sensors) await tellsSecond(world, chip);
      await world.set('lamp', 'LevelControl.Value', '50');
      assert.is(buses.lamp.duty(3), 0.5, 'a Set reaches the chip before its answer');
      await comesBack(world, buses);
      return world.agent.residentMb();
    });
  } finally {
    buses.close();
  }
}

/** A chip that is torn off is missed, the others are not touched, and back again it is read. */
async function comesBack(world: World, { hardware, models }: Buses): Promise<void> {
  const chip = sensors.find(({ driver }) => driver === 'bmp280')!;
  const model = models.get(chip)!;
  hardware.i2c(chip.bus).detach(chip.address);
  await world.logged(/bmp280: no answer/);
  Object.assign(model, { temperature: -5 });
  hardware.i2c(chip.bus).attach(chip.address, model);
  await world.changed(chip.driver, value => Math.abs(Number(value) + 5) < 0.02);
}

/** An adapter that has no plain I2C, like the kernel's i2c-stub and many a PC's. */
async function onSmbus(directory: string, library: string): Promise<void> {
  const buses = await makeBuses(directory);
  try {
    const place = preloadedPlace(directory, library, { USPI_I2C_SIM_SMBUS_ONLY: 'yes' });
    const capabilities = smbusChips.map(chip => capabilityOf(chip)).join('');
    await withAgent(place, { capabilities }, async world => {
      for (const chip of smbusChips) await readsFirst(world, chip);
      for (const chip of smbusChips) chip.change(buses.models.get(chip)!);
      for (const chip of smbusChips) await tellsSecond(world, chip);
    });
  } finally {
    buses.close();
  }
}
