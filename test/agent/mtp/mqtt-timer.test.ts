import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { IntervalTimer } from '../../../agent/mtp/mqtt-timer.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { HandClock } from '../../helpers/handclock.ts';

function ticking() {
  const clock = new VirtualClock();
  const startMs = clock.monotonicMs();
  const ticks: number[] = [];
  const sent = { ms: startMs };
  const timer = new IntervalTimer(clock, () => sent.ms);
  return { clock, ticks, timer, sent, tick: () => void ticks.push(clock.monotonicMs() - startMs) };
}

test('it ticks at its period, from what was sent when it was set last', async () => {
  const { clock, ticks, timer, sent, tick } = ticking();
  let id = timer.set(tick, 30_000);
  for (let i = 0; i < 3; i++) {
    await clock.advance(20_000);
    timer.clear(id);
    sent.ms = clock.monotonicMs();
    id = timer.set(tick, 30_000);
    assert.is(clock.waiting, 1, 'one timer for all of them');
  }
  await clock.advance(70_000);
  assert.equal(ticks, [90_000, 120_000]);
});

test('set late, it has ticked when it should have, and does not run after itself', async () => {
  const { clock, ticks, timer, tick } = ticking();
  await clock.advance(25_000);
  timer.set(tick, 20_000);
  await clock.advance(40_000);
  assert.equal(ticks, [25_000, 40_000, 60_000]);
});

test('a process that slept ticks twice at once, and then after a whole period', async () => {
  const { clock, ticks, timer, tick } = ticking();
  await clock.advance(100_000);
  timer.set(tick, 20_000);
  await clock.advance(25_000);
  assert.equal(ticks, [100_000, 100_000, 120_000]);
});

test('what a tick sends has a whole period for its answer, however late the tick comes', () => {
  const clock = new HandClock();
  const [ticks, sent] = [[] as number[], { ms: 0 }];
  const timer = new IntervalTimer(clock, () => sent.ms);
  timer.set(() => {
    ticks.push(clock.monotonicMs());
    sent.ms = clock.monotonicMs();
  }, 30_000);
  clock.pass(30_000);
  clock.pass(61_000); // The process stood still.
  for (const ms of [0, 29_000, 1_000]) clock.pass(ms);
  assert.equal(ticks, [30_000, 91_000, 121_000]);
});

test('a shorter period counts at once', async () => {
  const { clock, ticks, timer, tick } = ticking();
  timer.clear(timer.set(tick, 30_000));
  timer.set(tick, 5_000);
  await clock.advance(11_000);
  assert.equal(ticks, [5_000, 10_000]);
});

test('cleared, it is silent; stopped, nothing is left', async () => {
  const { clock, ticks, timer, tick } = ticking();
  timer.clear(timer.set(tick, 1_000));
  await clock.advance(5_000);
  timer.set(tick, 1_000);
  timer.stop();
  assert.is(clock.waiting, 0);
  await clock.advance(5_000);
  assert.equal(ticks, []);
});

test.run();
