import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { hungMsMax, sampleMsMax } from '../../../datamodel/iot/limits.ts';
import type { ChipDefinition } from '../../../drivers/define.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import { Bench, device, noAnswer } from './bench.ts';
import { contact, Recorder, thermometer } from './fakes.ts';

test('a device is sampled at once, then once a poll, whatever the number of its capabilities', async () => {
  const bench = new Bench();
  const t = bench.thermometer(5_000);
  const h = bench.sensor('boiler humidity', thermometer, 'i2c-1:0x44', 'humidity', 20_000);
  await bench.start(20_000);
  assert.is(bench.part('i2c-1').opened, 1);
  assert.is(bench.part('i2c-1').transfers, 5);
  assert.equal(t.values, [[0, 21]]);
  assert.equal(h.values, [[0, 40]]);
  assert.is(h.state.LastContactTime, '2026-01-01T00:00:20.000Z');
});

test('a failure is told once, and so is its end, with how often it failed; the last value stays', async () => {
  const bench = new Bench();
  const t = bench.thermometer(1_000);
  await bench.start(2_500);
  bench.part('i2c-1').failing = noAnswer;
  await bench.clock.advance(120_000);
  assert.equal(bench.lines, ['warning boiler temperature: no answer at i2c-1:0x44; trying again']);
  assert.is(t.state.Value, 21);
  assert.is(t.state.LastContactTime, '2026-01-01T00:00:02.000Z');
  bench.part('i2c-1').failing = undefined;
  bench.part('i2c-1').values = [22, 40];
  await bench.clock.advance(60_000);
  assert.equal(bench.lines.slice(1), ['notice boiler temperature: answers again, after 24 failures']);
  assert.is(t.state.Value, 22);
});

test('each cause has its line, with what the driver says where that helps', async () => {
  const bench = new Bench();
  bench.thermometer(1_000);
  bench.sensor('boiler humidity', thermometer, 'i2c-1:0x44', 'humidity', 1_000);
  await bench.start();
  for (const failing of [noAnswer, new DeviceError('bad-data', 'wrong checksum'), noAnswer]) {
    bench.part('i2c-1').failing = failing;
    await bench.clock.advance(30_000);
  }
  assert.equal(bench.lines, [
    'warning boiler temperature and 1 more: no answer at i2c-1:0x44; trying again',
    'warning boiler temperature and 1 more: garbled data at i2c-1:0x44 (wrong checksum); trying again',
  ]);
});

test('a device with a long poll interval is asked again soon after a failure', async () => {
  const bench = new Bench();
  const t = bench.thermometer(300_000);
  bench.part('i2c-1').failing = new DeviceError('bad-data', 'wrong checksum');
  await bench.start(500);
  bench.part('i2c-1').failing = undefined;
  await bench.clock.advance(600);
  assert.equal(t.values, [[1_000, 21]]);
});

test('after three failures it is closed and opened again, ever more slowly, without hurry after a short answer', async () => {
  const bench = new Bench();
  bench.thermometer(1_000);
  await bench.start(1_500);
  const part = bench.part('i2c-1');
  part.failing = noAnswer;
  await bench.clock.advance(3_000);
  assert.is(part.closed, 1);
  await bench.clock.advance(600_000);
  assert.ok(part.opened - part.closed <= 1, 'never open twice');
  // 600 s at 60 s a wait, jittered, plus three tries each: between 8 and 25 openings.
  assert.ok(part.opened >= 8 && part.opened <= 25, `${part.opened} openings`);
});

test('a channel that fails alone is told once, by its own name; the others of its device have their readings', async () => {
  const bench = new Bench();
  let isThere = false;
  const wrong = new DeviceError('unsupported', '0x44 answers 0x58');
  const chip: ChipDefinition = {
    ...thermometer,
    sample: async () => ({ temperature: 21, humidity: isThere ? 40 : wrong }),
  };
  const t = bench.sensor('t', chip, 'i2c-1:0x44', 'temperature', 1_000);
  const h = bench.sensor('h', chip, 'i2c-1:0x44', 'humidity', 1_000);
  await bench.start(10_500);
  assert.equal(bench.lines, ['warning h: not supported at i2c-1:0x44 (0x44 answers 0x58); trying again']);
  assert.equal([t.state.LastContactTime, h.updates], ['2026-01-01T00:00:10.000Z', []]);
  isThere = true;
  await bench.clock.advance(1_000);
  assert.equal(
    [h.state.Value, bench.lines[1]],
    [40, 'notice h: its readings are plausible again, after 11 that were not'],
  );
});

