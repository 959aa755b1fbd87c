import { READ, WRITE } from '../../datamodel/access.ts';
import {
  DELETE_FAILURE,
  Fault,
  INVALID_PATH,
  OBJECT_DOES_NOT_EXIST,
  PERMISSION_DENIED,
} from '../../datamodel/errors.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { Transaction } from '../../datamodel/transaction.ts';
import type { Delete, DeleteResp } from '../../proto/codec.gen.js';
import { type Answer, errorOf, errorOfFault, type Handler, type MessageContext, type PathFault } from './context.ts';
import { objectsOf, resolveObjectPath } from './paths.ts';

type DeletedObjectResult = DeleteResp.DeletedObjectResultInit;

/** What came of one entry of obj_paths. */
interface Deletion {
  requestedPath: string;
  affected: string[];
  unaffected: PathFault[];
  /** The path itself is wrong. */
  fault?: Fault;
}

/** allow_partial: each path by itself [R-DEL.0]; otherwise all or nothing [R-DEL.1]. */
export const del: Handler<Delete> = async (request, context) => {
  const deletions: Deletion[] = [];
  const done = await context.model.exclusively(async begin => {
    const transaction = begin();
    for (const path of request.obj_paths) deletions.push(stage(transaction, path, context));
    const failed = deletions.some(deletion => deletion.fault || deletion.unaffected.length > 0);
    if (failed && !request.allow_partial) return undefined;
    const committed = await transaction.commit();
    return Array.isArray(committed) ? undefined : { durable: committed.durable };
  });
  if (done instanceof Fault) return errorOfFault(done);
  if (!done) return deleteError(deletions);
  const fault = await done.durable;
  if (fault) return errorOfFault(fault);
  return { response: { delete_resp: { deleted_obj_results: deletions.map(resultOf) } } };
};

function stage(transaction: Transaction, path: string, context: MessageContext): Deletion {
  const deletion: Deletion = { requestedPath: path, affected: [], unaffected: [] };
  const resolved = resolveObjectPath(path, context);
  if (resolved instanceof Fault) {
    // An instance that is not there any more is in the state that was asked for [R-DEL.2a].
    return resolved.code === OBJECT_DOES_NOT_EXIST ? deletion : { ...deletion, fault: resolved };
  }
  const nodes = objectsOf(resolved, path);
  if (nodes instanceof Fault) return { ...deletion, fault: nodes };
  for (const node of nodes) {
    const fault = mayDelete(transaction, node, context);
    const isReadable = (context.access.of(node).instance & READ) !== 0;
    // What may not be read is not named among the paths [R-DEL.4]; whoever named it itself is told all the same.
    if (fault && !resolved.isSearch && !isReadable) return { ...deletion, fault };
    if (fault?.code === INVALID_PATH) return { ...deletion, fault };
    if (fault) {
      if (isReadable) deletion.unaffected.push({ path: node.path, fault }); // [R-DEL.3]
      continue;
    }
    transaction.delete(node);
    if (isReadable) deletion.affected.push(node.path); // [R-DEL.2]
  }
  return deletion;
}

function mayDelete(transaction: Transaction, node: ObjectNode, { access, model }: MessageContext): Fault | undefined {
  if (!node.table) return new Fault(INVALID_PATH, `${node.path} is no row of a table`);
  if (!(access.of(node).instance & WRITE)) return new Fault(PERMISSION_DENIED, `no permission to delete ${node.path}`);
  if (!node.bound.canDelete) return new Fault(DELETE_FAILURE, `rows of ${node.table.path} cannot be deleted`);
  return node.bound.definition?.checkDelete?.(transaction.row(node), model.services);
}

function deleteError(deletions: readonly Deletion[]): Answer {
  const faults: PathFault[] = [];
  for (const deletion of deletions) {
    if (deletion.fault) faults.push({ path: deletion.requestedPath, fault: deletion.fault });
    faults.push(...deletion.unaffected);
  }
  return errorOf(faults[0]?.fault, faults);
}

function resultOf(deletion: Deletion): DeletedObjectResult {
  const { requestedPath, fault, affected, unaffected } = deletion;
  if (fault) {
    const failure = { err_code: fault.code, err_msg: fault.message };
    return { requested_path: requestedPath, oper_status: { oper_failure: failure } };
  }
  const errors = unaffected.map(({ path, fault: { code, message } }) => ({
    unaffected_path: path,
    err_code: code,
    err_msg: message,
  }));
  return {
    requested_path: requestedPath,
    oper_status: { oper_success: { affected_paths: affected, unaffected_path_errs: errors } },
  };
}
