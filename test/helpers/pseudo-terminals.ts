/** Serial lines without hardware: two pseudo-terminals that socat ties together. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { until } from './until.ts';

/** Why there are none here; undefined when there are. */
export const socatIsMissing = spawnSync('socat', ['-V']).error ? 'socat is not installed' : undefined;

/** What is written to one of the two paths can be read at the other, until the process ends. */
export async function startSocat(...paths: readonly [string, string]): Promise<ChildProcess> {
  const ends = paths.map(path => `pty,raw,echo=0,link=${path}`);
  const socat = spawn('socat', ends, { stdio: 'ignore' });
  const kill = () => socat.kill();
  process.once('exit', kill);
  socat.once('exit', () => process.off('exit', kill));
  await until('the pseudo-terminals', () => paths.every(path => existsSync(path)));
  return socat;
}
