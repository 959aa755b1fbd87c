// The unit file, as systemd's own tools judge it; test/service/ runs it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { backoff, isHidden, lowMemory, rebootRule, unitFiles, unitOf } from '../../build/systemd/unit.mjs';
import { notRun } from '../helpers/not-run.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';

/** Of 10; systemd calls 2 "OK", 5 "MEDIUM". */
const exposureMax = 2.5;

const hasSystemd = spawnSync('systemd-analyze', ['--version']).error === undefined;
if (!hasSystemd) notRun('judging the unit: systemd is not installed');

function unitFile(): string {
  const path = join(temporaryDirectory(), 'uspi.service');
  writeFileSync(path, unitOf({ node: process.execPath, program: resolve('agent/main.ts') }));
  return path;
}

test('the unit runs what is installed, with the flags of a small machine', () => {
  const unit = unitOf({ node: '/opt/node', program: '/opt/uspi/dist/uspi.mjs' });
  assert.match(
    unit,
    /^ExecStart=\/opt\/node --max-semi-space-size=1 --v8-pool-size=0 \/opt\/uspi\/dist\/uspi\.mjs run /m,
  );
  assert.match(unit, /^Environment=MALLOC_ARENA_MAX=1$/m);
  assert.match(unit, /^Environment=MALLOC_TRIM_THRESHOLD_=131072$/m);
  assert.match(unit, /^Type=notify$/m);
  assert.match(backoff(), /^RestartMaxDelaySec=/m);
});

test('systemd finds nothing to say about the unit, with and without little memory', () => {
  if (!hasSystemd) return;
  const unit = unitFile();
  const verify = () => {
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
    assert.is(`${stdout}${stderr}`, '');
  };
  verify();
  mkdirSync(`${unit}.d`);
  writeFileSync(join(`${unit}.d`, 'low-memory.conf'), lowMemory({ node: process.execPath, program: unit }));
  verify();
});

test('with little memory the same command runs in lite mode; without, what said so goes again', () => {
  const where = { node: '/opt/node', program: '/opt/uspi/dist/uspi.mjs' };
  const starts = (text = '') => text.match(/^ExecStart=.*$/gm) ?? [];
  const dropIn = (isLowMemory: boolean) =>
    unitFiles({ ...where, isLowMemory, systemd: 252 })['uspi.service.d/low-memory.conf'];
  const [usual = ''] = starts(unitOf(where));
  assert.equal(starts(dropIn(true)), ['ExecStart=', usual.replace('/opt/node ', '/opt/node --lite-mode ')]);
  assert.match(dropIn(true) ?? '', /^\[Service\]$/m);
  assert.is(dropIn(false), undefined);
});

test('a wait that grows is asked only of a systemd that knows it', () => {
  const files = (systemd: number) => unitFiles({ node: '/n', program: '/p', isLowMemory: false, systemd });
  assert.is(files(253)['uspi.service.d/backoff.conf'], undefined);
  assert.is(files(254)['uspi.service.d/backoff.conf'], backoff());
});

test(`its exposure is ${exposureMax} of 10 at most`, () => {
  if (!hasSystemd) return;
  const args = ['security', '--offline=true', `--threshold=${exposureMax * 10}`, '--no-pager', unitFile()];
  const { status, stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  assert.is(status, 0, stdout.split('\n').at(-2));
  assert.match(stdout, /Overall exposure level/);
});

test('install-service says what it would do, and why it would not', () => {
  const install = ['build/systemd/install.mjs', '--dry-run', '--low-memory'];
  const { stdout, stderr } = spawnSync(process.execPath, install, { encoding: 'utf8' });
  if (stderr !== '') assert.match(stderr, /^install-service: /);
  else {
    assert.match(
      stdout,
      /write .*\/uspi\.service\.d\/low-memory\.conf\n.*\n +\[Service\]\n +ExecStart=\n.* --lite-mode /,
    );
    assert.match(stdout, /run systemctl restart uspi\.service/);
  }
});

test("the agent's user may reboot the board, nobody else, and nothing more", () => {
  type Rule = (action: { id: string }, subject: { user: string }) => string | undefined;
  const rules: Rule[] = [];
  runInNewContext(rebootRule(), { polkit: { Result: { YES: 'yes' }, addRule: (rule: Rule) => rules.push(rule) } });
  const judge = (id: string, user: string) => rules.map(rule => rule({ id: `org.freedesktop.${id}` }, { user }));
  for (const id of ['login1.reboot', 'login1.reboot-multiple-sessions']) {
    assert.equal(judge(id, 'uspi'), ['yes']);
    assert.equal(judge(id, 'pi'), [undefined]);
  }
  for (const id of ['login1.reboot-ignore-inhibit', 'login1.power-off', 'systemd1.manage-units', 'policykit.exec'])
    assert.equal(judge(id, 'uspi'), [undefined]);
});

test('what lies in a home directory cannot be seen by a service', () => {
  assert.ok(isHidden(['', 'home', 'pi', 'uspi', 'dist', 'uspi.mjs'].join('/')));
  assert.not.ok(isHidden('/usr/local/lib/node_modules/uspi/dist/uspi.mjs'));
});

test.run();
