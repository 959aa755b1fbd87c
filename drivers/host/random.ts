/**
 * Chance on a real machine: the kernel's own generator, which the system seeds before any service starts. Read as a file,
 * for node:crypto would bring OpenSSL into memory for a few bytes at the start.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Random } from '../ports.ts';

const source = '/dev/urandom';

/** At most 256 bytes come whole, whatever signals do (random(4)); more are read in turns. */
function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  const file = openSync(source, 'r');
  try {
    for (let filled = 0; filled < count; ) filled += readSync(file, bytes, filled, count - filled, null);
  } finally {
    closeSync(file);
  }
  return bytes;
}

export const hostRandom: Random = {
  /** 48 random bits. */
  fraction: () => randomBytes(6).reduce((number, byte) => number * 256 + byte, 0) / 2 ** 48,
  bytes: randomBytes,
};
