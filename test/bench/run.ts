// `npm run bench`: every row of test/bench/rows next to its floor, in one table and in bench/latest.json; docs/bench.md tells
// more. Never part of `npm test`. --row NAME (again and again), --nodes 20,24, --quick, --save FILE.
import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundledProgram } from '../helpers/bundle.ts';
import { notRun } from '../helpers/not-run.ts';
import type { Told } from './measure.ts';
import { type NodeBinary, nodesOf } from './nodes.ts';
import type { Row } from './row.ts';
import { heading, lineOf, machineClass, type Result, resultsOf, save } from './table.ts';

const runsUsual = 5;
const runsQuick = 2;
const rowMsMax = 600_000;

const { values } = parseArgs({
  options: {
    row: { type: 'string', multiple: true },
    nodes: { type: 'string' },
    quick: { type: 'boolean', default: false },
    save: { type: 'string', default: 'bench/latest.json' },
  },
});

const all = readdirSync('test/bench/rows').map(file => file.replace(/\.ts$/, ''));
for (const name of values.row ?? []) {
  if (!all.includes(name)) throw new Error(`there is no row ${name}; there are ${all.join(', ')}`);
}

/** Runs a row in a process of its own, under the Node.js in question. */
function told(name: string, runs: number, { path }: NodeBinary, program: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const args = [name, String(runs), program, values.quick ? 'quick' : 'usual'];
    const options = { execPath: path, execArgv: ['--import', 'tsx'], timeout: rowMsMax };
    const child = fork('test/bench/measure.ts', args, options);
    child.once('message', message => resolve(message as Told));
    child.once('exit', code => reject(new Error(`the row ${name} has ended with ${code}`)));
  });
}

async function resultsOfRow(name: string, node: NodeBinary, program: string): Promise<Result[]> {
  const { row } = (await import(`./rows/${name}.ts`)) as { row: Row };
  const runs = values.quick ? Math.min(runsQuick, row.runs ?? runsQuick) : (row.runs ?? runsUsual);
  const answer = await told(name, runs, node, program);
  if ('runs' in answer) return resultsOf(name, row, answer.runs, node.version);
  notRun(`${name}: ${answer.notRun}`);
  return [];
}

const nodes = nodesOf(values.nodes);
const program = bundledProgram();
const results: Result[] = [];
process.stdout.write(`${machineClass()}\n${heading}\n`);
for (const name of values.row ?? all) {
  for (const node of nodes) {
    // One row that fails does not cost the others.
    const own = await resultsOfRow(name, node, program).catch((cause: Error) => {
      process.stdout.write(`FAIL ${name}, ${node.version}: ${cause.message}\n`);
      process.exitCode = 1;
      return [];
    });
    for (const result of own) process.stdout.write(`${lineOf(result)}\n`);
    results.push(...own);
    save(values.save, results); // Row by row: a bench that is stopped leaves what it has.
  }
}
const missed = results.filter(({ verdict }) => verdict === 'MISSED');
process.stdout.write(`${results.length} figures, ${missed.length} targets missed\n`);
