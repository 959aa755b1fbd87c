// `npm run budgets`: what the agent may take, from build/budgets.json. Each line tells the figure, the budget, and by how
// much it fails. What depends on the machine is a ratio or a difference to a bare node, taken in this run. It is measured
// up to three times, until every budget is kept, and the best of each figure counts: what others do on the machine only
// adds. With --sizes it is left out, and only what is the same on every machine is judged; so it is where Node.js is of
// another version than the one that the budgets are of.
import { readFileSync } from 'node:fs';
import { bundledProgram } from '../helpers/bundle.ts';
import { notRun } from '../helpers/not-run.ts';
import { bundleSizes, installedMegabytes } from './bundle.ts';
import { memoryFigures } from './memory.ts';
import { startFigures } from './start.ts';

interface Budget {
  max: number;
  /** For the noise of the machine. */
  margin?: number;
  /** By how much it is known to be missed: paid back, not added to. */
  debt?: number;
  what: string;
}

type Figures = Readonly<Record<string, number>>;

const triesMax = 3;
const nodeMajor = '20';

const budgets = JSON.parse(readFileSync('build/budgets.json', 'utf8')) as Record<string, Budget>;
const program = bundledProgram();

function budgetOf(name: string): Required<Budget> {
  return { margin: 0, debt: 0, ...(budgets[name] ?? { max: Number.NaN, what: `${name}, which has no budget` }) };
}

function isKept([name, figure]: [string, number]): boolean {
  const { max, margin, debt } = budgetOf(name);
  return figure - max <= margin + debt;
}

/** The smallest of each figure. */
async function best(measure: (program: string) => Promise<Figures>): Promise<Figures> {
  let figures = await measure(program);
  for (let tries = 1; tries < triesMax && !Object.entries(figures).every(isKept); tries++) {
    const again = await measure(program);
    figures = Object.fromEntries(
      Object.entries(again).map(([name, each]) => [name, Math.min(each, figures[name] ?? each)]),
    );
  }
  return figures;
}

function tell(name: string, figure: number): void {
  const { max, margin, debt, what } = budgetOf(name);
  const over = figure - max;
  const verdict = !isKept([name, figure]) ? 'FAIL' : over <= margin ? 'ok  ' : 'DEBT';
  const by = verdict === 'ok  ' ? '' : `: over by ${over.toFixed(2)}, of which ${(margin + debt).toFixed(2)} are borne`;
  console.log(`${verdict} ${what}: ${figure.toFixed(2)} of ${max}${by}`);
  if (verdict === 'FAIL') process.exitCode = 1;
}

async function measured(): Promise<Figures> {
  if (process.argv.includes('--sizes')) return {};
  if (process.versions.node.split('.')[0] !== nodeMajor) {
    notRun(`budgets of start and memory: they are of Node.js ${nodeMajor}, and this is ${process.version}`);
    return {};
  }
  return { ...(await best(startFigures)), ...(await best(memoryFigures)) };
}

const sizes = { ...bundleSizes(program), installedMegabytes: installedMegabytes(program) };
for (const [name, figure] of Object.entries({ ...sizes, ...(await measured()) })) tell(name, figure);
