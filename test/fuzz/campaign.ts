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
 * a target that reaches the whole agent goes on growing for long, less and less.
 */
const inputsToWarm = 250_000;
const shareToWarm = 1 / 2;

/** Rejects with the first Finding. */
export async function campaign(target: Target, { seed, inputs, secondsMax }: CampaignOptions): Promise<CampaignReport> {
  const startedMs = performance.now();
  const seconds = () => (performance.now() - startedMs) / 1_000;
  const trap = new Trap(target, seed);
  let warm: Memory | undefined;
  let number = 0;
  const isWarm = () => number >= Math.min(inputsToWarm, inputs * shareToWarm) || seconds() > secondsMax * shareToWarm;
  await trap.around(async () => {
    while (number < inputs && seconds() < secondsMax) {
      const victim = await target.start();
      const end = Math.min(inputs, number + target.inputsPerVictim);
      for (; number < end; number++) {
        const taken = trap.give(victim, victim.next(new Dice(seededRandom(seed * 1_000_003 + number))), number);
        if (taken) await taken;
        if (number % 512 === 0 && seconds() > secondsMax) break;
      }
      await trap.end(victim);
      if (isWarm()) warm ??= await memoryAtRest();
    }
  });
  const last = await memoryAtRest();
  const from = warm ?? last;
  const growth = { heapGrowthBytes: last.heapUsed - from.heapUsed, rssGrowthBytes: last.rss - from.rss };
  return { inputs: number, seconds: seconds(), ...growth };
}
