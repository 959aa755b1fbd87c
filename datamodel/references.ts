/** References between objects: lists of them, and that strong ones do not outlive what they point at [R-ARC.12]. */
import type { Bound } from './bound.ts';
import { ObjectNode } from './node.ts';
import type { Transaction } from './transaction.ts';

/**
 * Stages what goes with the deleted rows of a transaction: strong references to them or to something below them, and the
 * rows that a Controller among them has created. One walk over the tree, however many rows are deleted.
 */
export function dropReferences(root: ObjectNode, transaction: Transaction): void {
  for (let known = 0; known < transaction.deleted.size; ) {
    known = transaction.deleted.size;
    const gone = new Set(Array.from(transaction.deleted, node => node.path));
    const orphans: ObjectNode[] = [];
    visit(root, transaction, item => isGone(item, gone), orphans);
    for (const orphan of orphans) transaction.delete(orphan);
  }
}

/** Whether an object on the way to what is referred to is gone. */
function isGone(reference: string, gone: ReadonlySet<string>): boolean {
  const path = `${reference.trim()}.`;
  for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
    if (gone.has(path.slice(0, dot + 1))) return true;
  }
  return false;
}

function visit(
  node: ObjectNode,
  transaction: Transaction,
  isGone: (item: string) => boolean,
  orphans: ObjectNode[],
): void {
  const { strong, isBarren } = referencesOf(node.bound);
  if (node.table && isGone(creatorOf(node, transaction))) {
    orphans.push(node);
    return;
  }
  for (const slot of strong) {
    const value = String(transaction.valueOf(node, slot));
    if (value === '') continue;
    const kept = value.split(',').filter(item => !isGone(item));
    if (kept.length < value.split(',').length) transaction.stage(node, slot, kept.join(','));
  }
  if (isBarren) return;
  for (const child of node.children?.values() ?? []) {
    if (child instanceof ObjectNode) visit(child, transaction, isGone, orphans);
    else if (hasReferences(child.bound))
      for (const row of transaction.rowsOf(child)) visit(row, transaction, isGone, orphans);
  }
}

/** The reference to the Controller that created the row; empty where the table keeps none. */
function creatorOf(node: ObjectNode, transaction: Transaction): string {
  const name = node.bound.definition?.creator;
  const param = name === undefined ? undefined : node.schema.paramByName.get(name);
  return param ? String(transaction.valueOf(node, param.slot)) : '';
}

interface References {
  /** Slots of strong references. */
  strong: readonly number[];
  /** No object below has any: most of the tree is not visited. */
  isBarren: boolean;
}

const known = new WeakMap<Bound, References>();

function referencesOf(bound: Bound): References {
  let references = known.get(bound);
  if (!references) {
    const strong = bound.schema.params.filter(param => param.type.reference === 'strong').map(param => param.slot);
    references = { strong, isBarren: ![...bound.children.values()].some(hasReferences) };
    known.set(bound, references);
  }
  return references;
}

function hasReferences(bound: Bound): boolean {
  const { strong, isBarren } = referencesOf(bound);
  return strong.length > 0 || !isBarren;
}

/** What a list may not hold as it is, TR-106 has percent-encoded; `%22` and `%25` belong to the expressions inside. */
const encodedInLists = /%(?:20|2[Cc]|09|0[AaDd])/g;

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
