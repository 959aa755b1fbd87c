import { execFileSync } from 'node:child_process';
import { chmodSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { hostFiles } from '../../../drivers/host/files.ts';
import { fileBytesMax, fileOperationsMax, fileOperationsWaitingMax } from '../../../drivers/limits.ts';
import { codeOf } from '../../helpers/driver.ts';
import { notRun } from '../../helpers/not-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'uspi-files-'));
const path = (name: string) => join(folder, name);

function makeFifo(fifo: string): void {
  mkdirSync(dirname(fifo), { recursive: true });
  execFileSync('mkfifo', [fifo]);
}

/** A read of a FIFO holds its thread until somebody writes. */
const endRead = (fifo: string): Promise<void> => writeFile(fifo, 'x', { flag: constants.O_WRONLY });

test('reads a file whole, and one of procfs, whose size is said to be 0', async () => {
  writeFileSync(path('a'), '21.5 °C\n');
  assert.is(await hostFiles.readText(path('a')), '21.5 °C\n');
  assert.match(await hostFiles.readText('/proc/self/status'), /^Name:/);
});

test('reads what the kernel tells in pieces to its end, and an attribute of sysfs', async () => {
  const long = '/proc/self/maps';
  assert.ok(readFileSync(long).length > 8_192);
  assert.match(await hostFiles.readText(long), /\[stack\]/);
  assert.is(await hostFiles.readText('/sys/class/net/lo/ifindex'), '1\n');
  assert.is(await codeOf(hostFiles.readText('/sys/class/net/lo/no-such')), 'missing');
});

test('reads bytes that are no text, each as a character', async () => {
  writeFileSync(path('a'), Buffer.of(0xe1, 0x00, 0xff));
  assert.is(await hostFiles.readText(path('a'), 'latin1'), '\xe1\x00\xff');
});

test('reads up to the limit, and not a byte beyond', async () => {
  writeFileSync(path('limit'), Buffer.alloc(fileBytesMax, 'x'));
  assert.is((await hostFiles.readText(path('limit'))).length, fileBytesMax);
  writeFileSync(path('beyond'), Buffer.alloc(fileBytesMax + 1, 'x'));
  assert.is(await codeOf(hostFiles.readText(path('beyond'))), 'unsupported');
  assert.is(await codeOf(hostFiles.readText('/dev/zero')), 'unsupported');
});

test('tells why a file cannot be read', async () => {
  assert.is(await codeOf(hostFiles.readText(path('absent'))), 'missing');
  assert.is(await codeOf(hostFiles.readText(folder)), 'io');
  assert.is(await codeOf(hostFiles.list(path('absent'))), 'missing');
  if (process.getuid?.() === 0) return notRun('root may read everything');
  chmodSync(path('a'), 0);
  assert.is(await codeOf(hostFiles.readText(path('a'))), 'forbidden');
});

test('replaces what is in a file, and makes none', async () => {
  writeFileSync(path('a'), 'a longer text');
  await hostFiles.writeText(path('a'), '42');
  assert.is(await hostFiles.readText(path('a')), '42');
  assert.is(await codeOf(hostFiles.writeText(path('absent'), '42')), 'missing');
});

test('files that hang leave threads to others, and go on in their order when they end', async () => {
  const fifos = Array.from({ length: 6 }, (_, at) => path(`device${at}/fifo`));
  for (const fifo of fifos) makeFifo(fifo);
  const reads = fifos.map(fifo => hostFiles.readText(fifo));
  // Node has four threads.
  assert.ok((await stat(folder)).isDirectory());
  for (const [at, fifo] of fifos.entries()) {
    await reads[at - fileOperationsMax];
    await endRead(fifo);
  }
  assert.equal(await Promise.all(reads), new Array(6).fill('x'));
  for (const fifo of fifos) rmSync(dirname(fifo), { recursive: true });
});

test('a device that hangs holds one turn, whatever is read of it how often, and its name is told all the same', async () => {
  const [inputs, name] = [['temp1', 'in1'].map(file => path(`stuck/${file}`)), path('stuck/name')];
  for (const fifo of inputs) makeFifo(fifo);
  writeFileSync(name, 'lm75');
  const reads = inputs.map(fifo => hostFiles.readText(fifo));
  assert.is(await hostFiles.readText(name), 'lm75');
  assert.equal(await hostFiles.list(path('stuck')), ['in1', 'name', 'temp1']);
  const absent = () => codeOf(hostFiles.readText(path('stuck/absent')));
  const waiting = Array.from({ length: fileOperationsWaitingMax - 1 }, absent);
  assert.is(await absent(), 'timeout', 'at once, where too many wait for it');
  for (const [at, fifo] of inputs.entries()) {
    await endRead(fifo);
    assert.is(await reads[at], 'x');
  }
  assert.equal(new Set(await Promise.all(waiting)), new Set(['missing']));
  rmSync(path('stuck'), { recursive: true });
});

test('lists a directory in order', async () => {
  assert.equal(await hostFiles.list(folder), ['a', 'beyond', 'limit']);
});

test.after(() => rmSync(folder, { recursive: true }));
test.run();
