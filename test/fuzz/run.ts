// `npm run fuzz -- [TARGET ...] [--inputs N | --seconds N | --coverage SECONDS] [--seed S]`: the long run. Seconds are for
// each target. With --coverage, inputs that reach new code are kept and damaged further.
import { parseArgs } from 'node:util';
import { judge } from './judge.ts';
import { buildFuzzer, fuzz, type Task } from './process.ts';
import { targets } from './targets.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    inputs: { type: 'string' },
    coverage: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
const names = targets.map(({ name }) => name);
const strangers = positionals.filter(name => !names.includes(name));
if (strangers.length > 0) throw new Error(`no target ${strangers.join(', ')}; there are ${names.join(', ')}`);

function taskOf(target: string): Task {
  if (values.coverage) return { target, kind: 'explore', seed, seconds: Number(values.coverage) };
  const secondsMax = Number(values.seconds ?? (values.inputs ? 86_400 : 60));
  return { target, kind: 'campaign', seed, inputs: Number(values.inputs ?? 1e12), secondsMax };
}

console.log(`seed ${seed}`);
const fuzzer = await buildFuzzer();
for (const name of positionals.length > 0 ? positionals : names) {
  const { text, isGood } = judge(await fuzz(fuzzer, taskOf(name)));
  console.log(`${name}: ${text}`);
  if (!isGood) process.exitCode = 1;
}
