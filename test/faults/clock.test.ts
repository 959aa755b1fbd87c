// Wall time jumps by a day, forwards and back: what is an interval goes by the monotonic clock and does not notice.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Bench } from '../datamodel/iot/bench.ts';
import { MemoryPersistence } from '../helpers/persistence.ts';
import { me, World } from '../helpers/world.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const subscriptions = 'Device.LocalAgent.Subscription.';

for (const [name, jumpMs] of [
  ['forwards', dayMs],
  ['back', -dayMs],
] as const) {
  test(`Periodic! keeps its interval when the clock jumps a day ${name}`, async () => {
    const world = await World.start({ seed: 3 });
    await world.controller.set({ 'Device.LocalAgent.Controller.1.': { PeriodicNotifInterval: '60' } });
    await world.controller.added(subscriptions, {
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

  test(`a timer that runs, and one that was taken up after a restart, is not late after a jump ${name}`, async () => {
    const world = await World.start({ seed: 3 });
    await world.controller.added(subscriptions, {
      Enable: 'true',
      ID: 'timers',
      NotifType: 'OperationComplete',
      ReferenceList: 'Device.ScheduleTimer()',
      Persistent: 'true',
    });
    await world.controller.operate('Device.ScheduleTimer()', { DelaySeconds: '600' }, 'runs');
    await world.controller.operate('Device.ScheduleTimer()', { DelaySeconds: '1800' }, 'taken up');
    world.clock.wallOffsetMs += jumpMs;
    await world.clock.advance(599_000);
    assert.equal(endedTimers(world), []);
    await world.clock.advance(1_000);
    assert.equal(endedTimers(world), ['runs']);
    world.clock.wallOffsetMs -= jumpMs;
    const persistence = new MemoryPersistence(world.persistence.state);
    world.close(); // What it notes at its end is lost: the process was killed.
    const again = await World.start({ persistence, clock: world.clock, seed: 4 });
    // Time that passed without the agent and a clock that was set forwards look the same: then it ends at once.
    await again.clock.advance(jumpMs < 0 ? 1_000 : 1_200_000);
    assert.equal(endedTimers(again), ['taken up']);
    again.close();
  });

  test(`a Notify that nobody answers is repeated, and expires, in its time after a jump ${name}`, async () => {
    const world = await World.start({ seed: 3 });
    await world.controller.added(subscriptions, {
      Enable: 'true',
      ID: 'codes',
      NotifType: 'ValueChange',
      ReferenceList: `${me}ProvisioningCode`,
      NotifRetry: 'true',
      NotifExpiration: '600',
      Persistent: 'true',
    });
    await world.controller.set({ [me]: { ProvisioningCode: 'a' } });
    world.clock.wallOffsetMs += jumpMs;
    await world.clock.advance(599_000);
    const before = world.told.length;
    assert.ok(before > 3, `${before} times`);
    assert.is(new Set(world.told.map(({ msgId }) => msgId)).size, 1);
    await world.clock.advance(20 * minuteMs);
    assert.ok(world.told.length <= before + 1, 'it has expired');
    world.close();
  });

  test(`a subscription lives its time after a jump ${name}`, async () => {
    const world = await World.start({ seed: 3 });
    const row = await world.controller.added(subscriptions, {
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

function endedTimers(world: World): string[] {
  return world.told.flatMap(({ notify }) =>
    notify.notification === 'oper_complete' ? [notify.oper_complete.command_key] : [],
  );
}

const isThere = (world: World) => world.model.table(subscriptions).rows.size > 0;

test.run();
