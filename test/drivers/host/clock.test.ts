import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../../drivers/host/clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'uspi-clock-'));
const absent = join(folder, 'absent');
const never = () => Promise.resolve(false);

test('a timer waits at least its delay, by the monotonic clock', async () => {
  const clock = new HostClock({ synchronizedFile: absent, askSystemd: never });
  for (const delayMs of [0, 0.4, 1, 7.3, 20]) {
    const startMs = clock.monotonicMs();
    await new Promise<void>(resolve => clock.after(delayMs, resolve));
    assert.ok(clock.monotonicMs() - startMs >= delayMs, `${delayMs}`);
  }
});

test('a delay beyond 24 days does not fire at once, and can be stopped', async () => {
  const clock = new HostClock({ synchronizedFile: absent, askSystemd: never });
  const fired: number[] = [];
  const timers = [2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER].map(ms => clock.after(ms, () => fired.push(ms)));
  await new Promise<void>(resolve => clock.after(10, resolve));
  assert.equal(fired, []);
  for (const timer of timers) timer.stop();
  for (const timer of timers) timer.stop();
});

test('a stopped timer stays silent', async () => {
  const clock = new HostClock({ synchronizedFile: absent, askSystemd: never });
  let fired = 0;
  const timer = clock.after(1, () => fired++);
  timer.stop();
  await new Promise<void>(resolve => clock.after(5, resolve));
  assert.is(fired, 0);
});

test('wall time is known from the file on, and for good', () => {
  const file = join(folder, 'synchronized');
  const clock = new HostClock({ synchronizedFile: file, askSystemd: never });
  assert.is(clock.wallTimeIsKnown(), false);
  writeFileSync(file, '');
  assert.is(clock.wallTimeIsKnown(), true);
  rmSync(file);
  assert.is(clock.wallTimeIsKnown(), true);
});

test('without that file systemd is asked, once a while, and its failure is a no', async () => {
  let asked = 0;
  let answer: () => Promise<boolean> = () => Promise.reject(new Error('no bus'));
  const askSystemd = () => {
    asked++;
    return answer();
  };
  const clock = new HostClock({ synchronizedFile: absent, askSystemd });
  for (let i = 0; i < 10; i++) assert.is(clock.wallTimeIsKnown(), false);
  await new Promise<void>(resolve => setImmediate(resolve));
  assert.is(clock.wallTimeIsKnown(), false);
  assert.is(asked, 1);

  answer = () => Promise.resolve(true);
  const other = new HostClock({ synchronizedFile: absent, askSystemd });
  assert.is(other.wallTimeIsKnown(), false);
  await new Promise<void>(resolve => setImmediate(resolve));
  assert.is(other.wallTimeIsKnown(), true);
});

test('a machine whose clock is trusted knows the time at once', () => {
  const clock = new HostClock({ synchronizedFile: absent, askSystemd: never, trustWallTime: true });
  assert.is(clock.wallTimeIsKnown(), true);
  assert.ok(Math.abs(clock.wallMs() - Date.now()) < 1_000);
});

test.after(() => rmSync(folder, { recursive: true }));
test.run();
