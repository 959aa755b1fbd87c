import { READ } from '../../datamodel/access.ts';
import { Fault, INVALID_PATH, OBJECT_DOES_NOT_EXIST, OBJECT_IS_NOT_A_TABLE } from '../../datamodel/errors.ts';
import { ObjectNode, type TableNode } from '../../datamodel/node.ts';
import { readableKeys } from '../../datamodel/readable.ts';
import type { GetInstances, GetInstancesResp } from '../../proto/codec.gen.js';
import type { Handler, MessageContext } from './context.ts';
import { resolveObjectPath, tablesOf } from './paths.ts';

type CurrInstance = GetInstancesResp.CurrInstanceInit;

export const getInstances: Handler<GetInstances> = (request, context) => {
  const results = request.obj_paths.map(path => resultOf(path, request.first_level_only, context));
  return { response: { get_instances_resp: { req_path_results: results } } };
};

function resultOf(
  path: string,
  firstLevelOnly: boolean,
  context: MessageContext,
): GetInstancesResp.RequestedPathResultInit {
  const resolved = resolveObjectPath(path, context);
  if (resolved instanceof Fault && resolved.code === OBJECT_DOES_NOT_EXIST && path.includes('[')) {
    // A unique key that no row has is a search that finds nothing, as the conformance plan has it (1.83).
    return { requested_path: path };
  }
  const fault = resolved instanceof Fault ? asInvalidPath(resolved) : notATable(resolved.atTable, path);
  if (fault || resolved instanceof Fault) {
    return { requested_path: path, err_code: fault?.code, err_msg: fault?.message };
  }
  const tables = tablesOf(resolved).filter(table => isFound(table, context));
  if (tables.length === 0 && !resolved.isSearch) {
    return { requested_path: path, err_code: INVALID_PATH, err_msg: `${path} does not exist` };
  }
  const instances: CurrInstance[] = [];
  for (const table of tables) collect(table, firstLevelOnly, instances, context);
  return { requested_path: path, curr_insts: instances };
}

/** Whether the rows on the way to the table may be seen; those that may not are not there [R-GIN.0]. */
function isFound(table: TableNode, { access }: MessageContext): boolean {
  for (let at: ObjectNode | undefined = table.parent; at; at = at.parent) {
    if (at.table && !(access.of(at).instance & READ)) return false;
  }
  return true;
}

function asInvalidPath(fault: Fault): Fault {
  return fault.code === OBJECT_DOES_NOT_EXIST ? new Fault(INVALID_PATH, fault.message) : fault;
}

function notATable(atTable: boolean, path: string): Fault | undefined {
  return atTable ? undefined : new Fault(OBJECT_IS_NOT_A_TABLE, `${path} is not a table`);
}

function collect(table: TableNode, firstLevelOnly: boolean, instances: CurrInstance[], context: MessageContext): void {
  for (const row of table.rows.values()) {
    if (!(context.access.of(row).instance & READ)) continue; // [R-GIN.0]
    instances.push({ instantiated_obj_path: row.path, unique_keys: readableKeys(row, context) });
    if (!firstLevelOnly) collectBelow(row, instances, context);
  }
}

function collectBelow(node: ObjectNode, instances: CurrInstance[], context: MessageContext): void {
  for (const child of node.children?.values() ?? []) {
    if (child instanceof ObjectNode) collectBelow(child, instances, context);
    else collect(child, false, instances, context);
  }
}
