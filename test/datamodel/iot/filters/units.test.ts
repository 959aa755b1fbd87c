// No filter changes a unit: what it does in one unit, it does in another, its parameters said in that. And each has its rule.
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filters } from '../../../../datamodel/iot/filters/registry.ts';
import { filter, play, type Timed } from './play.ts';

/** From a unit to another: km to m, degC to degF. */
type Change = (value: number) => number;

/**
 * Each filter as it is written for a value and for a distance in another unit. `calibrate` is the one that says what is true
 * of what the sensor says: both in the channel's unit.
 */
const written: Readonly<Record<string, (place: Change, distance: Change) => string>> = {
  median: () => 'median 5',
  average: () => 'average 4',
  delta: (_, distance) => `delta ${distance(3)}`,
  rate: (_, distance) => `rate ${distance(8)} 1s`,
  clamp: place => `clamp ${place(-16)} ${place(32)}`,
  calibrate: place => `calibrate ${place(0)}=${place(2)} ${place(10)}=${place(9)} ${place(40)}=${place(50)}`,
  debounce: () => 'debounce 1s 3s',
  throttle: () => 'throttle 2s',
};

const samplesArbitrary = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: -40, max: 80 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map(steps => {
    let atMs = 0;
    return steps.map(([gapMs, value]): Timed => {
      atMs += gapMs;
      return [atMs, value];
    });
  });

test('every filter is here', () => {
  assert.equal(Object.keys(written).sort(), filters.map(each => each.name).sort());
});

for (const [name, textOf] of Object.entries(written)) {
  test(`${name}: does in one unit what it does in another`, () => {
    fc.assert(
      fc.property(
        samplesArbitrary,
        // Binary fractions, so that nothing is lost on the way.
        fc.constantFrom(0.25, 0.5, 2, 1024),
        fc.constantFrom(0, 32, -273),
        (samples, factor, offset) => {
          const place: Change = value => factor * value + offset;
          const distance: Change = value => factor * value;
          const here = play(filter(textOf(Number, Number)), samples);
          const there = play(
            filter(textOf(place, distance)),
            samples.map(([atMs, value]): Timed => [atMs, place(Number(value))]),
          );
          assert.is(there.length, here.length);
          here.forEach(([atMs, value], at) => {
            assert.is(there[at]![0], atMs);
            const [expected, actual] = [place(Number(value)), Number(there[at]![1])];
            assert.ok(Math.abs(actual - expected) <= 1e-9 * (1 + Math.abs(expected)), `${actual} is not ${expected}`);
          });
        },
      ),
    );
  });

  test(`${name}: passes nothing before the first sample, and nothing by itself for ever`, () => {
    const subject = filter(textOf(Number, Number));
    assert.is(subject.step(undefined, 0), undefined);
    assert.is(subject.nextDeadlineMs, Number.POSITIVE_INFINITY);
    subject.step(1, 0);
    subject.step(2, 1);
    for (let steps = 0; steps < 5 && subject.nextDeadlineMs < Number.POSITIVE_INFINITY; steps++) {
      subject.step(undefined, subject.nextDeadlineMs);
    }
    assert.is(subject.nextDeadlineMs, Number.POSITIVE_INFINITY);
  });
}

test.run();
