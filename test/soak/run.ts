// `npm run soak -- --hours N`: works the agent for so long and says whether anything grew that may not; exits with 1 if so.
// In virtual time, a day in some seconds; with --real the shipped program against a real mosquitto, for real hours.
import { parseArgs } from 'node:util';
import type { Verdict } from './growth.ts';

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '48' },
    seed: { type: 'string', default: '1' },
    real: { type: 'boolean', default: false },
  },
});
const hours = Number(values.hours);
if (!(hours > 0)) throw new Error('--hours takes a number above 0');

/** What a virtual hour may take at most: an agent whose timers chase each other would never end. */
const hourMsMax = 5_000;
const startMsMax = 60_000;

function giveUp(): void {
  process.stderr.write('virtual time does not move on\n');
  process.exit(1);
}

async function soak(): Promise<Verdict[]> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  if (values.real) {
    if (hours < 0.4) throw new Error('less than 0.4 hours show how an engine warms up, and nothing else');
    const { realSoak } = await import('./real.ts');
    return realSoak(hours, Number(values.seed), say);
  }
  const { VirtualSoak } = await import('./virtual.ts');
  if (hours < 24) throw new Error('less than 24 hours in virtual time show nothing');
  say(`${hours} hours in virtual time, seed ${values.seed}`);
  setTimeout(giveUp, startMsMax + hours * hourMsMax).unref();
  const { verdicts, ...counts } = await new VirtualSoak({ hours, seed: Number(values.seed) }).run();
  say(JSON.stringify(counts));
  return verdicts;
}

const verdicts = await soak();
for (const { line } of verdicts) process.stdout.write(`${line}\n`);
process.exitCode = verdicts.every(({ isKept }) => isKept) ? 0 : 1;
