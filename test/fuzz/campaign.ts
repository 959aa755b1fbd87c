/** One target under fire: so many inputs or so many seconds, each input repeatable from the seed and its number. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { seededRandom } from '../helpers/random.ts';
import { Dice } from './mutate.ts';
import type { Input, Target } from './target.ts';

export interface CampaignOptions {
  seed: number;
  inputs: number;
  secondsMax: number;
}

export interface CampaignReport {
  inputs: number;
  seconds: number;
  /** Growth from the end of the first victim to the end of the last, the garbage collected. */
  heapGrowthBytes: number;
  rssGrowthBytes: number;
}

/** An input that something threw at. */
export class Finding extends Error {
  constructor(target: Target, seed: number, number: number, input: Input | undefined, cause: unknown) {
    const reason = cause instanceof Error ? cause.stack : String(cause);
    const shown = typeof input === 'string' ? JSON.stringify(input) : Buffer.from(input ?? []).toString('hex');
    super(`${target.name}, seed ${seed}, input ${number}: ${reason}\ninput: ${shown}`);
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function memory() {
  collectGarbage();
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapUsed, rss };
}

/** Rejects with the first Finding. What escapes into the process (a timer, a promise nobody awaits) counts too. */
export async function campaign(target: Target, { seed, inputs, secondsMax }: CampaignOptions): Promise<CampaignReport> {
  const startedMs = performance.now();
  const seconds = () => (performance.now() - startedMs) / 1_000;
  let number = 0;
  let input: Input | undefined;
  let escaped: { cause: unknown } | undefined;
  const noteEscape = (cause: unknown) => {
    escaped ??= { cause };
  };
  process.on('uncaughtException', noteEscape);
  process.on('unhandledRejection', noteEscape);
  let first: ReturnType<typeof memory> | undefined;
  try {
    while (number < inputs && seconds() < secondsMax) {
      const victim = await target.start();
      const end = Math.min(inputs, number + target.inputsPerVictim);
      for (; number < end && !escaped; number++) {
        input = victim.next(new Dice(seededRandom(seed * 1_000_003 + number)));
        const taken = victim.take(input);
        if (taken) await taken;
        if (number % 512 === 0 && seconds() > secondsMax) break;
      }
      await victim.end();
      await new Promise(resolve => setImmediate(resolve));
      if (escaped) throw escaped.cause;
      first ??= memory();
    }
  } catch (cause) {
    throw new Finding(target, seed, number, input, cause);
  } finally {
    process.off('uncaughtException', noteEscape);
    process.off('unhandledRejection', noteEscape);
  }
  const last = memory();
  const from = first ?? last;
  const growth = { heapGrowthBytes: last.heapUsed - from.heapUsed, rssGrowthBytes: last.rss - from.rss };
  return { inputs: number, seconds: seconds(), ...growth };
}