test('a bus that is missing at the start is waited for', async () => {
  const bench = new Bench();
  const t = bench.thermometer();
  bench.part('i2c-1').missing = new DeviceError('missing', 'no /dev/i2c-1');
  await bench.start(100_000);
  assert.equal(bench.lines, ['warning boiler temperature: nothing there at i2c-1:0x44 (no /dev/i2c-1); trying again']);
  bench.part('i2c-1').missing = undefined;
  await bench.clock.advance(1_100); // Who plugs it in again waits for it.
  assert.is(t.state.Value, 21);
  assert.is(bench.lines.at(-1), 'notice boiler temperature: answers again, after 130 failures');
});

test('a chip is set up after each opening, before its first sample', async () => {
  const bench = new Bench();
  const seen: string[] = [];
  const chip: ChipDefinition = {
    ...thermometer,
    setUp: async () => void seen.push('set up'),
    sample: async () => {
      seen.push('sample');
      throw noAnswer;
    },
  };
  bench.sensor('t', chip, 'i2c-1:0x44', 'temperature', 1_000);
  await bench.start(6_000);
  assert.equal(seen.slice(0, 5), ['set up', 'sample', 'sample', 'sample', 'set up']);
});

test('a hung transfer blocks no other device, and nothing overlaps it on its own', async () => {
  const bench = new Bench();
  bench.thermometer(1_000, 'i2c-1');
  const other = bench.sensor('other', thermometer, 'i2c-2:0x44', 'temperature', 1_000);
  await bench.start(1_500);
  const part = bench.part('i2c-1');
  part.failing = 'hang';
  await bench.clock.advance(60_000);
  assert.is(part.underwayMax, 1);
  assert.ok(part.closed >= 1, 'it was closed');
  assert.is(other.state.LastContactTime, '2026-01-01T00:01:01.000Z');
  assert.equal(bench.lines, [
    'warning boiler temperature: no answer in time at i2c-1:0x44 (not done within 10000 ms); trying again',
  ]);
  part.failing = undefined;
  part.release();
  await bench.clock.advance(60_000);
  assert.is(bench.lines.at(-1), 'notice boiler temperature: answers again, after 5 failures');
  assert.is(part.underwayMax, 1);
});

test('an operation that never ends is given up after a while, and the device is opened again', async () => {
  const bench = new Bench();
  const t = bench.thermometer(1_000);
  bench.part('i2c-1').failing = 'hang';
  await bench.start(1_000);
  bench.part('i2c-1').failing = undefined;
  await bench.clock.advance(sampleMsMax + hungMsMax - 2_000);
  assert.equal(t.values, []);
  await bench.clock.advance(80_000);
  assert.is(t.state.Value, 21);
});

test('an opening that comes too late is closed again', async () => {
  const bench = new Bench();
  let release = () => {};
  const late = new Promise<void>(resolve => {
    release = resolve;
  });
  const openI2c = bench.hardware.openI2c;
  bench.hardware.openI2c = async bus => {
    await late;
    return openI2c(bus);
  };
  const t = bench.thermometer();
  await bench.start(30_000);
  assert.equal(bench.lines, [
    'warning boiler temperature: no answer in time at i2c-1:0x44 (not done within 10000 ms); trying again',
  ]);
  release();
  await bench.clock.advance(60_000);
  assert.equal([bench.part('i2c-1').opened, bench.part('i2c-1').closed], [2, 1]);
  assert.is(t.state.Value, 21);
});

