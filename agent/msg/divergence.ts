/**
 * Mount points in the supported data model: what is mounted below an instance depends on the instance, so that instances
 * may diverge (TR-369 "The GetSupportedDM Message"). What no instance has is not supported there.
 */
import { READ } from '../../datamodel/access.ts';
import type { Bound } from '../../datamodel/bound.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { descend } from '../../datamodel/tree.ts';
import type { MessageContext } from './context.ts';

/** Paths of the supported data model that are mounted below a mount point's instance. */
export type Mounted = ReadonlySet<string>;

/** Whether objects of the root are mounted directly below. */
export function isMountPoint({ children }: Bound): boolean {
  for (const { schema } of children.values()) if (schema.mounted) return true;
  return false;
}

/** The rows of the table `bound` in these objects, as far as the Controller may know of them [R-GSP.0]. */
export function rowsIn(parents: readonly ObjectNode[], bound: Bound, { access }: MessageContext): ObjectNode[] {
  const tables = parents.map(parent => parent.tableNamed(bound.schema.name));
  return tables.flatMap(table => [...(table?.rows.values() ?? [])]).filter(row => access.of(row).object & READ);
}

/** What is mounted below these instances, all of them together. */
export function mountedBelow(instances: readonly ObjectNode[]): Mounted {
  const mounted = new Set<string>();
  for (const instance of instances) {
    for (const { schema } of descend(instance)) if (isMounted(schema)) mounted.add(schema.path);
  }
  return mounted;
}

/** Whether these instances of a mount point do not all have the same mounted below them. */
export function diverge([first, ...others]: readonly ObjectNode[]): boolean {
  if (!first) return false;
  const mounted = mountedBelow([first]);
  return others.some(other => {
    const own = mountedBelow([other]);
    return own.size !== mounted.size || [...own].some(path => !mounted.has(path));
  });
}

/** Whether an object is mounted, or below one that is. */
export function isMounted(schema: Bound['schema']): boolean {
  for (let at: Bound['schema'] | undefined = schema; at; at = at.parent) if (at.mounted) return true;
  return false;
}
