import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { areApart, roundTo, withoutDust } from '../../../datamodel/iot/numbers.ts';

test('dust is removed, digits are kept', () => {
  assert.is(withoutDust(0.1 + 0.2), 0.3);
  assert.is(withoutDust(48.1372056), 48.1372056);
  assert.is(withoutDust(123456789.01), 123456789.01);
  assert.ok(Object.is(withoutDust(-0), 0));
});

test('rounds to steps of the resolution, half away from zero', () => {
  assert.is(roundTo(21.875, 0.01), 21.88);
  assert.is(roundTo(-21.875, 0.01), -21.88);
  assert.is(roundTo(1.005, 0.01), 1.01);
  assert.is(roundTo(0.1 + 0.2, 0.1), 0.3);
  assert.is(roundTo(69964.4, 1), 69964);
  assert.is(roundTo(20.3, 0.5), 20.5);
  assert.is(roundTo(28067, 25), 28075);
  assert.is(roundTo(48.137205649, 0.000_001), 48.137206);
  assert.ok(Object.is(roundTo(-0.001, 0.01), 0), 'no negative zero');
});

test('without a resolution only the dust goes', () => {
  assert.is(roundTo(0.1 + 0.2, undefined), 0.3);
  assert.is(roundTo(100653.254, undefined), 100653.254);
});

test('a rounded decimal has no more digits than its resolution, and stays when it is rounded again', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(0.001, 0.01, 0.1), (value, step) => {
      const rounded = roundTo(value, step);
      const digits = String(rounded).split('.')[1] ?? '';
      assert.ok(digits.length <= -Math.round(Math.log10(step)), `${value} became ${rounded}`);
      assert.ok(Math.abs(rounded - value) <= step * 0.501);
      assert.is(roundTo(rounded, step), rounded);
    }),
  );
});

test('decimals that a person would call 0.2 apart are', () => {
  assert.ok(20.3 - 20.1 < 0.2, 'as doubles they are not');
  assert.ok(areApart(20.3, 20.1, 0.2));
  assert.not(areApart(20.29, 20.1, 0.2));
});

test.run();