test('a line is heard at once, and opened again when it is lost', async () => {
  const bench = new Bench();
  const door = bench.sensor('cellar door', contact, 'pin 11', 'level');
  await bench.start(1_000);
  bench.line('pin 11').turn(true);
  await bench.clock.advance(500);
  bench.line('pin 11').turn(false);
  assert.equal(door.values, [
    [0, false],
    [1_000, true],
    [1_500, false],
  ]);
  bench.line('pin 11').lose(new DeviceError('missing', 'unplugged'));
  await bench.clock.settle();
  assert.is(bench.line('pin 11').isWatched, false);
  assert.is(bench.line('pin 11').closed, 1);
  bench.line('pin 11').level = true;
  await bench.clock.advance(2_000);
  assert.is(door.state.Value, true);
  assert.equal(bench.lines, [
    'warning cellar door: nothing there at pin 11 (unplugged); trying again',
    'notice cellar door: answers again',
  ]);
});

test('a sample that was under way when the device was lost says nothing about the new one', async () => {
  const bench = new Bench();
  const chip: ChipDefinition = {
    ...contact,
    async sample({ sleep }) {
      await sleep(500);
      return { level: true };
    },
  };
  const door = bench.sensor('door', chip, 'pin 11', 'level', 1_000);
  await bench.start(1_200);
  bench.line('pin 11').lose(new DeviceError('missing', 'unplugged'));
  await bench.clock.advance(350);
  assert.equal(bench.lines, ['warning door: nothing there at pin 11 (unplugged); trying again']);
  assert.equal(door.values, [[0, false]]);
});

test('a watch that cannot begin is a failure like another', async () => {
  const bench = new Bench();
  const chip: ChipDefinition = {
    ...contact,
    watch: () => {
      throw new DeviceError('unsupported', 'no edges here');
    },
  };
  bench.sensor('door', chip, 'pin 11', 'level');
  await bench.start(5_000);
  assert.equal(bench.lines, ['warning door: not supported at pin 11 (no edges here); trying again']);
  assert.ok(bench.line('pin 11').opened.length >= 2);
});

test("a line's options reach the port", async () => {
  const bench = new Bench();
  const options = { activeLow: true, bias: 'pull-up' };
  const channel = contact.channels.level;
  if (!channel) throw new Error('level');
  const spec = { name: 'door', channelName: 'level', channel, class: channel.class, filters: [], settings: {} };
  const binding = { device: device(contact, 'pin 11', options), pollMs: undefined };
  bench.sampler.addSensor(spec, binding, new Recorder(bench.clock));
  await bench.start();
  assert.equal(bench.line('pin 11').opened, [{ direction: 'in', activeLow: true, bias: 'pull-up' }]);
});

test('the stop waits for what is under way, closes everything and leaves no timer', async () => {
  const bench = new Bench();
  bench.thermometer(1_000);
  bench.sensor('cellar door', contact, 'pin 11', 'level');
  await bench.start(1_500);
  await bench.sampler.stop();
  assert.equal([bench.part('i2c-1').closed, bench.line('pin 11').closed], [1, 1]);
  assert.is(bench.clock.waiting, 0);
  await bench.clock.advance(10_000);
  assert.is(bench.part('i2c-1').transfers, 2);
});

test('the stop ends although a device hangs', async () => {
  const bench = new Bench();
  bench.thermometer(1_000);
  bench.part('i2c-1').failing = 'hang';
  await bench.start(500);
  let hasStopped = false;
  const stopping = bench.sampler.stop().then(() => {
    hasStopped = true;
  });
  await bench.clock.advance(10_000);
  assert.is(hasStopped, true);
  await stopping;
});

test('what is heard after the stop is ignored', async () => {
  const bench = new Bench();
  const door = bench.sensor('cellar door', contact, 'pin 11', 'level');
  await bench.start();
  await bench.sampler.stop();
  bench.line('pin 11').turn(true);
  bench.line('pin 11').lose(noAnswer);
  await bench.clock.advance(10_000);
  assert.equal(door.values, [[0, false]]);
  assert.equal(bench.lines, []);
});

test.run();

test.run();
