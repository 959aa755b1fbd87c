import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isoTime } from '../../../datamodel/values/isotime.ts';

const dayMs = 86_400_000;
const farthestMs = 8_640_000_000_000_000;
const engines = (ms: number) => new Date(ms).toISOString();

test('a time is what the engine makes of it, for as long as it knows a calendar', () => {
  const times = fc.integer({ min: -farthestMs, max: farthestMs });
  fc.assert(fc.property(times, ms => assert.is(isoTime(ms), engines(ms))));
  for (const ms of [-farthestMs, farthestMs, 0, -1]) assert.is(isoTime(ms), engines(ms));
});

test('each day is what it is, leap days and the edges of the years of four digits too', () => {
  const wrong = (year: number) =>
    Array.from({ length: 60_000 }, (_, day) => Date.UTC(year, 0, 1) + day * dayMs).find(
      ms => isoTime(ms) !== engines(ms),
    );
  for (const year of [-100, 1_890, 9_860]) assert.is(wrong(year), undefined);
});

test.run();
