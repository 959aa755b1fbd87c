import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closest, distance } from '../../../agent/config/distance.ts';

test('insertions, deletions, replacements and swaps of neighbours count one each', () => {
  assert.is(distance('', ''), 0);
  assert.is(distance('', 'abc'), 3);
  assert.is(distance('sht13', 'sht31'), 1);
  assert.is(distance('temprature', 'temperature'), 1);
  assert.is(distance('kitten', 'sitting'), 3);
  assert.is(distance('ca', 'abc'), 3);
});

test('the nearest word is meant, whatever its case, blanks and dashes', () => {
  assert.is(closest('sht13', ['scd4x', 'sht31']), 'sht31');
  assert.is(closest('full-access', ['Read Only', 'Full Access']), 'Full Access');
  assert.is(closest('door open', ['WindowOpen', 'DoorOpen']), 'DoorOpen');
  assert.is(closest('5', ['3.1.1', '5.0']), '5.0');
  assert.is(closest('degrees', ['Pa', 'deg']), 'deg');
});

test('a word that resembles none is left alone', () => {
  assert.is(closest('colour', ['state', 'socket', 'endpoint']), undefined);
  assert.is(closest('celsius', ['C', 'K', 'degC']), undefined, 'a coulomb is not meant');
  assert.is(closest('', ['state']), undefined);
  assert.is(closest('state', []), undefined);
});

test('words are compared by a bounded part', () => {
  assert.is(closest('x'.repeat(1_000_000), ['sht31']), undefined);
});

test.run();
