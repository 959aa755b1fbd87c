import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { binaryRange, Trigger, type TriggerEvent, type TriggerSettings } from '../../../datamodel/iot/trigger.ts';

interface Timeline {
  name: string;
  sensitivity: number;
  holdTime: number;
  restTime: number;
  readings: [number, number][];
  value: [number, boolean][];
}

const data = JSON.parse(readFileSync('test/data/threshold-timelines.json', 'utf8')) as {
  figures: Timeline[];
  edges: Timeline[];
};

type Timed = [atMs: number, event: TriggerEvent];

/** The changes of the value, stepping at each event and at each deadline, and never in between. */
function play(trigger: Trigger, events: Timed[], untilMs: number): [number, boolean][] {
  const changes: [number, boolean][] = [];
  const note = (nowMs: number, value: boolean) => {
    if (changes.length === 0 || changes.at(-1)?.[1] !== value) changes.push([nowMs, value]);
  };
  let nextMs = Number.POSITIVE_INFINITY;
  const tickUntil = (limitMs: number) => {
    while (nextMs < limitMs) {
      const nowMs = nextMs;
      const outcome = trigger.step({ kind: 'tick' }, nowMs);
      assert.ok(outcome.nextDeadlineMs > nowMs, 'a deadline that was kept is over');
      note(nowMs, outcome.value);
      nextMs = outcome.nextDeadlineMs;
    }
  };
  for (const [atMs, event] of events) {
    tickUntil(atMs);
    const outcome = trigger.step(event, atMs);
    note(atMs, outcome.value);
    nextMs = outcome.nextDeadlineMs;
  }
  tickUntil(untilMs);
  return changes;
}

const reading = (atSeconds: number, percent: number): Timed => [
  atSeconds * 1000,
  { kind: 'reading', reading: percent },
];
const settings = (atSeconds: number, change: Partial<TriggerSettings>): Timed => [
  atSeconds * 1000,
  { kind: 'settings', settings: change },
];
const seconds = (changes: [number, boolean][]) => changes.map(([ms, value]) => [ms / 1000, value]);

for (const line of [...data.figures, ...data.edges]) {
  test(`timeline: ${line.name}`, () => {
    const trigger = new Trigger([0, 100], {
      Sensitivity: line.sensitivity,
      HoldTime: line.holdTime,
      RestTime: line.restTime,
    });
    const events = line.readings.map(([at, percent]) => reading(at, percent));
    assert.equal(seconds(play(trigger, events, 100_000)), line.value);
  });
}

test('the level is a share of the declared range, without float dust', () => {
  const values = (range: [number, number], Sensitivity: number, readings: number[]) => {
    const trigger = new Trigger(range, { Sensitivity });
    return readings.map((value, at) => trigger.step({ kind: 'reading', reading: value }, at).value);
  };
  assert.equal(values([400, 5000], 70, [1779, 1780, 1781, 1780, 1779]), [false, false, true, true, false]);
  assert.equal(values([0.1, 0.7], 50, [0.4, 0.41, 0.4, 0.39]), [false, true, true, false]);
  // 98 % of -40 to 125 is 121.69999999999999 in doubles.
  assert.equal(values([-40, 125], 2, [121.7, 121.8, 121.7, 121.6]), [false, true, true, false]);
  assert.equal(values([-40, 125], 100, [-40, -39.9, -41]), [false, true, false]);
});

test('a binary input is all or nothing of the range', () => {
  for (const Sensitivity of [1, 50, 100]) {
    const trigger = new Trigger(binaryRange, { Sensitivity });
    const values = [0, 100, 0].map((level, at) => trigger.step({ kind: 'reading', reading: level }, at).value);
    assert.equal(values, [false, true, false], `Sensitivity ${Sensitivity}`);
  }
  const disabled = new Trigger(binaryRange, { Sensitivity: 0 });
  assert.is(disabled.step({ kind: 'reading', reading: 100 }, 0).value, false);
});

test('a shorter hold resets at once, a longer one counts from the same trigger', () => {
  const start = [reading(1, 60), reading(2, 40)];
  const shorter = new Trigger([0, 100], { HoldTime: 10_000 });
  assert.equal(seconds(play(shorter, [...start, settings(4, { HoldTime: 2_000 })], 60_000)), [
    [1, true],
    [4, false],
  ]);
  const longer = new Trigger([0, 100], { HoldTime: 5_000 });
  assert.equal(seconds(play(longer, [...start, settings(4, { HoldTime: 9_000 })], 60_000)), [
    [1, true],
    [10, false],
  ]);
});

test('a shorter rest judges the waiting reading at once, a longer one counts from the same trigger', () => {
  const start = [reading(1, 60), reading(2, 40), reading(3, 60)];
  const shorter = new Trigger([0, 100], { RestTime: 10_000 });
  assert.equal(seconds(play(shorter, [...start, settings(5, { RestTime: 1_000 })], 60_000)), [
    [1, true],
    [2, false],
    [5, true],
  ]);
  const longer = new Trigger([0, 100], { RestTime: 10_000 });
  assert.equal(seconds(play(longer, [...start, settings(5, { RestTime: 20_000 })], 60_000)), [
    [1, true],
    [2, false],
    [21, true],
  ]);
});

