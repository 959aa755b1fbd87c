import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { seededRandom } from '../helpers/random.ts';
import { type Point, slopeOf } from './slope.ts';

/** `count` points of a line that rises by `rise` a unit, in `noise`. */
function line(count: number, rise: number, noise: number, seed = 1): Point[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => ({ x: i, y: 50 + rise * i + noise * (random.fraction() - 0.5) }));
}

test('a line without noise has its slope, surely', () => {
  const { perUnit, surelyAbove } = slopeOf(line(60, 0.25, 0));
  assert.ok(Math.abs(perUnit - 0.25) < 1e-9);
  assert.ok(Math.abs(surelyAbove - 0.25) < 1e-9);
});

test('what only swings is not surely rising; what rises within the swings is', () => {
  let falseAlarms = 0;
  for (let seed = 1; seed <= 200; seed++) {
    if (slopeOf(line(96, 0, 10, seed)).surelyAbove > 0) falseAlarms++;
    assert.ok(slopeOf(line(96, 0.2, 10, seed)).surelyAbove > 0.05, `seed ${seed}`);
  }
  assert.ok(falseAlarms <= 6, `${falseAlarms} false alarms in 200`);
});

test('what fills up at the beginning and then stays is not rising', () => {
  const points = line(90, 0, 1).map(({ x, y }) => ({ x, y: y + Math.min(x, 25) * 4 }));
  assert.ok(slopeOf(points).surelyAbove <= 0);
});

test('a saw that is emptied again and again is not rising', () => {
  const points = Array.from({ length: 300 }, (_, i) => ({ x: i, y: i % 17 }));
  assert.ok(slopeOf(points).surelyAbove <= 0);
});

test('too few points are refused', () => {
  assert.throws(() => slopeOf(line(11, 1, 0)), /too few/);
});

test.run();
