import { apply, defineObject, keep, live } from '../define.ts';
import { Fault } from '../errors.ts';
import { capabilityRowsMax } from '../limits.ts';
import { unknownTime } from '../values/datetime.ts';

/** Rows come from the configuration; Class decides which of the objects below exists. */
export const iotCapability = defineObject('Device.IoTCapability.{i}.', {
  rowsMax: capabilityRowsMax,
  params: {
    Alias: keep(),
    Name: keep(),
    Class: keep(),
  },
});

export const binaryControl = defineObject('Device.IoTCapability.{i}.BinaryControl.', {
  params: {
    Type: live(),
    Description: live(),
    Value: apply((value, row, { actuators }) => actuators.drive(row.node.parent ?? row.node, value)),
  },
  commands: {
    'Toggle()': async (row, _, { services }) => {
      const fault = await services.commands.write(row.node, 'Value', row.get('Value') === true ? 'false' : 'true');
      return fault instanceof Fault ? fault : {};
    },
  },
});

export const binarySensor = defineObject('Device.IoTCapability.{i}.BinarySensor.', {
  params: {
    Type: live(),
    Description: live(),
    Value: live(),
    LastChange: live(unknownTime),
    LastContactTime: live(unknownTime),
    Sensitivity: keep({ initial: 50 }),
    HoldTime: keep(),
    RestTime: keep(),
  },
});

export const levelSensor = defineObject('Device.IoTCapability.{i}.LevelSensor.', {
  params: {
    Type: live(),
    Description: live(),
    Value: live(),
    LastChange: live(unknownTime),
    LastContactTime: live(unknownTime),
    Unit: live(),
    LowLevel: live(),
    LowLevelThreshold: keep(),
    HighLevel: live(),
    HighLevelThreshold: keep(),
  },
});

export const multiLevelSensor = defineObject('Device.IoTCapability.{i}.MultiLevelSensor.', {
  params: {
    Type: live(),
    Description: live(),
    Values: live(),
    ValueNames: live(),
    LastChange: live(unknownTime),
    LastContactTime: live(unknownTime),
    Unit: live(),
  },
});
