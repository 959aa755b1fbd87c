/** [[device]]: what stands behind the board. */
import { closest } from './distance.ts';
import { below, complain, quote } from './finding.ts';
import { alternatives } from './kinds.ts';
import type { deviceFields } from './schema-capability.ts';
import type { Reading } from './sections.ts';
import { checkUnique } from './sharing.ts';
import type { Vocabulary } from './types.ts';

/** Reports a name that is there twice, and warns of a type that TR-181 does not have. */
export function checkDevices(devices: readonly Reading<typeof deviceFields>[], vocabulary: Vocabulary): void {
  checkUnique(devices, 'name');
  if (vocabulary.deviceTypes.length === 0) return;
  for (const { values, site } of devices) {
    const { type } = values;
    if (type === undefined || vocabulary.deviceTypes.includes(type)) continue;
    const near = closest(type, vocabulary.deviceTypes);
    const suggestion = near === undefined ? {} : { suggestion: JSON.stringify(near) };
    const details = { severity: 'warning', expected: alternatives(vocabulary.deviceTypes), ...suggestion } as const;
    complain(below(site, 'type'), 'unusual', `${quote(type)} is not a device type of TR-181`, details);
  }
}
