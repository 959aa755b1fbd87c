import { count, defineObject, keep, live } from '../define.ts';
import { nodeRowsMax, proxiedDeviceRowsMax } from '../limits.ts';
import { unknownTime } from '../values/datetime.ts';

const mounts = ['Device.IoTCapability.{i}.'];

/**
 * Rows come from the configuration. InterfaceReference is left out: it names a row of the bus, and TR-181 has objects for
 * ZigBee and Thread, but neither for serial lines nor for Modbus.
 */
export const proxiedDevice = defineObject('Device.ProxiedDevice.{i}.', {
  rowsMax: proxiedDeviceRowsMax,
  mounts,
  params: {
    Alias: keep(),
    Type: live(),
    Description: live(),
    Name: keep(),
    Online: live(),
    LastTimeContacted: live(unknownTime),
    ProxyProtocol: live(),
    NodeNumberOfEntries: count('Node'),
    IoTCapabilityNumberOfEntries: count('IoTCapability'),
  },
});

/** A part of a device, with capabilities of its own; the same of a device behind the board and of the board. */
const part = {
  rowsMax: nodeRowsMax,
  mounts,
  params: {
    Alias: keep<string>(),
    Type: live<string>(),
    Description: live<string>(),
    IoTCapabilityNumberOfEntries: count('IoTCapability'),
  },
};

export const proxiedNode = defineObject('Device.ProxiedDevice.{i}.Node.{i}.', part);

export const node = defineObject('Device.Node.{i}.', part);
