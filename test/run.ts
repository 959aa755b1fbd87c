// The test runner: Biome, the compiler, then every *.test.ts in a process of its own, two at a time.
// A file that runs no test fails, a file over its time fails, and the last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

const FILE_SECONDS_MAX = 180;
const ALL_SECONDS_MAX = 1500;

interface Outcome {
  name: string;
  passed: number;
  failed: number;
  output: string;
  seconds: number;
}

function runProcess(
  name: string,
  command: string,
  args: string[],
  secondsMax: number,
): Promise<Outcome & { code: number }> {
  const started = performance.now();
  return new Promise(done => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      if (output.length < 1_000_000) output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const timer = setTimeout(() => {
      output += `\n${name}: stopped after ${secondsMax} s\n`;
      child.kill('SIGKILL');
    }, secondsMax * 1000);
    child.once('close', code => {
      clearTimeout(timer);
      done({ name, passed: 0, failed: 0, output, seconds: (performance.now() - started) / 1000, code: code ?? 1 });
    });
  });
}

/** Reads uvu's closing counts; a file that crashed, hung or ran nothing counts as one failure. */
function judge(run: Outcome & { code: number }): Outcome {
  const count = (word: string) =>
    [...run.output.matchAll(new RegExp(`^ {2}${word}:\\s+(\\d+)`, 'gm'))].reduce((sum, m) => sum + Number(m[1]), 0);
  const [total, passed, skipped] = [count('Total'), count('Passed'), count('Skipped')];
  const failed = total - passed;
  if (total === 0) return { ...run, failed: 1, output: `${run.output}\n${run.name}: ran no test\n` };
  if (skipped > 0) return { ...run, passed, failed: failed + 1, output: `${run.output}\n${run.name}: skipped tests\n` };
  if (failed === 0 && run.code !== 0) return { ...run, passed, failed: 1 };
  return { ...run, passed, failed };
}

function testFiles(wanted: string[]): string[] {
  const names = readdirSync('test', { recursive: true }) as string[];
  const all = names
    .filter(name => name.endsWith('.test.ts'))
    .map(name => join('test', name))
    .sort();
  return wanted.length === 0 ? all : all.filter(file => wanted.some(word => file.includes(word)));
}

async function main(): Promise<number> {
  const wanted = process.argv.slice(2);
  const outcomes: Outcome[] = [];
  const show = (o: Outcome) => {
    outcomes.push(o);
    process.stdout.write(
      `${o.failed ? 'FAIL' : 'ok  '} ${o.name} (${o.passed} passed, ${o.failed} failed, ${o.seconds.toFixed(1)} s)\n`,
    );
    const loud = o.output.split('\n').filter(line => line.startsWith('NOT RUN'));
    if (o.failed) process.stdout.write(`${o.output}\n`);
    else if (loud.length) process.stdout.write(`${loud.join('\n')}\n`);
  };
  if (wanted.length === 0) {
    for (const [name, bin, args] of [
      ['biome check', 'biome', ['check', '.']],
      ['tsc', 'tsc', ['--noEmit']],
    ] as const) {
      const run = await runProcess(name, resolve('node_modules/.bin', bin), [...args], FILE_SECONDS_MAX);
      show({ ...run, passed: run.code === 0 ? 1 : 0, failed: run.code === 0 ? 0 : 1 });
    }
  }
  const files = testFiles(wanted);
  const deadline = performance.now() + ALL_SECONDS_MAX * 1000;
  const worker = async () => {
    for (let file = files.shift(); file !== undefined; file = files.shift()) {
      const left = Math.min(FILE_SECONDS_MAX, (deadline - performance.now()) / 1000);
      if (left <= 0) show({ name: file, passed: 0, failed: 1, output: 'no time left', seconds: 0 });
      else show(judge(await runProcess(file, process.execPath, ['--import', 'tsx', file], left)));
    }
  };
  const any = files.length > 0;
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((n, o) => n + o[key], 0);
  const [passed, failed] = [sum('passed'), sum('failed') + (any ? 0 : 1)];
  if (!any) process.stdout.write('no test file found\n');
  const version = JSON.parse(readFileSync('package.json', 'utf8')).version as string;
  process.stdout.write(`uspi ${version}, node ${process.version}\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
