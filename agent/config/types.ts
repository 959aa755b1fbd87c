/** The Config: everything that the file says, checked, resolved and plain. */
import type { CapabilityClass, ChipDefinition } from '../../drivers/define.ts';
import type { TableOf } from './fields.ts';
import type { Finding } from './finding.ts';
import type { Place } from './place.ts';
import type { agentFields, coapFields, logFields } from './schema-agent.ts';
import type { controllerFields, mqttFields } from './schema-controller.ts';
import type { deviceFields, nodeFields } from './schema-device.ts';

/** The drivers that can be named, each loaded when it is. */
export type ChipCatalog = Readonly<Record<string, () => Promise<ChipDefinition>>>;

/** The words that other rooms define; the caller passes them in. */
export interface Vocabulary {
  /** The values of Type for a class (TR-181 IoTCapability.{i}.<Class>.Type). */
  typesOf(capabilityClass: CapabilityClass): readonly string[];
  /** The values of Unit (TR-181 IoTUnitType). */
  units: readonly string[];
  /** The values of ProxiedDevice.{i}.Type (TR-181 IoTDeviceType); empty: any will do. */
  deviceTypes: readonly string[];
  /** Names of the roles, the untrusted one among them. */
  roles: readonly string[];
  untrustedRole: string;
  /** What a filter needs ('numbers': a channel of single numbers), or what would have been right. */
  parseFilter(text: string): { samples: 'numbers' | 'any' } | { expected: string; known: readonly string[] };
}

export type AgentConfig = TableOf<typeof agentFields>;
export type MqttConfig = TableOf<typeof mqttFields>;
export type ControllerConfig = TableOf<typeof controllerFields>;
export type CoapConfig = TableOf<typeof coapFields>;
export type LogConfig = TableOf<typeof logFields>;

/** A value of an option or a control. */
export type ScalarValue = boolean | number | string;

/** One IoTCapability, with everything that its channel leaves open filled in. */
export interface CapabilityConfig {
  readonly name: string;
  /** The driver's name in the catalog. */
  readonly driver: string;
  readonly channel: string;
  /** Where the file says `at`, or at the device. */
  readonly place: Place;
  /** Where the file says `device`, or at the node. */
  readonly device?: string;
  readonly node?: string;
  readonly class: CapabilityClass;
  readonly type: string;
  /** For LevelSensor, MultiLevelSensor and LevelControl. */
  readonly unit?: string;
  readonly description?: string;
  /** For a sampled driver. */
  readonly pollMs?: number;
  /** The filters' texts, in order, all well formed. */
  readonly filter: readonly string[];
  readonly low?: number;
  readonly high?: number;
  readonly hysteresis?: number;
  readonly stuckMs?: number;
  /** In `unit`, or for a BinarySensor in the unit of its channel. */
  readonly range?: readonly [number, number];
  readonly sensitivity?: number;
  readonly holdMs?: number;
  readonly restMs?: number;
  readonly initial?: ScalarValue;
  /** LevelControl.StepValue. */
  readonly step?: number;
  /** ValidValues, for EnumSensor and EnumControl. */
  readonly validValues?: readonly string[];
  /** All options of the driver, defaults filled in. */
  readonly options: Readonly<Record<string, ScalarValue>>;
}

/**
 * A local action. The condition is the boolean of `when` (Value, or the one that `is` names), turned round by `not`.
 * With `to`: when the condition becomes true, `set` gets that value. Without: `set` follows the condition.
 */
export interface RuleConfig {
  readonly when: string;
  readonly is?: 'low' | 'high';
  readonly not: boolean;
  readonly set: string;
  readonly to?: ScalarValue;
}

/** A device behind a bus (ProxiedDevice). `at` is checked with the drivers that use it. */
export type DeviceConfig = TableOf<typeof deviceFields>;

/** A part of a device, or of the board (Node). */
export type NodeConfig = TableOf<typeof nodeFields>;

/** The whole configuration. Names, endpoints and places are unique as their tables demand. */
export interface Config {
  readonly agent: AgentConfig;
  readonly controllers: readonly ControllerConfig[];
  readonly coap?: CoapConfig;
  readonly capabilities: readonly CapabilityConfig[];
  readonly rules: readonly RuleConfig[];
  readonly devices: readonly DeviceConfig[];
  readonly nodes: readonly NodeConfig[];
  readonly log: LogConfig;
}

/** What became of a file. When it is good, `warnings` are what `check` shows and the start logs. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly warnings: Finding[] }
  | { readonly ok: false; readonly findings: Finding[] };
