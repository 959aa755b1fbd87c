import { paramRights, READ } from '../../datamodel/access.ts';
import { Fault, INVALID_PATH, INVALID_PATH_SYNTAX, OBJECT_DOES_NOT_EXIST } from '../../datamodel/errors.ts';
import { ObjectNode, type TableNode } from '../../datamodel/node.ts';
import type { Path } from '../../datamodel/path/syntax.ts';
import { readableParams, textOf } from '../../datamodel/readable.ts';
import type { Get, GetResp } from '../../proto/codec.gen.js';
import type { Handler, MessageContext } from './context.ts';
import { unsupported } from './paths.ts';

type ResolvedPathResult = GetResp.ResolvedPathResultInit;

/** Answers each path by itself, in the order of the request. */
export const get: Handler<Get> = (request, context) => {
  const results = request.param_paths.map(path => resultOf(path, request.max_depth, context));
  return { response: { get_resp: { req_path_results: results } } };
};

function resultOf(text: string, maxDepth: number, context: MessageContext): GetResp.RequestedPathResultInit {
  const read = readPath(text, maxDepth, context);
  if (!(read instanceof Fault)) return { requested_path: text, resolved_path_results: read };
  // What is not there and what may not be seen look alike [R-GET.0, R-GET.1].
  const code = read.code === OBJECT_DOES_NOT_EXIST ? INVALID_PATH : read.code;
  return { requested_path: text, err_code: code, err_msg: read.message };
}

function readPath(text: string, maxDepth: number, context: MessageContext): ResolvedPathResult[] | Fault {
  const path = context.model.parse(text);
  if (path instanceof Fault) return path;
  if (path.undotted) return new Fault(INVALID_PATH_SYNTAX, `${text} is an object path without its final dot`);
  if (path.leaf && path.leaf.kind !== 'param') return unsupported(path);
  const resolved = context.model.resolve(path, context.access);
  if (resolved instanceof Fault) return resolved;
  if (!path.leaf) return readObjects(path, resolved.nodes, resolved.isSearch, maxDepth, context);
  if (resolved.bound && (resolved.atTable || !resolved.bound.schema.paramByName.has(path.leaf.name))) {
    return unsupported(path);
  }
  return readParam(path, path.leaf.name, resolved.nodes, resolved.isSearch, context);
}

/** One parameter of each object; the resolved path is the object's [R-GET.2, R-GET.3]. */
function readParam(
  path: Path,
  name: string,
  nodes: readonly (ObjectNode | TableNode)[],
  isSearch: boolean,
  context: MessageContext,
): ResolvedPathResult[] | Fault {
  const results: ResolvedPathResult[] = [];
  for (const node of nodes) {
    const param = node.schema.paramByName.get(name);
    if (!(node instanceof ObjectNode) || !param) continue;
    if (!(paramRights(context.access.of(node), param.slot) & READ)) continue;
    results.push({ resolved_path: node.path, result_params: { [name]: textOf(node, param, context) } });
  }
  return results.length === 0 && !isSearch ? unsupported(path) : results;
}

/** Each object and what is below it, to a depth of `maxDepth` levels [R-GET.5]; 0 is all. */
function readObjects(
  path: Path,
  nodes: readonly (ObjectNode | TableNode)[],
  isSearch: boolean,
  maxDepth: number,
  context: MessageContext,
): ResolvedPathResult[] | Fault {
  const readable = nodes.filter(node => mayRead(node, context));
  if (readable.length === 0 && !isSearch) return unsupported(path);
  const results: ResolvedPathResult[] = [];
  for (const node of readable) collect(node, maxDepth === 0 ? Number.POSITIVE_INFINITY : maxDepth, results, context);
  return results;
}

/** The rows of a table are one level, like a single object: the table itself holds no parameters. */
function collect(
  node: ObjectNode | TableNode,
  depth: number,
  results: ResolvedPathResult[],
  context: MessageContext,
): void {
  if (depth <= 0 || !mayRead(node, context)) return;
  if (!(node instanceof ObjectNode)) {
    for (const row of node.rows.values()) collect(row, depth, results, context);
    return;
  }
  // An object of which nothing may be read is left out, as the conformance plan has it (2.21).
  const params = readableParams(node, context);
  if (Object.keys(params).length > 0) results.push({ resolved_path: node.path, result_params: params });
  for (const child of node.children?.values() ?? []) collect(child, depth - 1, results, context);
}

function mayRead(node: ObjectNode | TableNode, { access }: MessageContext): boolean {
  const rights = node instanceof ObjectNode ? access.of(node) : access.ofTable(node);
  return (rights.object & READ) !== 0;
}
