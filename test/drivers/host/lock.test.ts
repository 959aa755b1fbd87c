import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  asUnusable,
  claimStateDirectory,
  type StateLock,
  StateLockedError,
  StateUnusableError,
} from '../../../drivers/host/lock.ts';
import { notRun } from '../../helpers/not-run.ts';
import { buildStateChild, temporaryDirectory } from '../../helpers/temporary.ts';

const withoutFlock = 'no-such-program';

/** Claims the directory, and has the kernel confirm it. */
const lockStateDirectory = async (directory: string, flockProgram?: string): Promise<StateLock> =>
  (await claimStateDirectory(directory, flockProgram)).confirm();

/** The refusal, or undefined when the lock was taken; a lock that was taken is let go. */
async function refusalOf(directory: string, flockProgram?: string): Promise<StateLockedError | undefined> {
  try {
    (await lockStateDirectory(directory, flockProgram)).release();
    return undefined;
  } catch (error) {
    assert.instance(error, StateLockedError);
    return error as StateLockedError;
  }
}

/** Another process that holds the lock. */
async function holder(directory: string): Promise<{ pid: number; kill: () => Promise<unknown> }> {
  const child = spawn(process.execPath, [buildStateChild(temporaryDirectory()), 'hold', directory]);
  await once(child.stdout, 'data');
  const kill = () => {
    child.kill('SIGKILL');
    return once(child, 'close');
  };
  return { pid: child.pid!, kill };
}

test('a second agent is refused, and told who the first is', async () => {
  const directory = temporaryDirectory();
  const first = await holder(directory);
  for (const flockProgram of ['flock', withoutFlock]) {
    const refusal = await refusalOf(directory, flockProgram);
    assert.is(refusal?.pid, first.pid);
    assert.is(refusal?.code, 'locked');
    assert.ok(refusal?.message.includes(directory) && refusal.message.includes(`process ${first.pid}`));
  }
  await first.kill();
});

test('after kill -9 the directory is free', async () => {
  for (const flockProgram of ['flock', withoutFlock]) {
    const directory = temporaryDirectory();
    await (await holder(directory)).kill();
    assert.is(await refusalOf(directory, flockProgram), undefined);
  }
});

test('a disk that is full is no reason not to start where the kernel has the lock', async () => {
  for (const flockProgram of ['flock', withoutFlock]) {
    const directory = temporaryDirectory();
    // A file that can be opened and locked, and takes no text of ours.
    symlinkSync('/proc/self/oom_score_adj', join(directory, 'lock'));
    const kind = await lockStateDirectory(directory, flockProgram).then(
      lock => lock.kind,
      (cause: Error) => cause.constructor.name,
    );
    assert.is(kind, flockProgram === 'flock' ? 'kernel' : 'StateUnusableError', flockProgram);
  }
});

test('two agents of one process are kept apart, and a released directory is free', async () => {
  for (const flockProgram of ['flock', withoutFlock]) {
    const directory = temporaryDirectory();
    const lock = await lockStateDirectory(directory, flockProgram);
    assert.is(lock.kind, flockProgram === 'flock' ? 'kernel' : 'name');
    assert.is((await refusalOf(directory, flockProgram))?.pid, process.pid);
    lock.release();
    lock.release();
    assert.is(await refusalOf(directory, flockProgram), undefined);
  }
});

test('of agents that start together, one has the directory', async () => {
  const directory = temporaryDirectory();
  const starts = await Promise.allSettled(Array.from({ length: 8 }, () => lockStateDirectory(directory)));
  assert.is(starts.filter(start => start.status === 'fulfilled').length, 1);
});

