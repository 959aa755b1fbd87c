// The unit file, as systemd's own tools judge it; test/service/ runs it.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { backoff, isHidden, rebootRule, unitOf } from '../../build/systemd/unit.mjs';
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

test('systemd finds nothing to say about the unit', () => {
  if (!hasSystemd) return;
  const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', unitFile()], { encoding: 'utf8' });
  assert.is(`${stdout}${stderr}`, '');
});

test(`its exposure is ${exposureMax} of 10 at most`, () => {
  if (!hasSystemd) return;
  const args = ['security', '--offline=true', `--threshold=${exposureMax * 10}`, '--no-pager', unitFile()];
  const { status, stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' });
  assert.is(status, 0, stdout.split('\n').at(-2));
  assert.match(stdout, /Overall exposure level/);
});

test('install-service says what it would do, and why it would not', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['build/systemd/install.mjs', '--dry-run'], {
    encoding: 'utf8',
  });
  if (stderr !== '') assert.match(stderr, /^install-service: /);
  else assert.match(stdout, /run systemctl restart uspi\.service/);
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
