// The archive of chunks, and the program that finds them there.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { archiveOf, ordered } from '../../build/bundle/archive.mjs';
import { keepCode } from '../../build/systemd/code-cache.mjs';
import { archiveOf as chunksOf } from '../budgets/bundle.ts';
import { bundledProgram } from '../helpers/bundle.ts';
import { temporaryDirectory } from '../helpers/temporary.ts';
import { nodeEnvironment, nodeFlags } from '../helpers/unit.ts';

test('what is needed in any case comes first, with all that it brings along', () => {
  const imports = new Map([
    ['late', ['shared']],
    ['shared', []],
    ['only-late', []],
    ['entry', ['below']],
    ['below', ['shared']],
  ]);
  const { order, headCount } = ordered(['entry'], imports);
  assert.equal(order, ['entry', 'below', 'shared', 'late', 'only-late']);
  assert.is(headCount, 3);
});

test('each chunk lies where the lengths say, and the head is an array of its own', () => {
  const texts = ['(function(){return "a"})', '(function(){return "bb"})', '(function(){return "c"})'];
  const { archive, lengths, headBytes, headName } = archiveOf(texts, 2);
  const evaluated = (text: string) => (new Function(`return [${text}]`)() as (() => string)[]).map(chunk => chunk());
  assert.equal(evaluated(archive.slice(0, headBytes)), ['a', 'bb']);
  assert.is(headBytes, lengths[0]! + lengths[1]!);
  assert.equal(evaluated(archive.slice(headBytes, headBytes + lengths[2]!)), ['c']);
  assert.is(archive.length, headBytes + lengths[2]!);
  assert.is.not(archiveOf(['(function(){return "A"})', ...texts.slice(1)], 2).headName, headName);
});

/** A copy of the program of its own, with what V8 has kept of it. */
function copyOfProgram(): { program: string; cache: string } {
  const directory = temporaryDirectory();
  cpSync(dirname(bundledProgram()), directory, { recursive: true, verbatimSymlinks: true });
  const program = join(directory, 'uspi.cjs');
  const [cache] = readdirSync(directory).filter(name => name.endsWith('.cache'));
  if (cache === undefined) throw new Error('the bundler has kept nothing');
  return { program, cache: join(directory, cache) };
}

/** Whether V8 has taken what was kept, as the program's own script tells. */
const isTaken = (program: string, ...flags: string[]): boolean => isTakenIn('/nowhere', program, ...flags);

/** `runtime`: what systemd calls RUNTIME_DIRECTORY. */
function isTakenIn(runtime: string, program: string, ...flags: string[]): boolean {
  const source = `process.argv = [process.execPath, 'uspi', 'run', '--config', '/nowhere'];
    const { headScript } = require(${JSON.stringify(resolve(program))});
    console.log(headScript.cachedDataRejected === false);
    process.exit(0);`;
  const args = [...flags, ...nodeFlags, '-e', source];
  const env = { ...nodeEnvironment, RUNTIME_DIRECTORY: runtime };
  return execFileSync(process.execPath, args, { env, encoding: 'utf8', stdio: 'pipe' }) === 'true\n';
}

test('V8 takes what it has made of the program, with the flags of the service alone', () => {
  const { program } = copyOfProgram();
  assert.ok(isTaken(program));
  assert.not(isTaken(program, '--lite-mode'));
  keepCode({ node: process.execPath, program, isLowMemory: true });
  assert.ok(isTaken(program, '--lite-mode'));
  assert.not(isTaken(program));
});

test('what another binary of Node has made is never looked at: V8 would run wild in it', () => {
  const { size } = statSync(process.execPath);
  assert.match(copyOfProgram().cache, new RegExp(`-${process.version}-${process.arch}-${size}\\.cache$`));
});

test('what is cut off, empty or of something else hinders no start', () => {
  const { program, cache } = copyOfProgram();
  const whole = readFileSync(cache);
  for (const bytes of [
    whole.subarray(0, whole.length >> 1),
    Buffer.alloc(0),
    Buffer.from('no code'),
    Buffer.alloc(4_096),
  ]) {
    writeFileSync(cache, bytes);
    assert.not(isTaken(program));
  }
});

test('what the start before may have ended in is left alone', () => {
  const { program, cache } = copyOfProgram();
  const runtime = temporaryDirectory();
  assert.ok(isTakenIn(runtime, program));
  const rotten = readFileSync(cache);
  rotten.fill(0, 4_096);
  writeFileSync(cache, rotten);
  writeFileSync(join(runtime, 'doubted'), ''); // Without, V8 ends the process.
  assert.not(isTakenIn(runtime, program));
});

test('a program that does not start says why, and keeps nothing', () => {
  const { program, cache } = copyOfProgram();
  const before = readFileSync(cache);
  writeFileSync(chunksOf(program), 'throw new Error("a defect")');
  assert.throws(() => keepCode({ node: process.execPath, program }), /code-cache-child/);
  assert.equal(readFileSync(cache), before);
});

test('an agent whose compiled code was kept finds a package outside of the bundle', () => {
  const { program } = copyOfProgram();
  const directory = dirname(program);
  const entry = join(directory, 'node_modules/i2c-bus/index.js');
  mkdirSync(dirname(entry), { recursive: true });
  writeFileSync(entry, 'console.error("loaded"); process.exit(0);');
  const capability = 'name = "air"\ndriver = "sht31"\nchannel = "temperature"\nat = "i2c-1:0x44"';
  const config = join(directory, 'uspi.toml');
  writeFileSync(config, `[agent]\nsocket = "s"\nstate = "state"\n[[capability]]\n${capability}\n`);
  const run = [...nodeFlags, program, 'run', '--config', config];
  const { stderr } = spawnSync(process.execPath, run, { env: nodeEnvironment, encoding: 'utf8', timeout: 20_000 });
  assert.match(stderr, /^loaded$/m);
});

test.run();
