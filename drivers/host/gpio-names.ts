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
import { type GpioChip, isHeaderChip, onlyChip, parseLine } from './gpio-line.ts';

/** A chip of /sys/class/gpio. `device` is the real path of the device that it belongs to. */
interface SysfsChip extends GpioChip {
  base: number;
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

/**
 * The sysfs number of "pin 11", "gpiochip0:17" or "label pinctrl-bcm2835:17". `sysfs` is where sysfs is mounted.
 * Rejects with 'missing', or 'unsupported' when the name means several lines or the kernel has no GPIO sysfs.
 */
export async function gpioNumber(sysfs: string, line: string): Promise<number> {
  const name = parseLine(line);
  if (name.by === 'name')
    throw new DeviceError('unsupported', `${line}: the GPIO sysfs knows no names of lines; the character device does`);
  const all = await readChips(sysfs);
  const { chip: wanted, offset } = name;
  const chips = {
    header: async () => all.filter(chip => isHeaderChip(chip, offset)),
    label: async () => all.filter(({ label }) => label === wanted),
    device: () => chipsOfCharacterDevice(sysfs, wanted, all),
  };
  return onlyChip(line, await chips[name.by](), offset).base + offset;
}
