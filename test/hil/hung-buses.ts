/**
 * Every I2C bus hangs at once: no transfer returns from the kernel, and each holds one of the threads that the journal
 * needs too. What is durable is answered all the same, and when the buses are well again so are the readings.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as assert from 'uvu/assert';
import { HostClock } from '../../drivers/host/clock.ts';
import { SimHardware } from '../../drivers/sim/hardware.ts';
import { Lm75Model } from '../../drivers/sim/models/lm75.ts';
import { unitEnvironment } from '../helpers/unit.ts';
import { compileLibrary, preloadedPlace } from './i2c/preloaded.ts';
import { I2cServer } from './i2c/server.ts';
import type { Job } from './job.ts';
import { type World, withAgent } from './world.ts';

/** libuv's own number of threads, and the service's: one bus more than there are threads, each time. */
const threadNumbers = ['4', unitEnvironment.UV_THREADPOOL_SIZE!];

const address = 0x48;
const pollMs = 500;

/** Before all hang, and after; degC. */
const temperatures = [21.5, -7.5] as const;

/** A device that hangs is closed and opened again meanwhile, in vain and without a word. */
const hangMs = 15_000;

/** How long a change that goes to the medium may take, of the agent's own time. */
const answerMsMax = 2_000;
const durableSets = 20;

export const hungBuses: Job = {
  name: 'i2c-bus: every bus hangs',
  inCi: true,
  async run(directory) {
    const library = compileLibrary(directory);
    const seen = threadNumbers.map(async threads => {
      const place = join(directory, threads);
      mkdirSync(place);
      const [buses, slowestMs] = await hangAll(place, library, threads);
      return `${buses} of ${buses} buses, ${threads} threads: Sets answered in ${slowestMs.toFixed(0)} ms at most`;
    });
    return { seen: (await Promise.all(seen)).join('; ') };
  },
};

const nameOn = (bus: string) => `temperature on ${bus}`;

const capabilityOn = (bus: string) => `
[[capability]]
name = "${nameOn(bus)}"
driver = "lm75"
channel = "temperature"
at = "${bus}:0x${address.toString(16)}"
poll = "${pollMs}ms"
`;

interface Bus {
  name: string;
  model: Lm75Model;
  server: I2cServer;
}

async function makeBuses(directory: string, count: number): Promise<Bus[]> {
  const clock = new HostClock();
  const hardware = new SimHardware(clock);
  const making = Array.from({ length: count }, async (_, at) => {
    const name = `i2c-${at + 1}`;
    const model = Object.assign(new Lm75Model(clock, 'LM75'), { temperature: temperatures[0] });
    hardware.i2c(name).attach(address, model);
    return { name, model, server: await I2cServer.listen(join(directory, name), hardware.i2c(name)) };
  });
  return Promise.all(making);
}

/** Resolves to the number of buses, and to the longest time that a durable Set took. */
async function hangAll(directory: string, library: string, threads: string): Promise<[number, number]> {
  const buses = await makeBuses(directory, Number(threads) + 1);
  const capabilities = buses.map(({ name }) => capabilityOn(name)).join('');
  const place = preloadedPlace(directory, library, { UV_THREADPOOL_SIZE: threads });
  try {
    return await withAgent(place, { capabilities }, async world => {
      for (const { name } of buses) await world.reads(nameOn(name), 'LevelSensor.Value', isTemperature(0));
      for (const { server } of buses) server.hang();
      for (const { name } of buses) await world.logged(new RegExp(`${nameOn(name)}: no answer in time at ${name}`));
      const contacts = await lastContacts(world, buses);
      const recovery = sleep(hangMs);
      const slowestMs = await setDurably(world, nameOn(buses[0]!.name));
      await recovery;
      assert.equal(await lastContacts(world, buses), contacts, 'LastContactTime stands still');
      for (const { model, server } of buses) {
        Object.assign(model, { temperature: temperatures[1] });
        server.heal();
      }
      for (const { name } of buses) await world.changed(nameOn(name), isTemperature(1));
      await toldOnce(world, buses);
      return [buses.length, slowestMs];
    });
  } finally {
    for (const { server } of buses) server.close();
  }
}

const isTemperature = (at: 0 | 1) => (value: string) => Number(value) === temperatures[at];

function lastContacts({ reads }: World, buses: readonly Bus[]): Promise<string[]> {
  return Promise.all(buses.map(({ name }) => reads(nameOn(name), 'LevelSensor.LastContactTime', () => true)));
}

/** One after another, so that each is a sync of its own. Resolves to the longest time. */
async function setDurably({ agent, set }: World, name: string): Promise<number> {
  let slowestMs = 0;
  for (let level = 1; level <= durableSets; level++) {
    const elapsedMs = agent.stopwatch();
    await set(name, 'LevelSensor.HighLevelThreshold', String(30 + level));
    slowestMs = Math.max(slowestMs, elapsedMs());
  }
  assert.ok(slowestMs <= answerMsMax, `a durable Set took ${slowestMs.toFixed(0)} ms`);
  return slowestMs;
}

async function toldOnce({ agent }: World, buses: readonly Bus[]): Promise<void> {
  const lines = (await agent.log()).split('\n');
  for (const { name } of buses) {
    const told = lines.filter(line => line.includes(`${nameOn(name)}: `));
    assert.is(told.length, 2, `once that it hangs and once that it is well:\n${told.join('\n')}`);
  }
}
