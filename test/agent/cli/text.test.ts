import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Notification, notificationLine } from '../../../agent/cli/notification.ts';
import { columns, printable, settingLines } from '../../../agent/cli/text.ts';

test('what a device has sent cannot command the terminal', () => {
  assert.is(printable('a\u001b[31mb\nc\u202ed'), 'a\\u{1b}[31mb\\u{a}c\\u{202e}d');
  assert.is(printable('21.5 °C, größer, 温度'), '21.5 °C, größer, 温度');
});

test('equals signs stand below each other, and no line ends with a space', () => {
  assert.equal(settingLines({ 'Device.A': '1', 'Device.Long': '' }), ['Device.A    = 1', 'Device.Long =']);
  assert.equal(settingLines({}), []);
  assert.equal(
    columns([
      ['a', 'b', ''],
      ['long', 'c'],
    ]),
    ['a     b', 'long  c'],
  );
});

const notifications: readonly [notification: Notification, line: string][] = [
  [{ type: 'ValueChange', path: 'Device.A', value: '2\n1' }, 'ValueChange Device.A = 2\\u{a}1'],
  [
    { type: 'ObjectCreation', path: 'Device.T.1.', keys: { Alias: 'cpe-1' } },
    'ObjectCreation Device.T.1. Alias="cpe-1"',
  ],
  [{ type: 'ObjectDeletion', path: 'Device.T.1.' }, 'ObjectDeletion Device.T.1.'],
  [{ type: 'Event', path: 'Device.Boot!', arguments: { Cause: 'x' } }, 'Event Device.Boot! Cause="x"'],
  [{ type: 'OperationComplete', path: 'Device.C()', key: '', output: {} }, 'OperationComplete Device.C()'],
  [
    { type: 'OperationComplete', path: 'Device.C()', key: '', error: { code: 7022, message: 'no' } },
    'OperationComplete Device.C() failed: 7022 no',
  ],
];

for (const [notification, line] of notifications) {
  test(line, () => {
    assert.is(notificationLine(notification), line);
  });
}

test.run();
