/** Fuzzing in a process of its own that has nothing in it but the targets, under the flags that the agent runs with. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { nodeEnvironment, nodeFlags } from '../helpers/unit.ts';
import type { CampaignOptions, CampaignReport } from './campaign.ts';
import type { ExploreOptions, ExploreReport } from './explore.ts';

export type Task = { target: string } & (
  | ({ kind: 'campaign' } & CampaignOptions)
  | ({ kind: 'explore' } & ExploreOptions)
);

export type Verdict = { campaign: CampaignReport } | { explore: ExploreReport } | { finding: string };

/** Bundles the targets beside node_modules; the path of what `fuzz` starts. It goes with this process. */
export async function buildFuzzer(): Promise<string> {
  const directory = join('.build', `fuzz-${process.pid}`);
  const outfile = join(directory, 'child.mjs');
  const entryPoints = ['test/fuzz/child.ts'];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return outfile;
}

/** Resolves with what became of the task; a process that dies over it is a finding, too. */
export function fuzz(fuzzer: string, task: Task): Promise<Verdict> {
  const child = spawn(process.execPath, [...nodeFlags, fuzzer, JSON.stringify(task)], {
    env: nodeEnvironment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  return new Promise(resolve => {
    child.once('close', (code, signal) => {
      process.off('exit', kill);
      const [line] = output.split('\n');
      resolve(line ? JSON.parse(line) : { finding: `${task.target}: the process ended with ${code ?? signal}` });
    });
  });
}
