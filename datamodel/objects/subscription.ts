import { defineObject, keep } from '../define.ts';
import { Fault, INVALID_VALUE } from '../errors.ts';
import { subscriptionRowsMax } from '../limits.ts';
import { parsePath } from '../path/parse.ts';
import { splitReferences } from '../references.ts';
import { dateTimeNow } from '../time.ts';

export const subscription = defineObject('Device.LocalAgent.Subscription.{i}.', {
  rowsMax: subscriptionRowsMax,
  creator: 'Recipient',
  params: {
    Alias: keep(),
    Enable: keep(),
    Recipient: keep(),
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

/** Each entry is a path, which may yet match nothing. */
function referenceListCheck(value: string): Fault | undefined {
  for (const entry of value === '' ? [] : splitReferences(value)) {
    const parsed = parsePath(entry);
    if ('reason' in parsed) return new Fault(INVALID_VALUE, `${entry}: ${parsed.reason}`, 'ReferenceList');
  }
  return undefined;
}
