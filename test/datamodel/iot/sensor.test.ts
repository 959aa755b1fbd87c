import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FilterError, type FilterSpec, parseFilter } from '../../../datamodel/iot/filters/parse.ts';
import { Sensor, type SensorSpec } from '../../../datamodel/iot/sensor.ts';
import { binary, type Reading, temperature } from '../../../drivers/define.ts';
import { Recorder, World } from './fakes.ts';

const unknownTime = '0001-01-01T00:00:00Z';

function filters(...texts: string[]): FilterSpec[] {
  return texts.map(text => {
    const parsed = parseFilter(text);
    if (parsed instanceof FilterError) throw new Error(text);
    return parsed;
  });
}

function build(changes: Partial<SensorSpec> = {}) {
  const world = new World();
  const recorder = new Recorder(world.clock);
  const spec: SensorSpec = {
    name: 'boiler temperature',
    channelName: 'temperature',
    channel: temperature(),
    class: 'LevelSensor',
    filters: [],
    settings: {},
    ...changes,
  };
  const sensor = new Sensor(spec, world, recorder);
  /** Takes readings one after the other, a second apart. */
  const take = async (...readings: Reading[]) => {
    for (const reading of readings) {
      sensor.take(reading);
      await world.clock.advance(1000);
    }
  };
  return { world, clock: world.clock, recorder, sensor, take };
}

test('nothing is told before the first reading, whatever is configured', () => {
  const { recorder, sensor } = build({ settings: { LowLevelThreshold: 5, HighLevelThreshold: -5 } });
  sensor.configure({ LowLevelThreshold: 50 });
  assert.equal(recorder.updates, []);
});

test('the first reading tells value, times and flags at once', async () => {
  const { recorder, take } = build({ settings: { LowLevelThreshold: 22 } });
  await take(21.004);
  assert.equal(recorder.updates, [
    {
      atMs: 0,
      Value: 21,
      LastChange: '2026-01-01T00:00:00.000Z',
      LastContactTime: '2026-01-01T00:00:00.000Z',
      LowLevel: true,
    },
  ]);
});

test('a first reading of 0 or false is a change from unknown', async () => {
  const level = build();
  await level.take(0);
  assert.is(level.recorder.state.Value, 0);
  assert.is(level.recorder.state.LastChange, '2026-01-01T00:00:00.000Z');
  const door = build({ channel: binary(), class: 'BinarySensor' });
  await door.take(false);
  assert.is(door.recorder.state.Value, false);
  assert.is(door.recorder.state.LastChange, '2026-01-01T00:00:00.000Z');
});

test('an equal reading moves LastContactTime and nothing else', async () => {
  const { recorder, take } = build();
  await take(21, 21.001, 21.02);
  assert.equal(recorder.updates[1], { atMs: 1000, LastContactTime: '2026-01-01T00:00:01.000Z' });
  assert.equal(recorder.updates[2], {
    atMs: 2000,
    Value: 21.02,
    LastChange: '2026-01-01T00:00:02.000Z',
    LastContactTime: '2026-01-01T00:00:02.000Z',
  });
});

test('times are unknown while wall time is', async () => {
  const { recorder, take, clock } = build();
  clock.known = false;
  await take(21, 21, 22);
  assert.equal(recorder.updates[0], { atMs: 0, Value: 21, LastChange: unknownTime, LastContactTime: unknownTime });
  assert.equal(recorder.updates[1], { atMs: 1000, LastContactTime: unknownTime }, 'the sensor lives all the same');
  clock.known = true;
  await take(22);
  assert.equal(recorder.state, { Value: 22, LastChange: unknownTime, LastContactTime: '2026-01-01T00:00:03.000Z' });
});

test('a chattering input is told no more than its changes and a few contacts', async () => {
  const { recorder, sensor, clock } = build({ channel: binary(), class: 'BinarySensor' });
  for (let i = 0; i < 1000; i++) {
    sensor.take(false);
    await clock.advance(1);
  }
  assert.ok(recorder.updates.length <= 3, `${recorder.updates.length}`);
});

test('what is no reading never becomes a value; it is counted, told once, and its end too', async () => {
  const { recorder, take, world } = build();
  await take(21, 130, 131, Number.NaN, 22);
  assert.equal(recorder.values, [
    [0, 21],
    [4000, 22],
  ]);
  assert.is(recorder.updates.length, 2, 'no contact was told for what is no reading');
  assert.equal(world.lines, [
    'warning boiler temperature: 130 is outside -40 to 125; such readings are ignored',
    'warning boiler temperature: NaN is not a number; such readings are ignored',
    'notice boiler temperature: its readings are plausible again, after 3 that were not (2 out of range, 1 not a number)',
  ]);
});

test("the configuration's range replaces the channel's", async () => {
  const { recorder, take } = build({ range: [0, 30] });
  await take(-1, 31, 30);
  assert.equal(recorder.values, [[2000, 30]]);
});

