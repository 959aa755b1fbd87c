// The unit file, as systemd's own tools judge it; test/service/ runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { optionsOf } from '../../build/systemd/options.mjs';
import { installedFiles, isHidden, rebootRule, unitOf } from '../../build/systemd/unit.mjs';
import { notRun } from '../helpers/not-run.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';

/** Of 10; systemd calls 2 "OK", 5 "MEDIUM". */
const exposureMax = 2.5;

const hasSystemd = spawnSync('systemd-analyze', ['--version']).error === undefined;
if (!hasSystemd) notRun('judging the unit: systemd is not installed');

const units = '/etc/systemd/system/';
const usual = { isLowMemory: false, rebind: undefined };

/** The unit in a folder of its own, with the drop-ins that these options of install-service bring. */
function unitFile(options: Partial<Parameters<typeof installedFiles>[0]> = {}): string {
  const directory = temporaryDirectory();
  const where = { node: process.execPath, program: resolve('agent/main.ts') };
  for (const [path, text] of Object.entries(installedFiles({ ...usual, ...where, ...options }))) {
    if (text === undefined || !path.startsWith(units)) continue;
    const file = join(directory, path.replace(units, ''));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(directory, 'uspi.service');
}

/** What more install-service can be asked for than it does by itself. */
const everything = { isLowMemory: true, rebind: ['lm75'] };

test('the unit runs what is installed, with the flags of a small machine', () => {
  const unit = unitOf({ node: '/opt/node', program: '/opt/uspi/dist/uspi.cjs' });
  assert.match(
    unit,
    /^ExecStart=\/opt\/node --max-semi-space-size=1 --v8-pool-size=0 --preserve-symlinks-main \/opt\/uspi\/dist\/uspi\.cjs run /m,
  );
  assert.match(unit, /^Environment=MALLOC_ARENA_MAX=1$/m);
  assert.match(unit, /^Environment=MALLOC_TRIM_THRESHOLD_=131072$/m);
  assert.match(unit, /^Type=notify$/m);
  assert.match(unit, /^ExecStartPre=-\/bin\/sh \/opt\/uspi\/build\/systemd\/backoff\.sh$/m);
});

test('systemd finds nothing to say about the unit, with and without all options', () => {
  if (!hasSystemd) return;
  for (const options of [{}, everything]) {
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', unitFile(options)], { encoding: 'utf8' });
    assert.is(`${stdout}${stderr}`, '');
  }
});

test('with little memory the same command runs in lite mode; without, what said so goes again', () => {
  const where = { node: '/opt/node', program: '/opt/uspi/dist/uspi.cjs' };
  const starts = (text = '') => text.match(/^ExecStart=.*$/gm) ?? [];
  const dropIn = (isLowMemory: boolean) =>
    installedFiles({ ...usual, ...where, isLowMemory })[`${units}uspi.service.d/low-memory.conf`];
  const [command = ''] = starts(unitOf(where));
  assert.equal(starts(dropIn(true)), ['ExecStart=', command.replace('/opt/node ', '/opt/node --lite-mode ')]);
  assert.match(dropIn(true) ?? '', /^\[Service\]$/m);
  assert.is(dropIn(false), undefined);
});

/** What the start of a service waits for, with what it has noted of earlier ones; the seconds, and what it says. */
function waitOf(directory: string, noted: string | undefined, restarts: string, runtime = temporaryDirectory()) {
  const programs = join(directory, 'programs');
  mkdirSync(programs, { recursive: true });
  const stub = (name: string, script: string) =>
    writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  stub('systemctl', `echo ${restarts}`);
  stub('sleep', `echo "$1" >>${directory}/slept`);
  stub('systemd-notify', `echo "$*" >>${directory}/notified`);
  rmSync(join(directory, 'slept'), { force: true });
  if (noted !== undefined) writeFileSync(join(directory, 'starts'), noted);
  const env = { STATE_DIRECTORY: directory, RUNTIME_DIRECTORY: runtime, PATH: `${programs}:${process.env.PATH}` };
  const { status, stderr } = spawnSync('/bin/sh', ['build/systemd/backoff.sh'], { env, encoding: 'utf8' });
  const slept = existsSync(join(directory, 'slept')) ? Number(readFileSync(join(directory, 'slept'), 'utf8')) : 0;
  const isDoubted = existsSync(join(runtime, 'doubted'));
  return { status, stderr, slept, isDoubted, starts: readFileSync(join(directory, 'starts'), 'utf8').trim() };
}

const uptimeSeconds = () => Math.floor(Number.parseFloat(readFileSync('/proc/uptime', 'utf8')));

test('starts that end soon are followed by ever longer waits, up to ten minutes', () => {
  const directory = temporaryDirectory();
  const waits: number[] = [];
  for (let start = 0; start < 14; start++) {
    // As it comes from a start that has just ended.
    const count = start === 0 ? undefined : `${start} ${uptimeSeconds()}`;
    const { slept, starts, status } = waitOf(directory, count, start === 0 ? '0' : `${start}`);
    assert.is(status, 0);
    assert.is(starts.split(' ')[0], `${start + 1}`);
    waits.push(slept);
  }
  assert.equal(waits, [0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 600, 600, 600, 600]);
  const notified = readFileSync(join(directory, 'notified'), 'utf8').trim().split('\n');
  assert.is(notified[0], 'EXTEND_TIMEOUT_USEC=65000000 --status=waits 5 s: the last 3 starts ended soon');
  assert.is(notified.length, 11);
});

test('a start after one that ended soon does without kept code, and the log says so once', () => {
  const now = uptimeSeconds();
  const line = '<5>the last start ended soon: this one compiles the program anew\n';
  const second = waitOf(temporaryDirectory(), `1 ${now}`, '1');
  assert.equal([second.isDoubted, second.stderr], [true, line]);
  const third = waitOf(temporaryDirectory(), `2 ${now}`, '2');
  assert.equal([third.isDoubted, third.stderr], [true, '']);
  assert.is(waitOf(temporaryDirectory(), undefined, '0').isDoubted, false);
  const unmarked = waitOf(temporaryDirectory(), `4 ${now}`, '4', '/nowhere');
  assert.equal([unmarked.isDoubted, unmarked.slept, unmarked.status], [false, 10, 0], 'where no mark can be left');
});

test('a start by hand, one after a good while and one after a boot do not wait, nor one that finds nonsense', () => {
  const now = uptimeSeconds();
  for (const [noted, restarts] of [
    [`9 ${now}`, '0'], // by hand
    [`9 ${now - 700}`, '9'],
    [`9 ${now + 1000}`, '9'], // of an earlier boot
    ['', '9'],
    ['nine times', '9'],
    ['-9 -9', '9'],
    ['9', '9'],
  ] as const) {
    const { slept, starts, status, isDoubted } = waitOf(temporaryDirectory(), noted, restarts);
    assert.equal([slept, starts.split(' ')[0], status, isDoubted], [0, '1', 0, false], noted);
  }
  // Who cannot ask systemd goes by what is noted.
  assert.is(waitOf(temporaryDirectory(), `4 ${now}`, '').slept, 10);
});

test('a state directory that cannot be written keeps nobody from starting', () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'starts'));
  const env = { STATE_DIRECTORY: directory, PATH: String(process.env.PATH) };
  const { signal, stdout } = spawnSync('/bin/sh', ['build/systemd/backoff.sh'], { env, timeout: 10_000 });
  assert.equal([signal, String(stdout)], [null, '']);
});

