import { defineObject, keep, type Row } from '../define.ts';
import { Fault, INVALID_VALUE, NOT_WRITABLE, RESOURCES_EXCEEDED } from '../errors.ts';
import { referencesMax, subscriptionRowsMax } from '../limits.ts';
import { parsePath } from '../path/parse.ts';
import { splitReferences } from '../references.ts';
import { dateTimeNow } from '../time.ts';
import { parseTriggerSetting } from '../triggersetting.ts';
import { splitList } from '../values/list.ts';

export const subscription = defineObject('Device.LocalAgent.Subscription.{i}.', {
  rowsMax: subscriptionRowsMax,
  creator: 'Recipient',
  params: {
    Alias: keep(),
    Enable: keep(),
    Recipient: keep(),
    TriggerAction: keep(),
    TriggerConfigSettings: keep({ check: settingsCheck }),
    ID: keep(),
    CreationDate: keep({ initial: (_, { clock }) => dateTimeNow(clock) }),
    NotifType: keep(),
    ReferenceList: keep({ check: referenceListCheck }),
    Persistent: keep(),
    TimeToLive: keep(),
    NotifRetry: keep(),
    NotifExpiration: keep(),
  },
});

/** Each entry is a path, which may yet match nothing. What has been set never changes (TR-181). */
function referenceListCheck(value: string, row: Row): Fault | undefined {
  const before = row.get('ReferenceList');
  if (before !== '' && before !== value) {
    return new Fault(NOT_WRITABLE, 'ReferenceList: add another subscription to change it', 'ReferenceList');
  }
  const entries = value === '' ? [] : splitReferences(value);
  if (entries.length > referencesMax) {
    return new Fault(RESOURCES_EXCEEDED, `ReferenceList has more than ${referencesMax} paths`, 'ReferenceList');
  }
  for (const entry of entries) {
    const parsed = parsePath(entry);
    if ('reason' in parsed) return new Fault(INVALID_VALUE, `${entry}: ${parsed.reason}`, 'ReferenceList');
  }
  return undefined;
}

/** Each entry is `path of a parameter=value`. */
function settingsCheck(value: string): Fault | undefined {
  for (const entry of splitList(value)) {
    const setting = parseTriggerSetting(entry);
    if (setting instanceof Fault) return setting;
  }
  return undefined;
}
