import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FilterChain } from '../../../../datamodel/iot/filters/chain.ts';
import { each, filter, play, type Timed, values } from './play.ts';

test('median: a single wild reading vanishes', () => {
  assert.equal(values(play(filter('median 3'), each([20, 20.1, 85, 20.2, 20.1]))), [20, 20, 20.1, 20.2, 20.2]);
});

test('median: the first sample passes at once', () => {
  assert.equal(values(play(filter('median 5'), each([20]))), [20]);
});

test('delta: only a change of at least that much since the last that passed', () => {
  const samples = [20.1, 20.2, 20.3, 20.2, 20.1, 20];
  assert.equal(values(play(filter('delta 0.2'), each(samples))), [20.1, 20.3, 20.1]);
});

test('delta: a slow drift gets through', () => {
  const samples = Array.from({ length: 21 }, (_, step) => Math.round(2000 + step * 5) / 100);
  assert.equal(values(play(filter('delta 0.2'), each(samples))), [20, 20.2, 20.4, 20.6, 20.8, 21]);
});

test('throttle: the first at once, the last of those held back when the time is over', () => {
  const samples: Timed[] = [
    [0, 1],
    [2_000, 2],
    [9_000, 3],
    [30_000, 4],
    [31_000, 5],
  ];
  assert.equal(play(filter('throttle 10s'), samples), [
    [0, 1],
    [10_000, 3],
    [30_000, 4],
    [40_000, 5],
  ]);
});

test('throttle: readings of any kind', () => {
  const samples: Timed[] = [
    [0, false],
    [5, true],
    [6, false],
  ];
  assert.equal(play(filter('throttle 10ms'), samples), [
    [0, false],
    [10, false],
  ]);
});

test('a chain passes on what each passes, and a filter behind another is still told the time', () => {
  const chain = new FilterChain([filter('throttle 10s'), filter('delta 1')]);
  assert.equal(play(chain, each([20, 20.5, 30, 20.2], 1000)), [[0, 20]]);
  const other = new FilterChain([filter('delta 1'), filter('throttle 10s')]);
  assert.equal(play(other, each([20, 20.5, 30, 20.2], 1000)), [
    [0, 20],
    [10_000, 20.2],
  ]);
  const empty = new FilterChain([]);
  assert.equal(values(play(empty, each([1, 2]))), [1, 2]);
  assert.is(empty.nextDeadlineMs, Number.POSITIVE_INFINITY);
});

const samplesArbitrary = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 })), {
    minLength: 1,
  })
  .map(steps => {
    let atMs = 0;
    return steps.map(([gapMs, value]): Timed => {
      atMs += gapMs;
      return [atMs, value];
    });
  });

test('no filter makes up a value, and each passes the first sample', () => {
  const numeric = ['median 3', 'median 4', 'median 9', 'delta 0.5', 'rate 3 1s'] as const;
  const texts = fc.constantFrom(...numeric, 'throttle 1s', 'throttle 1ms', 'debounce 1s', 'debounce 1ms 2ms');
  fc.assert(
    fc.property(texts, samplesArbitrary, (text, samples) => {
      const given = new Set(values(samples));
      const passed = values(play(filter(text), samples));
      assert.is(passed[0], samples[0]?.[1]);
      for (const value of passed) assert.ok(given.has(value), `${text} made up ${value}`);
    }),
  );
});

test('median: with fewer than half of the window wild, what passes is never wild', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 20, max: 25 }), fc.boolean()), { maxLength: 60 }), steps => {
      // Wild ones are thinned out to at most two in any five, and none among the first five.
      const wildAt: number[] = [];
      const samples = steps.map(([value, wantsWild], at) => {
        const isWild = wantsWild && at >= 5 && wildAt.filter(wild => wild > at - 5).length < 2;
        if (isWild) wildAt.push(at);
        return isWild ? 85 : value;
      });
      for (const value of values(play(filter('median 5'), each(samples)))) assert.ok(Number(value) <= 25);
    }),
  );
});

test('throttle: never more than one in its time, never starves, ends with the last sample', () => {
  fc.assert(
    fc.property(samplesArbitrary, fc.integer({ min: 1, max: 5_000 }), (samples, durationMs) => {
      const passed = play(filter(`throttle ${durationMs}ms`), samples);
      passed.forEach(([atMs], at) => {
        const before = passed[at - 1];
        if (before) assert.ok(atMs - before[0] >= durationMs);
      });
      for (const [atMs] of samples) {
        const next = passed.find(([passedMs]) => passedMs >= atMs);
        assert.ok(next && next[0] <= atMs + durationMs, 'each sample is followed within the time');
      }
      assert.is(passed.at(-1)?.[1], samples.at(-1)?.[1]);
    }),
  );
});

test('delta: neighbours that pass are that far apart, and what was held back is not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), samples => {
      const tenths = samples.map(value => value / 10);
      const subject = filter('delta 0.3');
      let last: number | undefined;
      for (const [at, value] of tenths.entries()) {
        const passed = subject.step(value, at);
        const steps = last === undefined ? 3 : Math.abs(Math.round(value * 10) - Math.round(last * 10));
        assert.is(passed, steps >= 3 ? value : undefined);
        if (typeof passed === 'number') last = passed;
      }
    }),
  );
});

test.run();
