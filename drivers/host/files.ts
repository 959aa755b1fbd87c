/** Files on a real machine: sysfs, procfs, and recordings that the configuration names. */
import { constants } from 'node:fs';
import { open, opendir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DeviceError } from '../errors.ts';
import { directoryEntriesMax, fileBytesMax, fileOperationsMax, fileOperationsWaitingMax } from '../limits.ts';
import type { Files } from '../ports.ts';
import { readBounded } from './bounded.ts';
import { hostError } from './errno.ts';
import { Turns } from './turns.ts';

async function readText(path: string, encoding: 'utf8' | 'latin1'): Promise<string> {
  const bytes = await readBounded(path, fileBytesMax);
  if (bytes.length > fileBytesMax) throw new DeviceError('unsupported', `${path} is longer than ${fileBytesMax} bytes`);
  return bytes.toString(encoding);
}

async function listBounded(directory: string): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of await opendir(directory)) {
    if (names.length === directoryEntriesMax) break;
    names.push(entry.name);
  }
  return names.sort();
}

/** One write, as sysfs wants it. */
async function overwrite(path: string, text: string): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_TRUNC);
  try {
    await file.write(text);
  } finally {
    await file.close();
  }
}

const turns = new Turns(fileOperationsMax);

/** Those in use, by `deviceOf`: one that hangs holds one turn, whatever is read of it how often. */
const devices = new Map<string, Turns>();

/** In sysfs each device has a folder. Its name the kernel tells without it, and who looks for another one reads that too. */
const deviceOf = (path: string): string => (path.endsWith('/name') ? path : dirname(path));

/** Runs `operate` when it is its turn; its failure as a DeviceError that names the file. */
async function inTurn<T>(path: string, operate: () => Promise<T>): Promise<T> {
  const name = deviceOf(path);
  const device = devices.get(name) ?? new Turns(1);
  if (device.waiting >= fileOperationsWaitingMax) throw new DeviceError('timeout', `${path}: the last has not ended`);
  if (turns.waiting >= fileOperationsWaitingMax) throw new DeviceError('busy', `${path}: too many files wait`);
  devices.set(name, device);
  try {
    return await device.run(() => turns.run(operate));
  } catch (cause) {
    throw hostError(cause, path);
  } finally {
    if (device.isIdle) devices.delete(name);
  }
}

export const hostFiles: Files = {
  readText: (path, encoding) => inTurn(path, () => readText(path, encoding ?? 'utf8')),
  writeText: (path, text) => inTurn(path, () => overwrite(path, text)),
  list: directory => inTurn(directory, () => listBounded(directory)),
};
