/**
 * The grammar of the configuration file, declared once. From it come the reading and its findings, the types of the
 * Config, the JSON Schema for editors and the key reference in docs/configuration.md.
 *
 * In a section's keys, a property's name is its name in the Config, unit last; `key` is its name in the file.
 */
import type { Fields } from './fields.ts';
import { capabilitiesMax, controllersMax, devicesMax, nodesMax, rulesMax } from './limits.ts';
import { agentFields, coapFields, logFields } from './schema-agent.ts';
import { capabilityFields, ruleFields } from './schema-capability.ts';
import { controllerFields } from './schema-controller.ts';
import { deviceFields, nodeFields } from './schema-device.ts';

/** A section of the file. */
export interface Section {
  readonly fields: Fields;
  /** Written `[[name]]`, any number of times up to this; absent = `[name]`, at most once. */
  readonly countMax?: number;
  readonly description: string;
}

/** Every section, by its name in the file. */
export const sections = {
  agent: { fields: agentFields, description: 'The agent itself.' },
  controller: {
    fields: controllerFields,
    countMax: controllersMax,
    description: 'A controller and how it is reached.',
  },
  coap: { fields: coapFields, description: 'The CoAP endpoint of the agent. Without this section there is none.' },
  capability: { fields: capabilityFields, countMax: capabilitiesMax, description: 'A sensor or an actuator.' },
  rule: { fields: ruleFields, countMax: rulesMax, description: 'A local action: one capability sets another.' },
  device: { fields: deviceFields, countMax: devicesMax, description: 'A device behind the board, such as a meter.' },
  node: { fields: nodeFields, countMax: nodesMax, description: 'A part of a device, such as an outlet of a strip.' },
  log: { fields: logFields, description: 'The log.' },
} as const satisfies Readonly<Record<string, Section>>;
