// `npm run test:service`: the agent as a service under a real systemd, which is init of a container that nspawn boots.
// Needs root and Debian packages, which it installs; a root file system that USPI_SERVICE_ROOT names is kept.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundledProgram } from '../helpers/bundle.ts';
import { command, NotRun, needPrograms } from '../helpers/command.ts';
import { notRun } from '../helpers/not-run.ts';

const root = process.env.USPI_SERVICE_ROOT ?? join(tmpdir(), `uspi-service-${process.pid}`);
const packages = 'systemd,dbus,polkitd,libstdc++6,libatomic1,procps';
const watchdogSeconds = 4;
const bootSecondsMax = 180;

/** Shorter times than on a board, so that the test does not wait for a minute. */
const hurry = `[Service]\nWatchdogSec=${watchdogSeconds}\nTimeoutStopSec=6\nRestartSec=1\n`;

const config = `
[agent]

[[controller]]
endpoint = "self::controller"
role = "Full Access"
mqtt = { broker = "mqtt://127.0.0.1:1", agent-topic = "usp/agent/1", controller-topic = "usp/controller/1" }

[[capability]]
name = "load"
driver = "host"
channel = "load"
poll = "1s"
`;

const testUnit = `[Unit]
Description=The test
After=multi-user.target
SuccessAction=poweroff-force
FailureAction=poweroff-force
[Service]
Type=oneshot
Environment=WATCHDOG_SECONDS=${watchdogSeconds}
ExecStart=/bin/sh /inside.sh
`;

/** Throws NotRun with what this machine lacks. */
function needMachine(): void {
  if (process.platform !== 'linux') throw new NotRun('not Linux');
  if (process.getuid?.() !== 0) throw new NotRun('not root');
  needPrograms({ 'systemd-nspawn': 'systemd-container', mmdebstrap: 'mmdebstrap', unshare: 'util-linux' });
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Debian's smallest system with systemd. Throws NotRun when it cannot be had. */
function makeDebianRoot(): void {
  if (existsSync(join(root, 'usr/lib/systemd/systemd'))) return;
  try {
    command('mmdebstrap', ['--variant=minbase', `--include=${packages}`, 'bookworm', root]);
  } catch (cause) {
    throw new NotRun(`no Debian root file system could be made: ${(cause as Error).message}`);
  }
}

function furnish(): void {
  const product = join(root, 'usr/lib/uspi');
  const old = ['results', 'etc/uspi', 'var/lib/uspi', 'var/log/journal', 'usr/lib/uspi'];
  for (const path of old) rmSync(join(root, path), { recursive: true, force: true });
  mkdirSync(join(root, 'var/log/journal'));
  cpSync(dirname(bundledProgram()), join(product, 'dist'), { recursive: true });
  cpSync('build/systemd', join(product, 'build/systemd'), { recursive: true });
  cpSync('test/service/inside.sh', join(root, 'inside.sh'));
  put('etc/uspi/uspi.toml', config);
  put('etc/systemd/system/uspi.service.d/hurry.conf', hurry);
  put('etc/systemd/system/uspi-test.service', testUnit);
  const wants = join(root, 'etc/systemd/system/multi-user.target.wants');
  mkdirSync(wants, { recursive: true });
  rmSync(join(wants, 'uspi-test.service'), { force: true });
  symlinkSync('../uspi-test.service', join(wants, 'uspi-test.service'));
}

/** Boots the container and waits until it has powered itself off. nspawn wants a /run of its own. */
function boot(): void {
  const node = realpathSync(process.execPath);
  const nspawn = `systemd-nspawn --quiet --register=no --keep-unit --boot --directory='${root}' --bind-ro='${node}:/usr/bin/node'`;
  const command = `mount -t tmpfs tmpfs /run && exec timeout --signal=KILL ${bootSecondsMax} ${nspawn}`;
  spawnSync('unshare', ['--mount', 'sh', '-c', command], { stdio: 'ignore' });
}

function report(): number {
  const path = join(root, 'results');
  if (!existsSync(path)) throw new NotRun('the container does not boot here');
  const results = readFileSync(path, 'utf8').trim().split('\n');
  const isWhole = results.at(-1) === 'done';
  const failed = results.filter(line => line.startsWith('not ok'));
  console.log(results.filter(line => line !== 'done').join('\n'));
  if (!isWhole) console.log('not ok: the container has not come to the end of the test');
  console.log(
    `${results.length - failed.length - Number(isWhole)} steps passed, ${failed.length + Number(!isWhole)} failed`,
  );
  if (isWhole && failed.length === 0) return 0;
  const lines = ['--lines=80', '--output=cat', '--unit=uspi.service', `--directory=${join(root, 'var/log/journal')}`];
  console.log(spawnSync('journalctl', lines, { encoding: 'utf8' }).stdout);
  return 1;
}

function main(): number {
  try {
    needMachine();
    makeDebianRoot();
    furnish();
    boot();
    return report();
  } catch (cause) {
    if (!(cause instanceof NotRun)) throw cause;
    notRun(`the service under systemd: ${cause.message}`);
    return 0;
  } finally {
    if (!process.env.USPI_SERVICE_ROOT) execFileSync('rm', ['-rf', '--one-file-system', root]);
  }
}

process.exitCode = main();
