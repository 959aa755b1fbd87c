/** One entry of a ReferenceList, made ready: does it cover a change? */
import { fullAccess } from '../../datamodel/access.ts';
import type { Bound } from '../../datamodel/bound.ts';
import { Fault } from '../../datamodel/errors.ts';
import type { DataModel } from '../../datamodel/model.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { compileExpression } from '../../datamodel/path/expression.ts';
import { boundAt } from '../../datamodel/path/supported.ts';
import type { Path, Segment } from '../../datamodel/path/syntax.ts';
import type { ObjectSchema } from '../../datamodel/schema.ts';

/** A condition on the row at one depth of a path. */
type Condition = (row: ObjectNode) => boolean;

export interface Reference {
  /** The object that the entry names; its table, for a table path. */
  schema: ObjectSchema;
  /** Parameter, command or event; undefined when everything of and below the object is meant. */
  leaf: string | undefined;
  /** Whether the rows on the way to `node` are meant. */
  covers(node: ObjectNode): boolean;
}

/**
 * Compiles an entry; undefined when it is not in the supported data model (it then never matches). An entry without a
 * final dot may be a parameter or an object. References are followed as they point when the entry is compiled.
 */
export function compileReference(text: string, model: DataModel): Reference | undefined {
  const parsed = model.parse(text);
  if (parsed instanceof Fault) return undefined;
  const path = asObjectPath(parsed, model);
  if (path.segments.some(segment => segment.kind === 'follow')) return compileFollowed(path, model);
  const bound = boundAt(path, model.root.bound);
  if (!bound || (path.leaf && !hasLeaf(bound, path.leaf.name))) return undefined;
  const conditions = conditionsOf(path.segments, model);
  return {
    schema: bound.schema,
    leaf: path.leaf?.name,
    covers: node => [...conditions].every(([depth, condition]) => holdsAt(node, depth, condition)),
  };
}

/** `Device.DeviceInfo` names an object although it looks like a parameter. */
function asObjectPath(path: Path, model: DataModel): Path {
  if (path.leaf?.kind !== 'param') return path;
  const bound = boundAt(path, model.root.bound);
  const isRoot = path.segments.length === 0 && path.leaf.name === model.root.schema.name;
  if (!isRoot && !bound?.children.has(path.leaf.name)) return path;
  const parsed = model.parse(`${path.text}.`);
  return parsed instanceof Fault ? path : parsed;
}

function hasLeaf({ schema }: Bound, name: string): boolean {
  return (
    schema.paramByName.has(name) ||
    schema.commands.some(command => command.name === name) ||
    schema.events.some(event => event.name === name)
  );
}

/** By the index of the instance identifier in the path. */
function conditionsOf(segments: readonly Segment[], model: DataModel): Map<number, Condition> {
  const conditions = new Map<number, Condition>();
  const context = { root: model.root, services: model.services, access: fullAccess };
  for (const [depth, segment] of segments.entries()) {
    if (segment.kind === 'instance') conditions.set(depth, row => row.instance === segment.number);
    if (segment.kind !== 'search') continue;
    conditions.set(depth, row => {
      const matches = compileExpression(row.bound, segment.components);
      return !(matches instanceof Fault) && matches(row, context);
    });
  }
  return conditions;
}

function holdsAt(node: ObjectNode, depth: number, condition: Condition): boolean {
  for (let at: ObjectNode | undefined = node; at; at = at.parent) {
    if (at.table && at.path.split('.').length - 2 === depth) return condition(at);
  }
  return true;
}

function compileFollowed(path: Path, model: DataModel): Reference | undefined {
  const resolved = model.resolve(path, fullAccess);
  if (resolved instanceof Fault) return undefined;
  const [first] = resolved.nodes;
  if (!first) return undefined;
  const paths = resolved.nodes.map(node => node.path);
  return {
    schema: first.schema,
    leaf: path.leaf?.name,
    covers: node => paths.some(each => node.path.startsWith(each)),
  };
}
