import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cleanLine, createLog } from '../../../drivers/host/log.ts';
import { logLineCharsMax } from '../../../drivers/limits.ts';
import type { LogLevel } from '../../../drivers/ports.ts';

test('a line has the priority that journald reads', () => {
  const lines: string[] = [];
  const log = createLog('debug', line => lines.push(line));
  for (const level of ['error', 'warning', 'notice', 'info', 'debug'] as LogLevel[]) log(level, level);
  assert.equal(lines, ['<3>error\n', '<4>warning\n', '<5>notice\n', '<6>info\n', '<7>debug\n']);
});

test('only the level asked for and graver ones are written', () => {
  const lines: string[] = [];
  const log = createLog('notice', line => lines.push(line));
  log('info', 'no');
  log('notice', 'yes');
  log('error', 'yes');
  assert.is(lines.length, 2);
});

test('nobody can forge a second line or command a terminal', () => {
  assert.is(cleanLine('name\n<0>forged'), 'name <0>forged');
  assert.is(cleanLine('a\r\u0000\u001b[31mred\u007f\u0085b'), 'a [31mred b');
  assert.is(cleanLine('left\u202eright\u2028next\ud800.'), 'left right next .');
  assert.is(cleanLine('Zürich 21.5 °C, ok'), 'Zürich 21.5 °C, ok');
});

test('a long line is cut', () => {
  const line = cleanLine('x'.repeat(1_000_000));
  assert.is(line.length, logLineCharsMax);
  assert.ok(line.endsWith('...'));
});

test.run();
