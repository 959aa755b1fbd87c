/**
 * Mounted objects (TR-106 "Mount Points and Mountable Objects"): what a literal of a mount point names in `mounts` is
 * there below the mount point too, by the same literals.
 */

import type { ObjectSchema } from './schema.ts';

interface Mountable {
  path: string;
  mounts?: readonly string[];
}

const root = 'Device.';

/** The literals, and for each mount point those of the objects that are mounted there, under the paths that they have there. */
export function withMounts<Literal extends Mountable>(literals: readonly Literal[]): Literal[] {
  const mounted = literals.flatMap(({ path: mountPoint, mounts = [] }) =>
    literals
      .filter(({ path }) => mounts.some(mountable => path.startsWith(mountable)))
      .map(literal => ({ ...literal, path: mountPoint + literal.path.slice(root.length) })),
  );
  return [...literals, ...mounted];
}

/** The path that the literal of an object has, of which that of its parent has `above`. */
export function literalPathOf({ name, isTable, mounted }: ObjectSchema, above: string): string {
  return `${mounted ? root : above}${name}.${isTable ? '{i}.' : ''}`;
}
