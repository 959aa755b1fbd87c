// The seeded share of CI: nothing thrown, whatever comes in, and the memory as before. `npm run fuzz` goes on for longer.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { notRun } from '../helpers/not-run.ts';
import { heapGrowthBytesMax, rssGrowthBytesMax } from './limits.ts';
import { buildFuzzer, fuzz } from './process.ts';
import { targets } from './targets.ts';

const seed = Number(process.env.USPI_SEED ?? 20_260_101);
/** Some five times what a quiet machine takes, all targets together. */
const allSecondsMax = 150;

const inputsInCi = targets.reduce((sum, target) => sum + target.inputsInCi, 0);
const fuzzer = await buildFuzzer();

for (const { name, inputsInCi: inputs } of targets) {
  test(`${inputs} inputs for ${name}, seed ${seed}`, async () => {
    const secondsMax = (allSecondsMax / 2) * (1 / targets.length + inputs / inputsInCi);
    const verdict = await fuzz(fuzzer, { target: name, kind: 'campaign', seed, inputs, secondsMax });
    if (!('campaign' in verdict)) return assert.unreachable('finding' in verdict ? verdict.finding : '');
    const { campaign } = verdict;
    const { heapGrowthBytes, rssGrowthBytes } = campaign;
    console.log(
      `${campaign.inputs} in ${campaign.seconds.toFixed(1)} s, heap +${heapGrowthBytes}, RSS +${rssGrowthBytes}`,
    );
    // A target that has not become warm in its time tells nothing of its memory.
    if (campaign.inputs < inputs) return notRun(`memory of ${name}: the machine is too busy for ${inputs} inputs`);
    assert.ok(heapGrowthBytes < heapGrowthBytesMax, `${heapGrowthBytes} bytes of heap more`);
    assert.ok(rssGrowthBytes < rssGrowthBytesMax, `${rssGrowthBytes} bytes more in memory`);
  });
}

test.run();
