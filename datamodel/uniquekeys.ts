/** Unique keys: no two rows of a table alike, and a value of our own for what a controller left out. */
import { DUPLICATE_KEY, Fault } from './errors.ts';
import type { ObjectNode } from './node.ts';
import type { ParamSchema, Scalar, UniqueKey } from './schema.ts';
import type { Transaction } from './transaction.ts';

/** Faults: 7025 naming the first key of `node` that another row has too. */
export function checkUniqueKeys(transaction: Transaction, node: ObjectNode): Fault | undefined {
  for (const key of node.schema.uniqueKeys) {
    const twin = twinOf(transaction, node, key);
    if (twin) {
      const names = key.params.join(', ');
      return new Fault(DUPLICATE_KEY, `${twin.path} has the same ${names}`, key.params[0]);
    }
  }
  return undefined;
}

function twinOf(transaction: Transaction, node: ObjectNode, key: UniqueKey): ObjectNode | undefined {
  const slots = slotsOf(node, key);
  if (!node.table || slots.length === 0) return undefined;
  for (const other of transaction.rowsOf(node.table)) {
    if (other === node) continue;
    if (slots.every(slot => transaction.valueOf(other, slot) === transaction.valueOf(node, slot))) return other;
  }
  return undefined;
}

/** Slots of the supported parameters of a key; none when the key is only partly supported. */
function slotsOf(node: ObjectNode, key: UniqueKey): number[] {
  const params = key.params.map(name => node.schema.paramByName.get(name));
  return params.every(param => param !== undefined) ? params.map(param => (param as ParamSchema).slot) : [];
}

/**
 * Gives a new row key values of ours where its own are still empty or clash [R-ADD.5]: `cpe-<instance>` for strings
 * (TR-181 asks for the `cpe-` prefix on an Alias), and the next free number for numbers.
 */
export function fillUniqueKeys(transaction: Transaction, node: ObjectNode): void {
  for (const key of node.schema.uniqueKeys) {
    const slots = slotsOf(node, key);
    const free = slots.filter(slot => isUnset(node, slot, transaction));
    const slot = free[0];
    if (slot === undefined) continue;
    const unset = transaction.valueOf(node, slot);
    if (unset !== '' && !twinOf(transaction, node, key)) continue;
    for (let n = node.instance, tries = 0; tries < 10_000; n++, tries++) {
      transaction.stage(node, slot, ownValue(unset, n));
      if (!twinOf(transaction, node, key)) break;
    }
  }
}

/** Whether nobody has chosen this value: neither the controller nor a default other than empty. */
function isUnset(node: ObjectNode, slot: number, transaction: Transaction): boolean {
  const type = node.schema.params[slot]?.type;
  if (type?.reference || type?.enumeration || transaction.isStaged(node, slot)) return false;
  const value = transaction.valueOf(node, slot);
  return value === '' || typeof value === 'number' || typeof value === 'bigint';
}

function ownValue(unset: Scalar, n: number): Scalar {
  if (typeof unset === 'bigint') return BigInt(n);
  return typeof unset === 'number' ? n : `cpe-${n}`;
}
