import { defineObject, keep, live, type Row, read } from '../define.ts';
import { Fault, INVALID_VALUE } from '../errors.ts';
import { watchRowsMax } from '../limits.ts';
import { isSupported, rootBoundOf } from '../path/supported.ts';
import { splitReferences } from '../references.ts';

/** Barks for the Controller that made it when something has gone silent; agent/notify/watchdogs.ts keeps the time. */
export const watchdog = defineObject('Device.LocalAgent.Watchdog.{i}.', {
  rowsMax: watchRowsMax,
  creator: 'Controller',
  params: {
    Alias: keep(),
    Enable: keep(),
    ReloadTimerValue: keep(),
    RemainingTimerValue: read((row, { watchdogs }) => watchdogs.remainingSeconds(row.node)),
    Status: live('Inactive'),
    Reference: keep({ check: referenceCheck }),
    SeverityIndication: keep(),
    Controller: keep(),
  },
  commands: {
    'Reset()': async (row, _, { services }) => {
      services.watchdogs.reset(row.node);
      return {};
    },
  },
  events: ['Watchdog!'],
});

/** One path, or several with commas between: TR-181 speaks of more than one. */
function referenceCheck(value: string, row: Row): Fault | undefined {
  const wrong = splitReferences(value).find(path => !isSupported(path, rootBoundOf(row.node)));
  if (wrong === undefined) return undefined;
  return new Fault(INVALID_VALUE, `Reference: ${wrong} is not in the supported data model`, 'Reference');
}
