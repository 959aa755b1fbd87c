/** One target under fire: so many inputs or so many seconds, each input repeatable from the seed and its number. */
import { seededRandom } from '../helpers/random.ts';
import { type Memory, memoryAtRest } from './memory.ts';
import { Dice } from './mutate.ts';
import type { Target } from './target.ts';
import { Trap } from './trap.ts';

export interface CampaignOptions {
  seed: number;
  inputs: number;
  secondsMax: number;
}

export interface CampaignReport {
  inputs: number;
  seconds: number;
  /** From when the target was warm to the end, both at rest. */
  heapGrowthBytes: number;
  rssGrowthBytes: number;
}

/**
 * After so many inputs, or this share of all, the engine has compiled what becomes hot: that is all that grows. The code of
 * a target that reaches the whole agent goes on growing for long, less and less; with --no-opt its heap stays from the first.
 */
const inputsToWarm = 500_000;
const shareToWarm = 2 / 3;

/** Inputs between two looks at the time. */
const lookEvery = 500;

/** Rejects with the first Finding. Memory is looked at while the victim still lives: what it hoards counts. */
export async function campaign(target: Target, { seed, inputs, secondsMax }: CampaignOptions): Promise<CampaignReport> {
  const startedMs = performance.now();
  const seconds = () => (performance.now() - startedMs) / 1_000;
  const trap = new Trap(target, seed);
  let warm: Memory | undefined;
  let last: Memory | undefined;
  let number = 0;
  let isLate = false;
  const isWarm = () => number >= Math.min(inputsToWarm, inputs * shareToWarm) || seconds() > secondsMax * shareToWarm;
  await trap.around(async () => {
    while (number < inputs && !isLate) {
      const victim = await target.start();
      const end = Math.min(inputs, number + target.inputsPerVictim);
      while (number < end && !isLate) {
        const taken = trap.give(victim, victim.next(new Dice(seededRandom(seed * 1_000_003 + number))), number);
        if (taken) await taken;
        if (++number % lookEvery === 0) isLate = seconds() > secondsMax;
        if (!warm && (number % lookEvery === 0 || number === end) && isWarm()) warm = await memoryAtRest();
      }
      if (number === inputs || isLate) last = await memoryAtRest();
      await trap.end(victim);
    }
  });
  const growth = (what: keyof Memory) => (warm && last ? last[what] - warm[what] : 0);
  return { inputs: number, seconds: seconds(), heapGrowthBytes: growth('heapUsed'), rssGrowthBytes: growth('rss') };
}
