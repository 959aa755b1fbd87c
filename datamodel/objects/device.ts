import { type Arguments, type CommandContext, count, defineObject, read } from '../define.ts';
import type { Fault } from '../errors.ts';
import { scheduleTimer } from '../scheduletimer.ts';
import { type BootCause, bootCauseNote, factoryResetNote } from '../startnotes.ts';

/** TR-181 release that the table was generated from. */
const rootDataModelVersion = '2.19';

export const device = defineObject('Device.', {
  params: {
    RootDataModelVersion: read(() => rootDataModelVersion),
    ProxiedDeviceNumberOfEntries: count('ProxiedDevice'),
    IoTCapabilityNumberOfEntries: count('IoTCapability'),
    NodeNumberOfEntries: count('Node'),
  },
  commands: {
    'Reboot()': async (_, input, context) => {
      const fault = await leaveNotes('RemoteReboot', input, context);
      if (!fault) context.services.host.reboot();
      return fault ?? {};
    },
    'FactoryReset()': async (_, input, context) => {
      const fault = await leaveNotes('RemoteFactoryReset', input, context, { [factoryResetNote]: 'true' });
      if (!fault) context.services.host.factoryReset();
      return fault ?? {};
    },
    'ScheduleTimer()': scheduleTimer,
  },
  survivors: ['ScheduleTimer()'],
  events: ['Boot!'],
});

/** What the next Boot! is to say, before anything goes down. */
function leaveNotes(
  byDefault: string,
  input: Arguments,
  { services, commandKey }: CommandContext,
  more: Readonly<Record<string, string>> = {},
): Promise<Fault | undefined> {
  const cause: BootCause = {
    Cause: input.Cause ?? byDefault,
    Reason: input.Reason ?? 'Unknown',
    CommandKey: commandKey,
  };
  return services.commands.remember({ [bootCauseNote]: JSON.stringify(cause), ...more });
}
