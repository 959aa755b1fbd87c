/** A certificate of our own, for tests of what is done about its end. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Writes `own.pem` and `key.pem` into a folder; false where openssl is not installed. */
export function makeCertificate(folder: string, days: number): boolean {
  const shape = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=agent'.split(' ');
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'own.pem')];
  return spawnSync('openssl', [...shape, '-days', String(days), ...files]).status === 0;
}
