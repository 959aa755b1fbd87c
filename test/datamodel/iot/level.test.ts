import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isHigh, isLow } from '../../../datamodel/iot/level.ts';

const thresholds = { LowLevelThreshold: 20, HighLevelThreshold: 80 };

test('equal or less is low, equal or higher is high, with no hysteresis', () => {
  const judged = [19.99, 20, 20.01, 79.99, 80, 80.01].map(value => [
    isLow(value, thresholds),
    isHigh(value, thresholds),
  ]);
  assert.equal(judged, [
    [true, false],
    [true, false],
    [false, false],
    [false, false],
    [false, true],
    [false, true],
  ]);
});

test('nothing is judged before the first reading', () => {
  assert.is(isLow(undefined, thresholds), false);
  assert.is(isHigh(undefined, thresholds), false);
});

test('an unset threshold is never reached', () => {
  const unset = { LowLevelThreshold: undefined, HighLevelThreshold: undefined };
  assert.is(isLow(-1000, unset), false);
  assert.is(isHigh(1000, unset), false);
});

test('a threshold of 0 is a threshold', () => {
  const zero = { LowLevelThreshold: 0, HighLevelThreshold: 0 };
  assert.is(isLow(0, zero), true);
  assert.is(isHigh(0, zero), true);
});

test('without hysteresis nothing that was before counts; with it, a flag is kept that far and never raised', () => {
  const value = fc.integer({ min: 0, max: 1_000 }).map(each => each / 10);
  fc.assert(
    fc.property(value, fc.boolean(), fc.constantFrom(0, 0.5, 10), (level, was, hysteresis) => {
      const before = { was, hysteresis };
      for (const [judge, beyond] of [
        [isLow, level - thresholds.LowLevelThreshold],
        [isHigh, thresholds.HighLevelThreshold - level],
      ] as const) {
        const plainly = judge(level, thresholds);
        assert.is(plainly, beyond <= 0);
        assert.is(judge(level, thresholds, { was, hysteresis: 0 }), plainly);
        assert.is(judge(level, thresholds, before), plainly || (was && beyond <= hysteresis));
      }
    }),
  );
});

test.run();
