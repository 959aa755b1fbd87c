// Wall time jumps by a day, forwards and back: what is an interval goes by the monotonic clock and does not notice.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Bench } from '../datamodel/iot/bench.ts';
import { World } from '../helpers/world.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

for (const [name, jumpMs] of [
  ['forwards', dayMs],
  ['back', -dayMs],
] as const) {
  test(`Periodic! keeps its interval when the clock jumps a day ${name}`, async () => {
    const world = await World.start({ seed: 3 });
    await world.controller.set({ 'Device.LocalAgent.Controller.1.': { PeriodicNotifInterval: '60' } });
    await world.controller.added('Device.LocalAgent.Subscription.', {
      Enable: 'true',
      ID: 'periodic',
      NotifType: 'Event',
      ReferenceList: 'Device.LocalAgent.Periodic!',
    });
    await world.clock.advance(5 * minuteMs);
    world.clock.wallOffsetMs += jumpMs;
    await world.clock.advance(5 * minuteMs);
    const times = world.told.map(({ atMs }) => atMs);
    const gaps = times.slice(1).map((atMs, i) => atMs - times[i]!);
    assert.ok(times.length >= 9 && times.length <= 10, `${times.length} in ten minutes`);
    assert.ok(
      gaps.every(gap => Math.abs(gap - minuteMs) < 1_000),
      `${gaps}`,
    );
    world.close();
  });

  test(`a device is asked once a poll, and its contact is told in the new time, after a jump ${name}`, async () => {
    const bench = new Bench();
    const sensor = bench.thermometer(5_000);
    await bench.start(60_000);
    const before = bench.part('i2c-1').transfers;
    bench.clock.wallOffsetMs += jumpMs;
    await bench.clock.advance(60_000);
    assert.is(bench.part('i2c-1').transfers - before, 12);
    const expectedMs = Date.parse('2026-01-01T00:02:00Z') + jumpMs;
    assert.is(Date.parse(String(sensor.state.LastContactTime)), expectedMs);
    await bench.sampler.stop();
  });

  test(`a subscription lives its time after a jump ${name}`, async () => {
    const world = await World.start({ seed: 3 });
    const row = await world.controller.added('Device.LocalAgent.Subscription.', {
      Enable: 'true',
      ID: 'short',
      NotifType: 'Event',
      TimeToLive: '120',
    });
    world.clock.wallOffsetMs += jumpMs;
    await world.clock.advance(100_000);
    assert.ok(isThere(world), 'not before its time');
    await world.clock.advance(30_000);
    assert.not.ok(isThere(world), `${row} has lived its time`);
    world.close();
  });
}

const isThere = (world: World) => world.model.table('Device.LocalAgent.Subscription.').rows.size > 0;

test.run();
