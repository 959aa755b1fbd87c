import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { recurringKeysMax, recurringQuietMs } from '../../../agent/mtp/limits.ts';
import { quoted, RecurringLog } from '../../../agent/mtp/recurring-log.ts';
import { VirtualClock } from '../../helpers/clock.ts';

function world() {
  const clock = new VirtualClock();
  const lines: string[] = [];
  const log = new RecurringLog((level, line) => lines.push(`${level}: ${line}`), clock);
  return { clock, lines, tell: (key: string) => log.tell(key, 'warning', () => key) };
}

test('what goes on is told once, however long; what has been away is told again', async () => {
  const { clock, lines, tell } = world();
  for (let i = 0; i < 100; i++) {
    tell('a');
    await clock.advance(recurringQuietMs - 1);
  }
  assert.equal(lines, ['warning: a']);
  await clock.advance(1);
  tell('a');
  assert.equal(lines, ['warning: a', 'warning: a']);
});

test('whoever makes up ever new words fills no log', async () => {
  const { clock, lines, tell } = world();
  for (let i = 0; i < 1_000; i++) tell(`word ${i}`);
  assert.is(lines.length, recurringKeysMax);
  await clock.advance(recurringQuietMs);
  tell('another');
  assert.is(lines.length, recurringKeysMax + 1, 'there is room again');
});

test('the words of a peer are one short line', () => {
  assert.is(quoted('a\n<0>b'), '"a\\n<0>b"');
  assert.ok(quoted('x'.repeat(10_000)).length < 200);
});

test.run();
