/** What becomes of an output when the agent ends: asked to, and without its knowledge. */
import * as assert from 'uvu/assert';
import type { Guest } from './guest.ts';
import { inGuest } from './place.ts';
import { becomesHigh, gpioLabel, levelOf, pull } from './simulators.ts';
import { type World, withAgent } from './world.ts';

const line = 6;

/** Safe is high; the resistor pulls low. */
const capabilities = `
[[capability]]
name = "valve"
driver = "gpio-output"
at = "label ${gpioLabel}:${line}"
initial = true
`;

/** Each level that the kernel gives to a line, in its trace. */
const trace = '/sys/kernel/tracing';

async function drives(guest: Guest, chip: string, { set }: World, isHigh: boolean): Promise<void> {
  await set('valve', 'BinaryControl.Value', String(isHigh));
  assert.is(await levelOf(guest, chip, line), isHigh, `a Set of ${isHigh} reaches the line`);
}

/**
 * On both interfaces an agent that stops drives `initial` before it lets the line go. One that is killed leaves it as it
 * was on sysfs, where the line stays exported, and on the character device to its chip; gpio-sim, like most, lets it go.
 */
export async function outputsAtTheEnd(guest: Guest, chip: string): Promise<void> {
  await guest.run(
    `mount -t tracefs none ${trace} 2>/dev/null || true; echo 1 > ${trace}/events/gpio/gpio_value/enable`,
  );
  await pull(guest, chip, line, false);
  for (const [gpio, levelAfterKill] of [
    ['character-device', false],
    ['sysfs', true],
  ] as const) {
    const act = <T>(step: (world: World) => Promise<T>) =>
      withAgent(inGuest(guest), { gpio, capabilities }, async world => {
        await becomesHigh(guest, chip, line);
        return step(world);
      });
    const driven = await act(async world => {
      await drives(guest, chip, world, false);
      await guest.run(`echo > ${trace}/trace`);
      await world.agent.stop();
      return guest.run(`cat ${trace}/trace`);
    });
    assert.match(driven, /gpio_value: \d+ set 1\b/, `${gpio}: an agent that stops makes its outputs safe`);
    assert.is(await levelOf(guest, chip, line), false, `${gpio}: then the resistor decides`);
    await act(async world => {
      await drives(guest, chip, world, false);
      await drives(guest, chip, world, true);
      await world.agent.kill();
    });
    assert.is(await levelOf(guest, chip, line), levelAfterKill, `${gpio}: the level after kill -9`);
  }
  await guest.run(`
    echo 0 > ${trace}/events/gpio/gpio_value/enable
    for each in /sys/class/gpio/gpio[0-9]*; do echo \${each##*/gpio} > /sys/class/gpio/unexport; done`);
}
