// `npm run test:lts`: the demo, the data model's tests and the whole agent's on the current LTS of Node.js, which comes
// from npm. The tests proper run on whatever Node.js is installed, and that is 20 as a rule.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { command, NotRun } from './helpers/command.ts';
import { notRun } from './helpers/not-run.ts';
import { cacheDirectory } from './hil/debian.ts';
import { unpackedFromNpm } from './hil/npm.ts';

/** Until October 2027. */
const ltsMajor = 24;

const demoMsMax = 60_000;
const testsMsMax = 280_000;
const tests = ['test/datamodel/', 'test/e2e/', 'test/agent/run/'];

function run(node: string, args: readonly string[], timeout: number): boolean {
  console.log(`\nnode ${ltsMajor}: ${args.join(' ')}`);
  const { status, signal } = spawnSync(node, args, { stdio: 'inherit', timeout });
  if (status !== 0) console.log(`node ${ltsMajor}: ${args.join(' ')}: ${signal ?? `status ${status}`}`);
  return status === 0;
}

function main(): number {
  try {
    const node = join(unpackedFromNpm(cacheDirectory, `node-linux-${process.arch}@${ltsMajor}`), 'bin/node');
    console.log(`Node.js ${command(node, ['--version']).trim()}`);
    const isGood = run(node, ['dist/uspi.mjs', 'demo', '--once'], demoMsMax);
    return run(node, ['--import', 'tsx', 'test/run.ts', ...tests], testsMsMax) && isGood ? 0 : 1;
  } catch (cause) {
    if (!(cause instanceof NotRun)) throw cause;
    notRun(`Node.js ${ltsMajor}: ${cause.message}`);
    return 0;
  }
}

process.exitCode = main();
