import { paramRights, READ, type Rights } from '../../datamodel/access.ts';
import {
  Fault,
  INVALID_PATH,
  INVALID_PATH_SYNTAX,
  OBJECT_DOES_NOT_EXIST,
  RESOURCES_EXCEEDED,
} from '../../datamodel/errors.ts';
import { ObjectNode, type TableNode } from '../../datamodel/node.ts';
import type { Resolved } from '../../datamodel/path/resolve.ts';
import { textOf } from '../../datamodel/readable.ts';
import type { Get } from '../../proto/codec.gen.js';
import { msgBytesMax } from '../../proto/limits.ts';
import { errorOfFault, type Handler, type MessageContext } from './context.ts';
import { GetRespWriter } from './getresp.ts';
import { unsupported } from './paths.ts';

const tooLong = `the answer is too large: more than ${msgBytesMax} bytes`;

/** Answers each path by itself, in the order of the request. What is written ends soon after no Message can hold it. */
export const get: Handler<Get> = (request, context) => {
  const writer = new GetRespWriter();
  for (const path of request.param_paths) {
    writer.path(path);
    const fault = writePath(path, request.max_depth, context, writer);
    // What is not there and what may not be seen look alike [R-GET.0, R-GET.1].
    if (fault) writer.fail(fault.code === OBJECT_DOES_NOT_EXIST ? INVALID_PATH : fault.code, fault.message);
    if (writer.isTooLong) return errorOfFault(new Fault(RESOURCES_EXCEEDED, tooLong));
    writer.endPath();
  }
  return { written: writer.finish() };
};

/** Writes what the path names; with a Fault nothing is written. */
function writePath(text: string, maxDepth: number, context: MessageContext, writer: GetRespWriter): Fault | undefined {
  const path = context.model.parse(text);
  if (path instanceof Fault) return path;
  if (path.undotted) return new Fault(INVALID_PATH_SYNTAX, `${text} is an object path without its final dot`);
  if (path.leaf && path.leaf.kind !== 'param') return unsupported(path);
  const resolved = context.model.resolve(path, context.access);
  if (resolved instanceof Fault) return resolved;
  const { nodes, bound, atTable, isSearch } = resolved;
  if (path.leaf && bound && (atTable || !bound.schema.paramByName.has(path.leaf.name))) return unsupported(path);
  const isFound = path.leaf
    ? writeParam(path.leaf.name, nodes, context, writer)
    : writeObjects(nodes, maxDepth, context, writer);
  return isFound || isSearch ? undefined : unsupported(path);
}

/** One parameter of each object; the resolved path is the object's [R-GET.2, R-GET.3]. False when there is none. */
function writeParam(name: string, nodes: Resolved['nodes'], context: MessageContext, writer: GetRespWriter): boolean {
  let isFound = false;
  for (const node of nodes) {
    if (writer.isTooLong) break;
    const param = node.schema.paramByName.get(name);
    if (!(node instanceof ObjectNode) || !param) continue;
    if (!(paramRights(context.access.of(node), param.slot) & READ)) continue;
    writer.object(node.path);
    writer.param(name, textOf(node, param, context));
    writer.endObject();
    isFound = true;
  }
  return isFound;
}

/** Each object and what is below it, to a depth of `maxDepth` levels [R-GET.5]; 0 is all. False when none may be seen. */
function writeObjects(
  nodes: Resolved['nodes'],
  maxDepth: number,
  context: MessageContext,
  writer: GetRespWriter,
): boolean {
  let isFound = false;
  const depth = maxDepth === 0 ? Number.POSITIVE_INFINITY : maxDepth;
  for (const node of nodes) if (writeTree(node, depth, context, writer)) isFound = true;
  return isFound;
}

/** The rows of a table are one level, like a single object: the table itself holds no parameters. */
function writeTree(
  node: ObjectNode | TableNode,
  depth: number,
  context: MessageContext,
  writer: GetRespWriter,
): boolean {
  if (writer.isTooLong) return true;
  const rights = node instanceof ObjectNode ? context.access.of(node) : context.access.ofTable(node);
  if (!(rights.object & READ)) return false;
  if (!(node instanceof ObjectNode)) {
    for (const row of node.rows.values()) writeTree(row, depth, context, writer);
    return true;
  }
  writeObject(node, rights, context, writer);
  if (depth > 1 && node.children) {
    for (const child of node.children.values()) writeTree(child, depth - 1, context, writer);
  }
  return true;
}

/** All parameters that may be read [R-GET.4]. An object without any is left out, as the conformance plan has it (2.21). */
function writeObject(node: ObjectNode, rights: Rights, context: MessageContext, writer: GetRespWriter): void {
  let isBegun = false;
  for (const param of node.schema.params) {
    if (!(paramRights(rights, param.slot) & READ)) continue;
    if (!isBegun) writer.object(node.path);
    isBegun = true;
    writer.param(param.name, textOf(node, param, context));
  }
  if (isBegun) writer.endObject();
}
