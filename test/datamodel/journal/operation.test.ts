import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { undeliveredBytesMax, undeliveredBytesUnderWayMax } from '../../../agent/notify/limits.ts';
import { utf8Length } from '../../../datamodel/journal/bytes.ts';
import { JournalError } from '../../../datamodel/journal/errors.ts';
import { reservedKey } from '../../../datamodel/journal/keys.ts';
import * as limits from '../../../datamodel/journal/limits.ts';
import type { Operation } from '../../../datamodel/journal/operation.ts';
import {
  decodeOperations,
  encodeCommit,
  encodeOperations,
  put,
  remove,
  removeSubtree,
} from '../../../datamodel/journal/operation.ts';
import { valueCharsMax } from '../../../datamodel/limits.ts';

const text = fc.string({ unit: 'binary', maxLength: 300 });
const operation = fc.oneof(
  fc.tuple(text, text).map(([key, value]) => put(key, value)),
  text.map(remove),
  text.map(removeSubtree),
);

function refusal(operations: Operation[]): string | undefined {
  const result = encodeCommit(operations);
  return result instanceof JournalError ? result.code : undefined;
}

test('operations come back as they were, whatever their texts hold', () => {
  fc.assert(
    fc.property(fc.array(operation), operations => {
      assert.equal(decodeOperations(encodeOperations(operations)), operations);
    }),
  );
  const byteOrderMark = [put('\ufeffkey', '\ufeffvalue')];
  assert.equal(decodeOperations(encodeOperations(byteOrderMark)), byteOrderMark);
});

test('bytes that no operations make are refused, never thrown at the caller', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), bytes => void decodeOperations(bytes)));
  const whole = encodeOperations([put('key', 'value')]);
  for (let length = 1; length < whole.length; length++) {
    assert.is(decodeOperations(whole.subarray(0, length)), undefined, `${length} bytes`);
  }
  assert.is(decodeOperations(Uint8Array.of(9, 1, 97)), undefined);
  assert.is(decodeOperations(Uint8Array.of(2, 1, 0xff)), undefined, 'no UTF-8');
});

test('utf8Length is the length that the encoder makes', () => {
  fc.assert(fc.property(text, t => assert.is(utf8Length(t), new TextEncoder().encode(t).length)));
});

test('what cannot be stored is refused with a code', () => {
  assert.is(refusal([put('', 'value')]), 'bad-operation');
  assert.is(refusal([put('key\ud800', 'value')]), 'bad-operation');
  assert.is(refusal([put('key', '\udc00')]), 'bad-operation');
  assert.is(refusal([removeSubtree('Device.LocalAgent.Subscription.1')]), 'bad-operation', 'would take 10 with it');
  assert.is(refusal([removeSubtree('Device.LocalAgent.Subscription.1.')]), undefined);
  assert.is(refusal([removeSubtree('#seed/')]), undefined);
  assert.is(refusal([put('k'.repeat(limits.keyBytesMax), 'v')]), undefined);
  assert.is(refusal([put('k'.repeat(limits.keyBytesMax + 1), 'v')]), 'bad-operation');
  assert.is(refusal([put('k', 'ä'.repeat(limits.valueBytesMax / 2))]), undefined);
  assert.is(refusal([put('k', `ä${'ä'.repeat(limits.valueBytesMax / 2)}`)]), 'bad-operation');
  assert.is(refusal(Array.from({ length: limits.commitOperationsMax + 1 }, () => remove('k'))), 'too-large');
  const large = put('k', 'v'.repeat(limits.valueBytesMax));
  const tooMany = Array.from({ length: limits.commitBytesMax / limits.valueBytesMax }, () => large);
  assert.is(refusal(tooMany.slice(1)), undefined);
  assert.is(refusal(tooMany), 'too-large');
});

test('limits hold together', () => {
  assert.ok(limits.valueBytesMax >= 4 * valueCharsMax, 'every value of the data model fits');
  assert.ok(limits.commitBytesMax > limits.valueBytesMax + limits.keyBytesMax);
  assert.ok(limits.queuedBytesMax >= limits.commitBytesMax);
  const stateBytesMax = limits.stateBytesMax + undeliveredBytesMax;
  assert.ok(
    limits.recordBytesMax >= stateBytesMax + 8 * (limits.stateEntriesMax + 20_000),
    'the whole state fits a record',
  );
  assert.ok(
    limits.commitBytesMax > undeliveredBytesUnderWayMax + limits.valueBytesMax,
    'a change with its notifications',
  );
  assert.ok(limits.fileBytesMax > limits.compactRatio * stateBytesMax + limits.queuedBytesMax);
});

test('reserved keys are no paths', () => {
  assert.is(reservedKey('instance', 'Device.LocalAgent.Subscription.'), '#instance/Device.LocalAgent.Subscription.');
});

test.run();
