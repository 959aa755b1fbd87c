import { setImmediate as turn } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HeapWatch, onceLoaded } from '../../../agent/cli/heap.ts';

const idle = 0.005;
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

test('load is noticed once, a hundred turns of the loop after it has taken what no collection does', async () => {
  let [sinceMs, tookMs, turns] = [10_000, 50, 0];
  const begun: number[] = [];
  const begin = () => {
    sinceMs = 0;
    tookMs = 0;
  };
  onceLoaded(() => begun.push(turns), { sinceMs: () => sinceMs, tookMs: () => tookMs, begin });
  const work = async (count: number) => {
    for (let i = 0; i < count; i++, turns++) await turn();
  };
  await work(350);
  assert.equal([begun, sinceMs], [[], 0], '0.5 % of a processor is no load: it counts anew');
  [sinceMs, tookMs] = [499, 400];
  await work(350);
  assert.equal([begun, sinceMs], [[], 499], 'nor are sensors that are read at once');
  [sinceMs, tookMs] = [2_000, 50];
  await work(350);
  assert.equal([begun, sinceMs], [[], 2_000], 'a collection may be, or not');
  [sinceMs, tookMs] = [8_000, 130]; // a board that is read 50 times a second
  await work(350);
  assert.is(begun.length, 1);
  assert.ok(begun[0]! - 1_050 <= 101, `after ${begun[0]} turns`);
});

test.run();
