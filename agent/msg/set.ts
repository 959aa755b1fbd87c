import { paramRights, READ } from '../../datamodel/access.ts';
import { Fault } from '../../datamodel/errors.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import { textOf } from '../../datamodel/readable.ts';
import type { Transaction } from '../../datamodel/transaction.ts';
import type { Set as SetRequest, SetResp } from '../../proto/codec.gen.js';
import { commitSettings } from './commit.ts';
import { type Answer, errorOf, errorOfFault, type Handler, type MessageContext, type PathFault } from './context.ts';
import { objectsOf, resolveObjectPath } from './paths.ts';
import {
  objectFaultOf,
  paramErrorsOf,
  requiredFaults,
  type SettingFault,
  type Settled,
  stageSettings,
} from './settings.ts';

type UpdatedObjectResult = SetResp.UpdatedObjectResultInit;

/** What came of one entry of update_objs. */
interface Update {
  requestedPath: string;
  instances: { node: ObjectNode; settled: Settled }[];
  /** The entry failed as a whole, because of these objects or because of its path. */
  fault?: Fault;
  failures: { path: string; faults: readonly SettingFault[]; fault: Fault }[];
}

/** allow_partial: each entry by itself [R-SET.0]; otherwise all or nothing [R-SET.1]. */
export const set: Handler<SetRequest> = async (request, context) => {
  if (!request.allow_partial) return setAll(request, context);
  const results: UpdatedObjectResult[] = [];
  for (const entry of request.update_objs) results.push(await setOne(entry, context));
  return { response: { set_resp: { updated_obj_results: results } } };
};

async function setAll(request: SetRequest, context: MessageContext): Promise<Answer> {
  const done = await context.model.exclusively(async begin => {
    const transaction = begin();
    const updates = request.update_objs.map(entry => stageEntry(transaction, entry, context));
    const failed = updates.filter(update => update.fault);
    if (failed.length === 0) for (const update of updates) await judge(transaction, update);
    if (updates.every(update => !update.fault)) {
      const outcome = await commitSettings(transaction, settledOf(updates));
      if ('durable' in outcome) return { updates, durable: outcome.durable };
      blame(updates, outcome);
    }
    return { updates, durable: undefined };
  });
  if (done instanceof Fault) return errorOfFault(done);
  const fault = await done.durable;
  if (fault) return errorOfFault(fault);
  if (!done.durable) return setError(done.updates);
  return { response: { set_resp: { updated_obj_results: done.updates.map(u => resultOf(u, context)) } } };
}

async function setOne(entry: SetRequest.UpdateObject, context: MessageContext): Promise<UpdatedObjectResult> {
  const done = await context.model.exclusively(async begin => {
    const transaction = begin();
    const update = stageEntry(transaction, entry, context);
    if (!update.fault) await judge(transaction, update);
    if (update.fault) return { update, durable: undefined };
    const outcome = await commitSettings(transaction, settledOf([update]));
    if ('durable' in outcome) return { update, durable: outcome.durable };
    blame([update], outcome);
    return { update, durable: undefined };
  });
  if (done instanceof Fault) return failureOf(entry.obj_path, done);
  const fault = await done.durable;
  return fault ? failureOf(entry.obj_path, fault) : resultOf(done.update, context);
}

/** Stages one entry; a search path that matches several objects is one whole [R-SET.2a]. */
function stageEntry(transaction: Transaction, entry: SetRequest.UpdateObject, context: MessageContext): Update {
  const update: Update = { requestedPath: entry.obj_path, instances: [], failures: [] };
  const resolved = resolveObjectPath(entry.obj_path, context);
  const nodes = resolved instanceof Fault ? resolved : objectsOf(resolved, entry.obj_path);
  if (nodes instanceof Fault) return { ...update, fault: nodes };
  for (const node of nodes) {
    const settled = stageSettings(transaction, node, entry.param_settings, context);
    const required = requiredFaults(settled, () => false);
    if (required.length > 0) {
      update.failures.push({ path: node.path, faults: required, fault: objectFaultOf(required) });
    } else update.instances.push({ node, settled });
  }
  const [first] = update.failures;
  if (first) update.fault = first.fault;
  return update;
}

/** Unique keys and what the literal says, once all of the message is staged. */
async function judge(transaction: Transaction, update: Update): Promise<void> {
  for (const { node } of update.instances) {
    const fault = transaction.check(node);
    if (!fault) continue;
    const setting = { param: fault.param ?? '', value: '', required: true };
    update.failures.push({ path: node.path, faults: fault.param ? [{ setting, fault }] : [], fault });
    update.fault ??= fault;
  }
}

/** An actuator failed: its entry has, and with it the message. */
function blame(updates: readonly Update[], outcome: { staged: Settled['staged'][number] | undefined; fault: Fault }) {
  const { staged, fault } = outcome;
  const owner = updates.find(u => u.instances.some(({ settled }) => staged && settled.staged.includes(staged)));
  const update = owner ?? updates[0];
  if (!update) return;
  const instance = owner?.instances.find(({ settled }) => staged && settled.staged.includes(staged));
  update.fault = fault;
  if (instance && staged) {
    update.failures.push({ path: instance.node.path, faults: [{ setting: staged.setting, fault }], fault });
  }
}

const settledOf = (updates: readonly Update[]) => updates.flatMap(u => u.instances.map(({ settled }) => settled));

function setError(updates: readonly Update[]): Answer {
  const faults: PathFault[] = [];
  for (const update of updates) {
    if (update.fault && update.failures.length === 0) faults.push({ path: update.requestedPath, fault: update.fault });
    for (const failure of update.failures) {
      for (const { setting, fault } of failure.faults) faults.push({ path: failure.path + setting.param, fault });
      if (failure.faults.length === 0) faults.push({ path: failure.path, fault: failure.fault });
    }
  }
  return errorOf(updates.find(update => update.fault)?.fault, faults);
}

function resultOf(update: Update, context: MessageContext): UpdatedObjectResult {
  if (update.fault) return failureOf(update.requestedPath, update.fault, update);
  const results = update.instances.map(({ node, settled }) => ({
    affected_path: node.path,
    param_errs: paramErrorsOf(settled.faults),
    updated_params: updatedParams(settled, context),
  }));
  return {
    requested_path: update.requestedPath,
    oper_status: { oper_success: { updated_inst_results: results } },
  };
}

/** What was set and may be read, as it is now [R-SET.3]. */
function updatedParams(settled: Settled, context: MessageContext): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { setting, node, param } of settled.staged) {
    if (paramRights(context.access.of(node), param.slot) & READ) texts[setting.param] = textOf(node, param, context);
  }
  return texts;
}

function failureOf(requestedPath: string, fault: Fault, update?: Update): UpdatedObjectResult {
  const failures = (update?.failures ?? []).map(({ path, faults }) => ({
    affected_path: path,
    param_errs: paramErrorsOf(faults),
  }));
  return {
    requested_path: requestedPath,
    oper_status: {
      oper_failure: { err_code: fault.code, err_msg: fault.message, updated_inst_failures: failures },
    },
  };
}
