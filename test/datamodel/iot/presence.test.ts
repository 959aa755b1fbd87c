import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contactMsMin, failuresBeforeReopening } from '../../../datamodel/iot/limits.ts';
import { Presence, type PresenceValues } from '../../../datamodel/iot/presence.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { Bench, device, noAnswer } from './bench.ts';
import { Recorder, thermometer } from './fakes.ts';

function bench() {
  const clock = new VirtualClock();
  const told: (boolean | undefined)[] = [];
  const presence = new Presence(clock, ({ Online }) => void told.push(Online));
  return { clock, told, presence };
}

test('it is there while anything of it answers, and the time alone is told not too often', async () => {
  const { clock, told, presence } = bench();
  const [first, second] = [presence.contact(), presence.contact()];
  first.silent();
  assert.equal(told, [], 'what was never there has not gone');
  first.answered();
  second.answered();
  first.answered();
  assert.equal(told, [true]);
  await clock.advance(contactMsMin);
  second.answered();
  assert.equal(told, [true, true]);
  first.silent();
  assert.equal(told, [true, true]);
  second.silent();
  second.silent();
  assert.equal(told, [true, true, false]);
  first.answered();
  assert.equal(told, [true, true, false, true], 'that it is back is told at once');
});

/** A thermometer of a device, polled each second. */
async function supervised() {
  const bench = new Bench();
  const told: PresenceValues[] = [];
  const presence = new Presence(bench.clock, values => void told.push(values));
  const channel = thermometer.channels.temperature!;
  const spec = { name: 't', channelName: 'temperature', channel, class: channel.class, filters: [], settings: {} };
  const binding = { device: device(thermometer, 'i2c-1:0x44'), pollMs: 1_000, contact: presence.contact() };
  bench.sampler.addSensor(spec, binding, new Recorder(bench.clock));
  await bench.start(10);
  return { bench, part: bench.part('i2c-1'), told, isOnline: () => told.at(-1)?.Online };
}

test('a device that fails three times in a row is not online; its next answer brings it back, unaided', async () => {
  const { bench, part, told, isOnline } = await supervised();
  assert.is(told[0]?.LastTimeContacted, new Date(bench.clock.wallMs() - 10).toISOString());
  part.failing = noAnswer;
  await bench.clock.advance((failuresBeforeReopening - 1) * 1_000);
  assert.is(isOnline(), true);
  const lastTime = told.findLast(values => values.LastTimeContacted)?.LastTimeContacted;
  await bench.clock.advance(2_000);
  assert.equal(told.at(-1), { Online: false });
  assert.is(told.findLast(values => values.LastTimeContacted)?.LastTimeContacted, lastTime);
  part.failing = undefined;
  await bench.clock.advance(2_000);
  assert.is(isOnline(), true);
});

test('an answer that is no reading is an answer; a bus that has gone is none, and is found again within 2 s', async () => {
  const { bench, part, isOnline } = await supervised();
  part.failing = new DeviceError('not-a-reading', 'busy');
  await bench.clock.advance(30_000);
  assert.is(isOnline(), true);
  part.failing = part.missing = new DeviceError('missing', 'no such bus');
  await bench.clock.advance(2_000);
  assert.is(isOnline(), false);
  await bench.clock.advance(600_000);
  part.failing = part.missing = undefined;
  await bench.clock.advance(2_000);
  assert.is(isOnline(), true);
  const lines = bench.lines.filter(line => /^warning .*nothing there/.test(line));
  assert.is(lines.length, 1, 'told once, however often it was looked for');
});

test.run();
