/**
 * What of the tree survives a restart: `keep` values and the rows of tables that are not volatile. As journal keys:
 * `Device.LocalAgent.Subscription.3.` (a row exists), `Device.LocalAgent.Subscription.3.ID` (a value, wire text),
 * `#next/Device.LocalAgent.Subscription.` (the next instance number [R-ARC.8]). Other rooms keep notes under `#` names of
 * their own, which a transaction carries along.
 */
import type { ObjectNode, TableNode } from './node.ts';
import type { Scalar } from './schema.ts';
import type { Transaction } from './transaction.ts';
import { descend } from './tree.ts';
import { formatValue } from './values.ts';

/** One step of an atomic commit. */
export type PersistenceOp =
  | { kind: 'put'; key: string; value: string }
  | { kind: 'delete'; key: string }
  /** Deletes every key that begins with `key`. */
  | { kind: 'deletePrefix'; key: string };

/** The journal as the tree sees it. */
export interface Persistence {
  /** What was durably committed, for the start. */
  readonly state: ReadonlyMap<string, string>;
  /** All of `ops` or none; resolves when durable, rejects when they are not and never will be. */
  commit(ops: readonly PersistenceOp[]): Promise<void>;
}

/** The journal entry of a transaction that is about to be adopted. */
export function opsOf(transaction: Transaction): PersistenceOp[] {
  const ops: PersistenceOp[] = [];
  for (const node of transaction.deleted) {
    if (node.table && isKept(node)) ops.push({ kind: 'deletePrefix', key: node.path });
  }
  for (const { parent, member } of transaction.unionMembers()) {
    for (const child of parent.children?.values() ?? []) {
      const isSibling = child.schema.discriminator === member.schema.discriminator;
      if (isSibling) ops.push({ kind: 'deletePrefix', key: child.path });
    }
  }
  const tables = new Set<TableNode>();
  for (const node of transaction.added) {
    if (!node.table || !isKept(node)) continue;
    ops.push({ kind: 'put', key: node.path, value: '' });
    for (const each of descend(node)) putAll(ops, each, transaction);
    tables.add(node.table);
  }
  for (const table of tables) {
    ops.push({ kind: 'put', key: `#next/${table.path}`, value: String(table.nextInstance) });
  }
  for (const { node, slot, after } of transaction.stagedValues()) {
    if (!transaction.added.has(node)) putValue(ops, node, slot, after);
  }
  for (const [key, value] of transaction.notes) {
    ops.push(value === undefined ? { kind: 'delete', key } : { kind: 'put', key, value });
  }
  return ops;
}

function putAll(ops: PersistenceOp[], node: ObjectNode, transaction: Transaction): void {
  for (const { slot } of node.schema.params) putValue(ops, node, slot, transaction.valueOf(node, slot));
}

function putValue(ops: PersistenceOp[], node: ObjectNode, slot: number, value: Scalar): void {
  const param = node.schema.params[slot];
  if (!param || node.bound.entries[slot]?.word !== 'keep' || !isKept(node)) return;
  ops.push({ kind: 'put', key: node.path + param.name, value: formatValue(param.type, value) });
}

/** Whether no table above (or of) the object is volatile. */
function isKept(node: ObjectNode): boolean {
  for (let at: ObjectNode | undefined = node; at; at = at.parent) {
    if (at.bound.definition?.volatile) return false;
  }
  return true;
}