test('an ID that was given to another process, since or after a reboot, deceives nobody', async () => {
  const directory = temporaryDirectory();
  const lock = await lockStateDirectory(directory);
  const name = readFileSync(join(directory, 'lock'), 'utf8');
  lock.release();
  const [pid, start, boot] = name.trim().split(' ');
  assert.is(pid, `${process.pid}`);
  assert.match(start!, /^\d+$/);
  for (const [stale, flockProgram] of [
    [name, 'flock'], // alive, but it does not hold the lock
    [`${pid} ${Number(start) - 1} ${boot}\n`, withoutFlock],
    [`${pid} ${start} 00000000-0000-0000-0000-000000000000\n`, withoutFlock],
    [`4194304 ${start} ${boot}\n`, withoutFlock], // beyond the largest ID
    ['', withoutFlock],
    ['\0\0garbage', withoutFlock],
  ] as const) {
    writeFileSync(join(directory, 'lock'), stale);
    assert.is(await refusalOf(directory, flockProgram), undefined, stale);
  }
  writeFileSync(join(directory, 'lock'), name);
  assert.is((await refusalOf(directory, withoutFlock))?.pid, process.pid, 'the same, unchanged, is alive');
});

test('a directory that nobody can be in is claimed without asking the kernel', async () => {
  const directory = temporaryDirectory();
  await (await holder(directory)).kill();
  const asksNobody = 'no-such-program';
  const claim = await claimStateDirectory(directory, asksNobody);
  assert.not.match(readFileSync(join(directory, 'lock'), 'utf8'), `${process.pid} `);
  assert.is((await claim.confirm()).kind, 'name', 'asked now, in vain');
  assert.match(readFileSync(join(directory, 'lock'), 'utf8'), `${process.pid} `);
  await claim.release();
  await claim.release();
  assert.is(readFileSync(join(directory, 'lock'), 'utf8'), '');
  assert.match(String(await claim.confirm().catch(cause => cause)), 'has been released');
});

test('of claims made together one is confirmed, and one that is let go leaves the directory free', async () => {
  const directory = temporaryDirectory();
  await (await holder(directory)).kill();
  const claims = await Promise.all(Array.from({ length: 8 }, () => claimStateDirectory(directory)));
  const unused = await claimStateDirectory(directory);
  const outcomes = await Promise.allSettled(claims.map(claim => claim.confirm()));
  const refusals = outcomes.flatMap(each => (each.status === 'rejected' ? [each.reason] : []));
  assert.is(refusals.length, 7);
  for (const refusal of refusals) assert.instance(refusal, StateLockedError);
  await unused.release();
  assert.is((await refusalOf(directory))?.pid, process.pid, 'the one that was confirmed still has it');
  for (const claim of claims) await claim.release();
  assert.is(await refusalOf(directory), undefined);
});

test('of a directory where somebody may be, the kernel is asked before anything else', async () => {
  const directory = temporaryDirectory();
  const first = await holder(directory);
  const name = readFileSync(join(directory, 'lock'), 'utf8').trim();
  const [pid, start, boot, machine, namespace] = name.split(' ');
  for (const named of [
    name,
    '', // its disk was full when it wanted to say who it is
    `1 ${start} ${boot} ${machine} pid:[1]`, // of another container: whether it lives cannot be seen from here
    `${pid} ${start} 00000000-0000-0000-0000-000000000000 ${'0'.repeat(32)} ${namespace}`, // of another machine
    `${pid} ${start} 00000000-0000-0000-0000-000000000000 - ${namespace}`, // of one that cannot say which it is
    `${pid} ${start} - ${machine} ${namespace}`,
    `1 ${start} ${boot}`, // of a version that did not say where its ID counts
    'garbage',
  ]) {
    writeFileSync(join(directory, 'lock'), `${named}\n`);
    const refusal = await claimStateDirectory(directory).catch(cause => cause);
    assert.instance(refusal, StateLockedError, named);
  }
  await first.kill();
});

/** Whether a claim goes ahead without asking. */
async function isClaimedUnasked(directory: string, name: string): Promise<boolean> {
  writeFileSync(join(directory, 'lock'), `${name}\n`);
  const claim = await claimStateDirectory(directory, withoutFlock);
  const isUnasked = readFileSync(join(directory, 'lock'), 'utf8') === `${name}\n`;
  await claim.release();
  return isUnasked;
}

