/** What the literals of datamodel/objects may ask of the rest of the agent. Wired once, by agent/run. */
import type { Clock, Crypto, Log, Random } from '../drivers/ports.ts';
import type { Fault } from './errors.ts';
import type { ObjectNode } from './node.ts';
import type { Scalar } from './schema.ts';

/** Who this device is: DeviceInfo and the Endpoint ID. */
export interface Identity {
  endpointId: string;
  manufacturer: string;
  manufacturerOui: string;
  modelName: string;
  productClass: string;
  serialNumber: string;
  hardwareVersion: string;
  softwareVersion: string;
}

/** Readings of the machine itself, for DeviceInfo. Cheap and synchronous. */
export interface Machine {
  memoryTotalKib(): number;
  memoryFreeKib(): number;
  cpuUsagePercent(): number;
  uptimeSeconds(): number;
  /** Degrees Celsius, or undefined where the board has no sensor. */
  cpuTemperatureDegC(): number | undefined;
  hostName(): string;
}

/** Writes an actuator behind an IoTCapability row, and says when the hardware has the value. */
export interface Actuators {
  drive(capability: ObjectNode, value: Scalar): Promise<Fault | undefined>;
}

export interface Services {
  clock: Clock;
  random: Random;
  log: Log;
  crypto: Crypto;
  identity: Identity;
  machine: Machine;
  actuators: Actuators;
}
