// `npm run test:lts`: the demo, the data model's tests and the whole agent's on the current LTS of Node.js, and less of that on
// the LTS before it, which boards still have. Both come from npm. The tests proper run on whatever Node.js is installed, and
// that is 20 as a rule.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { command, NotRun } from './helpers/command.ts';
import { notRun } from './helpers/not-run.ts';
import { cacheDirectory } from './hil/debian.ts';
import { unpackedFromNpm } from './hil/npm.ts';

/** Lines of Node.js and the day from which each has long-term support, by its calendar; each autumn has another. */
const calendar = [
  { major: 24, since: '2025-10-28' },
  { major: 26, since: '2026-10-28' },
];

const demoMsMax = 60_000;
const testsMsMax = 280_000;
/** On the current LTS, and on the one before. */
const testsOf = [['test/datamodel/', 'test/e2e/', 'test/agent/run/'], ['test/agent/run/']];

/** The newest lines that have it by now, newest first. */
const ltsMajors = (nowMs: number): number[] =>
  calendar
    .filter(({ since }) => Date.parse(since) <= nowMs)
    .map(({ major }) => major)
    .slice(-testsOf.length)
    .reverse();

const binaryOf = (major: number): string =>
  join(unpackedFromNpm(join(cacheDirectory, `node-${major}`), `node-linux-${process.arch}@${major}`), 'bin/node');

function run(node: string, args: readonly string[], timeout: number): boolean {
  console.log(`\n${args.join(' ')}`);
  const { status, signal } = spawnSync(node, args, { stdio: 'inherit', timeout });
  if (status !== 0) console.log(`${args.join(' ')}: ${signal ?? `status ${status}`}`);
  return status === 0;
}

function isGoodUnder(major: number, tests: readonly string[]): boolean {
  const node = binaryOf(major);
  console.log(`\nNode.js ${command(node, ['--version']).trim()}`);
  const isGood = run(node, ['dist/uspi.mjs', 'demo', '--once'], demoMsMax);
  return run(node, ['--import', 'tsx', 'test/run.ts', ...tests], testsMsMax) && isGood;
}

function main(): number {
  try {
    const isGood = ltsMajors(Date.now()).map((major, i) => isGoodUnder(major, testsOf[i] ?? []));
    return isGood.every(each => each) ? 0 : 1;
  } catch (cause) {
    if (!(cause instanceof NotRun)) throw cause;
    notRun(`the LTS of Node.js: ${cause.message}`);
    return 0;
  }
}

process.exitCode = main();
