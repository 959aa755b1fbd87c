// `npm run test:service`: the agent as a service under a real systemd, in a container; with --qemu also on a machine in QEMU,
// with hardware of its own. Needs root and Debian packages, which it installs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotRun } from '../helpers/command.ts';
import { notRun } from '../helpers/not-run.ts';
import { hardware } from './hardware.ts';
import { container } from './nspawn.ts';

type Part = (directory: string, tell: (step: string) => void) => void | Promise<void>;

/** Whether nothing in it failed. */
async function passes(name: string, part: Part): Promise<boolean> {
  const directory = mkdtempSync(join(tmpdir(), 'uspi-service-'));
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1_000).toFixed(1)} s`;
  let steps = 0;
  const tell = (step: string) => {
    steps++;
    console.log(`ok ${step} (${seconds()})`);
  };
  try {
    await part(directory, tell);
    console.log(`${name}: ${steps} steps passed, ${seconds()}`);
    return true;
  } catch (cause) {
    if (cause instanceof NotRun) notRun(`${name}: ${cause.message}`);
    else console.log(`${name} failed after ${steps} steps, ${seconds()}:\n${(cause as Error).stack}`);
    return cause instanceof NotRun;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const words = process.argv.slice(2);
const parts: [string, Part][] = [['the service in a container', container]];
if (words.includes('--qemu')) parts.push(['the service on hardware', hardware]);
const results: boolean[] = [];
for (const [name, part] of parts) results.push(await passes(name, part));
process.exitCode = results.every(Boolean) ? 0 : 1;
