/** Verdicts in words. */
import { regionsMin, rssGrowthBytesMax } from './limits.ts';
import type { Verdict } from './process.ts';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** What is to be said of it, and whether it is as it should be. */
export function judge(verdict: Verdict): { text: string; isGood: boolean } {
  if ('finding' in verdict) return { text: `FOUND ${verdict.finding}`, isGood: false };
  if ('explore' in verdict) {
    const { inputs, seconds, corpus, regions } = verdict.explore;
    const rate = Math.round(inputs / seconds);
    const text = `${inputs} inputs, ${rate} a second, ${regions} regions reached, ${corpus} kept`;
    return { text, isGood: regions >= regionsMin };
  }
  const { inputs, seconds, heapGrowthBytes, rssGrowthBytes } = verdict.campaign;
  const memory = `heap ${megabytes(heapGrowthBytes)}, RSS ${megabytes(rssGrowthBytes)} more`;
  const text = `${inputs} inputs in ${seconds.toFixed(0)} s, nothing found; ${memory}`;
  return { text, isGood: rssGrowthBytes <= rssGrowthBytesMax };
}
