import { setImmediate as turn } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HeapWatch, onceLoaded, Usage } from '../../../agent/cli/heap.ts';

const idle = 0.01;
const busy = 0.5;

test('a heap that a burst has left large is collected once the burst has passed', () => {
  const heap = new HeapWatch(10_000_000);
  assert.not(heap.isDue(11_900_000, idle), 'it has hardly grown');
  assert.not(heap.isDue(20_000_000, busy), 'there is work to do');
  assert.ok(heap.isDue(20_000_000, idle));
});

test('what is in use is not collected for again and again', () => {
  const heap = new HeapWatch(10_000_000);
  assert.ok(heap.isDue(20_000_000, idle));
  heap.collected(19_000_000);
  assert.not(heap.isDue(20_000_000, idle));
  assert.ok(heap.isDue(21_100_000, idle));
});

test('growth counts from the smallest heap since', () => {
  const heap = new HeapWatch(10_000_000);
  assert.not(heap.isDue(7_000_000, idle));
  assert.ok(heap.isDue(9_100_000, idle));
});

test('load is noticed once, a hundred turns of the loop after it has begun', async () => {
  let share = idle;
  let sinceMs = 10_000;
  let turns = 0;
  const begun: number[] = [];
  onceLoaded(() => begun.push(turns), { share: () => share, sinceMs: () => sinceMs });
  const work = async (count: number) => {
    for (let i = 0; i < count; i++, turns++) await turn();
  };
  await work(350);
  assert.equal(begun, []);
  share = busy;
  sinceMs = 499;
  await work(350);
  assert.equal(begun, [], 'sensors that are read at once are no load');
  sinceMs = 500;
  await work(350);
  assert.is(begun.length, 1);
  assert.ok(begun[0]! - 700 <= 101, `after ${begun[0]} turns`);
});

test('how long the loop has waited is asked only where there is something to do, and tells more than processor time', () => {
  const times = { now: 0, cpu: 0, active: 0 };
  let asked = 0;
  const active = () => {
    asked++;
    return times.active;
  };
  const usage = new Usage({ now: () => times.now, cpu: () => times.cpu, active });
  const share = (cpu: number, busy: number) => {
    times.now += 1_000;
    times.cpu += cpu;
    times.active += busy;
    return usage.share();
  };
  assert.is(share(9, 10), 0.009);
  assert.is(asked, 0);
  assert.is(share(30, 900), 0.03, 'it is not known yet since when the loop has waited');
  assert.is(share(30, 900), 0.9, 'others use the processor');
  assert.is(share(9, 10), 0.009);
  assert.is(share(30, 900), 0.03);
  assert.is(asked, 3);
  times.now += 7;
  assert.is(usage.sinceMs(), 7);
});

test.run();
