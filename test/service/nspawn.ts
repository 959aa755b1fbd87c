/** The agent as a service under a real systemd, which is init of a container that nspawn boots. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { NotRun, needPrograms } from '../helpers/command.ts';
import { debianRoot } from './debian-root.ts';
import { layOut, put } from './product.ts';

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

function furnish(root: string): void {
  debianRoot(root);
  layOut(root);
  mkdirSync(join(root, 'var/log/journal'), { recursive: true });
  cpSync('test/service/inside.sh', join(root, 'inside.sh'));
  put(root, 'etc/uspi/uspi.toml', config);
  put(root, 'etc/systemd/system/uspi.service.d/hurry.conf', hurry);
  put(root, 'etc/systemd/system/uspi-test.service', testUnit);
  const wants = join(root, 'etc/systemd/system/multi-user.target.wants');
  mkdirSync(wants, { recursive: true });
  symlinkSync('../uspi-test.service', join(wants, 'uspi-test.service'));
}

/** Boots the container and waits until it has powered itself off. nspawn wants a /run of its own. */
function boot(root: string): void {
  const nspawn = `systemd-nspawn --quiet --register=no --keep-unit --boot --directory='${root}'`;
  const command = `mount -t tmpfs tmpfs /run && exec timeout --signal=KILL ${bootSecondsMax} ${nspawn}`;
  spawnSync('unshare', ['--mount', 'sh', '-c', command], { stdio: 'ignore' });
}

/** Runs with its files in `directory`; `tell` is told of each step. Throws NotRun where this machine lacks something. */
export function container(directory: string, tell: (step: string) => void): void {
  needMachine();
  const root = join(directory, 'root');
  furnish(root);
  boot(root);
  const path = join(root, 'results');
  if (!existsSync(path)) throw new NotRun('the container does not boot here');
  const results = readFileSync(path, 'utf8').trim().split('\n');
  const failed = results.filter(line => line.startsWith('not ok'));
  if (results.at(-1) !== 'done') failed.push('not ok: the container has not come to the end of the test');
  for (const line of results.filter(line => line.startsWith('ok '))) tell(line.slice(3));
  if (failed.length === 0) return;
  const lines = ['--lines=80', '--output=cat', '--unit=uspi.service', `--directory=${join(root, 'var/log/journal')}`];
  throw new Error(`${failed.join('\n')}\n${spawnSync('journalctl', lines, { encoding: 'utf8' }).stdout}`);
}
