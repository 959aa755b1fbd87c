/** How the configuration names a GPIO line, and the header of the Pi. */
import { DeviceError } from '../errors.ts';

/** The 40-pin header's GPIO lines, by pin; the same on every Pi from 2 to 5. Pins 27 and 28 are an add-on's EEPROM. */
const headerLines: Readonly<Record<number, number>> = {
  3: 2,
  5: 3,
  7: 4,
  8: 14,
  10: 15,
  11: 17,
  12: 18,
  13: 27,
  15: 22,
  16: 23,
  18: 24,
  19: 10,
  21: 9,
  22: 25,
  23: 11,
  24: 8,
  26: 7,
  29: 5,
  31: 6,
  32: 12,
  33: 13,
  35: 19,
  36: 16,
  37: 26,
  38: 20,
  40: 21,
};

/** The pin of the header that has the processor's GPIO line `offset`, where there is one. */
export function headerPin(offset: number): number | undefined {
  const found = Object.entries(headerLines).find(([, line]) => line === offset);
  return found && Number(found[0]);
}

/** A GPIO chip, however it was found. */
export interface GpioChip {
  label: string;
  /** Number of its lines. */
  lines: number;
}

/** A line's name in parts. A line that has a `name` of its own needs no chip. */
export type LineName =
  | { by: 'header' | 'label' | 'device'; chip: string; offset: number }
  | { by: 'name'; name: string };

/** "pin 11", "label pinctrl-bcm2835:17", "gpiochip0:17" or "line GPIO17" in parts. Throws 'missing'. */
export function parseLine(line: string): LineName {
  const [, pin, label, byLabel, device, byDevice, name] =
    /^(?:pin (\d{1,2})|label (.+):(\d{1,4})|(gpiochip\d{1,4}):(\d{1,4})|line (.{1,31}))$/.exec(line) ?? [];
  if (pin !== undefined) {
    const offset = headerLines[Number(pin)];
    if (offset === undefined) throw new DeviceError('missing', `${line}: that of the header is no GPIO line`);
    return { by: 'header', chip: 'pinctrl-', offset };
  }
  if (label !== undefined) return { by: 'label', chip: label, offset: Number(byLabel) };
  if (device !== undefined) return { by: 'device', chip: device, offset: Number(byDevice) };
  if (name !== undefined) return { by: 'name', name };
  throw new DeviceError('missing', `"${line}" names no line; "pin 11", "gpiochip0:17" and "line GPIO17" do`);
}

/**
 * Whether the header's lines are on this chip: the processor's own, pinctrl-bcm2835 or -bcm2711, and on a Pi 5
 * pinctrl-rp1. Other chips of the board, expanders and the power management, have other labels.
 */
export function isHeaderChip({ label, lines }: GpioChip, offset: number): boolean {
  return label.startsWith('pinctrl-') && lines > offset;
}

/** The one chip that `line` means; throws 'missing' or, where it means several, 'unsupported' with better names. */
export function onlyChip<Chip extends GpioChip>(line: string, chips: readonly Chip[], offset: number): Chip {
  const [chip, another] = chips;
  if (!chip) throw new DeviceError('missing', `${line}: no such GPIO chip`);
  if (another) {
    const labels = chips.map(({ label }) => `"label ${label}:${offset}"`).join(', ');
    throw new DeviceError('unsupported', `${line} is ambiguous: write one of ${labels}`);
  }
  if (offset >= chip.lines) throw new DeviceError('missing', `${line}: the chip has ${chip.lines} lines`);
  return chip;
}

const nearestNamesMax = 5;

/** The pairs of neighbouring characters of a name, its beginning and end with them; case is left out. */
function pairsOf(name: string): Set<string> {
  const text = `^${name.toLowerCase()}$`;
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
}

/** The few of `names` that share most with `name`, the nearest first; empty names are none. */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const wanted = pairsOf(name);
  const shareOf = (other: string) => {
    const pairs = pairsOf(other);
    return [...pairs].filter(pair => wanted.has(pair)).length / (wanted.size + pairs.size);
  };
  const ranked = [...new Set(names)].filter(each => each !== '').map(each => ({ each, share: shareOf(each) }));
  ranked.sort((one, other) => other.share - one.share);
  return ranked.slice(0, nearestNamesMax).map(({ each }) => each);
}
