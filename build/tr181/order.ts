/** The order of the table. */
import { parentPath } from './facts.ts';

/** Sorts by the tree: each object before its children, siblings in the order in which they came. */
export function inTreeOrder<T extends { path: string }>(objects: readonly T[]): T[] {
  const children = new Map<string, T[]>();
  for (const object of objects) {
    const parent = parentPath(object.path);
    children.set(parent, [...(children.get(parent) ?? []), object]);
  }
  const below = (path: string): T[] => (children.get(path) ?? []).flatMap(object => [object, ...below(object.path)]);
  const sorted = below('');
  if (sorted.length !== objects.length) throw new Error('an object has no parent');
  return sorted;
}
