import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const made: string[] = [];
process.once('exit', () => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

/** A fresh directory that goes with the process. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'uspi-'));
  made.push(directory);
  return directory;
}

/** Bundles test/helpers/state-child.ts into `directory`; returns the path to run. */
export function buildStateChild(directory: string): string {
  const outfile = join(directory, 'state-child.mjs');
  const source = resolve('test/helpers/state-child.ts');
  buildSync({ entryPoints: [source], bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error' });
  return outfile;
}
