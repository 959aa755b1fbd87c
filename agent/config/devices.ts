/** [[device]] and [[node]]: what stands behind the board, and what it and the board consist of. */
import { closest } from './distance.ts';
import { below, complain, quote, type Site } from './finding.ts';
import { alternatives, unknownName } from './kinds.ts';
import { warnOfOrder } from './owner.ts';
import { isFoundInOrder } from './place.ts';
import type { deviceFields, nodeFields } from './schema-device.ts';
import type { Reading } from './sections.ts';
import { checkUnique } from './sharing.ts';
import type { Vocabulary } from './types.ts';

type DeviceReading = Reading<typeof deviceFields>;
type NodeReading = Reading<typeof nodeFields>;

/** Reports what is there twice, and warns of a type that TR-181 does not have. */
export function checkDevices(devices: readonly DeviceReading[], vocabulary: Vocabulary): void {
  checkUnique(devices, 'name');
  checkTypes(devices, vocabulary);
  const owners = new Map<string, string>();
  for (const { values, site } of devices) {
    const { name = '', at, address } = values;
    if (at === undefined) continue;
    if (isFoundInOrder({ bus: 'serial', port: at })) warnOfOrder(below(site, 'at'));
    if (address === undefined) continue;
    const place = `${at} ${address}`;
    const owner = owners.get(place);
    if (owner !== undefined) {
      const message = `${address} is already the address of ${quote(owner)} there`;
      complain(below(site, 'address'), 'duplicate', message, { expected: 'an address of its own' });
    }
    owners.set(place, owner ?? name);
  }
}

/** The same of nodes, and that each names a device that is there. */
export function checkNodes(
  nodes: readonly NodeReading[],
  devices: readonly DeviceReading[],
  vocabulary: Vocabulary,
): void {
  checkUnique(nodes, 'name');
  checkTypes(nodes, vocabulary);
  const names = devices.map(({ values }) => values.name).filter(name => name !== undefined);
  for (const { values, site } of nodes) {
    const { device } = values;
    if (device === undefined || names.includes(device)) continue;
    unknownName(below(site, 'device'), `there is no [[device]] ${quote(device)}`, device, names);
  }
}

function checkTypes(
  tables: readonly { values: { readonly type?: string }; site: Site }[],
  vocabulary: Vocabulary,
): void {
  for (const { values, site } of tables) {
    const { type } = values;
    if (type === undefined) continue;
    const { deviceTypes } = vocabulary;
    if (deviceTypes.length === 0 || deviceTypes.includes(type)) continue;
    const near = closest(type, deviceTypes);
    const suggestion = near === undefined ? {} : { suggestion: JSON.stringify(near) };
    const details = { severity: 'warning', expected: alternatives(deviceTypes), ...suggestion } as const;
    complain(below(site, 'type'), 'unusual', `${quote(type)} is not a device type of TR-181`, details);
  }
}
