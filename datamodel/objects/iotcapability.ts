import { defineObject, keep } from '../define.ts';
import { capabilityRowsMax } from '../limits.ts';

/** Rows come from the configuration; Class decides which of the objects in iotcontrol.ts and iotsensor.ts exists. */
export const iotCapability = defineObject('Device.IoTCapability.{i}.', {
  rowsMax: capabilityRowsMax,
  params: {
    Alias: keep(),
    Name: keep(),
    Class: keep(),
  },
});
