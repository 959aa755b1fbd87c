/** One entry of Permission.{i}.Targets: which objects and leaves it covers. */
import type { Bound } from '../../datamodel/bound.ts';
import { Fault } from '../../datamodel/errors.ts';
import type { ObjectNode, TableNode } from '../../datamodel/node.ts';
import { compileExpression } from '../../datamodel/path/expression.ts';
import { parsePath } from '../../datamodel/path/parse.ts';
import type { ResolveContext } from '../../datamodel/path/resolve.ts';
import type { Component, Segment } from '../../datamodel/path/syntax.ts';
import type { ObjectSchema } from '../../datamodel/schema.ts';

/** A target is static when every instance is treated alike, so that it can be judged on the schema alone. */
export interface Target {
  segments: readonly Segment[];
  /** A parameter, command or event; the target then covers nothing else. */
  leaf: string | undefined;
  isStatic: boolean;
}

/** What of an object a target covers: everything, one leaf, or nothing. */
export type Coverage = 'object' | { leaf: string } | undefined;

/** Parses a target; an undotted object path is one too. Undefined when it is no path of our data model's syntax. */
export function parseTarget(text: string, root: Bound): Target | undefined {
  const path = parsePath(text);
  if ('reason' in path) return undefined;
  const segments = [...path.segments];
  let leaf = path.leaf?.name;
  if (leaf !== undefined && namesObject(root, segments, leaf)) {
    segments.push({ kind: 'name', name: leaf });
    leaf = undefined;
  }
  const isStatic = segments.every(s => s.kind === 'name' || s.kind === 'all' || s.kind === 'placeholder');
  return { segments, leaf, isStatic };
}

function namesObject(root: Bound, segments: readonly Segment[], leaf: string): boolean {
  if (segments.length === 0) return leaf === root.schema.name;
  let bound: Bound | undefined = root;
  for (const segment of segments.slice(1)) {
    if (segment.kind === 'name') bound = bound?.children.get(segment.name);
  }
  return bound?.children.has(leaf) ?? false;
}

/** Coverage of any instance of `schema`; what a target says about single instances counts as if it met them all. */
export function coverageOfSchema(target: Target, schema: ObjectSchema): Coverage {
  const parts = schema.path.split('.').slice(0, -1);
  const fits = (segment: Segment, part: string) =>
    segment.kind === 'name' ? segment.name === part : segment.kind !== 'follow' && part === '{i}';
  if (!target.segments.every((segment, i) => i < parts.length && fits(segment, parts[i] as string))) return undefined;
  return coverageAt(target, parts.length);
}

/** Coverage of one object. */
export function coverageOfNode(target: Target, node: ObjectNode, context: ResolveContext): Coverage {
  const coverage = coverageOfSchema(target, node.schema);
  if (!coverage || target.isStatic) return coverage;
  return meetsInstances(target, node.path, node, context) ? coverage : undefined;
}

/** Coverage of a table: of what is true of rows that it does not have yet. Targets that name single rows are not. */
export function coverageOfTable(target: Target, table: TableNode, context: ResolveContext): Coverage {
  const coverage = coverageOfSchema(target, table.schema);
  if (!coverage || target.isStatic) return coverage;
  return meetsInstances(target, table.path, table.parent, context) ? coverage : undefined;
}

/** Whether the instances that a target names are those of `path`, whose last object is `node`. */
function meetsInstances({ segments }: Target, path: string, node: ObjectNode, context: ResolveContext): boolean {
  const parts = path.split('.').slice(0, -1);
  const rows = rowsByDepth(node);
  return segments.every((segment, i) => {
    if (segment.kind === 'instance') return Number(parts[i]) === segment.number;
    return segment.kind !== 'search' || rowMatches(rows.get(i), segment.components, context);
  });
}

function coverageAt(target: Target, depth: number): Coverage {
  if (target.leaf === undefined) return 'object';
  return target.segments.length === depth ? { leaf: target.leaf } : undefined;
}

/** The rows on the way to `node`, by the index of their instance number in the path. */
function rowsByDepth(node: ObjectNode): Map<number, ObjectNode> {
  const rows = new Map<number, ObjectNode>();
  for (let at: ObjectNode | undefined = node; at; at = at.parent) {
    if (at.table) rows.set(at.path.split('.').length - 2, at);
  }
  return rows;
}

function rowMatches(row: ObjectNode | undefined, components: readonly Component[], context: ResolveContext): boolean {
  if (!row) return false;
  const matches = compileExpression(row.bound, components);
  return !(matches instanceof Fault) && matches(row, context);
}
