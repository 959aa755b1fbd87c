/** Unique keys: no two rows of a table alike, and a value of our own for what a controller left out. */
import { DUPLICATE_KEY, Fault } from './errors.ts';
import type { ObjectNode } from './node.ts';
import type { ParamSchema, Scalar, UniqueKey } from './schema.ts';
import type { Transaction } from './transaction.ts';

const unsignedIntMax = 4_294_967_295;

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
 * Gives a new row key values of ours where nobody has chosen one [R-ADD.5]: `cpe-<instance>` for strings (TR-181 asks
 * for the `cpe-` prefix on an Alias), and one more than the largest for numbers, so that a Permission without an Order
 * overrides those before it. A value that the parameter's own check refuses is left out.
 */
export function fillUniqueKeys(transaction: Transaction, node: ObjectNode): void {
  for (const key of node.schema.uniqueKeys) {
    const slot = slotsOf(node, key).find(candidate => isUnset(node, candidate, transaction));
    const param = slot === undefined ? undefined : node.schema.params[slot];
    if (!param) continue;
    if (transaction.valueOf(node, param.slot) !== '') {
      transaction.set(node, param, numberAbove(transaction, node, param.slot));
      continue;
    }
    for (let n = node.instance, tries = 0; tries < 10_000; n++, tries++) {
      if (transaction.set(node, param, `cpe-${n}`) || !twinOf(transaction, node, key)) break;
    }
  }
}

/**
 * A number that is a functional key by itself, a Permission's Order, is free for whoever asks for it: the row that has it
 * moves up by one, and so does the next [R-KEY.2]. The conformance plan gives two Permissions one Order (2.23).
 */
export function makeRoom(transaction: Transaction, node: ObjectNode, param: ParamSchema, value: Scalar): void {
  const isAlone = (key: UniqueKey) => key.functional && key.params.length === 1 && key.params[0] === param.name;
  if (!node.table || param.type.kind !== 'unsignedInt' || !node.schema.uniqueKeys.some(isAlone)) return;
  const rows = new Map<Scalar, ObjectNode>();
  for (const row of transaction.rowsOf(node.table)) {
    if (row !== node) rows.set(transaction.valueOf(row, param.slot), row);
  }
  let order = Number(value);
  for (let row = rows.get(order); row && order < unsignedIntMax; row = rows.get(order)) {
    order += 1;
    transaction.stage(row, param.slot, order);
  }
}

/** Whether nobody has chosen this value: neither the controller nor a default other than empty. */
function isUnset(node: ObjectNode, slot: number, transaction: Transaction): boolean {
  const type = node.schema.params[slot]?.type;
  if (type?.reference || type?.enumeration || transaction.isStaged(node, slot)) return false;
  const value = transaction.valueOf(node, slot);
  return value === '' || typeof value === 'number' || typeof value === 'bigint';
}

/** One more than the largest in the table; the default in a table that is empty. */
function numberAbove(transaction: Transaction, node: ObjectNode, slot: number): Scalar {
  let above = transaction.valueOf(node, slot);
  for (const other of node.table ? transaction.rowsOf(node.table) : []) {
    const value = transaction.valueOf(other, slot);
    if (other !== node && value >= above) above = typeof value === 'bigint' ? value + 1n : Number(value) + 1;
  }
  return above;
}
