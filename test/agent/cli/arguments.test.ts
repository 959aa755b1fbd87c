import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readArguments, readAssignment, readSettings, splitParameter } from '../../../agent/cli/arguments.ts';
import { UsageError } from '../../../agent/cli/verb.ts';

const known = { socket: { value: 'PATH', help: '' }, json: { help: '' } };
const read = (...args: string[]) => readArguments(args, known);

test('options stand anywhere among the words', () => {
  assert.equal(read('a', '--json', 'b', '--socket', 's'), { words: ['a', 'b'], options: { json: true, socket: 's' } });
  assert.equal(read('--socket=s', 'a').options, { socket: 's' });
  assert.equal(read(), { words: [], options: {} });
});

test('a negative number is a word, and so is everything after --', () => {
  assert.equal(read('Device.X', '-5').words, ['Device.X', '-5']);
  assert.equal(read('Device.X', '-.5', '-12.25', '--json').words, ['Device.X', '-.5', '-12.25']);
  assert.equal(read('--', '--json', '-5'), { words: ['--json', '-5'], options: {} });
});

const mistakes: readonly [args: string[], message: string][] = [
  [['--sockte', 'x'], 'there is no option --sockte; did you mean --socket?'],
  [['--zzzzzz'], 'there is no option --zzzzzz'],
  [['-j'], 'there is no option -j; did you mean --json?'],
  [['-=x'], 'there is no option -'],
  [['--=x'], 'there is no option --'],
  [['--socket'], '--socket needs a value: --socket PATH'],
  [['--socket='], '--socket needs a value: --socket PATH'],
  [['--socket', '--json'], '--socket needs a value: --socket PATH'],
  [['--json=1'], '--json takes no value'],
  [['--toString'], 'there is no option --toString'],
];

for (const [args, message] of mistakes) {
  test(`${args.join(' ')}: ${message}`, () => {
    assert.throws(
      () => readArguments(args, known),
      (error: unknown) => error instanceof UsageError && error.message === message,
    );
  });
}

const settings: readonly [words: string[], read: [string, string][]][] = [
  [['Device.A', '1'], [['Device.A', '1']]],
  [['Device.A=1'], [['Device.A', '1']]],
  [
    ['Device.A=', 'Device.B', ''],
    [
      ['Device.A', ''],
      ['Device.B', ''],
    ],
  ],
  [['Device.A=x=y'], [['Device.A', 'x=y']]],
  [['Device.A', 'x=y'], [['Device.A', 'x=y']]],
  [
    ['Device.A=[', 'Device.B', '['],
    [
      ['Device.A', '['],
      ['Device.B', '['],
    ],
  ],
  [['Device.T.[Name=="fan"].Value', 'true'], [['Device.T.[Name=="fan"].Value', 'true']]],
  [['Device.T.[Name=="fan"&&X==1].Value=true'], [['Device.T.[Name=="fan"&&X==1].Value', 'true']]],
  [['Device.T.[Name=="]=["].Value=true'], [['Device.T.[Name=="]=["].Value', 'true']]],
];

for (const [words, expected] of settings) {
  test(`set ${words.join(' ')}`, () => {
    assert.equal(readSettings(words), expected);
  });
}

test('a path without its value is told', () => {
  assert.throws(() => readSettings(['Device.A=1', 'Device.B']), /Device\.B: its value is missing/);
});

test('an assignment is divided at its first =', () => {
  assert.equal(readAssignment('ReferenceList=Device.[A=="b"].C'), ['ReferenceList', 'Device.[A=="b"].C']);
  assert.throws(() => readAssignment('Alias'), /expected name=value/);
  assert.throws(() => readAssignment('=x'), /expected name=value/);
});

test('a parameter is told from its object', () => {
  assert.equal(splitParameter('Device.T.[N=="a.b"].Value'), ['Device.T.[N=="a.b"].', 'Value']);
  for (const path of ['Device.', 'Device', 'Device.T.[N=="a.b"]', 'Device.Reboot()', '']) {
    assert.throws(() => splitParameter(path), /expected the path of a parameter/, path);
  }
});

test('an option that may be repeated gathers its values; of another the last counts', () => {
  const known = { fault: { value: 'FAULT', help: '', isRepeatable: true }, seed: { value: 'N', help: '' } } as const;
  const { options } = readArguments(['--fault', 'a', '--seed', '1', '--fault=b', '--seed', '2'], known);
  assert.equal(options, { fault: ['a', 'b'], seed: '2' });
});

test.run();
