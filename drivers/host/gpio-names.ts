/**
 * Which number the kernel's GPIO sysfs has for a line today.
 *
 * Those numbers move with the kernel and the model (raspberrypi/linux#6084), so the configuration names a line by its
 * chip or by its pin on the header, and the chip's base is looked up at each opening.
 */
import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DeviceError } from '../errors.ts';
import { directoryEntriesMax } from '../limits.ts';

/** The 40-pin header's GPIO lines, by pin. Pins 27 and 28 belong to the EEPROM of an add-on board. */
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

/** A chip of /sys/class/gpio. `device` is the real path of the device that it belongs to. */
interface SysfsChip {
  label: string;
  base: number;
  lines: number;
  device: string;
}

async function readChips(sysfs: string): Promise<SysfsChip[]> {
  const root = join(sysfs, 'class/gpio');
  const names = await readdir(root).catch(() => {
    throw new DeviceError('unsupported', `${root} is not there: this kernel has no GPIO sysfs`);
  });
  const chips: SysfsChip[] = [];
  for (const name of names.filter(name => /^gpiochip\d+$/.test(name)).slice(0, directoryEntriesMax)) {
    const text = async (file: string) => (await readFile(join(root, name, file), 'utf8')).trim();
    try {
      const [label, base, lines] = [await text('label'), Number(await text('base')), Number(await text('ngpio'))];
      chips.push({ label, base, lines, device: await realpath(join(root, name, 'device')).catch(() => '') });
    } catch {
      // The chip was unplugged meanwhile.
    }
  }
  return chips;
}

/**
 * The chips that may be the character device `name` ("gpiochip0"): the two interfaces number chips differently, and
 * what they share is the device. More than one when a device has several banks.
 */
async function chipsOfCharacterDevice(sysfs: string, name: string, chips: SysfsChip[]): Promise<SysfsChip[]> {
  const device = await realpath(join(sysfs, 'bus/gpio/devices', name)).catch(() => '');
  return device === '' ? [] : chips.filter(chip => chip.device === device || chip.device === dirname(device));
}

/** The chips that `line` can mean, and the line's offset on them. */
async function candidates(sysfs: string, line: string): Promise<{ chips: SysfsChip[]; offset: number }> {
  const [, pin, label, byLabel, chip, byChip] =
    /^(?:pin (\d{1,2})|label (.+):(\d{1,4})|(gpiochip\d{1,4}):(\d{1,4}))$/.exec(line) ?? [];
  const chips = await readChips(sysfs);
  if (pin !== undefined) {
    const offset = headerLines[Number(pin)];
    if (offset === undefined) throw new DeviceError('missing', `${line} of the header is no GPIO line`);
    return { chips: chips.filter(({ label, lines }) => label.startsWith('pinctrl-') && lines > offset), offset };
  }
  if (label !== undefined) return { chips: chips.filter(c => c.label === label), offset: Number(byLabel) };
  if (chip !== undefined) return { chips: await chipsOfCharacterDevice(sysfs, chip, chips), offset: Number(byChip) };
  throw new DeviceError('missing', `"${line}" names no line; "pin 11", "gpiochip0:17" and "label NAME:17" do`);
}

/**
 * The sysfs number of "pin 11", "gpiochip0:17" or "label pinctrl-bcm2835:17". `sysfs` is where sysfs is mounted.
 * Rejects with 'missing', or 'unsupported' when the name means several lines or the kernel has no GPIO sysfs.
 */
export async function gpioNumber(sysfs: string, line: string): Promise<number> {
  const { chips, offset } = await candidates(sysfs, line);
  const [chip, another] = chips;
  if (!chip) throw new DeviceError('missing', `${line}: no such GPIO chip`);
  if (another) {
    const labels = chips.map(({ label }) => `"label ${label}:${offset}"`).join(', ');
    throw new DeviceError('unsupported', `${line} is ambiguous: write one of ${labels}`);
  }
  if (offset >= chip.lines) throw new DeviceError('missing', `${line}: the chip has ${chip.lines} lines`);
  return chip.base + offset;
}
