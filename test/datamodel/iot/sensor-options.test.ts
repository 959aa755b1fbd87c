// What the configuration may ask of a sensor beyond TR-181: hysteresis, an end to readings that never move, calibration.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FilterError, type FilterSpec, parseFilter } from '../../../datamodel/iot/filters/parse.ts';
import { Sensor, type SensorSpec } from '../../../datamodel/iot/sensor.ts';
import { type Channel, type Reading, temperature } from '../../../drivers/define.ts';
import { Recorder, World } from './fakes.ts';

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
  const named = { name: 'boiler', channelName: 'temperature', channel: temperature(), class: 'LevelSensor' as const };
  const sensor = new Sensor({ ...named, filters: [], settings: {}, ...changes }, world, recorder);
  const take = async (...readings: Reading[]) => {
    for (const reading of readings) {
      sensor.take(reading);
      await world.clock.advance(1000);
    }
  };
  return { world, recorder, sensor, take };
}

const flags = (recorder: Recorder, name: 'LowLevel' | 'HighLevel') =>
  recorder.updates.flatMap(update => (name in update ? [[update.atMs / 1000, update[name]]] : []));

test('without hysteresis a value at its threshold makes the flag flap, as TR-181 has it', async () => {
  const { recorder, take } = build({ settings: { HighLevelThreshold: 25 } });
  await take(24.9, 25, 24.9, 25);
  assert.equal(flags(recorder, 'HighLevel'), [
    [1, true],
    [2, false],
    [3, true],
  ]);
});

test('with hysteresis a flag turns back only when the value is farther than that beyond its threshold', async () => {
  const { recorder, take } = build({ hysteresis: 0.5, settings: { HighLevelThreshold: 25, LowLevelThreshold: 5 } });
  await take(24.9, 25, 24.9, 24.5, 24.4, 24.9, 25);
  assert.equal(flags(recorder, 'HighLevel'), [
    [1, true],
    [4, false],
    [6, true],
  ]);
  await take(5, 5.5, 5.6);
  assert.equal(flags(recorder, 'LowLevel'), [
    [7, true],
    [9, false],
  ]);
});

test('readings that do not move for too long are counted, told once, and move LastContactTime no more', async () => {
  const { recorder, take, world } = build({ stuckMs: 3000 });
  await take(21, 21.5, 21.5, 21.5, 21.5);
  const contact = recorder.state.LastContactTime;
  await take(21.5, 21.5);
  assert.is(recorder.state.LastContactTime, contact);
  assert.equal(world.lines, ['warning boiler: 21.5 for longer than 3 s; such readings are ignored']);
  await take(21.51);
  assert.is(recorder.state.Value, 21.51);
  assert.is(world.lines[1], 'notice boiler: its readings are plausible again, after 2 that were not');
});

const raw: Channel = { class: 'LevelSensor', type: 'Meter', unit: '-', range: [0, 4095], resolution: 0.1 };

test('where a filter calibrates, the configured range judges what comes out, the own one what goes in', async () => {
  const { recorder, take, world } = build({
    channel: raw,
    range: [0, 100],
    filters: filters('calibrate 1000=0 3000=100'),
  });
  await take(2000, 3500, 3600, 5000, 1500);
  assert.equal(
    recorder.values.map(([, value]) => value),
    [50, 25],
  );
  assert.equal(world.lines, [
    'warning boiler: 125 is outside 0 to 100; what the filters make so of a reading is ignored',
    'warning boiler: 5000 is outside 0 to 4095; such readings are ignored',
    'notice boiler: its readings are plausible again',
    'notice boiler: what the filters make of its readings is plausible again, after 2 that were not',
  ]);
});

test('a calibrated value is rounded to the resolution of the channel', async () => {
  const { recorder, take } = build({ filters: filters('calibrate 1.017 0') });
  await take(21.37);
  assert.is(recorder.state.Value, 21.73);
});

test.run();
