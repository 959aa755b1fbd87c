// The seeded share of CI: nothing thrown, whatever comes in, and the memory as before. `npm run fuzz` goes on for longer.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { campaign } from './campaign.ts';
import { targets } from './targets.ts';

const seed = Number(process.env.USPI_SEED ?? 20_260_101);
const allSecondsMax = 50;

/** Of live objects, after the first victim: what is left over is code that the engine has compiled. */
const heapGrowthBytesMax = 2e6;
/** Of the whole process, allocator and engine included, which give back late. */
const rssGrowthBytesMax = 48e6;

const inputsInCi = targets.reduce((sum, target) => sum + target.inputsInCi, 0);

for (const target of targets) {
  test(`${target.inputsInCi} inputs for ${target.name}, seed ${seed}`, async () => {
    const secondsMax = allSecondsMax / targets.length + (allSecondsMax * target.inputsInCi) / inputsInCi;
    const report = await campaign(target, { seed, inputs: target.inputsInCi, secondsMax });
    const { inputs, seconds, heapGrowthBytes, rssGrowthBytes } = report;
    console.log(`${inputs} in ${seconds.toFixed(1)} s, heap +${heapGrowthBytes}, RSS +${rssGrowthBytes}`);
    assert.ok(heapGrowthBytes < heapGrowthBytesMax, `${heapGrowthBytes} bytes of heap more`);
    assert.ok(rssGrowthBytes < rssGrowthBytesMax, `${rssGrowthBytes} bytes more in memory`);
  });
}

test.run();
