// `npm run bench`: every row of test/bench/rows next to its floor, in one table and in bench/latest.json; docs/bench.md tells
// more. Rows whose processes mostly rest are measured first, several at a time; then each of the others by itself. Never part of
// `npm test`. --row NAME (again and again), --nodes 20,24, --quick, --minutes N, --save FILE.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keepCode } from '../../build/systemd/code-cache.mjs';
import { bundledProgram } from '../helpers/bundle.ts';
import { notRun } from '../helpers/not-run.ts';
import { measured, Turns } from './child.ts';
import { type NodeBinary, nodesOf } from './nodes.ts';
import type { Row } from './row.ts';
import { headingOf, lineOf, machineClass, type Result, resultsOf, save } from './table.ts';

const runsUsual = 5;
const runsQuick = 2;

/** So many rows whose processes rest are measured at the same time. */
const restingMax = 6;

const { values } = parseArgs({
  options: {
    row: { type: 'string', multiple: true },
    nodes: { type: 'string' },
    quick: { type: 'boolean', default: false },
    minutes: { type: 'string' },
    save: { type: 'string', default: 'bench/latest.json' },
  },
});

const all = readdirSync('test/bench/rows').map(file => file.replace(/\.ts$/, ''));
for (const name of values.row ?? []) {
  if (!all.includes(name)) throw new Error(`there is no row ${name}; there are ${all.join(', ')}`);
}

const nodes = nodesOf(values.nodes);
const program = bundledProgram();
for (const { path } of nodes) keepCode({ node: path, program: resolve(program) }); // As an installation under it does.
const turns = new Turns();

/** A row's results under one Node.js. One row that fails does not cost the others. */
async function resultsUnder({ path, version }: NodeBinary, name: string, row: Row): Promise<Result[]> {
  const usual = row.once ? 1 : (row.runs ?? runsUsual);
  const runs = values.quick ? Math.min(runsQuick, usual) : usual;
  const minutes = values.minutes === undefined ? {} : { minutes: Number(values.minutes) };
  try {
    const told = await measured({ row: name, runs, program, isQuick: values.quick, ...minutes }, turns, path);
    if ('runs' in told) return resultsOf(name, row, told.runs, version);
    notRun(`${name}: ${told.notRun}`);
  } catch (cause) {
    process.stdout.write(`FAIL ${name}, ${version}: ${(cause as Error).message}\n`);
    process.exitCode = 1;
  }
  return [];
}

interface Job {
  name: string;
  row: Row;
  node: NodeBinary;
}

const rows: { row: Row; name: string; jobs: Job[] }[] = [];
for (const name of values.row ?? all) {
  const { row } = (await import(`./rows/${name}.ts`)) as { row: Row };
  rows.push({ row, name, jobs: nodes.map(node => ({ name, row, node })) });
}
const seen = new Map<Job, Result[]>();

const resultsSeen = () => rows.flatMap(({ jobs }) => jobs.flatMap(job => seen.get(job) ?? []));

async function measure(job: Job): Promise<void> {
  seen.set(job, await resultsUnder(job.node, job.name, job.row));
  save(values.save, resultsSeen()); // One by one: a bench that is stopped leaves what it has.
}

/** Takes jobs off `rest`, one after the other. */
async function measureAll(rest: Job[]): Promise<void> {
  for (let job = rest.shift(); job; job = rest.shift()) await measure(job);
}

function tell(name: string, { figures }: Row, own: readonly Result[][]): void {
  for (const [key, { what, how }] of Object.entries(figures)) {
    const under = own.map(each => each.find(({ figure }) => figure === key));
    if (under.some(each => each)) process.stdout.write(`${lineOf(under)}\n`);
    else notRun(`${name}.${key}, ${what}: ${how ?? 'no run has seen it'}`);
  }
}

process.stdout.write(`${machineClass()}\n${headingOf(nodes.map(({ version }) => version))}\n`);
const resting = rows.flatMap(({ row, jobs }) => (row.rests ? jobs : []));
await Promise.all(Array.from({ length: restingMax }, () => measureAll(resting)));
for (const { row, name, jobs } of rows) {
  if (!row.rests) await measureAll([...jobs]);
  const own = jobs.map(job => seen.get(job) ?? []);
  tell(name, row, own);
}
const results = resultsSeen();
const missed = results.filter(({ verdict }) => verdict === 'MISSED');
process.stdout.write(`${results.length} figures, ${missed.length} targets missed\n`);
