// `npm run bench`: figures next to their floors, taken in one run. Never part of `npm test`.
import { bundleSizes, installedMegabytes } from '../budgets/bundle.ts';
import { memoryFigures } from '../budgets/memory.ts';
import { startRatio } from '../budgets/start.ts';
import { bundledProgram } from '../helpers/bundle.ts';
import { answers } from './answers.ts';
import { latency } from './latency.ts';
import { messages } from './messages.ts';
import { type Row, save, show } from './table.ts';

const program = bundledProgram();

async function footprint(): Promise<Row[]> {
  const { mainPathKilobytes, bundleKilobytes } = bundleSizes(program);
  const memory = await memoryFigures(program);
  return [
    { name: 'bundle: what run loads with MQTT alone', unit: 'kB', value: mainPathKilobytes },
    { name: 'bundle: all chunks', unit: 'kB', value: bundleKilobytes },
    { name: 'installed production tree', unit: 'MB', value: installedMegabytes(program) },
    { name: 'start to first Record, over bare node', unit: 'ratio', value: await startRatio(program) },
    { name: 'RSS over bare node, 20 capabilities', unit: 'MB', value: memory.idleRssMegabytes },
    { name: 'private dirty over bare node, 20 capabilities', unit: 'MB', value: memory.idlePrivateMegabytes },
    { name: 'private dirty of 1,000 capabilities over 20', unit: 'MB', value: memory.thousandPrivateMegabytes },
  ];
}

await answers();
const rows: Row[] = [];
for (const part of [messages, latency, footprint]) {
  const own = await part();
  for (const row of own) show(row);
  rows.push(...own);
}
save(rows);
