// Two days of an agent's life, in some seconds: nothing grows. And what would, is seen.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Msg } from '../../proto/codec.gen.js';
import { type Chore, chores } from './chores.ts';
import { VirtualSoak } from './virtual.ts';

test('two days of readings, requests, attacks and outages leave nothing behind', async () => {
  const report = await new VirtualSoak({ hours: 48, seed: 1 }).run();
  const lines = report.verdicts.map(({ line }) => line).join('\n');
  console.log(lines);
  assert.is(report.verdicts.length, 4);
  assert.ok(
    report.verdicts.every(({ isKept }) => isKept),
    lines,
  );
  assert.ok(report.outages >= 10 && report.notified > 5_000 && report.asked > 2_000, JSON.stringify(report));
});

test('a leak is found: somebody keeps a little of each answer', async () => {
  const kept: Msg[] = [];
  const leak: Chore = {
    name: 'keeps the answer to a Get of one parameter',
    everyMs: 60_000,
    run: async surroundings => {
      kept.push(await surroundings.ask({ get: { param_paths: ['Device.DeviceInfo.ModelName'] } }));
    },
  };
  const report = await new VirtualSoak({ hours: 24, seed: 1, chores: [...chores.slice(0, 3), leak] }).run();
  const heap = report.verdicts.find(({ what }) => what === 'heap');
  assert.is(heap?.isKept, false, heap?.line ?? '');
  assert.ok(kept.length > 1_000);
});

test.run();
