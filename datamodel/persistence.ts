/**
 * What of the tree survives a restart: `keep` values and the rows of tables that are not volatile. As journal keys:
 * `Device.LocalAgent.Subscription.3.` (a row exists), `Device.LocalAgent.Subscription.3.ID` (a value, wire text),
 * `#next/Device.LocalAgent.Subscription.` (the next instance number [R-ARC.8]). Other rooms keep notes under `#` names of
 * their own, which a transaction carries along.
 */
import { type Operation, put, remove, removeSubtree } from './journal/operation.ts';
import type { ObjectNode, TableNode } from './node.ts';
import type { Scalar } from './schema.ts';
import type { StagedValue, Transaction } from './transaction.ts';
import { descend } from './tree.ts';
import { formatValue } from './values.ts';

/** The journal as the tree sees it. */
export interface Persistence {
  /** What was durably committed, for the start. */
  readonly state: ReadonlyMap<string, string>;
  /** All of `operations` or none; resolves when durable, rejects when they are not and never will be. */
  commit(operations: readonly Operation[]): Promise<void>;
}

/** The journal entry of a transaction that is about to be adopted: rows, notes, and what it writes of `values`. */
export function opsOf(transaction: Transaction, values: readonly StagedValue[]): Operation[] {
  const ops: Operation[] = [];
  for (const node of transaction.deleted) if (node.table) ops.push(...removalsOf(node));
  for (const { leaves } of transaction.unions()) {
    for (const member of leaves) ops.push(removeSubtree(member.path));
  }
  const tables = new Set<TableNode>();
  for (const node of transaction.added) {
    if (!node.table || !isKept(node)) continue;
    ops.push(put(node.path, ''));
    for (const each of descend(node)) putAll(ops, each, transaction);
    tables.add(node.table);
  }
  for (const table of tables) {
    ops.push(put(nextKey(table.path), String(table.nextInstance)));
  }
  for (const { node, slot, after } of values) {
    if (!transaction.added.has(node)) putValue(ops, node, slot, after);
  }
  for (const [key, value] of transaction.notes) {
    ops.push(value === undefined ? remove(key) : put(key, value));
  }
  return ops;
}

/** Of a row, and all below it. */
export function removalsOf(row: ObjectNode): Operation[] {
  if (!isKept(row)) return [];
  return [removeSubtree(row.path), ...(row.children ? [removeSubtree(nextKey(row.path))] : [])];
}

/** Where a table's next instance number is kept. */
const nextKey = (path: string) => `#next/${path}`;

function putAll(ops: Operation[], node: ObjectNode, transaction: Transaction): void {
  for (const { slot } of node.schema.params) putValue(ops, node, slot, transaction.valueOf(node, slot));
}

function putValue(ops: Operation[], node: ObjectNode, slot: number, value: Scalar): void {
  const param = node.schema.params[slot];
  if (!param || node.bound.entries[slot]?.word !== 'keep' || !isKept(node)) return;
  ops.push(put(node.path + param.name, formatValue(param.type, value)));
}

/** Whether no table above (or of) the object is volatile. */
function isKept(node: ObjectNode): boolean {
  for (let at: ObjectNode | undefined = node; at; at = at.parent) {
    if (at.bound.definition?.volatile) return false;
  }
  return true;
}
