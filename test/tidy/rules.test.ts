// Each rule of the house, seen to fail on a small bad sample and to let a good one pass.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkErrorCodes, checkLimits, checkSentCodes } from './docs.ts';
import { type FileFacts, readFacts } from './facts.ts';
import { checkImports } from './rooms.ts';
import { checkConstructs, checkSizes, describeSizes, FILE_LINES_MAX, FUNCTION_LINES_MAX } from './shape.ts';
import { checkText } from './text.ts';
import { checkWords } from './words.ts';

function factsOf(path: string, text: string): FileFacts {
  return readFacts(new Map([[path, text]]))[0]!;
}

/** Complaints about a file with this one import. */
const complaintsAbout = (path: string, line: string) => checkImports(factsOf(path, line)).length;

const importing = (specifier: string) => `import { x } from '${specifier}';`;
const importingType = (specifier: string) => `import type { X } from '${specifier}';`;
const importingLazily = (specifier: string) => `const x = await import('${specifier}');`;

test('a room imports itself, and what its row allows', () => {
  assert.is(complaintsAbout('proto/msg.ts', importing('./limits.ts')), 0);
  assert.is(complaintsAbout('proto/msg.ts', importing('protobufjs/minimal.js')), 0);
  assert.is(complaintsAbout('datamodel/iot/sampler.ts', importing('../tree.ts')), 0);
  assert.is(complaintsAbout('agent/msg/set.ts', importing('../../datamodel/tree.ts')), 0);
  assert.is(complaintsAbout('agent/record/inbound.ts', importing('../msg/dispatch.ts')), 0);
  assert.is(complaintsAbout('drivers/host/i2c.ts', importing('node:fs/promises')), 0);
  assert.is(complaintsAbout('agent/run/wire.ts', importing('../mtp/mqtt.ts')), 0);
});

test('a room imports nothing else', () => {
  assert.is(complaintsAbout('proto/msg.ts', importing('protobufjs')), 1);
  assert.is(complaintsAbout('proto/msg.ts', importing('../datamodel/tree.ts')), 1);
  assert.is(complaintsAbout('datamodel/tree.ts', importing('node:fs')), 1);
  assert.is(complaintsAbout('agent/msg/set.ts', importing('../mtp/mqtt.ts')), 1);
  assert.is(complaintsAbout('agent/record/inbound.ts', importing('../msg/set.ts')), 1);
  assert.is(complaintsAbout('drivers/chips/sht31.ts', importing('../host/i2c.ts')), 1);
  assert.is(complaintsAbout('drivers/define.ts', importing('./chips/sht31.ts')), 1);
  assert.is(complaintsAbout('agent/main.ts', importing('../build/generate.ts')), 1);
  assert.is(complaintsAbout('agent/cli/get.ts', importing('../../test/run.ts')), 1);
});

test('types and lazy imports are told from others', () => {
  assert.is(complaintsAbout('datamodel/tree.ts', importingType('../drivers/ports.ts')), 0);
  assert.is(complaintsAbout('datamodel/tree.ts', `type X = import('../drivers/ports.ts').Clock;`), 0);
  assert.is(complaintsAbout('datamodel/tree.ts', importing('../drivers/ports.ts')), 1);
  assert.is(complaintsAbout('datamodel/tree.ts', `import { type X } from '../drivers/ports.ts';`), 1);
  assert.is(complaintsAbout('drivers/host/gpio.ts', importingLazily('onoff')), 0);
  assert.is(complaintsAbout('drivers/host/gpio.ts', importingType('onoff')), 0);
  assert.is(complaintsAbout('drivers/host/gpio.ts', importing('onoff')), 1);
  assert.is(complaintsAbout('datamodel/tree.ts', importingLazily('../agent/main.ts')), 1);
  assert.is(complaintsAbout('datamodel/tree.ts', `export { x } from '../agent/main.ts';`), 1);
});

test('a folder without a row is told', () => {
  assert.is(complaintsAbout('agent/magic/wand.ts', ''), 1);
  assert.is(complaintsAbout('drivers/magic/wand.ts', ''), 1);
  assert.is(complaintsAbout('magic/wand.ts', ''), 1);
});

test('words of the platform stay at the edges', () => {
  const words = (path: string, text: string) => checkWords(factsOf(path, text)).length;
  const bad = [
    'Date.now()',
    'new Date()',
    'performance.now()',
    'setTimeout(f, 1)',
    'setInterval(f, 1)',
    'setImmediate(f)',
  ];
  const alsoBad = ['Math.random()', 'process.env', 'console.log(1)', 'globalThis.x', "Buffer.from('')", 'f(process)'];
  for (const text of [...bad, ...alsoBad]) {
    assert.ok(words('datamodel/tree.ts', text) > 0, text);
    assert.is(words('drivers/host/clock.ts', text), 0);
    assert.is(words('agent/main.ts', text), 0);
  }
  const good = [
    'new Date(0)',
    'Math.max(1)',
    'this.process()',
    'x.console',
    '({ process: 1 })',
    '// Date.now()',
    "'setTimeout'",
  ];
  for (const text of good) assert.is(words('datamodel/tree.ts', text), 0, text);
});

