/** What a capability belongs to, the board, a [[device]] or a [[node]], and where that is. */
import type { ChipDefinition } from '../../drivers/define.ts';
import type { CapabilityReading } from './channel.ts';
import { below, complain, quote, type Site } from './finding.ts';
import { unknownName } from './kinds.ts';
import { isFoundInOrder, type Place, parsePlace, placeForms } from './place.ts';
import type { DeviceConfig, NodeConfig } from './types.ts';

/** By name, as far as each was well formed. */
export interface Owners {
  devices: ReadonlyMap<string, Partial<DeviceConfig>>;
  nodes: ReadonlyMap<string, Partial<NodeConfig>>;
  /** [agent] allow-exec. */
  allowExec: boolean;
}

type Belonging = CapabilityReading['values'];

/** The name of its device; undefined for the board itself. */
export function ownerOf({ device, node }: Belonging, { nodes }: Owners): string | undefined {
  return device ?? nodes.get(node ?? '')?.device;
}

/** Reports a device or a node that is not there, and a node of another device. */
export function checkOwner({ values }: CapabilityReading, site: Site, { devices, nodes }: Owners): void {
  const { device, node } = values;
  if (device !== undefined && !devices.has(device)) {
    unknownName(below(site, 'device'), `there is no [[device]] ${quote(device)}`, device, [...devices.keys()]);
  }
  if (node === undefined) return;
  const owner = nodes.get(node);
  if (!owner) unknownName(below(site, 'node'), `there is no [[node]] ${quote(node)}`, node, [...nodes.keys()]);
  if (!owner || device === undefined || owner.device === device) return;
  const whose = owner.device === undefined ? 'the board' : quote(owner.device);
  const expected = 'no "device": the node has one';
  complain(below(site, 'device'), 'conflict', `${quote(node)} is a part of ${whose}`, { expected });
}

/** The place that is written here, or at the device. */
export function findPlace(
  reading: CapabilityReading,
  site: Site,
  chip: ChipDefinition,
  owners: Owners,
): Place | undefined {
  const { at } = reading.values;
  const owner = ownerOf(reading.values, owners);
  const device = owners.devices.get(owner ?? '');
  if (chip.bus === 'program') return findCommand(reading, site, chip, owners);
  if (reading.given.has('command')) {
    complain(below(site, 'command'), 'misplaced', `${chip.name} runs no program`, {
      mark: 'key',
      expected: 'no "command"',
    });
  }
  if (chip.bus === 'modbus') return findAddress(reading, site, chip, device);
  if (reading.given.has('at') && at === undefined) return undefined;
  const text = at ?? device?.at;
  if (text === undefined) {
    // A driver of the machine's own files knows them, unless it says that it must be told which.
    if (chip.bus === 'files' && !chip.needsPath) return { bus: 'files', at: '', port: '', address: 0 };
    const expected = placeForms[chip.bus];
    return complain(site, 'missing-key', `"at" is missing: where is this ${chip.name}?`, { mark: 'key', expected });
  }
  const place = toPlace(text, chip, 0, at === undefined ? ownerSite(reading, site) : below(site, 'at'));
  if (at !== undefined && place && isFoundInOrder(place)) warnOfOrder(below(site, 'at'));
  return place;
}

/** A program runs where [agent] allows it, by its whole path. */
function findCommand(
  { values, given }: CapabilityReading,
  site: Site,
  chip: ChipDefinition,
  { allowExec }: Owners,
): Place | undefined {
  const expected = placeForms.program;
  if (!allowExec) {
    const message = `${chip.name} runs programs with the rights of the agent, and [agent] does not allow that`;
    complain(below(site, 'driver'), 'conflict', message, { expected: '"allow-exec = true" in [agent]' });
  }
  if (given.has('at')) {
    complain(below(site, 'at'), 'misplaced', `a program is nowhere`, { mark: 'key', expected });
  }
  const { command } = values;
  if (!command) {
    if (given.has('command')) return undefined;
    return complain(site, 'missing-key', '"command" is missing: which program?', { mark: 'key', expected });
  }
  const [program] = command;
  const at = below(site, 'command');
  if (program === undefined) return complain(at, 'bad-value', '"command" is empty', { expected });
  if (program.startsWith('/'))
    return { bus: 'program', at: command.join(' '), port: JSON.stringify(command), address: 0 };
  return complain(below(at, 0), 'bad-value', `${quote(program)} is no whole path`, { expected });
}

/** On a bus of addressed devices the place is the device's alone. */
function findAddress(
  { values, given }: CapabilityReading,
  site: Site,
  chip: ChipDefinition,
  device: Partial<DeviceConfig> | undefined,
): Place | undefined {
  const expected = 'a [[device]] with "at" and "address", named here with "device"';
  if (given.has('at')) {
    return complain(below(site, 'at'), 'misplaced', `a ${chip.name} is where its device is`, { mark: 'key', expected });
  }
  const owner = ownerSite({ values, given }, site);
  if (!device) {
    if (given.has('device') || given.has('node')) return undefined;
    return complain(site, 'missing-key', `"device" is missing: whose is this ${chip.name}?`, { mark: 'key', expected });
  }
  const lacking = (['at', 'address'] as const).find(key => device[key] === undefined);
  if (lacking === undefined) return toPlace(device.at!, chip, device.address!, owner);
  const example = lacking === 'at' ? placeForms.modbus : 'address = 1, say';
  return complain(owner, 'missing-key', `${quote(device.name ?? '')} has no "${lacking}"`, { expected: example });
}

function ownerSite({ given }: Pick<CapabilityReading, 'values' | 'given'>, site: Site): Site {
  return below(site, given.has('device') ? 'device' : 'node');
}

function toPlace(text: string, chip: ChipDefinition, address: number, site: Site): Place | undefined {
  const place = parsePlace(text, chip, address);
  if (!('message' in place)) return place;
  const { message, ...details } = place;
  return complain(site, 'bad-value', message, details);
}

/** Warns of a port that is named by the order in which it was found. */
export function warnOfOrder(site: Site): void {
  const message = 'ports of this name change places when they are plugged in or the board restarts';
  const expected = 'the same port below /dev/serial/by-id/';
  complain(site, 'unusual', message, { severity: 'warning', expected });
}
