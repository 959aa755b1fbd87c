/** What a scan has found, as a piece of a configuration file: comments, and capabilities that are ready to use. */
import { hexByte } from '../../drivers/bytes.ts';
import { channelsOf } from '../../drivers/chips/w1.ts';
import type { ChipDefinition } from '../../drivers/define.ts';
import type { CharacterDevice, LineInfo } from '../../drivers/host/gpio-chips.ts';
import { headerPin, isHeaderChip } from '../../drivers/host/gpio-line.ts';
import type { BusScan } from './scan-i2c.ts';
import { columns, printable } from './text.ts';

/** A [[capability]] for each channel of the chip, with what it becomes in the data model. */
export function capabilityLines(chip: ChipDefinition, at: string, label: string): string[] {
  return Object.entries(chip.channels).flatMap(([channel, { class: className, type, unit }]) => [
    '',
    '[[capability]]',
    `name = ${JSON.stringify(`${label} ${channel}`.slice(-64).trim())}`,
    `driver = "${chip.name}"`,
    `channel = "${channel}"`,
    `at = ${JSON.stringify(at)}`,
    `# IoTCapability: ${className} ${type}${unit ? ` in ${unit}` : ''}`,
  ]);
}

/** Lines that somebody has to decide about, or that are not TOML. */
export const commented = (lines: readonly string[]): string[] =>
  lines.map(line => (line === '' || line.startsWith('#') ? line : `# ${printable(line)}`));

export function i2cLines(bus: string, { found, trouble }: BusScan, chips: readonly ChipDefinition[]): string[] {
  const lines = found.flatMap(({ address, drivers, evidence }) => {
    const place = `${bus}:${hexByte(address)}`;
    const known = drivers.flatMap(name => chips.find(chip => chip.name === name) ?? []);
    const blocks = known.map(chip => capabilityLines(chip, place, `${bus} ${hexByte(address)}`));
    const names = known.map(({ description }) => description).join('; or ');
    const heading = commented(['', `${place}: ${names || 'something'} (${evidence})`]);
    return [...heading, ...(known.length === 1 ? blocks.flat() : blocks.flatMap(commented))];
  });
  const end = trouble ? [`the scan ended early: ${trouble}`] : found.length === 0 ? ['nothing that we know'] : [];
  return [...commented([`== ${bus}`, ...end]), ...lines];
}

/** The families of w1_therm, which all measure as the DS18B20 does. */
const thermometers = ['10', '22', '28', '3b', '42'];

export function oneWireLines(names: readonly string[], ds18b20: ChipDefinition, w1: ChipDefinition): string[] {
  return names
    .filter(name => /^[0-9a-f]{2}-[0-9a-f]{12}$/.test(name))
    .flatMap(name => {
      const at = `/sys/bus/w1/devices/${name}`;
      if (thermometers.includes(name.slice(0, 2))) return capabilityLines(ds18b20, at, name);
      const channels = Object.fromEntries(channelsOf(name).map(channel => [channel, w1.channels[channel]!]));
      if (channelsOf(name).length > 0) return capabilityLines({ ...w1, channels }, at, name);
      return commented(['', `${at}: a part of family 0x${name.slice(0, 2)}, which has no driver here`]);
    });
}

/** A serial device does not say what it is; `chips` are those that it may be. */
export function serialLines(names: readonly string[], chips: readonly ChipDefinition[]): string[] {
  return names.flatMap(name => {
    const drivers = chips.map(chip => chip.name).join(', ');
    const [chip] = chips;
    const block = chip ? capabilityLines(chip, `/dev/serial/by-id/${name}:9600,8N1`, 'serial').slice(1, 7) : [];
    return commented(['', `/dev/serial/by-id/${name}; its driver may be any of ${drivers}`, ...block]);
  });
}

export interface GpioScan {
  chip: CharacterDevice;
  lines: LineInfo[];
}

/** A row for each line, and a [[capability]] for the first that is free, or for all of them. */
export function gpioLines({ chip, lines }: GpioScan, input: ChipDefinition, isForAll: boolean): string[] {
  const isHeader = isHeaderChip(chip, 27);
  const pinOf = (offset: number) => (isHeader ? headerPin(offset) : undefined);
  const rows = lines.map(({ offset, name, consumer, isUsed, isOutput }) => {
    const pin = pinOf(offset);
    const state = isUsed ? `in use by ${consumer || 'the kernel'}` : isOutput ? 'free, an output' : 'free';
    return [`${chip.name}:${offset}`, name || '-', pin ? `pin ${pin}` : '-', state];
  });
  const free = lines.filter(({ isUsed, offset }) => !isUsed && (!isHeader || pinOf(offset) !== undefined));
  const blocks = (isForAll ? free : free.slice(0, 1)).flatMap(({ offset }) => {
    const pin = pinOf(offset);
    const at = pin ? `pin ${pin}` : `label ${chip.label}:${offset}`;
    return commented(capabilityLines(input, at, `${chip.label} ${offset}`));
  });
  return [...commented(['', `== ${chip.name}, ${chip.label}, ${chip.lines} lines`, ...columns(rows)]), ...blocks];
}
