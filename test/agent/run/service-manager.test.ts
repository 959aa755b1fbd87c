import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ServiceManager, serviceManagerOf } from '../../../agent/run/service-manager.ts';
import { VirtualClock } from '../../helpers/clock.ts';

function rig(watchdogMs: number | undefined) {
  const clock = new VirtualClock();
  const said: string[] = [];
  const lines: string[] = [];
  const world = { fails: false };
  const notify = async (assignments: readonly string[]) => {
    if (world.fails) throw new Error('no systemd-notify');
    said.push(assignments.map(each => each.replace(/(MONOTONIC_USEC=)\d+/, '$1n')).join(' '));
  };
  const log = (level: string, line: string) => void lines.push(`${level}: ${line}`);
  return { clock, said, lines, world, manager: new ServiceManager({ clock, log, notify, watchdogMs }) };
}

test('the watchdog is fed three times in its time, while all move on', async () => {
  const { manager, clock, said } = rig(90_000);
  manager.ready(() => undefined);
  await clock.advance(95_000);
  assert.equal(said, ['READY=1 STATUS=running', 'WATCHDOG=1', 'WATCHDOG=1', 'WATCHDOG=1']);
});

test('it is left to bite once something is stuck', async () => {
  const { manager, clock, said, lines } = rig(90_000);
  let stuck: string | undefined;
  manager.ready(() => stuck);
  await clock.advance(35_000);
  stuck = 'the device at i2c-1:0x44';
  await clock.advance(1_000_000);
  assert.equal(said.slice(1), ['WATCHDOG=1', 'STATUS=the device at i2c-1:0x44 makes no progress']);
  assert.equal(lines, ['error: the device at i2c-1:0x44 makes no progress: the watchdog is no longer fed']);
});

test('without WatchdogSec no timer runs', () => {
  const { manager, clock } = rig(undefined);
  manager.ready(() => undefined);
  assert.is(clock.waiting, 0);
});

test('a reload and the end are told in order', async () => {
  const { manager, clock, said } = rig(90_000);
  manager.ready(() => undefined);
  manager.reloading();
  manager.reloaded('running');
  manager.stopping();
  await clock.advance(200_000);
  assert.equal(said.slice(1), [
    'RELOADING=1 MONOTONIC_USEC=n STATUS=reading the configuration again',
    'READY=1 STATUS=running',
    'STOPPING=1 STATUS=stopping',
  ]);
});

test('a service manager that cannot be reached is told of once, until it can', async () => {
  const { manager, clock, lines, world } = rig(30_000);
  world.fails = true;
  manager.ready(() => undefined);
  await clock.advance(60_000);
  assert.equal(lines, ['warning: systemd is not told of the agent: no systemd-notify']);
  world.fails = false;
  await clock.advance(10_000);
  world.fails = true;
  await clock.advance(30_000);
  assert.is(lines.length, 2);
});

test('outside of a service there is none, and another process is not to be fed for', () => {
  const clock = new VirtualClock();
  assert.is(
    serviceManagerOf({}, clock, () => {}),
    undefined,
  );
  const notUs = { NOTIFY_SOCKET: '/run/none', WATCHDOG_USEC: '90000000', WATCHDOG_PID: '1' };
  serviceManagerOf({ ...notUs, PATH: '' }, clock, () => {})?.ready(() => undefined);
  assert.is(clock.waiting, 0);
});

test.run();