test(`its exposure is ${exposureMax} of 10 at most, with all options too`, () => {
  if (!hasSystemd) return;
  for (const options of [{}, everything]) {
    const judge = ['security', '--offline=true', `--threshold=${exposureMax * 10}`, '--no-pager', unitFile(options)];
    const { status, stdout } = spawnSync('systemd-analyze', judge, { encoding: 'utf8' });
    assert.is(status, 0, stdout.split('\n').at(-2));
    assert.match(stdout, /Overall exposure level/);
  }
});

test("kernel drivers are the agent's to rebind where that is allowed: its own and those named, and no others", () => {
  const files = (rebind: readonly string[] | undefined) =>
    installedFiles({ ...usual, node: '/n', program: '/p', rebind });
  const rules = (rebind?: readonly string[]) => files(rebind)['/etc/udev/rules.d/60-uspi-rebind.rules'];
  const dropIn = `${units}uspi.service.d/rebind.conf`;
  assert.is(rules(), undefined);
  assert.is(files(undefined)[dropIn], undefined);
  assert.match(rules([]) ?? '', /SUBSYSTEM=="drivers", KERNEL=="dht11\|srf04-gpio\|hx711-gpio\|vl53l0x-i2c", RUN/);
  assert.match(rules(['lm75', 'bmp280']) ?? '', /KERNEL=="dht11\|[^"]*\|vl53l0x-i2c\|lm75\|bmp280", RUN/);
  assert.match(files([])[dropIn] ?? '', /^ReadWritePaths=(-\/sys\/bus\/\w+\/drivers ?)+$/m);
});

test('install-service knows its words, and refuses others', () => {
  assert.equal(optionsOf([]), { isDryRun: false, allowsReboot: false, isLowMemory: false, rebind: undefined });
  assert.equal(optionsOf(['--allow-rebind']).rebind, []);
  assert.equal(optionsOf(['--allow-rebind=lm75,bmp280']).rebind, ['lm75', 'bmp280']);
  assert.ok(optionsOf(['--low-memory', '--allow-reboot']).allowsReboot);
  for (const word of ['--allow-reboots', '--low', '--allow-rebind=', '--allow-rebind=a"b', '--allow-rebind=*', 'now'])
    assert.throws(() => optionsOf([word]), `${word} is none of --dry-run, `, word);
});

test('the udev rules are well-formed', () => {
  const rules = Object.entries(installedFiles({ ...usual, ...everything, node: '/n', program: '/p' }));
  for (const [path, text] of rules.filter(([path]) => path.startsWith('/etc/udev/')))
    for (const line of (text ?? '').split('\n').filter(line => line !== '' && !line.startsWith('#')))
      assert.match(line, /^([A-Z]+(==|!=|\+?=)"[^"]*"(, |$))+$/, path);
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
  assert.ok(isHidden(['', 'home', 'pi', 'uspi', 'dist', 'uspi.cjs'].join('/')));
  assert.not.ok(isHidden('/usr/local/lib/node_modules/uspi/dist/uspi.cjs'));
});

test.run();
