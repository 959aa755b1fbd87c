import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FilterError, parseFilter } from '../../../../datamodel/iot/filters/parse.ts';

const errorOf = (text: string) => {
  const parsed = parseFilter(text);
  assert.ok(parsed instanceof FilterError, text);
  return parsed;
};

test('each filter is understood as the configuration writes it', () => {
  for (const text of ['median 5', 'delta 0.2', 'throttle 10s', ' median   3 ', 'throttle 500ms', 'throttle 5min']) {
    const parsed = parseFilter(text);
    assert.not(parsed instanceof FilterError, text);
  }
});

test('an unknown word names those that are known', () => {
  const error = errorOf('mediann 5');
  assert.is(error.code, 'unknown-filter');
  assert.equal(error.known, ['median', 'delta', 'throttle']);
  assert.is(error.expected, 'one of median, delta, throttle');
  assert.is(errorOf('').code, 'unknown-filter');
});

test('a bad argument names what was expected', () => {
  const bad = [
    'median',
    'median 2',
    'median 100',
    'median 4.5',
    'median x',
    'delta',
    'delta 0',
    'delta -1',
    'delta NaN',
  ];
  for (const text of [...bad, 'throttle', 'throttle 10', 'throttle 0s', 'throttle 25h', 'throttle 1.5s', 'delta 1 2']) {
    assert.is(errorOf(text).code, 'bad-argument', text);
  }
  assert.is(errorOf('median 2').expected, 'a number of samples from 3 to 99: "median 5"');
  assert.is(errorOf('delta 0').expected, 'a number above 0, in the unit of the channel: "delta 0.2"');
  assert.is(errorOf('throttle 10').expected, 'a duration from 1 ms to 24 h: "throttle 10s"');
});

test('each capability gets a memory of its own', () => {
  const parsed = parseFilter('delta 1');
  if (parsed instanceof FilterError) throw new Error('delta');
  const [a, b] = [parsed.create(), parsed.create()];
  assert.is(a.step(5, 0), 5);
  assert.is(b.step(5.5, 0), 5.5);
  assert.is(a.step(5.5, 1), undefined);
});

test.run();
