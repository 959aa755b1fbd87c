// How a finding is printed: carets under tabs and in long lines, nothing that a terminal obeys, no secrets.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding } from '../../../agent/config/finding.ts';
import { shownLineCharsMax } from '../../../agent/config/limits.ts';
import { renderFinding } from '../../../agent/config/render.ts';

function at(line: number, column: number, details: Partial<Finding> = {}): Finding {
  return { code: 'bad-value', severity: 'error', file: 'f.toml', line, column, message: 'no', ...details };
}

/** The source line and the caret's column in it. */
function shown(text: string, finding: Finding): { line: string; caret: number } {
  const [, line = '', caret = ''] = renderFinding(text, finding).split('\n');
  return { line: line.slice(4), caret: caret.length - 5 };
}

test('all parts, and only those that there are', () => {
  const finding = at(2, 5, { severity: 'warning', expected: 'b', suggestion: '"c"' });
  assert.is(
    renderFinding('x = 1\ny = "a"\n', finding),
    'f.toml:2:5: warning: no\n    y = "a"\n        ^\n  expected: b\n  did you mean "c"?',
  );
  assert.is(renderFinding('x = 1', at(1, 1)), 'f.toml:1:1: error: no\n    x = 1\n    ^');
});

test('a place outside the text has an empty line', () => {
  assert.is(renderFinding('x = 1', at(9, 1)), 'f.toml:9:1: error: no\n    \n    ^');
});

test('tabs stand before the caret as they stand before the place', () => {
  assert.ok(renderFinding('\tx\t= 1', at(1, 4)).endsWith('    \t \t^'));
});

test('a long line is shown around the caret', () => {
  const text = `a = "${'x'.repeat(1000)}HERE${'y'.repeat(1000)}"`;
  const { line, caret } = shown(text, at(1, text.indexOf('HERE') + 1));
  assert.ok(line.length <= shownLineCharsMax + 2);
  assert.ok(line.startsWith('…') && line.endsWith('…'));
  assert.ok(line.slice(caret).startsWith('HERE'));
});

test('nothing is printed that a terminal would obey', () => {
  const text = 'a = "\u001b[31m\u0007\u009b"\r';
  const output = renderFinding(text, at(1, 5, { message: '\u001b]0;x', expected: '\u2028', suggestion: '\r' }));
  assert.not.match(output, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028]/);
});

const hidden: [about: string, text: string][] = [
  ['the key', 'password = "hunter2"'],
  ['in an inline table', 'mqtt = { user = "me", password = "hunter2", qos = 1 }'],
  ['without quotes', 'password = hunter2'],
  ['in single quotes', "password = 'hunter2' # x"],
  ['with an escaped quote', 'password = "a\\"hunter2"'],
  ['with a stray quote', 'password = "a"hunter2"'],
  ['without its end', 'password = "hunter2'],
  ['quoted and dotted keys', 'mqtt."password" = "hunter2"'],
  ['a misspelt key', 'pasword = "hunter2"'],
  ['another misspelt key', 'passwrod = "hunter2"'],
  ['a key of another program', 'mqtt_pwd = "hunter2"'],
  ['in a URL', 'broker = "mqtt://me:hunter2@broker"'],
  ['in a URL, with a slash', 'broker = "mqtt://me:a/hunter2@broker"'],
];

for (const [about, text] of hidden) {
  test(`a password is masked: ${about}`, () => {
    const output = renderFinding(text, at(1, 1));
    assert.not.match(output, /hunter2/);
    assert.match(output, /\*\*\*/);
  });
}

test('a password over several lines is masked in each', () => {
  const text = 'password = """\nhunter2\nhunter2"""\nuser = "me"';
  for (const line of [1, 2, 3]) assert.not.match(renderFinding(text, at(line, 1)), /hunter2/);
  assert.match(renderFinding(text, at(4, 1)), /user = "me"/);
});

test('in a file that is no TOML, whatever follows the key is masked', () => {
  for (const text of ['password "hunter2"', 'password: hunter2', 'password ,= "hunter2"', '"password = "hunter2"']) {
    assert.not.match(renderFinding(text, at(1, 1, { code: 'syntax' })), /hunter2/, text);
  }
});

test('the caret stays under its place behind a mask, and at its beginning inside', () => {
  const text = 'mqtt = { password = "a long secret", qos = 3 }';
  const behind = shown(text, at(1, text.indexOf('3') + 1));
  assert.is(behind.line[behind.caret], '3');
  const inside = shown(text, at(1, text.indexOf('long') + 1));
  assert.is(inside.line.slice(inside.caret), '***, qos = 3 }');
});

test('keys that hold no secret are shown', () => {
  for (const text of ['key = "agent.key"', 'user = "me"', 'broker = "mqtt://b"', 'poll = "5s"', 'unit = "m"']) {
    assert.is(shown(text, at(1, 1)).line, text);
  }
});

test.run();
