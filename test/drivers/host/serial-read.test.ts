import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type PollError, readOnMainThread, type SerialBinding } from '../../../drivers/host/serial-read.ts';
import { temporaryDirectory } from '../../helpers/temporary.ts';

const fifo = join(temporaryDirectory(), 'line');
execFileSync('mkfifo', [fifo]);

/** A line that does not block, whose poller says what the test says. */
function lineOf(fd: number) {
  const asked: ((error: PollError | null) => void)[] = [];
  const theirs = () => Promise.reject(new Error('read as the package does'));
  const poller = { on: () => {}, once: (_: string, told: (typeof asked)[number]) => asked.push(told) };
  const binding = { fd, poller, read: theirs } as SerialBinding;
  readOnMainThread(binding);
  const tell = (error: PollError | null = null) => asked.shift()!(error);
  return { asked, tell, read: () => binding.read(Buffer.alloc(8), 2, 4) };
}

const turn = () => new Promise(resolve => setImmediate(resolve));

test('a line is read when the kernel says so, and waited for again where there is nothing after all', async () => {
  const fd = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
  const line = lineOf(fd);
  const reading = line.read();
  assert.is(line.asked.length, 1);
  line.tell();
  await turn();
  assert.is(line.asked.length, 1, 'there was nothing');
  writeSync(fd, 'abcdef');
  line.tell();
  const { buffer, bytesRead } = await reading;
  assert.is(bytesRead, 4, 'no more than was asked for');
  assert.is(buffer.toString('latin1'), '\0\0abcd\0\0');
  assert.is(line.asked.length, 0);
  closeSync(fd);
});

test('that a port is closed, or fails, ends the reading', async () => {
  const fd = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
  const line = lineOf(fd);
  const code = (reading: Promise<unknown>) =>
    reading.then(
      () => 'read',
      cause => cause.message.split(':')[0],
    );
  const canceled = code(line.read());
  line.tell(Object.assign(new Error('Canceled'), { canceled: true }));
  assert.is(await canceled, 'Canceled');
  const failed = code(line.read());
  closeSync(fd);
  line.tell();
  assert.is(await failed, 'EBADF');
});

test.after(() => rmSync(fifo));
test.run();
