import { defineObject, live, read } from '../define.ts';
import { dateTimeNow } from '../time.ts';

/** The system's own time service does the work; here it is only shown. */
export const time = defineObject('Device.Time.', {
  params: {
    Enable: live(true),
    Status: live((_, { clock }) => (clock.wallTimeIsKnown() ? 'Synchronized' : 'Unsynchronized')),
    CurrentLocalTime: read((_, { clock }) => dateTimeNow(clock)),
  },
});
