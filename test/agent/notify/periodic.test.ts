import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VirtualClock } from '../../helpers/clock.ts';
import { me, World } from '../../helpers/world.ts';

const periodic = 'Device.LocalAgent.Periodic!';

async function subscribed(clock = new VirtualClock()): Promise<World> {
  const world = await World.start({ clock });
  await world.controller.added('Device.LocalAgent.Subscription.', {
    Enable: 'true',
    NotifType: 'Event',
    ReferenceList: periodic,
    Persistent: 'true',
  });
  return world;
}

/** Seconds since the start of the run at which Periodic! was told. */
const times = (world: World, to = 'self::controller') =>
  world.told
    .filter(told => told.to === to && told.notify.notification === 'event')
    .map(({ atMs }) => Math.round(atMs / 1000));

test('every PeriodicNotifInterval, in step with PeriodicNotifTime (1.59)', async () => {
  const world = await subscribed(new VirtualClock('2026-01-01T00:00:17Z'));
  await world.controller.set({ [me]: { PeriodicNotifInterval: '60', PeriodicNotifTime: '2019-01-01T00:00:00Z' } });
  await world.clock.advance(200_000);
  assert.equal(times(world), [43, 103, 163]);
  const [told] = world.told;
  assert.is(told?.notify.notification === 'event' && told.notify.event.obj_path, 'Device.LocalAgent.');
});

test('a PeriodicNotifTime that is yet to come sets the phase as well', async () => {
  const world = await subscribed(new VirtualClock('2026-01-01T10:00:00Z'));
  await world.controller.set({ [me]: { PeriodicNotifTime: '2030-06-01T12:00:00+02:00' } });
  await world.clock.advance(2 * 86_400_000);
  assert.equal(times(world), [86_400, 172_800]);
});

for (const [what, prepare] of [
  ['PeriodicNotifTime is unknown', () => {}],
  ['wall time is not known', (clock: VirtualClock) => (clock.known = false)],
] as const) {
  test(`while ${what} only the interval counts`, async () => {
    const clock = new VirtualClock('2026-01-01T00:00:17Z');
    prepare(clock);
    const world = await subscribed(clock);
    const time = clock.known ? {} : { PeriodicNotifTime: '2019-01-01T00:00:00Z' };
    await world.controller.set({ [me]: { PeriodicNotifInterval: '100', ...time } });
    await world.clock.advance(250_000);
    assert.equal(times(world), [100, 200]);
  });
}

test('when wall time becomes known, it comes into step', async () => {
  const clock = new VirtualClock('1970-01-01T00:00:00Z');
  clock.known = false;
  const world = await subscribed(clock);
  await world.controller.set({ [me]: { PeriodicNotifInterval: '60', PeriodicNotifTime: '2019-01-01T00:00:00Z' } });
  await clock.advance(30_000);
  clock.known = true;
  clock.wallOffsetMs = Date.parse('2026-01-01T00:00:10Z') - clock.monotonicMs();
  await clock.advance(170_000);
  assert.equal(times(world), [60, 80, 140, 200], 'the one that is due, then in step with the minute');
});

const day = { PeriodicNotifInterval: '86400', PeriodicNotifTime: '2019-01-01T03:00:00Z' };

test('a board without a clock comes into step as soon as it knows the time, however long the interval', async () => {
  const clock = new VirtualClock('1970-01-01T00:00:00Z');
  clock.known = false;
  const world = await subscribed(clock);
  await world.controller.set({ [me]: day });
  await clock.advance(90_000);
  clock.known = true;
  clock.wallOffsetMs = Date.parse('2026-01-01T02:00:00Z') - clock.monotonicMs();
  await clock.advance(2 * 86_400_000);
  assert.equal(times(world), [3_690, 90_090]);
});

test('a clock that is set right by hours brings it into step again', async () => {
  const clock = new VirtualClock('2026-01-01T00:00:00Z');
  const world = await subscribed(clock);
  await world.controller.set({ [me]: day });
  clock.wallOffsetMs += 6 * 3_600_000;
  await clock.advance(86_400_000);
  assert.equal(times(world), [21 * 3_600]);
});

test('a clock that runs slow or fast makes it come once a day all the same', async () => {
  for (const drift of [0.999, 1.001]) {
    const clock = new VirtualClock('2026-01-01T12:00:00Z');
    const world = await subscribed(clock);
    await world.controller.set({ [me]: day });
    for (let minute = 0; minute < 10 * 24 * 60; minute++) {
      await clock.advance(60_000);
      clock.wallOffsetMs += 60_000 * (drift - 1);
    }
    assert.is(times(world).length, 10);
  }
});

test('a clock that is set back a little does not make it come twice', async () => {
  const world = await subscribed();
  await world.controller.set({ [me]: { PeriodicNotifInterval: '60', PeriodicNotifTime: '2019-01-01T00:00:00Z' } });
  await world.clock.advance(59_000);
  world.clock.wallOffsetMs -= 2_000;
  await world.clock.advance(120_000);
  assert.equal(times(world), [60, 122]);
});

test('each Controller has its own time', async () => {
  const world = await subscribed();
  const other = await world.addController('self::other');
  await other.added('Device.LocalAgent.Subscription.', { Enable: 'true', NotifType: 'Event', ReferenceList: periodic });
  await world.controller.set({ [me]: { PeriodicNotifInterval: '60' } });
  await other.set({ 'Device.LocalAgent.Controller.2.': { PeriodicNotifInterval: '100' } });
  await world.clock.advance(250_000);
  assert.equal(times(world), [60, 120, 180, 240]);
  assert.equal(times(world, 'self::other'), [100, 200]);
});

test('a change of the interval begins a new one; a Controller that is disabled or deleted has none', async () => {
  const world = await subscribed();
  const other = await world.addController('self::other');
  await world.controller.set({ [me]: { PeriodicNotifInterval: '60' } });
  await world.clock.advance(50_000);
  await world.controller.set({ [me]: { PeriodicNotifInterval: '30' } });
  await world.clock.advance(35_000);
  assert.equal(times(world), [80]);
  await other.set({ [me]: { Enable: 'false' } });
  await world.clock.advance(100_000);
  assert.equal(times(world), [80]);
  await other.set({ [me]: { Enable: 'true' } });
  await world.clock.advance(35_000);
  assert.equal(times(world), [80, 215]);
  await other.del(me);
  await world.clock.advance(100_000);
  assert.equal(times(world), [80, 215]);
});

test('after a restart it goes on in step', async () => {
  const world = await subscribed();
  await world.controller.set({ [me]: { PeriodicNotifInterval: '60', PeriodicNotifTime: '2019-01-01T00:00:00Z' } });
  await world.clock.advance(70_000);
  const after = await world.restart();
  await after.clock.advance(120_000);
  assert.equal(times(after), [120, 180]);
  assert.equal(times(world), [60], 'the earlier run has ended');
});

test.run();
