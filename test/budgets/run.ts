// `npm run budgets`: holds figures of `npm run bench` to build/budgets.json. Each line tells the figure, the budget, and by how
// much it fails. Rows are measured all at once, shortly; what needs the machine to itself takes turns. A row that breaks a
// budget is measured again, up to three times in all, and the best of each figure counts: what others do on the machine only
// makes figures worse. The last try waits until all rows have been measured once: bursts and starts are over by then.
// --sizes judges sizes alone; --row NAME, again and again, such rows.
import { parseArgs } from 'node:util';
import { boundOf, brokenBy, budgets, judgedOf } from '../bench/budget.ts';
import { measured, Turns } from '../bench/child.ts';
import type { Row } from '../bench/row.ts';
import { type Result, resultsOf } from '../bench/table.ts';
import { bundledProgram } from '../helpers/bundle.ts';
import { notRun } from '../helpers/not-run.ts';

const triesMax = 3;
const nodeMajor = Number.parseInt(process.versions.node, 10);

const { values: options } = parseArgs({
  options: { sizes: { type: 'boolean', default: false }, row: { type: 'string', multiple: true } },
});

const rowOf = (name: string): string => name.split('.')[0] ?? '';
const isAsked = (row: string): boolean =>
  options.sizes ? row.startsWith('size-') : (options.row ?? [row]).includes(row);

const asked = Object.entries(budgets).filter(([name, { benchOnly }]) => !benchOnly && isAsked(rowOf(name)));
const held = asked.filter(([, { nodes }]) => nodes?.includes(nodeMajor) ?? true);
const program = bundledProgram();
const turns = new Turns();
const firstTries: Promise<unknown>[] = [];

type Results = ReadonlyMap<string, Result>;

/** Beyond its margin and what is owed; 0 or less is kept. What has not been seen is not kept. */
function overOf(name: string, result: Result | undefined): number {
  const budget = budgets[name];
  if (!budget || !result) return Number.POSITIVE_INFINITY;
  return brokenBy(budget, result) - (budget.margin ?? 0) - (budget.owed ?? 0);
}

/** The better of two results, figure by figure. */
function best(seen: Results, again: readonly Result[]): Results {
  const better = again.map(result => {
    const name = `${result.row}.${result.figure}`;
    const before = seen.get(name);
    return [name, before && overOf(name, before) <= overOf(name, result) ? before : result] as const;
  });
  return new Map([...seen, ...better]);
}

/** What a row shows, measured as often as it takes; why it shows nothing on this machine. Rejects when each try has failed. */
async function seenOf(row: string): Promise<Results | string> {
  const literal = ((await import(`../bench/rows/${row}.ts`)) as { row: Row }).row;
  const names = held.map(([name]) => name).filter(name => rowOf(name) === row);
  let seen: Results = new Map();
  let failure: Error | undefined;
  for (let tries = 0; tries < triesMax && !names.every(name => overOf(name, seen.get(name)) <= 0); tries++) {
    if (tries === triesMax - 1) await Promise.all(firstTries);
    const measuring = measured({ row, runs: 1, program, isQuick: true }, turns).catch((cause: Error) => cause);
    if (tries === 0) firstTries.push(measuring);
    const told = await measuring;
    if (told instanceof Error) failure = told;
    else if ('notRun' in told) return told.notRun;
    else seen = best(seen, resultsOf(row, literal, told.runs, process.version));
  }
  if (seen.size === 0 && failure) throw failure;
  return seen;
}

function tell(name: string, result: Result | undefined): void {
  const budget = budgets[name] ?? {};
  if (!result) throw new Error(`${name} is a budget of no figure`);
  const [broken, over, margin] = [brokenBy(budget, result), overOf(name, result), budget.margin ?? 0];
  const debt = budget.owed === undefined ? '' : ` and ${budget.owed} is owed`;
  const by = broken <= 0 ? '' : `: broken by ${broken.toFixed(3)}, of which ${margin} is borne for noise${debt}`;
  const figure = `${result.what}: ${judgedOf(budget, result).toFixed(3)} of ${boundOf(budget)} (${result.unit})`;
  const verdict = broken > margin ? 'OWED' : 'ok  ';
  console.log(`${over <= 0 ? verdict : 'FAIL'} ${name}: ${figure}${by}`);
  if (!(over <= 0)) process.exitCode = 1;
}

for (const [name, { nodes }] of asked) {
  if (nodes && !nodes.includes(nodeMajor)) {
    notRun(`${name}: a budget of Node.js ${nodes.join(' and ')}, and this is ${process.version}`);
  }
}
const rows = [...new Set(held.map(([name]) => rowOf(name)))];
const seen = new Map(rows.map(row => [row, seenOf(row).catch((cause: Error) => cause)]));
for (const [row, promise] of seen) {
  const results = await promise;
  if (typeof results === 'string') notRun(`${row}: ${results}`);
  else if (results instanceof Error) {
    console.log(`FAIL ${row}: ${results.message}`);
    process.exitCode = 1;
  } else {
    for (const [name] of held) if (rowOf(name) === row) tell(name, results.get(name));
  }
}
