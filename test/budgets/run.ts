// `npm run budgets`: what the agent may take, from build/budgets.json. Each line tells the figure, the budget, and by how
// much it fails. What depends on the machine is a ratio or a difference to a bare node, taken in this run; with --sizes it
// is left out, and only what is the same on every machine is judged.
import { readFileSync } from 'node:fs';
import { bundledProgram } from '../helpers/bundle.ts';
import { bundleSizes, installedMegabytes } from './bundle.ts';
import { memoryFigures } from './memory.ts';
import { startRatio } from './start.ts';

interface Budget {
  max: number;
  /** For the noise of the machine. */
  margin?: number;
  /** By how much it is known to be missed: paid back, not added to. */
  debt?: number;
  what: string;
}

const budgets = JSON.parse(readFileSync('build/budgets.json', 'utf8')) as Record<string, Budget>;
const program = bundledProgram();
const sizes = { ...bundleSizes(program), installedMegabytes: installedMegabytes(program) };
const measured = async () => ({ startRatio: await startRatio(program), ...(await memoryFigures(program)) });
const figures: Record<string, number> = process.argv.includes('--sizes') ? sizes : { ...sizes, ...(await measured()) };

for (const [name, figure] of Object.entries(figures)) {
  const {
    max,
    margin = 0,
    debt = 0,
    what,
  } = budgets[name] ?? { max: Number.NaN, what: `${name}, which has no budget` };
  const over = figure - max;
  const isKept = over <= margin + debt;
  const verdict = !isKept ? 'FAIL' : over <= margin ? 'ok  ' : 'DEBT';
  const by = verdict === 'ok  ' ? '' : `: over by ${over.toFixed(2)}, of which ${(margin + debt).toFixed(2)} are borne`;
  console.log(`${verdict} ${what}: ${figure.toFixed(2)} of ${max}${by}`);
  if (!isKept) process.exitCode = 1;
}
