// The filters that change what passes: average, clamp, calibrate. And rate, which drops what leaps.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { each, filter, play, type Timed, values } from './play.ts';

const calm = fc.integer({ min: -100_000, max: 100_000 }).map(value => value / 100);

test('average: the mean of the last ones, of fewer at the start', () => {
  assert.equal(values(play(filter('average 3'), each([1, 2, 3, 4, 8]))), [1, 1.5, 2, 3, 5]);
  assert.equal(values(play(filter('average 3'), each([0.1, 0.2, 0.3]))), [0.1, 0.15, 0.2]);
});

test('average: lies within its window, and a constant stays itself', () => {
  fc.assert(
    fc.property(fc.array(calm, { minLength: 1 }), fc.integer({ min: 2, max: 99 }), (samples, count) => {
      values(play(filter(`average ${count}`), each(samples))).forEach((value, at) => {
        const window = samples.slice(Math.max(0, at + 1 - count), at + 1);
        assert.ok(Number(value) >= Math.min(...window) && Number(value) <= Math.max(...window));
      });
      const constant = samples.map(() => samples[0]!);
      assert.equal(values(play(filter(`average ${count}`), each(constant))), constant);
    }),
  );
});

test('clamp: what is inside stays, what is outside lands on the edge, and twice is as once', () => {
  assert.equal(values(play(filter('clamp 0 100'), each([-3, 0, 50, 100, 103]))), [0, 0, 50, 100, 100]);
  fc.assert(
    fc.property(calm, sample => {
      const once = filter('clamp -5 5').step(sample, 0);
      assert.is(once, [sample, -5, 5].sort((a, b) => a - b)[1]);
      assert.is(filter('clamp -5 5').step(once, 0), once);
    }),
  );
});

test('calibrate by a factor and an offset, without dust', () => {
  assert.equal(values(play(filter('calibrate 1.02 -0.5'), each([0, 10, 21.5]))), [-0.5, 9.7, 21.43]);
  assert.equal(values(play(filter('calibrate -1 0.3'), each([0.1]))), [0.2]);
});

test('calibrate by points: exact at each, straight between them, on along the last piece beyond', () => {
  const soil = 'calibrate 1.2=100 2=40 2.8=0';
  assert.equal(values(play(filter(soil), each([1.2, 2, 2.8, 1.6, 2.4, 1, 3]))), [100, 40, 0, 70, 20, 115, -10]);
});

test('calibrate by points keeps the order of what it is given, and never leaves the span between two points', () => {
  const points = fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 20 });
  fc.assert(
    fc.property(points, fc.array(calm), (numbers, samples) => {
      const half = Math.floor(numbers.length / 2);
      const raw = numbers.slice(0, half).sort((a, b) => a - b);
      const actual = numbers.slice(half, 2 * half).sort((a, b) => a - b);
      const subject = filter(`calibrate ${raw.map((each, at) => `${each}=${actual[at]}`).join(' ')}`);
      const results = samples.sort((a, b) => a - b).map(sample => Number(subject.step(sample, 0)));
      results.forEach((result, at) => {
        assert.ok(at === 0 || result >= results[at - 1]! - 1e-9);
        const next = raw.findIndex(each => each > samples[at]!);
        if (next > 0) assert.ok(result >= actual[next - 1]! - 1e-9 && result <= actual[next]! + 1e-9);
      });
      for (const [at, each] of raw.entries()) assert.is(subject.step(each, 0), actual[at]);
    }),
  );
});

test('readings that are no numbers pass as they are', () => {
  for (const text of ['average 3', 'clamp 0 1', 'calibrate 2 0', 'rate 1 1s', 'median 3', 'delta 1']) {
    assert.is(filter(text).step(true, 0), true, text);
    assert.is(filter(text).step(undefined, 0), undefined, text);
  }
});

test('rate: a leap is held back until the quantity could have gone so far', () => {
  const samples = [20, 21, 60, 21.5, 60, 60, 60];
  assert.equal(play(filter('rate 2 1s'), each(samples)), [
    [0, 20],
    [1000, 21],
    [3000, 21.5],
  ]);
  const lasting: Timed[] = Array.from({ length: 30 }, (_, at) => [at * 1000, at === 0 ? 20 : 60]);
  assert.equal(play(filter('rate 2 1s'), lasting)[1], [20_000, 60]);
});

test('rate: no two that pass are farther apart than the time between them allows', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5_000 }), calm)), steps => {
      let atMs = 0;
      const samples = steps.map(([gapMs, value]): Timed => {
        atMs += gapMs;
        return [atMs, value];
      });
      play(filter('rate 5 1s'), samples).forEach(([passedMs, value], at, passed) => {
        const before = passed[at - 1];
        if (!before) return;
        assert.ok(Math.abs(Number(value) - Number(before[1])) <= ((passedMs - before[0]) * 5) / 1000 + 1e-9);
      });
    }),
  );
});

test.run();
