/** The GPIO chips that the kernel shows as character devices, and which of their lines a name means. */
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DeviceError } from '../errors.ts';
import { directoryEntriesMax, gpioLinesNamedMax } from '../limits.ts';
import { hostError, withGroup } from './errno.ts';
import type { Ioctl } from './gpio-ioctl.ts';
import { type GpioChip, isHeaderChip, nearestNames, onlyChip, parseLine } from './gpio-line.ts';
import {
  chipInfoArgument,
  getChipInfo,
  getLineInfo,
  lineInfoArgument,
  readChipInfo,
  readLineInfo,
} from './gpio-uapi.ts';

export interface CharacterDevice extends GpioChip {
  /** "gpiochip0". */
  name: string;
  path: string;
}

export interface LineInfo {
  offset: number;
  /** Its name in the device tree, "GPIO17"; often empty. */
  name: string;
  /** Who holds it. */
  consumer: string;
  isUsed: boolean;
  isOutput: boolean;
}

export async function openChip(path: string): Promise<FileHandle> {
  return open(path, 'r+').catch(cause => Promise.reject(withGroup(cause, path, 'gpio')));
}

/** The chips in `devices` (/dev), in the order of their numbers. */
export async function listChips(devices: string, ioctl: Ioctl): Promise<CharacterDevice[]> {
  const names = (await readdir(devices)).filter(name => /^gpiochip\d+$/.test(name)).slice(0, directoryEntriesMax);
  if (names.length === 0) throw new DeviceError('unsupported', `${devices} has no gpiochip: this kernel has no GPIO`);
  const numberOf = (name: string) => Number(name.replace('gpiochip', ''));
  names.sort((one, other) => numberOf(one) - numberOf(other));
  const chips: CharacterDevice[] = [];
  let failure: unknown;
  for (const name of names) {
    const path = join(devices, name);
    await readChip(path, ioctl).then(
      ({ label, lines }) => chips.push({ name, path, label, lines }),
      cause => {
        failure = cause; // one chip may be unplugged or another's; all of them may not
      },
    );
  }
  if (chips.length === 0) throw failure;
  return chips;
}

async function readChip(path: string, ioctl: Ioctl) {
  return withChip(path, async fd => readChipInfo(await ioctl(fd, getChipInfo, chipInfoArgument())));
}

/** The lines of a chip, `gpioLinesNamedMax` at most. */
export async function listLines({ path, lines }: CharacterDevice, ioctl: Ioctl): Promise<LineInfo[]> {
  return withChip(path, async fd => {
    const found: LineInfo[] = [];
    for (let offset = 0; offset < Math.min(lines, gpioLinesNamedMax); offset++)
      found.push({ offset, ...readLineInfo(await ioctl(fd, getLineInfo, lineInfoArgument(offset))) });
    return found;
  });
}

async function withChip<T>(path: string, act: (fd: number) => Promise<T>): Promise<T> {
  const chip = await openChip(path);
  try {
    return await act(chip.fd);
  } catch (cause) {
    throw hostError(cause, path);
  } finally {
    await chip.close();
  }
}

/** The device and the offset of `line` as the configuration names it. Rejects as gpioNumber does. */
export async function findLine(devices: string, line: string, ioctl: Ioctl): Promise<{ path: string; offset: number }> {
  const name = parseLine(line);
  const chips = await listChips(devices, ioctl);
  if (name.by === 'name') return findByName(line, name.name, chips, ioctl);
  const { by, chip: wanted, offset } = name;
  const matches = {
    header: (chip: CharacterDevice) => isHeaderChip(chip, offset),
    label: ({ label }: CharacterDevice) => label === wanted,
    device: (chip: CharacterDevice) => chip.name === wanted,
  };
  return { path: onlyChip(line, chips.filter(matches[by]), offset).path, offset };
}

async function findByName(line: string, name: string, chips: readonly CharacterDevice[], ioctl: Ioctl) {
  const found: { path: string; offset: number; place: string }[] = [];
  const names: string[] = [];
  for (const chip of chips) {
    for (const { offset, name: itsName } of await listLines(chip, ioctl)) {
      names.push(itsName);
      if (itsName === name) found.push({ path: chip.path, offset, place: `"${chip.name}:${offset}"` });
    }
  }
  const [first, another] = found;
  if (!first) throw new DeviceError('missing', `${line}: no GPIO line has this name${alternativesTo(name, names)}`);
  if (!another) return first;
  const places = found.map(({ place }) => place).join(', ');
  throw new DeviceError('unsupported', `${line} is ambiguous: write one of ${places}`);
}

/** The names that are nearest to one that is not there, as the end of a message. */
function alternativesTo(name: string, names: readonly string[]): string {
  const near = nearestNames(name, names).map(each => `"line ${each}"`);
  return near.length === 0 ? '; the lines of this board have no names' : `; there are ${near.join(', ')}`;
}
