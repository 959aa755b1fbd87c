// The process that is fuzzed: bundled and started by process.ts, with the agent's own flags. One line of JSON: a Verdict.
import { readFileSync } from 'node:fs';
import { campaign } from './campaign.ts';
import { Coverage } from './coverage.ts';
import { explore } from './explore.ts';
import type { Task, Verdict } from './process.ts';
import type { Target } from './target.ts';

const task = JSON.parse(process.argv[2] ?? '') as Task;

/** Loaded late: the engine counts in what it compiles after the counting has begun. */
async function targetNamed(name: string): Promise<Target> {
  const { targets } = await import('./targets.ts');
  const target = targets.find(each => each.name === name);
  if (!target) throw new Error(`no target ${name}`);
  return target;
}

async function carryOut(): Promise<Verdict> {
  try {
    if (task.kind === 'campaign') return { campaign: await campaign(await targetNamed(task.target), task) };
    const coverage = new Coverage(import.meta.url, readFileSync(new URL(import.meta.url), 'utf8').length);
    return { explore: await explore(await targetNamed(task.target), coverage, task) };
  } catch (finding) {
    return { finding: (finding as Error).message };
  }
}

const verdict = await carryOut();
process.stdout.write(`${JSON.stringify(verdict)}\n`, () => process.exit());