test('long files and long functions are told, whatever their strings hold', () => {
  const filler = (lines: number) => "  f('}');\n".repeat(lines);
  const sizes = (text: string) => checkSizes(factsOf('proto/msg.ts', text)).length;
  assert.is(sizes(filler(FILE_LINES_MAX)), 0);
  assert.is(sizes(filler(FILE_LINES_MAX + 1)), 1);
  assert.is(sizes(`function f() {\n${filler(FUNCTION_LINES_MAX - 2)}}`), 0);
  assert.is(sizes(`function f() {\n${filler(FUNCTION_LINES_MAX - 1)}}`), 1);
  assert.is(sizes(`const f = () => {\n${filler(FUNCTION_LINES_MAX - 1)}};`), 1);
  assert.is(sizes(`class C {\n  m() {\n${filler(FUNCTION_LINES_MAX - 1)}  }\n}`), 1);
  const long = factsOf('proto/msg.ts', `const named = () => {\n${filler(FUNCTION_LINES_MAX)}};`);
  assert.match(checkSizes(long)[0]!, 'named has 72 lines');
  assert.match(describeSizes([long]), '1 files: median 72 lines');
});

test('export *, barrel files and decorators are told', () => {
  const constructs = (text: string) => checkConstructs(factsOf('proto/msg.ts', text)).length;
  assert.is(constructs(`const x = 1;\nexport * from './limits.ts';`), 1);
  assert.is(constructs(`export { a } from './a.ts';\nexport { b } from './b.ts';`), 1);
  assert.is(constructs(`export { a } from './a.ts';\nexport const b = 1;`), 0);
  assert.is(constructs('@sealed class C {}'), 1);
});

test('an error code that the document does not explain is told', () => {
  const document =
    '# Errors\n\n| `7026` | no |\n\n## WireErrorCode\n\n| `cut` | short |\n\n## OtherErrorCode\n\n| `long` | x |\n';
  const codes = (path: string, text: string) => checkErrorCodes(factsOf(path, text), document).length;
  assert.is(codes('proto/errors.ts', `export type WireErrorCode = 'cut';`), 0);
  assert.is(codes('proto/errors.ts', `export type WireErrorCode =\n  | 'cut' // a comment\n  | 'long';`), 1);
  assert.is(codes('proto/errors.ts', `export type NewErrorCode = 'cut';`), 1);
  assert.is(codes('datamodel/errors.ts', 'export const INVALID_PATH = 7026;'), 0);
  assert.is(codes('datamodel/errors.ts', 'export const INVALID_PATH = 7027;'), 1);
});

test('a code of the standard of which the document says something else than the sources is told', () => {
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => `| \`${from + i}\` | name | never: why |`).join('\n');
  const document = `${rows(7000, 7031)}\n${rows(7100, 7106)}`.replace(
    '`7026` | name | never: why',
    '`7026` | name | when',
  );
  const errors = 'export const INVALID_PATH = 7026;';
  const using = `import { INVALID_PATH } from './errors.ts';\n// 7001 in words\nconst x = INVALID_PATH;`;
  const codes = (declared: string, text: string, page = document) => {
    const files = [
      ['datamodel/errors.ts', declared],
      ['datamodel/tree.ts', text],
    ] as const;
    return checkSentCodes(readFacts(new Map(files)), page).length;
  };
  assert.is(codes(errors, using), 0);
  assert.is(codes(errors, ''), 2, 'the row says that it is sent; the constant is dead');
  assert.is(codes(errors, `import { INVALID_PATH } from './errors.ts';`), 2, 'to import is not to use');
  assert.is(codes(`${errors}\nexport const DELETE_FAILURE = 7024;`, `${using}\nf(DELETE_FAILURE);`), 1);
  assert.is(codes(errors, using, document.replace('| `7103` |', '')), 1);
  assert.is(codes(errors, `${using}\nreturn { code: 7011 };`), 1);
});

test('a limit without its reason is told', () => {
  const limits = (text: string) => checkLimits(factsOf('proto/limits.ts', text)).length;
  assert.is(limits('/** Why. */\nexport const xMsMin = 1;\nexport const xMsMax = 2;\n'), 0);
  assert.is(limits('/** Why. */\nexport const xMsMin = 1;\n\nexport const xMsMax = 2;\n'), 1);
});

test('registries and paths of a machine are told', () => {
  // The dots keep this file itself clean.
  const bad = [
    'https://regis·try.npmjs.org/x',
    '"resol·ved": "x"',
    'see /wo·rk/shared',
    "'/tmp/sp·ec/a'",
    'cd /ro·ot/.npm',
  ];
  for (const text of bad) assert.is(checkText('README.md', text.replace('·', '')).length, 1, text);
  for (const text of ['/var/lib/uspi', 'homework/main', '../shared/tr181', '/tmp/x'])
    assert.is(checkText('a', text).length, 0, text);
});

test.run();
