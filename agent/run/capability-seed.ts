/** A capability's row: its name and class, and what a controller may change of it. */

import { triggerDefaults } from '../../datamodel/iot/trigger.ts';
import type { Seed } from '../../datamodel/seed.ts';
import type { CapabilityConfig } from '../config/types.ts';
import { deviceId, nodeId } from './proxied.ts';

/** Beyond any reading: a threshold that is not set, on a channel of which no range is known. */
const beyondReach = 1e9;

type Owned = Pick<CapabilityConfig, 'name' | 'device' | 'node'>;

/** ID of the seed of what it belongs to; undefined for the board itself. */
function ownerIdOf({ device, node }: Owned): string | undefined {
  if (node !== undefined) return nodeId(node, device);
  return device === undefined ? undefined : deviceId(device);
}

/** One that is moved to another device is another row, for its place in the tree is another. */
export function capabilityId(capability: Owned): string {
  const owner = ownerIdOf(capability);
  return owner === undefined ? `capability ${capability.name}` : `${owner} capability ${capability.name}`;
}

/** A threshold that the file leaves out lies at the end of the range, where it is never met by accident. */
export function capabilitySeed(capability: CapabilityConfig): Seed {
  const values: Record<string, string> = { Name: capability.name, Class: capability.class };
  if (capability.class === 'LevelSensor') {
    const [lowest, highest] = capability.range ?? [-beyondReach, beyondReach];
    values['LevelSensor.LowLevelThreshold'] = String(capability.low ?? lowest);
    values['LevelSensor.HighLevelThreshold'] = String(capability.high ?? highest);
  }
  if (capability.class === 'BinarySensor') {
    values['BinarySensor.Sensitivity'] = String(capability.sensitivity ?? triggerDefaults.Sensitivity);
    values['BinarySensor.HoldTime'] = String(capability.holdMs ?? 0);
    values['BinarySensor.RestTime'] = String(capability.restMs ?? 0);
  }
  if (capability.class === 'LevelControl') values['LevelControl.StepValue'] = String(capability.step ?? 1);
  const below = ownerIdOf(capability);
  const id = capabilityId(capability);
  return below === undefined
    ? { id, at: 'Device.IoTCapability.', values }
    : { id, below, at: 'IoTCapability.', values };
}
