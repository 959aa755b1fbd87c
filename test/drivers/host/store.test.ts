import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openStore } from '../../../drivers/host/store.ts';
import { buildStateChild, temporaryDirectory } from '../../helpers/temporary.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (from: Uint8Array) => new TextDecoder().decode(from);
const onDisk = (path: string) => readFileSync(path, 'utf8');
const newPath = () => join(temporaryDirectory(), 'journal');

/** The code that a promise rejects with. */
async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'none',
    error => error.code,
  );
}

test('what was appended is read, now and after a restart', async () => {
  const path = newPath();
  const store = await openStore(path);
  assert.equal(await store.read(), new Uint8Array());
  await store.append(bytes('one'));
  await store.append(bytes(' two'));
  assert.is(text(await store.read()), 'one two');
  await store.close();
  const again = await openStore(path);
  assert.is(text(await again.read()), 'one two');
  await again.append(bytes(' three'));
  assert.is(onDisk(path), 'one two three');
  await again.close();
});

test('only its owner reads the file', async () => {
  const path = newPath();
  await (await openStore(path)).close();
  assert.is(statSync(path).mode & 0o777, 0o600);
});

test('a large append is whole', async () => {
  const path = newPath();
  const store = await openStore(path);
  const large = Uint8Array.from({ length: 3_000_000 }, (_, i) => i % 251);
  await store.append(large);
  assert.equal(Buffer.compare(readFileSync(path), large), 0);
  assert.equal(Buffer.compare(await store.read(), large), 0);
  await store.close();
});

test('appends go to the end that truncate has made', async () => {
  const path = newPath();
  const store = await openStore(path);
  await store.append(bytes('good, torn'));
  await store.truncate(4);
  await store.append(bytes(' again'));
  assert.is(onDisk(path), 'good again');
  await store.close();
});

test('replace changes the whole file, and appends go to the new one', async () => {
  const path = newPath();
  const store = await openStore(path);
  await store.append(bytes('a long history'));
  await store.replace(bytes('snapshot'));
  assert.is(text(await store.read()), 'snapshot');
  await store.append(bytes(', more'));
  assert.is(onDisk(path), 'snapshot, more');
  assert.is(statSync(path).mode & 0o777, 0o600);
  assert.not(existsSync(`${path}.new`));
  await store.close();
});

test('what a power cut left of a replacement goes with the first append, and not before', async () => {
  const path = newPath();
  writeFileSync(path, 'kept');
  writeFileSync(`${path}.new`, 'half a snapsh');
  const store = await openStore(path);
  assert.is(text(await store.read()), 'kept');
  assert.ok(existsSync(`${path}.new`), 'it may be of another agent that is at work');
  await store.append(bytes(' on'));
  assert.not(existsSync(`${path}.new`));
  assert.is(text(await store.read()), 'kept on');
  await store.close();
});

test('a replacement that fails leaves the file as it was, and in use', async () => {
  const path = newPath();
  const store = await openStore(path);
  await store.append(bytes('old'));
  mkdirSync(`${path}.new`);
  assert.is(await codeOf(store.replace(bytes('new'))), 'EISDIR');
  await store.append(bytes(' and older'));
  assert.is(onDisk(path), 'old and older');
  rmdirSync(`${path}.new`);
  await store.replace(bytes('new'));
  assert.is(onDisk(path), 'new');
  await store.close();
});

test('errors keep the code of errno', async () => {
  const path = newPath();
  assert.is(await codeOf(openStore(join(path, 'no', 'such', 'directory'))), 'ENOENT');
  mkdirSync(path);
  assert.is(await codeOf(openStore(path)), 'EISDIR');
  symlinkSync('/dev/full', `${path}-full`);
  const full = await openStore(`${path}-full`);
  assert.is(await codeOf(full.append(bytes('x'))), 'ENOSPC');
  await full.close();
});

test('a file that no journal can be is not read into memory', async () => {
  const path = newPath();
  const store = await openStore(path);
  truncateSync(path, 70_000_000);
  assert.is(await codeOf(store.read()), 'EFBIG');
  await store.close();
});

test('damaged bytes are kept beside the file, four times', async () => {
  const path = newPath();
  const store = await openStore(path);
  for (const n of [1, 2, 3, 4]) assert.is(await store.setAside(bytes(`tail ${n}`)), `${path}.damaged-${n}`);
  assert.is(await codeOf(store.setAside(bytes('tail 5'))), 'EEXIST');
  assert.is(onDisk(`${path}.damaged-4`), 'tail 4');
  await store.close();
});

/** The calls that decide what survives a power cut, with paths in place of descriptors. */
const durableCalls = [
  'fsync DIRECTORY', // the first append makes sure of the file's name
  'write journal',
  'fdatasync journal',
  'write journal',
  'fdatasync journal',
  'ftruncate journal',
  'fsync journal',
  'write journal.new',
  'fsync journal.new',
  'rename journal.new',
  'fsync DIRECTORY',
  'write journal',
  'fdatasync journal',
  'write journal.damaged-1',
  'fsync journal.damaged-1',
  'fsync DIRECTORY',
];

test('each call syncs what it promises, in order, and nothing more', () => {
  const directory = temporaryDirectory();
  const child = buildStateChild(temporaryDirectory());
  const watched = 'trace=write,fsync,fdatasync,ftruncate,rename';
  const command = ['-f', '-y', '-e', watched, process.execPath, child, 'calls', directory];
  const { stderr, error } = spawnSync('strace', command, { encoding: 'utf8', maxBuffer: 50_000_000 });
  if (error || !/\bfsync\(/.test(stderr)) {
    process.stdout.write(
      `NOT RUN system calls: strace does not work here: ${error?.message ?? stderr.slice(0, 200)}\n`,
    );
    return assert.ok(error || stderr);
  }
  const seen: string[] = [];
  for (const [, call, path] of stderr.matchAll(/(\w+)\((?:\d+<|")([^>"]*)[>"]/g)) {
    if (path === directory) seen.push(`${call} DIRECTORY`);
    else if (path!.startsWith(directory)) seen.push(`${call} ${basename(path!)}`);
  }
  assert.equal(seen, durableCalls);
});

test.run();