test('a change of Sensitivity judges the last reading at once', () => {
  const trigger = new Trigger([0, 100], { HoldTime: 5_000 });
  const events = [reading(0, 60), settings(1, { Sensitivity: 20 }), settings(3, { Sensitivity: 60 })];
  // Below at 1 s: a reset is due at 5 s. Above again at 3 s: cancelled.
  assert.equal(seconds(play(trigger, events, 60_000)), [[0, true]]);
  assert.equal(seconds(play(trigger, [settings(100, { Sensitivity: 20 })], 200_000)), [[100, false]]);
});

test('disabling resets at once, without the hold; the rest of the trigger before still counts', () => {
  const trigger = new Trigger([0, 100], { HoldTime: 5_000, RestTime: 10_000 });
  const events = [reading(1, 60), settings(2, { Sensitivity: 0 }), settings(3, { Sensitivity: 50 })];
  assert.equal(seconds(play(trigger, events, 60_000)), [
    [1, true],
    [2, false],
    [11, true],
  ]);
});

test('a reset that falls due at the end of the rest comes before the judgement', () => {
  const trigger = new Trigger([0, 100], { HoldTime: 10_000, RestTime: 10_000 });
  const events = [reading(1, 60), reading(2, 40), reading(3, 60), reading(12, 40)];
  // Triggered anew at 11 s, so the reset that is due at 12 s waits until 21 s.
  assert.equal(seconds(play(trigger, events, 60_000)), [
    [1, true],
    [21, false],
  ]);
});

test('settings before the first reading trigger nothing', () => {
  const trigger = new Trigger([0, 100]);
  const outcome = trigger.step({ kind: 'settings', settings: { Sensitivity: 100, RestTime: 5 } }, 0);
  assert.is(outcome.value, false);
  assert.is(outcome.nextDeadlineMs, Number.POSITIVE_INFINITY);
});

const readingsArbitrary = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 30, 50, 70, 100)), {
  maxLength: 40,
});
const settingsArbitrary = fc.record({
  Sensitivity: fc.constantFrom(0, 20, 50, 100),
  HoldTime: fc.integer({ min: 0, max: 20 }),
  RestTime: fc.integer({ min: 0, max: 20 }),
});

function eventsFrom(steps: [number, number][]): Timed[] {
  let atMs = 0;
  return steps.map(([gapMs, percent]) => {
    atMs += gapMs;
    return [atMs, { kind: 'reading', reading: percent }];
  });
}

/** The rules once more, millisecond by millisecond, as they are written. */
function valuesByTheRules({ Sensitivity, HoldTime, RestTime }: TriggerSettings, events: Timed[], untilMs: number) {
  const level = 100 - Sensitivity;
  const byMs = new Map(events.map(([atMs, event]) => [atMs, event.kind === 'reading' ? event.reading : 0]));
  let [value, isDue, triggered, last] = [false, false, Number.NEGATIVE_INFINITY, 0];
  const values: boolean[] = [];
  const judge = (t: number) => {
    const isResting = t < triggered + RestTime;
    if (last > level && !isResting && value) isDue = false;
    if (last > level && !isResting && !value) [value, triggered] = [true, t];
    if ((last < level || last === 0) && value) isDue = true;
    reset(t);
  };
  const reset = (t: number) => {
    if (isDue && t >= triggered + HoldTime) [value, isDue] = [false, false];
  };
  for (let t = 0; t < untilMs; t++) {
    reset(t);
    if (Sensitivity > 0 && t === triggered + RestTime) judge(t);
    last = byMs.get(t) ?? last;
    if (Sensitivity > 0 && byMs.has(t)) judge(t);
    values.push(value);
  }
  return values;
}

test('does what the rules say at every millisecond, stepped only at events and deadlines', () => {
  fc.assert(
    fc.property(settingsArbitrary, readingsArbitrary, (chosen, steps) => {
      const events = eventsFrom(steps);
      const changes = play(new Trigger([0, 100], chosen), events, 450);
      const expected = valuesByTheRules(chosen, events, 450);
      let value = false;
      for (let t = 0; t < 450; t++) {
        value = changes.find(change => change[0] === t)?.[1] ?? value;
        assert.is(value, expected[t], `at ${t} ms`);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a timer that comes late moves nothing: only the last step counts', () => {
  fc.assert(
    fc.property(settingsArbitrary, readingsArbitrary, fc.integer({ min: 0, max: 60 }), (chosen, steps, laterMs) => {
      const [punctual, late] = [new Trigger([0, 100], chosen), new Trigger([0, 100], chosen)];
      const events = eventsFrom(steps);
      const endMs = (events.at(-1)?.[0] ?? 0) + laterMs;
      play(punctual, events, endMs);
      for (const [atMs, event] of events) late.step(event, atMs);
      const a = punctual.step({ kind: 'tick' }, endMs);
      const b = late.step({ kind: 'tick' }, endMs);
      assert.is(a.value, b.value);
      assert.is(a.nextDeadlineMs, b.nextDeadlineMs);
    }),
    { numRuns: 1000 },
  );
});

test.run();
