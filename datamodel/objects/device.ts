import { count, defineObject, read } from '../define.ts';

/** TR-181 release that the table was generated from. */
const rootDataModelVersion = '2.19';

export const device = defineObject('Device.', {
  params: {
    RootDataModelVersion: read(() => rootDataModelVersion),
    IoTCapabilityNumberOfEntries: count('IoTCapability'),
  },
  events: ['Boot!'],
});