test('flags follow the value, and a threshold that changes is judged at once', async () => {
  const { recorder, sensor, take } = build();
  await take(21);
  sensor.configure({ HighLevelThreshold: 21, LowLevelThreshold: 10 });
  assert.equal(recorder.updates.at(-1), { atMs: 1000, HighLevel: true });
  sensor.configure({ HighLevelThreshold: 30 });
  assert.equal(recorder.updates.at(-1), { atMs: 1000, HighLevel: false });
  await take(10);
  assert.is(recorder.state.LowLevel, true);
  sensor.configure({ LowLevelThreshold: undefined });
  assert.equal(recorder.updates.at(-1), { atMs: 2000, LowLevel: false });
  sensor.configure({ HighLevelThreshold: 30 });
  assert.is(recorder.updates.at(-1)?.atMs, 2000, 'no change, nothing told');
});

test('a reading that is filtered away is still a contact', async () => {
  const { recorder, take } = build({ filters: filters('delta 1') });
  await take(21, 21.5);
  assert.equal(recorder.updates[1], { atMs: 1000, LastContactTime: '2026-01-01T00:00:01.000Z' });
});

test('a throttle delivers the last reading when its time is over', async () => {
  const { recorder, take, clock } = build({ filters: filters('throttle 10s') });
  await take(21, 22, 23);
  await clock.advance(60_000);
  assert.equal(recorder.values, [
    [0, 21],
    [10_000, 23],
  ]);
  assert.is(recorder.state.LastContactTime, '2026-01-01T00:00:02.000Z');
  assert.is(recorder.state.LastChange, '2026-01-01T00:00:10.000Z');
  assert.is(clock.waiting, 0);
});

test('a threshold on a level: the range says what Sensitivity is a share of, not what is plausible', async () => {
  const { recorder, take } = build({
    channel: { class: 'LevelSensor', type: 'Concentration', unit: 'ppm', range: [0, 40_000], resolution: 1 },
    class: 'BinarySensor',
    range: [400, 5000],
    settings: { Sensitivity: 70 },
  });
  await take(395, 1780, 1781, 6000, 1700);
  assert.equal(recorder.values, [
    [0, false],
    [2000, true],
    [4000, false],
  ]);
});

interface Timeline {
  name: string;
  sensitivity: number;
  holdTime: number;
  restTime: number;
  readings: [number, number][];
  value: [number, boolean][];
}
const data = JSON.parse(readFileSync('test/data/threshold-timelines.json', 'utf8')) as Record<string, Timeline[]>;

for (const line of [...(data.figures ?? []), ...(data.edges ?? [])]) {
  test(`on the clock: ${line.name}`, async () => {
    const { recorder, sensor, clock } = build({
      channel: { class: 'LevelSensor', type: 'Meter', range: [0, 100] },
      class: 'BinarySensor',
      settings: { Sensitivity: line.sensitivity, HoldTime: line.holdTime, RestTime: line.restTime },
    });
    for (const [at, percent] of line.readings) {
      await clock.advance(at * 1000 - clock.monotonicMs());
      sensor.take(percent);
    }
    await clock.advance(60_000);
    assert.equal(
      recorder.values,
      line.value.map(([at, value]) => [at * 1000, value]),
    );
    assert.is(clock.waiting, 0);
  });
}

test('a setting that changes while a reset is due applies at once', async () => {
  const { recorder, sensor, clock, take } = build({
    channel: binary(),
    class: 'BinarySensor',
    settings: { HoldTime: 60_000 },
  });
  await take(true, false);
  sensor.configure({ HoldTime: 3_500 });
  await clock.advance(10_000);
  assert.equal(recorder.values, [
    [0, true],
    [3_500, false],
  ]);
});

test('while it is disabled readings are ignored and no timer runs; enabled, it goes on', async () => {
  const { recorder, sensor, clock, take } = build({
    channel: binary(),
    class: 'BinarySensor',
    settings: { HoldTime: 5_000 },
  });
  await take(true, false);
  sensor.configure({ enabled: false });
  assert.is(clock.waiting, 0);
  await take(true, true);
  await clock.advance(10_000);
  assert.equal(recorder.values, [[0, true]]);
  sensor.configure({ enabled: true });
  assert.equal(recorder.values.at(-1), [14_000, false]);
});

test('while it is disabled nobody is told of bad readings', async () => {
  const { take, world } = build({ settings: { enabled: false } });
  await take(130);
  assert.equal(world.lines, []);
});

test('several values are one: all change together', async () => {
  const { recorder, take } = build({
    channel: { class: 'MultiLevelSensor', type: 'Location', valueNames: ['Latitude', 'Longitude'], resolution: 0.1 },
    class: 'MultiLevelSensor',
  });
  await take([48.1, 11.6], [48.11, 11.58], [48.2, 11.6]);
  assert.equal(
    recorder.updates.map(({ Values, LastChange }) => [Values, LastChange]),
    [
      [[48.1, 11.6], '2026-01-01T00:00:00.000Z'],
      [undefined, undefined],
      [[48.2, 11.6], '2026-01-01T00:00:02.000Z'],
    ],
  );
});

test('a stopped sensor leaves no timer', async () => {
  const { sensor, clock, take } = build({ filters: filters('throttle 10s') });
  await take(1, 2);
  assert.is(clock.waiting, 1);
  sensor.stop();
  assert.is(clock.waiting, 0);
});

test.run();
