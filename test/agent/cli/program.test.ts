// The program as it is shipped, as a process: exit codes, signals, pipes, and the demo.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bundledProgram } from '../../helpers/bundle.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';
import { until } from '../../helpers/until.ts';

const program = resolve(bundledProgram());
const directory = temporaryDirectory();
const config = join(directory, 'uspi.toml');
const socket = join(directory, 'uspi.sock');
const configuration = `[agent]\nstate = "state"\nsocket = "uspi.sock"\n[[capability]]\nname = "load"\ndriver = "host"\nchannel = "load"\n`;
writeFileSync(config, configuration);

/** Where the demo puts its state; empty when it has cleaned up. */
const scratch = join(directory, 'scratch');
mkdirSync(scratch);
const env = { ...process.env, TMPDIR: scratch, USPI_SOCKET: '' };

/** None outlives a test that failed. */
const children: ChildProcess[] = [];
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

interface Running {
  child: ChildProcess;
  /** What it has printed so far. */
  shown: { out: string; err: string };
  ended: Promise<Ended>;
}

function begin(...args: string[]): Running {
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const shown = { out: '', err: '' };
  for (const [name, stream] of [
    ['out', child.stdout],
    ['err', child.stderr],
  ] as const) {
    stream.on('data', chunk => {
      shown[name] += chunk;
    });
  }
  children.push(child);
  const ended = new Promise<Ended>(done => child.once('close', code => done({ code, ...shown })));
  return { child, shown, ended };
}

/** A running agent that listens. */
async function beginAgent(...args: string[]): Promise<Running> {
  const running = begin('run', '--config', config, ...args);
  await until('the agent to run', () => /listens at/.test(running.shown.err));
  return running;
}

const call = (...args: string[]): Promise<Ended> => begin(...args).ended;

/** A line for bash, in which "$uspi" is the program. */
function bash(line: string): Promise<Ended> {
  return new Promise(done => {
    const words = ['-c', `set -o pipefail; uspi() { '${process.execPath}' '${program}' "$@"; }; ${line}`];
    execFile('bash', words, { env }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const notifyLine = /^Notify .*msg_id=\S+ subscription_id=\S+ .*$/m;

test('demo --once shows one Notify from another process, and leaves nothing behind', async () => {
  const startedMs = performance.now();
  const { code, out, err } = await call('demo', '--once');
  assert.ok(performance.now() - startedMs < 10_000);
  assert.is(code, 0, err);
  assert.is(out.match(new RegExp(notifyLine, 'gm'))?.length, 1);
  assert.equal(readdirSync(scratch), []);
  const [, agent] = /agent is process (\d+)/.exec(out) ?? [];
  const [, controller] = /controller \(process (\d+)\)/.exec(out) ?? [];
  assert.ok(agent && controller && agent !== controller);
});

test('demo goes on until a signal, and does what it says on its first lines', async () => {
  const { child, shown, ended } = begin('demo');
  await until('two lines', () => (shown.out.match(new RegExp(notifyLine, 'gm'))?.length ?? 0) >= 2);
  const [, words = ''] = /^ {2}node .*uspi\.cjs (get .*)$/m.exec(shown.out) ?? [];
  const { code, out } = await bash(`uspi ${words}`);
  assert.is(code, 0);
  assert.match(out, 'Device.IoTCapability.3.BinaryControl.Value');
  const lines = shown.out.length;
  await until('lines after another controller has come and gone', () => notifyLine.test(shown.out.slice(lines)));
  child.kill('SIGINT');
  assert.equal((await ended).code, 0);
  assert.equal(readdirSync(scratch), []);
});

test('simulate runs a configuration without its hardware, says what is simulated, and leaves nothing behind', async () => {
  const { child, shown, ended } = begin('simulate', 'docs/examples/greenhouse.toml', '--fault', 'door: chatter');
  await until('the agent to run', () => /listens at/.test(shown.err));
  const [, path = ''] = /local socket (\S+)$/m.exec(shown.err) ?? [];
  assert.ok(path.startsWith(scratch));
  const { out } = await call('get', 'Device.IoTCapability.1.LevelSensor.Unit', '--socket', path);
  assert.match(out, /= degC$/m);
  child.kill('SIGTERM');
  const { code, out: printed } = await ended;
  assert.is(code, 0);
  assert.match(
    printed,
    /^simulated, with seed 1:\n {2}air temperature, air humidity +sht31 at i2c-1:0x44 +the registers of/,
  );
  assert.equal(readdirSync(scratch), []);
});

test('a reader that has enough ends the demo quietly', async () => {
  const { code, out, err } = await bash('uspi demo | head -1');
  assert.is(code, 0);
  assert.is(out.split('\n').length, 2);
  assert.is(err, '');
  assert.equal(readdirSync(scratch), []);
});

test('run serves until SIGTERM, and says in the log what it does', async () => {
  const { child, ended } = await beginAgent();
  const { code, out } = await call('get', 'Device.IoTCapability.1.Name', '--socket', socket);
  assert.is(code, 0);
  assert.is(out, 'Device.IoTCapability.1.Name = load\n');
  const piped = await bash(`uspi get Device. --socket ${socket} | head -1`);
  assert.is(piped.code, 0);
  assert.match(piped.out, /^Device\.RootDataModelVersion += 2\.\d+\n$/);
  assert.is(piped.err, '');
  const second = await call('run', '--config', config);
  assert.is(second.code, 1);
  assert.match(second.err, /<3>cannot start: .* is in use by another agent \(process \d+\)/);
  child.kill('SIGTERM');
  const { code: exitCode, err } = await ended;
  assert.is(exitCode, 0);
  assert.not(existsSync(socket));
  assert.match(err, /^<5>uspi \d+\.\d+\.\d+ starts/);
  assert.match(err, /<5>stopped\n$/);
  for (const line of err.trimEnd().split('\n')) assert.match(line, /^<[3-7]>\S/);
});

test('run keeps its state where --state says', async () => {
  const state = join(directory, 'elsewhere');
  const { child, ended } = await beginAgent('--state', state);
  child.kill('SIGINT');
  assert.is((await ended).code, 0);
  assert.ok(existsSync(join(state, 'journal')));
});

test('run starts again when a controller reboots it', async () => {
  const { child, shown, ended } = await beginAgent();
  const starts = () => shown.err.match(/ starts, with its state/g)?.length ?? 0;
  assert.is((await call('operate', 'Device.Reboot()', '--socket', socket)).code, 0);
  await until('the second start', () => starts() === 2 && existsSync(socket));
  assert.match(shown.err, 'stopping, to start again');
  const { out } = await call('get', 'Device.LocalAgent.EndpointID', '--socket', socket);
  assert.match(out, /^Device\.LocalAgent\.EndpointID = uuid::/);
  child.kill('SIGTERM');
  assert.is((await ended).code, 0);
  assert.is(starts(), 2);
});

test('mistakes end with 2, an absent agent with 3, and neither with a stack trace', async () => {
  writeFileSync(join(directory, 'bad.toml'), '[agent\n');
  const outcomes = [
    [2, await call('run', '--config', join(directory, 'bad.toml'))],
    [2, await call('check', join(directory, 'bad.toml'))],
    [2, await call('get')],
    [2, await call('frobnicate')],
    [3, await call('get', 'Device.', '--socket', socket)],
  ] as const;
  for (const [code, ended] of outcomes) {
    assert.is(ended.code, code);
    assert.is(ended.out, '');
    assert.not.match(ended.err, /^\s+at /m);
  }
});

test.run();
