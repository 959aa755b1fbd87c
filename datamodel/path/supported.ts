/** What of the supported data model a path speaks of, whichever instances it names. */
import type { Bound } from '../bound.ts';
import type { ObjectNode } from '../node.ts';
import type { ParamSchema } from '../schema.ts';
import { isSyntaxError, parsePath } from './parse.ts';
import type { Path } from './syntax.ts';

/** The object at the segments of `path`, its leaf left out; undefined when it is not supported. */
export function boundAt(path: Path, root: Bound): Bound | undefined {
  const [first, ...rest] = path.segments;
  let bound: Bound | undefined =
    !first || (first.kind === 'name' && first.name === root.schema.name) ? root : undefined;
  for (const segment of rest) {
    if (segment.kind === 'name') bound = bound?.children.get(segment.name);
  }
  return bound;
}

/** For a literal's check: the bound of the root of the tree that a row is in. */
export function rootBoundOf(node: ObjectNode): Bound {
  let at = node;
  while (at.parent) at = at.parent;
  return at.bound;
}

/**
 * Whether `text` names something that is supported: an object, or a parameter of one. A path that follows references
 * cannot be judged before there is something to follow, and passes.
 */
export function isSupported(text: string, root: Bound): boolean {
  const path = parsePath(text);
  if (isSyntaxError(path)) return false;
  if (path.segments.some(segment => segment.kind === 'follow')) return true;
  const bound = boundAt(path, root);
  if (!bound || !path.leaf) return bound !== undefined;
  if (path.leaf.kind !== 'param') return false;
  return bound.schema.paramByName.has(path.leaf.name) || bound.children.has(path.leaf.name);
}

/** The parameter that `text` names; undefined when it names none that is supported. */
export function paramAt(text: string, root: Bound): { bound: Bound; param: ParamSchema } | undefined {
  const path = parsePath(text);
  const bound = isSyntaxError(path) ? undefined : boundAt(path, root);
  if (!bound || isSyntaxError(path) || path.leaf?.kind !== 'param') return undefined;
  const param = bound.schema.paramByName.get(path.leaf.name);
  return param && { bound, param };
}
