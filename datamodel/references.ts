/** References between objects: lists of them, and that strong ones do not outlive what they point at [R-ARC.12]. */
import type { Bound } from './bound.ts';
import { ObjectNode } from './node.ts';
import type { Transaction } from './transaction.ts';

/**
 * Stages the removal of each strong reference to `gone` or to something below it, and of the rows that do not outlive
 * it: those that the Controller which goes has created.
 */
export function dropReferencesTo(gone: ObjectNode, root: ObjectNode, transaction: Transaction): void {
  const isGone = (item: string) => `${item.trim()}.`.startsWith(gone.path);
  const orphans: ObjectNode[] = [];
  visit(root, transaction, isGone, orphans);
  for (const orphan of orphans) transaction.delete(orphan);
}

function visit(
  node: ObjectNode,
  transaction: Transaction,
  isGone: (item: string) => boolean,
  orphans: ObjectNode[],
): void {
  if (node.table && isGone(creatorOf(node, transaction))) {
    orphans.push(node);
    return;
  }
  for (const slot of strongReferenceSlots(node.bound)) {
    const value = String(transaction.valueOf(node, slot));
    if (value === '') continue;
    const kept = value.split(',').filter(item => !isGone(item));
    if (kept.length < value.split(',').length) transaction.stage(node, slot, kept.join(','));
  }
  for (const child of node.children?.values() ?? []) {
    if (!holdsReferences(child.bound)) continue;
    if (child instanceof ObjectNode) visit(child, transaction, isGone, orphans);
    else for (const row of transaction.rowsOf(child)) visit(row, transaction, isGone, orphans);
  }
}

/** The reference to the Controller that created the row; empty where the table keeps none. */
function creatorOf(node: ObjectNode, transaction: Transaction): string {
  const name = node.bound.definition?.creator;
  const param = name === undefined ? undefined : node.schema.paramByName.get(name);
  return param ? String(transaction.valueOf(node, param.slot)) : '';
}

function strongReferenceSlots(bound: Bound): number[] {
  return bound.schema.params.filter(param => param.type.reference === 'strong').map(param => param.slot);
}

/** Whether any object of this kind or below it has a strong reference: most of the tree has none and is not visited. */
function holdsReferences(bound: Bound): boolean {
  return strongReferenceSlots(bound).length > 0 || [...bound.children.values()].some(holdsReferences);
}

/** What a list may not hold as it is, TR-106 has percent-encoded; `%22` and `%25` belong to the expressions inside. */
const encodedInLists = /%(?:20|2C|09|0A|0D)/gi;

/** The paths of a list: divided at the commas outside search expressions, and decoded. */
export function splitReferences(list: string): string[] {
  const entries: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let i = 0; i <= list.length; i++) {
    const c = list[i];
    if (c === '"' && depth > 0) quoted = !quoted;
    else if (c === '[' && !quoted) depth++;
    else if (c === ']' && !quoted) depth--;
    else if (c === undefined || (c === ',' && depth === 0)) {
      entries.push(list.slice(start, i).trim());
      start = i + 1;
    }
  }
  return entries.filter(entry => entry !== '').map(entry => entry.replace(encodedInLists, decodeURIComponent));
}
