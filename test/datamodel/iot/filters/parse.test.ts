import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FilterError, parseFilter } from '../../../../datamodel/iot/filters/parse.ts';

const errorOf = (text: string) => {
  const parsed = parseFilter(text);
  assert.ok(parsed instanceof FilterError, text);
  return parsed;
};

const more = [
  ...['average 10', 'clamp -5 100.5', 'rate 2 1min', 'debounce 50ms', 'debounce 50ms 1s', 'calibrate 1.02 -0.5'],
  'calibrate 0=0.4 50=50.1 100=98',
];

test('each filter is understood as the configuration writes it', () => {
  for (const text of [
    'median 5',
    'delta 0.2',
    'throttle 10s',
    ' median   3 ',
    'throttle 500ms',
    'throttle 5min',
    ...more,
  ]) {
    const parsed = parseFilter(text);
    assert.not(parsed instanceof FilterError, text);
  }
});

test('an unknown word names those that are known', () => {
  const error = errorOf('mediann 5');
  assert.is(error.code, 'unknown-filter');
  const words = ['median', 'average', 'delta', 'rate', 'clamp', 'calibrate', 'debounce', 'throttle'];
  assert.equal(error.known, words);
  assert.is(error.expected, `one of ${words.join(', ')}`);
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
  bad.push(
    'average 1',
    'average 100',
    'average',
    'clamp 5',
    'clamp 5 5',
    'clamp 6 5',
    'clamp 0 1 2',
    'rate 2',
    'rate 0 1s',
  );
  bad.push(
    'rate 1 1',
    'rate 1 1s 2',
    'debounce',
    'debounce 1s 10ms',
    'debounce 0ms',
    'debounce 1s 2s 3s',
    'debounce 5',
  );
  bad.push('calibrate', 'calibrate 0 1', 'calibrate 1', 'calibrate 1 2 3', 'calibrate 0=1', 'calibrate 1=0 1=2');
  bad.push('calibrate 0=1 1', 'calibrate 0=0 1=x', 'calibrate 0=0=0 1=1', 'median 5 5', 'delta 1e3');
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
