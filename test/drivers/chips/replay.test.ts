import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readRecording, replay } from '../../../drivers/chips/replay.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { openChip, watchChip } from '../../helpers/driver.ts';

// A zone far from UTC, so that a local time would show.
process.env.TZ = 'Asia/Kathmandu';

const at = 'outdoor.csv';

async function bench(text: string | undefined, options: Record<string, number | boolean> = {}) {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  if (text !== undefined) hardware.files.texts.set(at, text);
  const logged: string[] = [];
  const log = (_level: string, line: string) => void logged.push(line);
  const told = watchChip(replay, await openChip(replay, { hardware, clock, at, options, log }));
  await clock.settle();
  return { clock, told, logged, values: () => told.readings.map(({ value }) => value) };
}

const threeRows = 'time,value\n2024-07-01T12:00:00Z,20.5\n2024-07-01T12:00:10Z,21\n2024-07-01T12:01:00Z,-3\n';

test('plays rows at their distances', async () => {
  const { clock, values } = await bench(threeRows, { loop: false });
  await clock.advance(0);
  assert.equal(values(), [20.5]);
  await clock.advance(9_999);
  assert.equal(values(), [20.5]);
  await clock.advance(1);
  assert.equal(values(), [20.5, 21]);
  await clock.advance(50_000);
  assert.equal(values(), [20.5, 21, -3]);
  assert.is(clock.waiting, 0, 'it stops after the last row');
});

test('plays faster, and again from the start', async () => {
  const { clock, values } = await bench(threeRows, { speed: 10 });
  await clock.advance(6_000);
  assert.equal(values(), [20.5, 21, -3]);
  // A lap is 60 s and the 50 s before the last row once more, at ten times the speed.
  await clock.advance(4_999);
  assert.is(values().length, 3);
  await clock.advance(1);
  assert.equal(values().slice(3), [20.5]);
  await clock.advance(6_000);
  assert.equal(values().slice(3), [20.5, 21, -3]);
});

test('stops when told', async () => {
  const { clock, told, values } = await bench(threeRows);
  await clock.advance(0);
  told.stop();
  await clock.advance(1_000_000);
  assert.equal(values(), [20.5]);
  assert.is(clock.waiting, 0);
});

test('leaves out what is no reading, and says so once', async () => {
  const { clock, values, logged } = await bench('0,1\n1,\n2\n3,abc\n2.5,5\n1,9\n4,6 degC\n\n# note\n5,7\n', {
    loop: false,
  });
  await clock.advance(10_000);
  assert.equal(values(), [1, 5, 7]);
  assert.equal(logged, ['outdoor.csv: 5 lines are no readings, the first 2, 3, 4, 6, 7']);
});

test('understands seconds, dates, zones and a missing zone as UTC', () => {
  const times = (text: string) => readRecording(text).atMs;
  assert.equal(times('0,1\n0.25,2\n10,3'), [0, 250, 10_000]);
  assert.equal(times('2024-01-01,1\n2024-01-02,2'), [0, 86_400_000]);
  assert.equal(
    times('2024-01-01T00:00:00Z,1\n2024-01-01 00:00:01.5,2\r\n2024-01-01T02:00:02+02:00,3'),
    [0, 1_500, 2_000],
  );
  assert.equal(times('2024-13-01,1\n'), []);
});

test('a lap of a single row takes a second, not no time', async () => {
  const { clock, values } = await bench('0,1', { speed: 1_000_000 });
  await clock.advance(5_000);
  assert.is(values().length, 6);
});

test('a missing file and a file without a row end it with their codes', async () => {
  for (const [text, code] of [
    [undefined, 'missing'],
    ['', 'bad-data'],
    ['time,value\n', 'bad-data'],
  ] as const) {
    const { told } = await bench(text);
    assert.equal(
      told.lost.map(error => (error as { code?: string }).code),
      [code],
    );
  }
});

test('the recording in this repository is whole, and crosses 25 degC', () => {
  const recording = readRecording(readFileSync('test/data/outdoor.csv', 'utf8'));
  assert.is(recording.values.length, 365);
  assert.is(recording.badCount, 0);
  assert.is(Math.max(...recording.values), 35);
});

test.run();
