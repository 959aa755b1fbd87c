/** What a commit is made of, and how it is written: an operation's code, then its texts. */
import { ByteReader, ByteWriter, utf8Length } from './bytes.ts';
import { JournalError } from './errors.ts';
import { commitBytesMax, commitOperationsMax, keyBytesMax, valueBytesMax } from './limits.ts';

export type Operation =
  | { readonly kind: 'put'; readonly key: string; readonly value: string }
  | { readonly kind: 'delete'; readonly key: string }
  | { readonly kind: 'delete-subtree'; readonly prefix: string };

/** Sets `key`, whether or not it was there. */
export const put = (key: string, value: string): Operation => ({ kind: 'put', key, value });
/** Removes `key`; nothing happens when it is not there. */
export const remove = (key: string): Operation => ({ kind: 'delete', key });
/** Removes every key that begins with `prefix`, which ends in "." or "/", so that row 1 never takes row 10 with it. */
export const removeSubtree = (prefix: string): Operation => ({ kind: 'delete-subtree', prefix });

const PUT = 1;
const DELETE = 2;
const DELETE_SUBTREE = 3;

export function encodeOperations(operations: Iterable<Operation>): Uint8Array {
  const writer = new ByteWriter();
  for (const operation of operations) {
    switch (operation.kind) {
      case 'put':
        writer.number(PUT);
        writer.text(operation.key);
        writer.text(operation.value);
        break;
      case 'delete':
        writer.number(DELETE);
        writer.text(operation.key);
        break;
      case 'delete-subtree':
        writer.number(DELETE_SUBTREE);
        writer.text(operation.prefix);
    }
  }
  return writer.finish();
}

/** Undefined when `payload` is not what encodeOperations makes. */
export function decodeOperations(payload: Uint8Array): Operation[] | undefined {
  const reader = new ByteReader(payload);
  const operations: Operation[] = [];
  try {
    while (!reader.atEnd) operations.push(decodeOperation(reader));
  } catch {
    return undefined;
  }
  return operations;
}

function decodeOperation(reader: ByteReader): Operation {
  const code = reader.number();
  if (code === PUT) return put(reader.text(), reader.text());
  if (code === DELETE) return remove(reader.text());
  if (code === DELETE_SUBTREE) return removeSubtree(reader.text());
  throw new RangeError(`unknown operation ${code}`);
}

/** The operations of one commit as bytes, or why they cannot be one. */
export function encodeCommit(operations: readonly Operation[]): Uint8Array | JournalError {
  if (operations.length > commitOperationsMax) {
    return new JournalError(
      'too-large',
      `a commit of ${operations.length} operations, of at most ${commitOperationsMax}`,
    );
  }
  for (const operation of operations) {
    const flaw = flawOf(operation);
    if (flaw) return new JournalError('bad-operation', flaw);
  }
  const payload = encodeOperations(operations);
  if (payload.length <= commitBytesMax) return payload;
  return new JournalError('too-large', `a commit of ${payload.length} bytes, of at most ${commitBytesMax}`);
}

function flawOf(operation: Operation): string | undefined {
  const key = operation.kind === 'delete-subtree' ? operation.prefix : operation.key;
  if (key === '') return 'an empty key';
  if (!isWellFormed(key)) return 'a key with half a surrogate pair';
  if (utf8Length(key) > keyBytesMax) return `a key of more than ${keyBytesMax} bytes: ${key.slice(0, 64)}...`;
  if (operation.kind === 'delete-subtree' && !/[./]$/.test(key))
    return `a prefix that does not end in "." or "/": ${key}`;
  if (operation.kind !== 'put') return undefined;
  if (!isWellFormed(operation.value)) return `${key}: a value with half a surrogate pair`;
  if (utf8Length(operation.value) > valueBytesMax) return `${key}: a value of more than ${valueBytesMax} bytes`;
  return undefined;
}

/** Half a surrogate pair has no UTF-8 form: it would be another text after a restart. */
function isWellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}
