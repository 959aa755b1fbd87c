import { defineObject, keep, type Row } from '../define.ts';
import { Fault, INVALID_VALUE } from '../errors.ts';
import { watchRowsMax } from '../limits.ts';
import { isSupported, rootBoundOf } from '../path/supported.ts';
import { splitReferences } from '../references.ts';

/** Changes of parameters, gathered for the Controller that made it by agent/notify/monitors.ts. */
export const monitor = defineObject('Device.LocalAgent.Monitor.{i}.', {
  rowsMax: watchRowsMax,
  creator: 'Controller',
  params: {
    Alias: keep(),
    Enable: keep(),
    Interval: keep(),
    ReferenceList: keep({ check: referencesCheck }),
    Controller: keep(),
  },
  events: ['OnChange!'],
});

/** TR-181: with a path that is not in the supported data model, the row is not created. */
function referencesCheck(value: string, row: Row): Fault | undefined {
  const wrong = splitReferences(value).find(path => !isSupported(path, rootBoundOf(row.node)));
  if (wrong === undefined) return undefined;
  return new Fault(INVALID_VALUE, `ReferenceList: ${wrong} is not in the supported data model`, 'ReferenceList');
}
