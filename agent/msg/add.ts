import { WRITE } from '../../datamodel/access.ts';
import { Fault, OBJECT_IS_NOT_A_TABLE, OBJECT_IS_NOT_CREATABLE, PERMISSION_DENIED } from '../../datamodel/errors.ts';
import type { ObjectNode, TableNode } from '../../datamodel/node.ts';
import { readableKeys } from '../../datamodel/readable.ts';
import type { Transaction } from '../../datamodel/transaction.ts';
import type { Add, AddResp } from '../../proto/codec.gen.js';
import { commitSettings, type Outcome } from './commit.ts';
import {
  type Answer,
  errorOf,
  errorOfFault,
  type Handler,
  internalError,
  type MessageContext,
  type PathFault,
} from './context.ts';
import { resolveObjectPath, tablesOf } from './paths.ts';
import {
  objectFaultOf,
  paramErrorsOf,
  requiredFaults,
  type SettingFault,
  type Settled,
  stageSettings,
} from './settings.ts';

type CreatedObjectResult = AddResp.CreatedObjectResultInit;

/** One row that an entry of create_objs asks for: a search path asks for one in each table that it matches. */
interface Creation {
  requestedPath: string;
  table: TableNode | undefined;
  node?: ObjectNode;
  settled?: Settled;
  fault?: Fault;
  /** Parameters that made it fail. */
  faults: readonly SettingFault[];
}

/** allow_partial: each row by itself [R-ADD.0]; otherwise all or nothing [R-ADD.1]. */
export const add: Handler<Add> = async (request, context) => {
  if (!request.allow_partial) return addAll(request, context);
  const results: CreatedObjectResult[] = [];
  for (const entry of request.create_objs) {
    const creations = creationsOf(entry, context);
    if (creations.length === 0) results.push(emptySuccess(entry.obj_path));
    for (const creation of creations) results.push(await addOne(creation, entry, context));
  }
  return { response: { add_resp: { created_obj_results: results } } };
};

async function addAll(request: Add, context: MessageContext): Promise<Answer> {
  const entries = request.create_objs.map(entry => ({ entry, creations: creationsOf(entry, context) }));
  const all = entries.flatMap(({ creations }) => creations);
  const done = await context.model.exclusively(async begin => {
    const transaction = begin();
    for (const { entry, creations } of entries) for (const c of creations) stage(transaction, c, entry, context);
    for (const creation of all) check(transaction, creation);
    if (all.every(creation => !creation.fault)) return commit(transaction, all);
    transaction.drop();
    return undefined;
  });
  if (done instanceof Fault) return errorOfFault(done);
  const fault = await endOf(done);
  if (fault) return errorOfFault(fault);
  if (all.some(creation => creation.fault)) return addError(all);
  const results = entries.flatMap(({ entry, creations }) =>
    creations.length === 0 ? [emptySuccess(entry.obj_path)] : creations.map(creation => resultOf(creation, context)),
  );
  return { response: { add_resp: { created_obj_results: results } } };
}

async function addOne(
  creation: Creation,
  entry: Add.CreateObject,
  context: MessageContext,
): Promise<CreatedObjectResult> {
  const done = await context.model.exclusively(async begin => {
    const transaction = begin();
    stage(transaction, creation, entry, context);
    check(transaction, creation);
    if (!creation.fault) return commit(transaction, [creation]);
    transaction.drop();
    return undefined;
  });
  const fault = done instanceof Fault ? done : await endOf(done);
  return fault ? failureOf(creation.requestedPath, fault) : resultOf(creation, context);
}

/** The rows that an entry asks for, or one that has failed because of its path. */
function creationsOf(entry: Add.CreateObject, context: MessageContext): Creation[] {
  const requestedPath = entry.obj_path;
  const failed = (fault: Fault): Creation[] => [{ requestedPath, table: undefined, fault, faults: [] }];
  const resolved = resolveObjectPath(requestedPath, context);
  if (resolved instanceof Fault) return failed(resolved);
  if (!resolved.atTable) return failed(new Fault(OBJECT_IS_NOT_A_TABLE, `${requestedPath} is not a table`));
  return tablesOf(resolved).map(table => ({ requestedPath, table, faults: [] }));
}

