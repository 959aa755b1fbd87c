/** Paths into the supported data model: `{i}` for instances, its last one optional, or a path of existing instances. */
import { commandEventRights, paramRights, READ } from '../../datamodel/access.ts';
import type { Bound } from '../../datamodel/bound.ts';
import { Fault, INVALID_PATH, INVALID_PATH_SYNTAX } from '../../datamodel/errors.ts';
import type { Leaf, Path } from '../../datamodel/path/syntax.ts';
import type { MessageContext } from './context.ts';

export interface Supported {
  bound: Bound;
  /** A single parameter, command or event. */
  leaf: string | undefined;
}

/** Faults: 7008 syntax (also a search, or an instance after `{i}`), 7026 not supported or not to be seen [R-GSP.0]. */
export function resolveSupported(text: string, context: MessageContext): Supported | Fault {
  const path = context.model.parse(text);
  if (path instanceof Fault) return path;
  const bound = walk(path, context);
  if (bound instanceof Fault) return bound;
  const child = path.leaf && bound.children.get(path.leaf.name);
  if (child) return visible(child, undefined, path, context);
  return visible(bound, path.leaf, path, context);
}

function walk(path: Path, context: MessageContext): Bound | Fault {
  const { root } = context.model;
  let bound: Bound = root.bound;
  let hasPlaceholder = false;
  let hasInstance = false;
  // `Device` alone is a leaf to the parser: then there are no segments, and the root is meant.
  for (const segment of path.segments.slice(1)) {
    if (segment.kind === 'name') {
      const child = bound.children.get(segment.name);
      if (!child) return unsupported(path);
      bound = child;
    } else if (segment.kind === 'placeholder') hasPlaceholder = true;
    else if (segment.kind === 'instance') hasInstance = true;
    else
      return new Fault(
        INVALID_PATH_SYNTAX,
        `${path.text}: a supported data model path has {i} or instance numbers only`,
      );
  }
  if (path.segments.length > 0 && !isRoot(path, root.schema.name)) return unsupported(path);
  if (hasPlaceholder && hasInstance) {
    return new Fault(INVALID_PATH_SYNTAX, `${path.text} mixes {i} with instance numbers`);
  }
  if (hasInstance) {
    const resolved = context.model.resolve(path, context.access);
    if (resolved instanceof Fault) return unsupported(path);
  }
  return bound;
}

function isRoot(path: Path, name: string): boolean {
  const [first] = path.segments;
  return first?.kind === 'name' && first.name === name;
}

function visible(bound: Bound, leaf: Leaf | undefined, path: Path, { access }: MessageContext): Supported | Fault {
  const rights = access.ofSchema(bound.schema);
  if (!leaf || (path.segments.length === 0 && leaf.name === bound.schema.name)) {
    return rights.object & READ ? { bound, leaf: undefined } : unsupported(path);
  }
  const { params, commands, events } = bound.schema;
  const param = leaf.kind === 'param' ? params.find(p => p.name === leaf.name) : undefined;
  const known = param ?? [...commands, ...events].find(each => each.name === leaf.name);
  const granted = param ? paramRights(rights, param.slot) : commandEventRights(rights, leaf.name);
  return known && granted & READ ? { bound, leaf: leaf.name } : unsupported(path);
}

function unsupported(path: Path): Fault {
  return new Fault(INVALID_PATH, `${path.text} is not in the supported data model`);
}
