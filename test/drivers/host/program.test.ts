// Programs, run as they are: no shell, a deadline, a limit to what they print.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostClock } from '../../../drivers/host/clock.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import { programOutputBytesMax, programsRunningMax } from '../../../drivers/limits.ts';
import { codeOf } from '../../helpers/driver.ts';
import { until } from '../../helpers/until.ts';

const { programs } = new HostHardware({ clock: new HostClock() });
const folder = mkdtempSync(join(tmpdir(), 'uspi-program-'));
const run = (command: readonly string[], deadlineMs = 10_000) => programs.open(command).run(deadlineMs);
const messageOf = (running: Promise<unknown>) => running.catch((cause: Error) => cause.message);

test('what it prints is the answer; arguments are as they are, for there is no shell', async () => {
  assert.is(await run(['/bin/echo', '21.5']), '21.5\n');
  const odd = ['$HOME', '*', 'a  b', ';', '`id`', '>/tmp/x', ''];
  assert.is(await run(['/usr/bin/printf', '[%s]', ...odd]), odd.map(word => `[${word}]`).join(''));
});

test('its environment is ours to say, and its input is empty', async () => {
  process.env.USPI_SECRET = 'x';
  const names = (await run(['/usr/bin/env'])).split('\n').filter(line => line !== '');
  delete process.env.USPI_SECRET;
  assert.equal(names.map(line => line.split('=')[0]).sort(), ['LC_ALL', 'PATH']);
  assert.is(await run(['/bin/cat']), '');
});

test('at its deadline it is killed, with what it has started', async () => {
  const [alive, mark, signal] = ['alive', 'mark', 'signal'].map(name => join(folder, name));
  const script = `(touch ${alive}; while [ ! -e ${signal} ]; do sleep 0.02; done; touch ${mark}) & echo 1; wait`;
  const started = performance.now();
  assert.is(await codeOf(run(['/bin/sh', '-c', script], 200)), 'timeout');
  assert.ok(performance.now() - started < 900);
  assert.ok(existsSync(alive!), 'it had started something');
  writeFileSync(signal!, '');
  await new Promise(done => setTimeout(done, 500));
  assert.not(existsSync(mark!));
});

test('what prints without end is killed', async () => {
  assert.is(await codeOf(run(['/usr/bin/yes'])), 'bad-data');
  const most = await run(['/usr/bin/head', '-c', String(programOutputBytesMax), '/dev/zero']);
  assert.is(most.length, programOutputBytesMax);
});

test('the reasons of a failure are told apart, with the first of its last words', async () => {
  assert.is(await codeOf(run(['/nowhere/at/all'])), 'missing');
  const plain = join(folder, 'plain');
  writeFileSync(plain, 'echo 1', { mode: 0o644 });
  assert.is(await codeOf(run([plain])), 'forbidden');
  const failing = run(['/bin/sh', '-c', 'echo 5; echo no sensor >&2; echo more >&2; exit 3']);
  assert.is(await messageOf(failing), '/bin/sh: ended with 3: no sensor');
  assert.is(await messageOf(run(['/bin/sh', '-c', 'kill -9 $$'])), '/bin/sh: ended with SIGKILL');
});

test('no more run at a time than the limit, and all get their turn', async () => {
  const gate = join(folder, 'gate');
  const count = programsRunningMax + 2;
  let ended = 0;
  const script = `touch ${folder}/run-$1; while [ ! -e ${gate} ]; do sleep 0.02; done; echo $1`;
  const all = Array.from({ length: count }, (_, i) =>
    run(['/bin/sh', '-c', script, 'sh', String(i)]).finally(() => {
      ended++;
    }),
  );
  const started = () =>
    Array.from({ length: count }, (_, i) => existsSync(`${folder}/run-${i}`)).filter(Boolean).length;
  await until('the first ones', () => started() === programsRunningMax);
  await new Promise(done => setTimeout(done, 200));
  assert.equal([started(), ended], [programsRunningMax, 0]);
  writeFileSync(gate, '');
  assert.equal(
    await Promise.all(all),
    Array.from({ length: count }, (_, i) => `${i}\n`),
  );
});

test.after(() => rmSync(folder, { recursive: true }));
test.run();
