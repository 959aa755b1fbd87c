import { defineObject, keep, live } from '../define.ts';
import { unknownTime } from '../values/datetime.ts';

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

export const enumSensor = defineObject('Device.IoTCapability.{i}.EnumSensor.', {
  params: {
    Type: live(),
    Description: live(),
    Value: live(),
    LastChange: live(unknownTime),
    LastContactTime: live(unknownTime),
    ValidValues: live(),
  },
});

export const blobSensor = defineObject('Device.IoTCapability.{i}.BlobSensor.', {
  params: {
    Type: live(),
    Description: live(),
    LastChange: live(unknownTime),
    LastContactTime: live(unknownTime),
    Value: live(),
  },
});
