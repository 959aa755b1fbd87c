import { defineObject, keep, live } from '../define.ts';
import { COMMAND_FAILURE, Fault } from '../errors.ts';
import { requestRowsMax } from '../limits.ts';

/** Asynchronous commands that run; a row goes when its command has ended. */
export const request = defineObject('Device.LocalAgent.Request.{i}.', {
  rows: 'fixed',
  rowsMax: requestRowsMax,
  params: {
    Alias: keep(),
    Originator: keep(),
    Command: keep(),
    CommandKey: keep(),
    Status: live('Requested'),
  },
  commands: {
    'Cancel()': async (row, _, { services }) => {
      if (services.commands.cancel(row.node)) return {};
      return new Fault(COMMAND_FAILURE, 'the command can no longer be canceled');
    },
  },
});
