/** Chance on a real machine: the kernel's, by way of OpenSSL. */
import { randomBytes } from 'node:crypto';
import type { Random } from '../ports.ts';

export const hostRandom: Random = {
  /** 48 random bits. */
  fraction: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  bytes: count => new Uint8Array(randomBytes(count)),
};
