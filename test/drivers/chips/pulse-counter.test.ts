import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pir } from '../../../drivers/chips/pir.ts';
import { pulseCounter } from '../../../drivers/chips/pulse-counter.ts';
import { reed } from '../../../drivers/chips/reed.ts';
import { relay } from '../../../drivers/chips/relay.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf, during, openChip, watchChip } from '../../helpers/driver.ts';

const at = 'pin 11';

async function bench(options = {}) {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  const line = hardware.gpio(at);
  const context = await openChip(pulseCounter, { hardware, clock, at, options });
  const told = watchChip(pulseCounter, context);
  const pulse = (count: number) => {
    for (let i = 0; i < count; i++) {
      line.setWire(true);
      line.setWire(false);
    }
  };
  return { clock, line, told, pulse, sample: () => during(clock, 0, pulseCounter.sample!(context)) };
}

test('counts each pulse once, and tells the rate since the last poll', async () => {
  const { clock, pulse, sample } = await bench({ perPulse: 0.5 });
  assert.equal(await sample(), { total: 0 });
  pulse(8);
  await clock.advance(2000);
  assert.equal(await sample(), { total: 4, rate: 2 });
  await clock.advance(2000);
  assert.equal(await sample(), { total: 4, rate: 0 });
  pulse(1);
  await clock.advance(500);
  assert.equal(await sample(), { total: 4.5, rate: 1 });
});

test('a rate in a unit of its own: 1000 pulses a kWh, one a second is 3600 W', async () => {
  const { clock, pulse, sample } = await bench({ perPulse: 0.001, ratePerPulse: 3600 });
  await sample();
  pulse(5);
  await clock.advance(10_000);
  assert.equal(await sample(), { total: 0.005, rate: 1800 });
});

test('a line that disappears is told', async () => {
  const { line, told, sample } = await bench();
  line.unplug();
  assert.is(told.lost.length, 1);
  assert.is(await codeOf(sample()), 'missing');
});

test('the presets are the plain lines, with their own type and polarity', async () => {
  assert.is(pir.channels.level?.type, 'MotionDetected');
  assert.is(reed.channels.level?.type, 'DoorOpen');
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  const line = hardware.gpio(at);
  const context = await openChip(relay, { hardware, clock, at });
  assert.is(line.wireIsHigh, true);
  await relay.drive!(context, 'level', true);
  assert.is(line.wireIsHigh, false);
});

test.run();
