/** Paths into the supported data model: `{i}` for instances, its last one optional, or a path of existing instances. */
import { commandEventRights, paramRights, READ } from '../../datamodel/access.ts';
import type { Bound } from '../../datamodel/bound.ts';
import { Fault, INVALID_PATH, INVALID_PATH_SYNTAX } from '../../datamodel/errors.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Leaf, Path } from '../../datamodel/path/syntax.ts';
import type { MessageContext } from './context.ts';
import { diverge, isMounted, isMountPoint, mountedBelow, rowsIn } from './divergence.ts';

/** Where a path has led. */
interface Place {
  bound: Bound;
  /** The instances of the nearest mount point that the path stands for; where there is none, the root. */
  instances: readonly ObjectNode[];
}

export interface Supported extends Place {
  /** A single parameter, command or event. */
  leaf: string | undefined;
}

/** Faults: 7008 syntax (also a search, or an instance after `{i}`), 7026 not supported or not to be seen [R-GSP.0]. */
export function resolveSupported(text: string, context: MessageContext): Supported | Fault {
  const path = context.model.parse(text);
  if (path instanceof Fault) return path;
  const place = walk(path, context);
  if (place instanceof Fault) return place;
  const isObject = path.leaf && place.bound.children.has(path.leaf.name); // An object path without its final dot.
  if (!path.leaf || !isObject) return visible(place, path.leaf, path, context);
  const below = step(place, path.leaf.name, path, context);
  return below instanceof Fault ? below : visible(below, undefined, path, context);
}

/** Only the last `{i}` may be left out; instances that are named exist, and none follows a `{i}`. */
function walk(path: Path, context: MessageContext): Place | Fault {
  const { root } = context.model;
  const [first, ...rest] = path.segments;
  // `Device` alone is a leaf to the parser: then there are no segments, and the root is meant.
  if (first && (first.kind !== 'name' || first.name !== root.schema.name)) return unsupported(path);
  let place: Place = { bound: root.bound, instances: [root] };
  let isAtRow = true;
  let hasPlaceholder = false;
  for (const segment of rest) {
    if (segment.kind === 'name') {
      const below: Place | Fault = isAtRow ? step(place, segment.name, path, context) : unsupported(path);
      if (below instanceof Fault) return below;
      place = below;
      isAtRow = !place.bound.schema.isTable;
    } else if (segment.kind === 'placeholder' || segment.kind === 'instance') {
      if (isAtRow) return unsupported(path);
      if (hasPlaceholder && segment.kind === 'instance') return badSyntax(path, 'has an instance after {i}');
      isAtRow = true;
      hasPlaceholder ||= segment.kind === 'placeholder';
      if (segment.kind === 'instance') place = instanceOf(place, segment.number);
    } else return badSyntax(path, 'may have {i} or instance numbers only');
  }
  if (!isAtRow && path.leaf && place.bound.children.has(path.leaf.name)) return unsupported(path);
  return areThere(path, context) ? place : unsupported(path);
}

/** The child of that name; what is below a mount point is asked for by an instance, where instances diverge. */
function step({ bound, instances }: Place, name: string, path: Path, context: MessageContext): Place | Fault {
  const child = bound.children.get(name);
  if (!child) return unsupported(path);
  if (isMountPoint(bound) && diverge(instances)) {
    return new Fault(INVALID_PATH, `${path.text}: ${bound.schema.path} diverges, so an instance is to be named`);
  }
  if (isMounted(child.schema) && !mountedBelow(instances).has(child.schema.path)) return unsupported(path);
  return { bound: child, instances: isMountPoint(child) ? rowsIn(instances, child, context) : instances };
}

function instanceOf({ bound, instances }: Place, instance: number): Place {
  return { bound, instances: isMountPoint(bound) ? instances.filter(row => row.instance === instance) : instances };
}

/** Whether the instances that the path names exist. */
function areThere(path: Path, { model, access }: MessageContext): boolean {
  const placeholder = path.segments.findIndex(segment => segment.kind === 'placeholder');
  const segments = placeholder < 0 ? path.segments : path.segments.slice(0, placeholder);
  if (!segments.some(segment => segment.kind === 'instance')) return true;
  return !(model.resolve({ ...path, segments }, access) instanceof Fault);
}

function visible(place: Place, leaf: Leaf | undefined, path: Path, { access }: MessageContext): Supported | Fault {
  const { bound } = place;
  const rights = access.ofSchema(bound.schema);
  if (!leaf || (path.segments.length === 0 && leaf.name === bound.schema.name)) {
    return rights.object & READ ? { ...place, leaf: undefined } : unsupported(path);
  }
  const { params, commands, events } = bound.schema;
  const param = leaf.kind === 'param' ? params.find(p => p.name === leaf.name) : undefined;
  const known = param ?? [...commands, ...events].find(each => each.name === leaf.name);
  const granted = param ? paramRights(rights, param.slot) : commandEventRights(rights, leaf.name);
  return known && granted & READ ? { ...place, leaf: leaf.name } : unsupported(path);
}

function unsupported(path: Path): Fault {
  return new Fault(INVALID_PATH, `${path.text} is not in the supported data model`);
}

function badSyntax(path: Path, what: string): Fault {
  return new Fault(INVALID_PATH_SYNTAX, `${path.text}: a supported data model path ${what}`);
}
