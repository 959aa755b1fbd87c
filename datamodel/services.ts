/** What the literals of datamodel/objects may ask of the rest of the agent. Wired once, by agent/run. */
import type { Clock, Crypto, DigestAlgorithm, Log, Random } from '../drivers/ports.ts';
import type { Arguments } from './define.ts';
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
  /** Journals notes under keys that begin with `#`, together; `undefined` forgets one. Resolves when they are durable. */
  remember(notes: Readonly<Record<string, string | undefined>>): Promise<Fault | undefined>;
}

/**
 * Restarts what the agent runs on: the board, or the agent alone. Neither waits: the answer to the command that asked
 * still has to go out. What the next start is to know has been journalled before.
 */
export interface HostControl {
  reboot(): void;
  factoryReset(): void;
}

/** OnBoardRequest notifications. */
export interface Onboarding {
  /** Sends one to an enabled Controller, and again until it is answered [R-NOT.5, R-NOT.6a]. */
  request(controller: ObjectNode): void;
}

/** The timers behind LocalAgent.Watchdog rows. */
export interface Watchdogs {
  remainingSeconds(watchdog: ObjectNode): number;
  /** Begins anew, also after it has expired. */
  reset(watchdog: ObjectNode): void;
}

/** Challenges that are under way (ControllerTrust.RequestChallenge() and ChallengeResponse()). */
export interface Challenges {
  /** Output arguments, or a Fault: 7012 no such challenge, 7002 locked or another one is under way. */
  request(controller: ObjectNode, reference: string, expirationSeconds: number): Arguments | Fault;
  /** Gives the Controller the challenge's roles. Faults: 7004 unknown ID, 7002 locked, 7022 wrong value. */
  respond(controller: ObjectNode, id: string, value: string): Promise<Fault | undefined>;
}

/** X.509 certificates behind LocalAgent.Certificate rows. */
export interface Certificates {
  /** Faults: 7027 not a certificate, 7022 it is there already, 7005. */
  add(pem: string, alias: string | undefined): Promise<Fault | undefined>;
  remove(certificate: ObjectNode): Promise<Fault | undefined>;
  /** Hexadecimal. Fault 7022 when the certificate itself is not stored. */
  fingerprint(certificate: ObjectNode, algorithm: DigestAlgorithm): string | Fault;
}

/** What MQTT.Client.{i}.Stats shows; times in milliseconds since 1970, absent while there is none. */
export interface MqttStatistics {
  readonly brokerConnectionEstablished?: number | undefined;
  readonly lastPublishMessageSent?: number | undefined;
  readonly lastPublishMessageReceived?: number | undefined;
  readonly publishSent: number;
  readonly publishReceived: number;
  readonly subscribeSent: number;
  readonly unSubscribeSent: number;
  readonly mqttMessagesSent: number;
  readonly mqttMessagesReceived: number;
  readonly connectionErrors: number;
}

/** The connections behind rows of the data model. */
export interface Connections {
  /** The counters of an MQTT.Client row's connection; undefined while there is none. */
  statistics(client: ObjectNode): MqttStatistics | undefined;
  /** Drops and remakes the connection of an MQTT.Client row. */
  reconnect(client: ObjectNode): void;
}

/** One trace of a route, or why there is none. */
export interface TraceRouteOptions {
  host: string;
  /** Undefined: either. */
  ipVersion: 4 | 6 | undefined;
  triesPerHop: number;
  timeoutMs: number;
  packetBytes: number;
  /** 0 to 63. */
  dscp: number;
  hopsMax: number;
}
export interface TraceRoute {
  /** Of the target. */
  address: string;
  /** In order; a hop that did not answer has an empty address. */
  hops: readonly { address: string; roundTripsMs: readonly number[] }[];
  hasArrived: boolean;
}
export type TraceRouteFailure = 'not-installed' | 'unknown-host' | 'cancelled' | 'failed';

/** Programs of the machine that look at its network. */
export interface Diagnostics {
  /** `onStart` is given what ends it early. Never rejects. */
  traceRoute(options: TraceRouteOptions, onStart: (stop: () => void) => void): Promise<TraceRoute | TraceRouteFailure>;
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
  diagnostics: Diagnostics;
  host: HostControl;
  onboarding: Onboarding;
  watchdogs: Watchdogs;
  challenges: Challenges;
  certificates: Certificates;
}
