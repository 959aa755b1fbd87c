import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ownMs, stopwatchOf } from './stopwatch.ts';

const waited = (...ms: number[]) => new Map(ms.map((each, at) => [String(at), each]));

test('what the thread that waited longest has waited does not count', () => {
  assert.is(ownMs(1_000, waited(), waited()), 1_000);
  assert.is(ownMs(1_000, waited(500, 100), waited(550, 800)), 300);
  assert.is(ownMs(1_000, waited(), waited(400)), 600, 'a new thread has waited since the start at most');
});

test('a machine that gives nothing ends a wait all the same, ten times later', () => {
  assert.is(ownMs(60_000, waited(0), waited(60_000)), 6_000);
  assert.is(ownMs(60_000, waited(0), waited(70_000)), 6_000);
});

test('of a process that has ended, all that passes counts', async () => {
  assert.is(ownMs(5, waited(100), waited()), 5);
  const child = spawn('true');
  await once(child, 'close');
  assert.ok(stopwatchOf(child.pid!)() >= 0);
});

test('a process that shares its processor is told of its own time', async () => {
  const burn = 'for (const end = Date.now() + 600; Date.now() < end;);';
  // Twice as many as there are processors: each waits about half of its time.
  const children = Array.from({ length: 2 * availableParallelism() }, () => spawn(process.execPath, ['-e', burn]));
  const started = performance.now();
  const watches = children.map(({ pid }) => stopwatchOf(pid!));
  await sleep(500);
  const [passedMs, ownTimes] = [performance.now() - started, watches.map(elapsedMs => elapsedMs())];
  for (const child of children) child.kill();
  assert.ok(
    ownTimes.some(ms => ms < 0.9 * passedMs),
    `${ownTimes} of ${passedMs} ms`,
  );
  for (const ms of ownTimes) assert.ok(ms <= passedMs + 50);
});

test.run();