test('who has ended is known by its boot, its ID and its start', async () => {
  const directory = temporaryDirectory();
  await (await lockStateDirectory(directory, withoutFlock)).release();
  const lock = await lockStateDirectory(directory);
  const [, start, boot, machine, namespace] = readFileSync(join(directory, 'lock'), 'utf8').trim().split(' ');
  lock.release();
  assert.ok(
    await isClaimedUnasked(directory, `4194304 ${start} ${boot} ${machine} ${namespace}`),
    'beyond the largest ID',
  );
  assert.ok(await isClaimedUnasked(directory, `1 ${Number(start) - 1} ${boot} ${machine} ${namespace}`), 'given again');
  const earlier = `1 ${start} 00000000-0000-0000-0000-000000000000 ${machine} ${namespace}`;
  if (machine === '-') return notRun('a name of an earlier boot: this machine has no /etc/machine-id');
  assert.ok(await isClaimedUnasked(directory, earlier), 'of an earlier boot');
});

test('an agent that this one may not see in /proc is not taken for dead', async () => {
  const directory = temporaryDirectory();
  const first = await holder(directory);
  const state = buildStateChild(temporaryDirectory());
  // As ProtectProc=invisible does it for a service: other users' processes are hidden.
  const inside =
    'mount -t proc -o hidepid=invisible proc /proc && chmod 777 "$1" "$1/lock" "$(dirname "$3")" && exec setpriv --reuid=65534 --regid=65534 --clear-groups "$2" "$3" claim "$1"';
  const args = ['-m', 'sh', '-c', inside, 'sh', directory, process.execPath, state];
  const { stdout, stderr, status } = spawnSync('unshare', args, { encoding: 'utf8', timeout: 10_000 });
  await first.kill();
  if (!/StateLockedError|claimed/.test(`${stdout}${stderr}`)) return notRun(`no /proc that hides: ${status} ${stderr}`);
  assert.match(stderr, `StateLockedError: ${directory} is in use by another agent (process ${first.pid})`);
});

test('a directory that is not there is made, for its owner alone', async () => {
  const directory = join(temporaryDirectory(), 'var', 'lib', 'uspi');
  const lock = await lockStateDirectory(directory);
  assert.is(statSync(directory).mode & 0o777, 0o700);
  assert.is(statSync(join(directory, 'lock')).mode & 0o777, 0o600);
  lock.release();
});

test('a directory that cannot be made is named, with the file system’s own words', async () => {
  const file = join(temporaryDirectory(), 'file');
  writeFileSync(file, '');
  try {
    await lockStateDirectory(join(file, 'below'));
    assert.unreachable();
  } catch (error) {
    assert.instance(error, StateUnusableError);
    assert.is((error as StateUnusableError).code, 'ENOTDIR');
    assert.match((error as StateUnusableError).message, `${join(file, 'below')}: name another with --state (ENOTDIR`);
  }
});

test('where the file system refuses, the message says what to do', () => {
  for (const [code, remedy] of [
    ['EROFS', 'mount its file system writable, or name another'],
    ['EACCES', 'give it to the user who runs the agent, or name another'],
    ['ENOSPC', 'make room on its file system, or name another'],
    ['EIO', ': name another'],
  ] as const) {
    const unusable = asUnusable('/var/lib/uspi', Object.assign(new Error(`${code}: words`), { code, errno: -1 }));
    assert.instance(unusable, StateUnusableError);
    assert.match((unusable as Error).message, '/var/lib/uspi');
    assert.match((unusable as Error).message, remedy);
  }
  const defect = new TypeError('a defect');
  assert.is(asUnusable('/var/lib/uspi', defect), defect);
});

test('on a file system that is read-only', async () => {
  const directory = temporaryDirectory();
  const state = buildStateChild(temporaryDirectory());
  const inside = 'mount -t tmpfs -o ro none "$1" && exec "$2" "$3" hold "$1"';
  const args = ['-rm', 'sh', '-c', inside, 'sh', directory, process.execPath, state];
  const { stderr } = spawnSync('unshare', args, { encoding: 'utf8' });
  if (!/EROFS/.test(stderr)) return notRun(`no file system can be mounted here: ${stderr}`);
  assert.match(stderr, `${directory}: mount its file system writable`);
});

test.run();
