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
  const child = path.leaf && bound.children.get(path.leaf.name); // An object path without its final dot.
  if (child) return visible(child, undefined, path, context);
  return visible(bound, path.leaf, path, context);
}

/** Only the last `{i}` may be left out; instances that are named exist, and none follows a `{i}`. */
function walk(path: Path, context: MessageContext): Bound | Fault {
  const { root } = context.model;
  const [first, ...rest] = path.segments;
  // `Device` alone is a leaf to the parser: then there are no segments, and the root is meant.
  if (first && (first.kind !== 'name' || first.name !== root.schema.name)) return unsupported(path);
  let bound: Bound = root.bound;
  let isAtRow = true;
  let hasPlaceholder = false;
  for (const segment of rest) {
    if (segment.kind === 'name') {
      const child: Bound | undefined = isAtRow ? bound.children.get(segment.name) : undefined;
      if (!child) return unsupported(path);
      bound = child;
      isAtRow = !child.schema.isTable;
    } else if (segment.kind === 'placeholder' || segment.kind === 'instance') {
      if (isAtRow) return unsupported(path);
      if (hasPlaceholder && segment.kind === 'instance') return badSyntax(path, 'has an instance after {i}');
      isAtRow = true;
      hasPlaceholder ||= segment.kind === 'placeholder';
    } else return badSyntax(path, 'may have {i} or instance numbers only');
  }
  if (!isAtRow && path.leaf && bound.children.has(path.leaf.name)) return unsupported(path);
  return areThere(path, context) ? bound : unsupported(path);
}

/** Whether the instances that the path names exist. */
function areThere(path: Path, { model, access }: MessageContext): boolean {
  const placeholder = path.segments.findIndex(segment => segment.kind === 'placeholder');
  const segments = placeholder < 0 ? path.segments : path.segments.slice(0, placeholder);
  if (!segments.some(segment => segment.kind === 'instance')) return true;
  return !(model.resolve({ ...path, segments }, access) instanceof Fault);
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

function badSyntax(path: Path, what: string): Fault {
  return new Fault(INVALID_PATH_SYNTAX, `${path.text}: a supported data model path ${what}`);
}
