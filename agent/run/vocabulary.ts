/** The words that the configuration may use, from the rooms that define them. */

import { parseFilter } from '../../datamodel/iot/filters/parse.ts';
import { supportedSchema } from '../../datamodel/tr181/supported.ts';
import { findObject } from '../../datamodel/tr181/table.ts';
import type { CapabilityClass } from '../../drivers/define.ts';
import type { Vocabulary } from '../config/types.ts';

/** Roles that every agent has; a controller may define more in the data model. */
export const fullAccessRole = 'Full Access';
export const untrustedRole = 'Untrusted';
export const bannedRole = 'Banned';

const capabilityPath = 'Device.IoTCapability.{i}.';

export function vocabulary(): Vocabulary {
  const enumeration = (path: string, param: string) =>
    findObject(supportedSchema(), path)?.paramByName.get(param)?.type.enumeration ?? [];
  return {
    typesOf: (capabilityClass: CapabilityClass) => enumeration(`${capabilityPath}${capabilityClass}.`, 'Type'),
    get units() {
      return enumeration(`${capabilityPath}LevelSensor.`, 'Unit');
    },
    get deviceTypes() {
      return enumeration('Device.ProxiedDevice.{i}.', 'Type');
    },
    roles: [fullAccessRole, untrustedRole],
    untrustedRole,
    parseFilter: text => {
      const parsed = parseFilter(text);
      return 'expected' in parsed ? parsed : { samples: parsed.samples };
    },
  };
}
