import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { hostRandom } from '../../../drivers/host/random.ts';

test('fractions are in [0, 1), and spread', () => {
  const fractions = Array.from({ length: 2_000 }, () => hostRandom.fraction());
  assert.ok(fractions.every(f => f >= 0 && f < 1));
  const mean = fractions.reduce((sum, f) => sum + f, 0) / fractions.length;
  assert.ok(Math.abs(mean - 0.5) < 0.05, `${mean}`);
  assert.is(new Set(fractions).size, fractions.length);
});

test('bytes come as many as asked', () => {
  assert.is(hostRandom.bytes(0).length, 0);
  assert.is(hostRandom.bytes(32).length, 32);
  assert.not.equal([...hostRandom.bytes(32)], [...hostRandom.bytes(32)]);
});

test.run();
