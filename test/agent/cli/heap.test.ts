import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HeapWatch } from '../../../agent/cli/heap.ts';

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

test.run();
