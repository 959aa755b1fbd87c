// The seeded share of CI: nothing thrown, whatever comes in, and the memory as before. `npm run fuzz` goes on for longer.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { notRun } from '../helpers/not-run.ts';
import { heapGrowthBytesMax, rssGrowthBytesMax } from './limits.ts';
import { buildFuzzer, fuzz } from './process.ts';
import { targets } from './targets.ts';

const seed = Number(process.env.USPI_SEED ?? 20_260_101);
/** More than two times what a quiet machine takes, all targets together; where one takes long, those after it have this. */
const allSecondsMax = 150;
const secondsLeftForEach = 8;

const fuzzer = await buildFuzzer();
const startedMs = performance.now();

for (const [i, { name, inputsInCi: inputs }] of targets.entries()) {
  test(`${inputs} inputs for ${name}, seed ${seed}`, async () => {
    const secondsLeft = allSecondsMax - (performance.now() - startedMs) / 1_000;
    const secondsMax = Math.max(secondsLeftForEach, secondsLeft - secondsLeftForEach * (targets.length - 1 - i));
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
