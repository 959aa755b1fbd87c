// The rules of the house, checked on the house. test/tidy/ has the rules; test/tidy/rules.test.ts shows each one fail.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { staleFiles } from '../build/generate.ts';
import { checkErrorCodes, checkLimits, checkSentCodes } from './tidy/docs.ts';
import { type FileFacts, readFacts } from './tidy/facts.ts';
import { checkImports } from './tidy/rooms.ts';
import { checkConstructs, checkSizes, describeSizes } from './tidy/shape.ts';
import { checkText } from './tidy/text.ts';
import { checkWords } from './tidy/words.ts';

/** Committed files, and those about to be. */
const paths = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter(path => path !== '' && existsSync(path));

const isSource = (path: string) => path.endsWith('.ts') && !path.includes('.gen.');
const texts = new Map(paths.map(path => [path, readFileSync(path, 'utf8')]));
const sources = readFacts(new Map([...texts].filter(([path]) => isSource(path))));
const errorsDocument = texts.get('docs/errors.md') ?? '';

function rule(name: string, check: (file: FileFacts) => string[]): void {
  test(name, () => {
    assert.equal(sources.flatMap(check), []);
  });
}

test('there is a house to check', () => {
  assert.ok(sources.length > 20);
  console.log(describeSizes(sources));
});

rule('rooms import only what the table allows', file => checkImports(file));
rule('clocks, timers, chance and the process stay at the edges', checkWords);
rule('no file and no function is too long', checkSizes);
rule('no export *, barrel file or decorator', checkConstructs);
rule('every error code is explained', file => checkErrorCodes(file, errorsDocument));
rule('every limit has its reason', checkLimits);

test('docs/errors.md says of each code of the standard whether it is sent', () => {
  assert.equal(checkSentCodes(sources, errorsDocument), []);
});

test('nothing names a registry or a machine', () => {
  assert.equal(
    [...texts].flatMap(([path, text]) => checkText(path, text)),
    [],
  );
});

test('generated files are what the generators write', async () => {
  assert.equal(await staleFiles(), []);
});

test.run();
