import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { stepLevel, stepWord } from '../../../datamodel/iot/step.ts';

test('the example of the standard: from 6 degC down by 1 in 5.5 to 25 is 5.5, and stays there', () => {
  assert.is(stepLevel(6, -1, [5.5, 25]), 5.5);
  assert.is(stepLevel(5.5, -1, [5.5, 25]), 5.5);
  assert.is(stepLevel(24.5, 1, [5.5, 25]), 25);
  assert.is(stepLevel(25, 1, [5.5, 25]), 25);
});

test('steps leave no dust', () => {
  assert.is(stepLevel(0.2, 0.1, [0, 1]), 0.3);
});

test('words go round in their order, both ways', () => {
  const words = ['Off', 'Low', 'High'];
  assert.is(stepWord('Off', words, 1), 'Low');
  assert.is(stepWord('High', words, 1), 'Off');
  assert.is(stepWord('Off', words, -1), 'High');
  assert.is(stepWord('Smart', words, 1), 'Off');
  assert.is(stepWord('Smart', words, -1), 'High');
  assert.is(stepWord('Off', [], 1), 'Off');
});

test('a level never leaves its range; words come round after as many steps as there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.double({ min: -200, max: 200, noNaN: true }), (value, step) => {
      const next = stepLevel(value, step, [-50, 50]);
      assert.ok(next >= -50 && next <= 50);
    }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.constantFrom(1, -1), (words, direction) => {
      let word = words[0]!;
      for (const _ of words) word = stepWord(word, words, direction as 1 | -1);
      assert.is(word, words[0]);
    }),
  );
});

test.run();
