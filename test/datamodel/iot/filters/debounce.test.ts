import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filter, play, type Timed } from './play.ts';

test('a contact that chatters is told once, when it rests', () => {
  const samples: Timed[] = [
    [0, false],
    [1000, true],
    [1003, false],
    [1007, true],
    [1012, false],
    [1020, true],
  ];
  assert.equal(play(filter('debounce 50ms'), samples), [
    [0, false],
    [1070, true],
  ]);
});

test('one that returns to what it was is told as what it is', () => {
  const samples: Timed[] = [
    [0, false],
    [100, true],
    [110, false],
  ];
  assert.equal(play(filter('debounce 50ms'), samples), [
    [0, false],
    [160, false],
  ]);
});

test('the same sample again neither waits nor prolongs a wait', () => {
  const samples: Timed[] = [
    [0, 5],
    [100, 5],
    [200, 6],
    [230, 6],
    [300, 6],
  ];
  assert.equal(play(filter('debounce 50ms'), samples), [
    [0, 5],
    [100, 5],
    [250, 6],
    [300, 6],
  ]);
});

test('one that never rests is told after the longest wait, and again after each', () => {
  const samples = Array.from({ length: 100 }, (_, at): Timed => [at * 10, at % 2 === 1]);
  const passed = play(filter('debounce 50ms 300ms'), samples);
  assert.equal(
    passed.map(([atMs]) => atMs),
    [0, 310, 610, 910, 1040],
  );
  assert.is(passed.at(-1)?.[1], true);
});

const samplesArbitrary = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 2 })), { minLength: 1 })
  .map(steps => {
    let atMs = 0;
    return steps.map(([gapMs, value]): Timed => {
      atMs += gapMs;
      return [atMs, value];
    });
  });

test('ends with the last sample, and no change waits longer than the longest wait for something to be told', () => {
  fc.assert(
    fc.property(
      samplesArbitrary,
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 5 }),
      (samples, ms, n) => {
        const passed = play(filter(`debounce ${ms}ms ${ms * n}ms`), samples);
        assert.is(passed.at(-1)?.[1], samples.at(-1)?.[1]);
        for (const [atMs] of samples) {
          const next = passed.find(([passedMs]) => passedMs >= atMs);
          assert.ok(next && next[0] <= atMs + ms * n);
        }
      },
    ),
  );
});

test.run();
