// `npm run fuzz -- [--seconds N] [--seed S] [--target NAME]`: the long run. Each target has an equal share of the time.
import { parseArgs } from 'node:util';
import { campaign } from './campaign.ts';
import { targets } from './targets.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    target: { type: 'string' },
  },
});
const seed = Number(values.seed);
const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target);
if (chosen.length === 0) throw new Error(`targets: ${targets.map(({ name }) => name).join(', ')}`);
console.log(`seed ${seed}`);
for (const target of chosen) {
  const secondsMax = Number(values.seconds) / chosen.length;
  try {
    const report = await campaign(target, { seed, inputs: Number.POSITIVE_INFINITY, secondsMax });
    const heap = (report.heapGrowthBytes / 1e6).toFixed(1);
    const rss = (report.rssGrowthBytes / 1e6).toFixed(1);
    console.log(`${target.name}: ${report.inputs} inputs, nothing found; heap ${heap} MB, RSS ${rss} MB more`);
  } catch (finding) {
    console.log(`FOUND ${(finding as Error).message}`);
    process.exitCode = 1;
  }
}
