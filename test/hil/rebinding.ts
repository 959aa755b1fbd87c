/** A kernel's driver whose chip fails: taken from it and given back by the agent, where its files permit that. */
import * as assert from 'uvu/assert';
import type { Guest } from './guest.ts';
import { inGuest } from './place.ts';
import { failAt, lm75Word, setWord } from './simulators.ts';
import { type World, withAgent } from './world.ts';

/** Not an address of the chips that the agent reads itself. */
export const kernelsAddress = 0x4f;

const capabilities = `
[[capability]]
name = "case"
driver = "hwmon"
channel = "temperature"
at = "/sys/class/hwmon/lm75"
poll = "1s"
`;

const drivers = '/sys/bus/i2c/drivers/lm75';

/** Needs the module lm75. The driver and its chip stay as they are at the end: bound, and well. */
export async function rebinds(guest: Guest, bus: number): Promise<void> {
  const device = `/sys/bus/i2c/devices/${bus}-${kernelsAddress.toString(16).padStart(4, '0')}`;
  const hasDriver = async () => (await guest.run(`[ -e ${device}/driver ] && echo yes || echo no`)).trim() === 'yes';
  const show = (degC: number) => setWord(guest, bus, kernelsAddress, 0, lm75Word(degC));
  const isWellAt = async ({ changed }: World, degC: number) => {
    await failAt(guest, 0);
    await show(degC);
    await changed('case', value => Number(value) === degC);
  };

  await show(21.5);
  await guest.run(`echo lm75 ${kernelsAddress} > /sys/bus/i2c/devices/i2c-${bus}/new_device`);
  await withAgent(inGuest(guest), { capabilities }, async world => {
    await world.reads('case', 'LevelSensor.Value', value => Number(value) === 21.5);
    await failAt(guest, kernelsAddress);
    await world.logged(/kernel driver lm75 is not bound anew: .* is root's alone/);
    assert.is(await hasDriver(), true, 'a driver that nobody has opened to us is left alone');
    await isWellAt(world, 22.5);

    await guest.run(`chmod 0222 ${drivers}/bind ${drivers}/unbind`);
    await failAt(guest, kernelsAddress);
    await world.logged(/kernel driver lm75 does not take it back/);
    assert.is(await hasDriver(), false, 'the chip fails the driver too');
    await world.agent.kill();
  });
  await withAgent(inGuest(guest, { keepsState: true }), { capabilities }, async world => {
    await isWellAt(world, -7.5);
    await world.logged(/kernel driver lm75 has been bound anew/);
    assert.is(await hasDriver(), true, 'what one agent has taken the next one gives back');
  });
}
