import { defineObject, keep, type Row } from '../define.ts';
import { Fault, INVALID_VALUE } from '../errors.ts';
import { watchRowsMax } from '../limits.ts';
import { paramAt, rootBoundOf } from '../path/supported.ts';
import type { ValueKind } from '../schema.ts';
import { parseValue } from '../values.ts';

/** LocalAgent.SupportedThresholdOperator. */
export const thresholdOperators: readonly string[] = ['Rise', 'Fall', 'Cross', 'Eq', 'NotEq'];

const integers: ReadonlySet<ValueKind> = new Set(['int', 'unsignedInt', 'long', 'unsignedLong']);

/** A condition on an integer parameter, for the Controller that made it; agent/notify/thresholds.ts judges it. */
export const threshold = defineObject('Device.LocalAgent.Threshold.{i}.', {
  rowsMax: watchRowsMax,
  creator: 'Controller',
  params: {
    Alias: keep(),
    Enable: keep(),
    OperatingMode: keep(),
    ReferencePath: keep(),
    ThresholdParam: keep(),
    ThresholdOperator: keep({ check: operatorCheck }),
    ThresholdValue: keep(),
    Controller: keep(),
  },
  events: ['Triggered!'],
  check: conditionCheck,
});

function operatorCheck(value: string): Fault | undefined {
  if (thresholdOperators.includes(value)) return undefined;
  const expected = `one of ${thresholdOperators.join(', ')} is expected`;
  return new Fault(INVALID_VALUE, `ThresholdOperator: ${expected}`, 'ThresholdOperator');
}

/** The parameter is a supported integer, and the value one of its kind (TR-181: else the row is not created). */
function conditionCheck(row: Row): Fault | undefined {
  const path = `${row.get('ReferencePath')}${row.get('ThresholdParam')}`;
  const found = paramAt(path, rootBoundOf(row.node));
  const { type } = found?.param ?? {};
  if (!type) return new Fault(INVALID_VALUE, `"${path}" is no supported parameter`, 'ThresholdParam');
  if (type.list || !integers.has(type.kind)) {
    return new Fault(INVALID_VALUE, `${path} is no integer: a threshold judges integers only`, 'ThresholdParam');
  }
  const value = parseValue({ kind: type.kind }, String(row.get('ThresholdValue')));
  return value.ok ? undefined : new Fault(INVALID_VALUE, `ThresholdValue: ${value.reason}`, 'ThresholdValue');
}
