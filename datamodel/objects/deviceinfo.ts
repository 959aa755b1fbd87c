import { count, defineObject, keep, live, read } from '../define.ts';
import type { Services } from '../services.ts';
import { dateTimeNow } from '../time.ts';

export const deviceInfo = defineObject('Device.DeviceInfo.', {
  params: {
    Manufacturer: read((_, { identity }) => identity.manufacturer),
    ManufacturerOUI: read((_, { identity }) => identity.manufacturerOui),
    ModelName: read((_, { identity }) => identity.modelName),
    ProductClass: read((_, { identity }) => identity.productClass),
    SerialNumber: read((_, { identity }) => identity.serialNumber),
    HardwareVersion: read((_, { identity }) => identity.hardwareVersion),
    SoftwareVersion: read((_, { identity }) => identity.softwareVersion),
    ActiveFirmwareImage: read(() => 'Device.DeviceInfo.FirmwareImage.1'),
    BootFirmwareImage: read(() => 'Device.DeviceInfo.FirmwareImage.1'),
    ProvisioningCode: keep(),
    UpTime: read((_, { machine }) => Math.floor(machine.uptimeSeconds())),
    HostName: read((_, { machine }) => machine.hostName()),
    FirmwareImageNumberOfEntries: count('FirmwareImage'),
  },
});

export const memoryStatus = defineObject('Device.DeviceInfo.MemoryStatus.', {
  params: {
    Total: read((_, { machine }) => machine.memoryTotalKib()),
    Free: read((_, { machine }) => machine.memoryFreeKib()),
  },
});

export const processStatus = defineObject('Device.DeviceInfo.ProcessStatus.', {
  params: {
    CPUUsage: read((_, { machine }) => Math.round(machine.cpuUsagePercent())),
  },
});

/** The image that runs and an empty second one: controllers expect two banks, and we do not write either. */
export const firmwareImage = defineObject('Device.DeviceInfo.FirmwareImage.{i}.', {
  rows: 'fixed',
  volatile: true,
  rowsAtStart: ({ identity }: Services) => [
    { Alias: 'cpe-1', Name: 'uspi', Version: identity.softwareVersion, Available: true, Status: 'Active' },
    { Alias: 'cpe-2', Available: false, Status: 'NoImage' },
  ],
  params: {
    Alias: live(),
    Name: live(),
    Version: live(),
    Available: live(),
    Status: live(),
  },
});

export const temperatureStatus = defineObject('Device.DeviceInfo.TemperatureStatus.', {
  exists: ({ machine }: Services) => machine.cpuTemperatureDegC() !== undefined,
  params: {
    TemperatureSensorNumberOfEntries: count('TemperatureSensor'),
  },
});

export const temperatureSensor = defineObject('Device.DeviceInfo.TemperatureStatus.TemperatureSensor.{i}.', {
  rows: 'fixed',
  volatile: true,
  rowsAtStart: () => [{ Alias: 'cpe-1', Name: 'CPU', Enable: true, Status: 'Enabled' }],
  params: {
    Alias: live(),
    Name: live(),
    Enable: live(),
    Status: live(),
    Value: read((_, { machine }) => Math.round(machine.cpuTemperatureDegC() ?? -274)),
    LastUpdate: read((_, { clock }) => dateTimeNow(clock)),
  },
});
