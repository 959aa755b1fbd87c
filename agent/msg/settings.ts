/** The param_settings of Add and Set: staged one by one, each with its own fault. */
import { paramRights, WRITE } from '../../datamodel/access.ts';
import { Fault, PERMISSION_DENIED, REQUIRED_PARAMETER_FAILED, UNSUPPORTED_PARAMETER } from '../../datamodel/errors.ts';
import type { ObjectNode } from '../../datamodel/node.ts';
import type { ParamSchema } from '../../datamodel/schema.ts';
import type { Transaction } from '../../datamodel/transaction.ts';
import type { MessageContext } from './context.ts';

export interface Setting {
  param: string;
  value: string;
  required: boolean;
}

/** A setting that has been staged. */
export interface Staged {
  setting: Setting;
  /** The object that holds the parameter: the requested one or a single object below it. */
  node: ObjectNode;
  param: ParamSchema;
}

export interface SettingFault {
  setting: Setting;
  fault: Fault;
}

export interface Settled {
  staged: Staged[];
  faults: SettingFault[];
}

/** Stages every setting that can be staged. `isRequired` widens the message's own `required` (unique keys of an Add). */
export function stageSettings(
  transaction: Transaction,
  node: ObjectNode,
  settings: readonly Setting[],
  context: MessageContext,
): Settled {
  const settled: Settled = { staged: [], faults: [] };
  // A discriminator first: it decides which nested objects the others can name, whatever the order in the message.
  const ordered = [...settings].sort((a, b) => depthOf(a.param) - depthOf(b.param));
  for (const setting of ordered) {
    const staged = stageOne(transaction, node, setting, context);
    if (staged instanceof Fault) settled.faults.push({ setting, fault: staged });
    else settled.staged.push(staged);
  }
  return settled;
}

const depthOf = (param: string) => param.split('.').length;

function stageOne(
  transaction: Transaction,
  node: ObjectNode,
  setting: Setting,
  context: MessageContext,
): Staged | Fault {
  const names = setting.param.split('.');
  const last = names.pop() ?? '';
  let target: ObjectNode | undefined = node;
  for (const name of names) target = target && transaction.childOf(target, name);
  const param = target?.schema.paramByName.get(last);
  if (!target || !param) return new Fault(UNSUPPORTED_PARAMETER, `${setting.param} is not supported`, setting.param);
  if (!(paramRights(context.access.of(target), param.slot) & WRITE)) {
    return new Fault(PERMISSION_DENIED, `${setting.param}: no permission to write`, setting.param);
  }
  return transaction.write(target, last, setting.value) ?? { setting, node: target, param };
}

/** The faults that make the whole object fail. */
export function requiredFaults(settled: Settled, isRequired: (setting: Setting) => boolean): SettingFault[] {
  return settled.faults.filter(({ setting }) => setting.required || isRequired(setting));
}

/** The object's own fault when required parameters failed: 7006 where permission was the reason, else 7021. */
export function objectFaultOf(faults: readonly SettingFault[]): Fault {
  const denied = faults.find(({ fault }) => fault.code === PERMISSION_DENIED);
  if (denied) return denied.fault;
  const names = faults.map(({ setting }) => setting.param).join(', ');
  return new Fault(REQUIRED_PARAMETER_FAILED, `required parameter failed: ${names}`);
}

/** The wire form of parameter faults. */
export function paramErrorsOf(faults: readonly SettingFault[]) {
  return faults.map(({ setting, fault }) => ({ param: setting.param, err_code: fault.code, err_msg: fault.message }));
}
