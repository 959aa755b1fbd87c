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

/** What a running command may do beyond its own row. */
export interface Commands {
  /** Writes a parameter as a controller's Set would, in a transaction of its own. */
  write(node: ObjectNode, param: string, text: string): Promise<Fault | undefined>;
  /** Cancels the asynchronous command behind a LocalAgent.Request row; false when it is too late. */
  cancel(request: ObjectNode): boolean;
}

/** The connections behind rows of the data model. */
export interface Connections {
  /** Drops and remakes the connection of an MQTT.Client row. */
  reconnect(client: ObjectNode): void;
}

export interface Services {
  clock: Clock;
  random: Random;
  log: Log;
  crypto: Crypto;
  identity: Identity;
  machine: Machine;
  actuators: Actuators;
  commands: Commands;
  connections: Connections;
}
