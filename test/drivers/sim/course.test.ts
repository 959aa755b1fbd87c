// How simulated values move: the same for the same seed, between their ends, and past what is waited for.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { chanceOf, contact, wave, words } from '../../../drivers/sim/course.ts';
import { bandFor } from '../../../drivers/sim/world.ts';

const everySecond = Array.from({ length: 600 }, (_, second) => second * 1000);

test('a wave reaches both ends and never leaves them, and another seed or name is another wave', () => {
  const values = (seed: number, name: string) => everySecond.map(wave([18, 26], seed, name));
  const course = values(1, 'a');
  assert.ok(course.every(value => value >= 18 && value <= 26));
  assert.ok(Math.min(...course) < 18.5 && Math.max(...course) > 25.5);
  assert.equal(values(1, 'a'), course);
  assert.not.equal(values(2, 'a'), course);
  assert.not.equal(values(1, 'b'), course);
});

test('a wave moves by little from one second to the next', () => {
  const course = everySecond.map(wave([18, 26], 1, 'a'));
  const steps = course.slice(1).map((value, at) => Math.abs(value - course[at]!));
  assert.ok(Math.max(...steps) < 0.8);
});

test('a contact is active for its time in each period', () => {
  const isActive = contact({ everyMs: 28_000, forMs: 6_000 }, 1, 'a');
  const active = everySecond.filter(isActive).length;
  assert.ok(Math.abs(active - 600 * (6 / 28)) <= 6, `${active} s of 600`);
  assert.not(isActive(-1));
});

test('words come one after the other', () => {
  const course = words(['a', 'b', 'c'], 1, 'x');
  assert.equal(new Set(everySecond.map(course)), new Set(['a', 'b', 'c']));
});

test('chance is even over names', () => {
  const chances = Array.from({ length: 1000 }, (_, at) => chanceOf(7, `name ${at}`));
  const mean = chances.reduce((sum, each) => sum + each, 0) / 1000;
  assert.ok(Math.abs(mean - 0.5) < 0.03, `${mean}`);
});

test('a band is widened by what is waited for, within what the channel can have', () => {
  assert.equal(bandFor([18, 26]), [18, 26]);
  assert.equal(bandFor([18, 26], { crossings: [20] }), [18, 26]);
  assert.equal(bandFor([18, 26], { crossings: [6] }), [4, 26]);
  assert.equal(bandFor([35, 65], { crossings: [95], range: [0, 100] }), [35, 100]);
});

test.run();
