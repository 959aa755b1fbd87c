// The guided search finds its way through four doors, one behind the other; so many blind inputs do not open the second.
import { Script } from 'node:vm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { campaign } from './campaign.ts';
import { Coverage } from './coverage.ts';
import { explore } from './explore.ts';
import { judge } from './judge.ts';
import { damagedBytes } from './mutate.ts';
import { buildFuzzer, fuzz } from './process.ts';
import type { Target } from './target.ts';

const source = `(bytes => {
  if (bytes[0] !== 0x75) return 0;
  if (bytes[1] !== 0x73) return 1;
  if (bytes[2] !== 0x70) return 2;
  if (bytes[3] !== 0x69) return 3;
  throw new Error('the last door');
})`;
type Open = (bytes: Uint8Array) => number;

/** The engine counts in what it compiles after the counting has begun. */
function counted(filename: string): { open: Open; coverage: Coverage } {
  const coverage = new Coverage(filename, source.length);
  return { coverage, open: new Script(source, { filename }).runInThisContext() as Open };
}

const doors = (open: Open): Target => ({
  name: 'doors',
  inputsPerVictim: 1_000_000,
  inputsInCi: 0,
  start: async () => ({
    next: dice => damagedBytes([new Uint8Array(6)], dice),
    take: input => void open(input as Uint8Array),
    end: async () => {},
  }),
});

const message = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (cause: Error) => cause.message,
  );

test('inputs that reach new code are kept and damaged further', async () => {
  const { coverage, open } = counted('doors.js');
  const found = await message(explore(doors(open), coverage, { seed: 1, seconds: 60 }));
  coverage.close();
  assert.match(found, /doors, seed 1, input \d+: Error: the last door[\s\S]*input: 75737069/);
  assert.ok(coverage.regions >= 4, `${coverage.regions} regions`);
  const inputs = Number(/input (\d+):/.exec(found)?.[1]);
  assert.is(await message(campaign(doors(open), { seed: 1, inputs, secondsMax: 60 })), 'nothing');
});

test('what a look has seen is new until it is kept', () => {
  const { coverage, open } = counted('more-doors.js');
  assert.ok(coverage.isNew(), 'the script itself');
  coverage.keep();
  open(new Uint8Array(1));
  assert.ok(coverage.isNew());
  open(new Uint8Array(1));
  assert.ok(coverage.isNew());
  coverage.keep();
  open(new Uint8Array(1));
  assert.not(coverage.isNew());
  open(Uint8Array.of(0x75));
  assert.ok(coverage.isNew());
  coverage.close();
});

test('the coverage of a real target is counted in its bundle', async () => {
  const verdict = await fuzz(await buildFuzzer(), { target: 'path', kind: 'explore', seed: 1, seconds: 2 });
  const { text, isGood } = judge(verdict);
  assert.ok(isGood, text);
  assert.match(text, /^[1-9]\d* inputs, .* [1-9]\d{2,} regions reached, [1-9]\d* kept$/);
});

test('a search that has reached nothing is no good one', () => {
  const explore = { inputs: 1_000, seconds: 2, corpus: 0, regions: 0 };
  assert.equal(judge({ explore }), { text: '1000 inputs, 500 a second, 0 regions reached, 0 kept', isGood: false });
});

test.run();