function stage(transaction: Transaction, creation: Creation, entry: Add.CreateObject, context: MessageContext): void {
  const { table } = creation;
  if (!table || creation.fault) return;
  const fault = mayCreate(table, context);
  const node = fault ?? transaction.add(table);
  if (node instanceof Fault) {
    creation.fault = node;
    return;
  }
  stageCreator(transaction, node, context);
  const settled = stageSettings(transaction, node, entry.param_settings, context);
  // A unique key is required whatever the message says (TR-369 "CreateParamSetting Fields").
  const required = requiredFaults(settled, setting => node.bound.keyParams.has(setting.param));
  creation.node = node;
  creation.settled = settled;
  if (required.length > 0) {
    creation.fault = objectFaultOf(required);
    creation.faults = required;
  } else transaction.fillKeys(node);
}

function mayCreate(table: TableNode, { access }: MessageContext): Fault | undefined {
  if (!(access.ofTable(table).object & WRITE)) {
    return new Fault(PERMISSION_DENIED, `no permission to create rows in ${table.path}`);
  }
  if (!table.bound.canCreate) return new Fault(OBJECT_IS_NOT_CREATABLE, `rows of ${table.path} cannot be created`);
  return undefined;
}

/** Subscription.Recipient and the like: the Controller that asks. */
function stageCreator(transaction: Transaction, node: ObjectNode, { controller }: MessageContext): void {
  const name = node.bound.definition?.creator;
  const param = name === undefined ? undefined : node.schema.paramByName.get(name);
  if (param) transaction.stage(node, param.slot, controller.path.slice(0, -1));
}

function check(transaction: Transaction, creation: Creation): void {
  if (!creation.node || creation.fault) return;
  const fault = transaction.check(creation.node);
  if (!fault) return;
  creation.fault = fault;
  if (fault.param) creation.faults = [{ setting: { param: fault.param, value: '', required: true }, fault }];
}

function commit(transaction: Transaction, creations: readonly Creation[]): Promise<Outcome> {
  return commitSettings(
    transaction,
    creations.flatMap(creation => creation.settled ?? []),
  );
}

/** Waited for outside the turn, so that others may go on meanwhile. */
async function endOf(outcome: Outcome | undefined): Promise<Fault | undefined> {
  if (!outcome) return undefined;
  return 'durable' in outcome ? outcome.durable : outcome.fault;
}

function addError(creations: readonly Creation[]): Answer {
  const faults: PathFault[] = [];
  for (const creation of creations) {
    if (!creation.fault) continue;
    const base = creation.table?.path ?? creation.requestedPath;
    for (const { setting, fault } of creation.faults) faults.push({ path: base + setting.param, fault });
    if (creation.faults.length === 0) faults.push({ path: base, fault: creation.fault });
  }
  return errorOf(creations.find(creation => creation.fault)?.fault, faults);
}

function resultOf(creation: Creation, context: MessageContext): CreatedObjectResult {
  const { node, settled, fault } = creation;
  if (!node || fault) return failureOf(creation.requestedPath, fault ?? internalError);
  return {
    requested_path: creation.requestedPath,
    oper_status: {
      oper_success: {
        instantiated_path: node.path,
        param_errs: paramErrorsOf(settled?.faults ?? []), // [R-ADD.4]
        unique_keys: readableKeys(node, context), // [R-ADD.5, R-ADD.6]
      },
    },
  };
}

/** A search path that matches no table has succeeded with nothing [R-MSG.4a]. */
function emptySuccess(requestedPath: string): CreatedObjectResult {
  return { requested_path: requestedPath, oper_status: { oper_success: {} } };
}

function failureOf(requestedPath: string, fault: Fault): CreatedObjectResult {
  return {
    requested_path: requestedPath,
    oper_status: { oper_failure: { err_code: fault.code, err_msg: fault.message } },
  };
}
