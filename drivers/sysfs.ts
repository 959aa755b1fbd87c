/** Where the kernel shows a device in sysfs: for the drivers that read it there, and for who rebinds it. */
import { DeviceError } from './errors.ts';
import type { Files } from './ports.ts';

type Names = Pick<Files, 'list' | 'readText'>;

/**
 * The directory of a device. The kernel numbers devices in the order in which it finds them, so that hwmon2 is another
 * one after the next start; a path may therefore end in the device's name, which is in its file `name`.
 */
export async function deviceDirectory(files: Names, at: string): Promise<string> {
  const path = at.replace(/\/+$/, '');
  if (await hasName(files, path)) return path;
  const slash = path.lastIndexOf('/');
  const [parent, wanted] = [path.slice(0, slash), path.slice(slash + 1)];
  for (const entry of await files.list(parent)) {
    const name = await files.readText(`${parent}/${entry}/name`).catch(() => '');
    if (name.trim() === wanted) return `${parent}/${entry}`;
  }
  throw new DeviceError('missing', `${at}: no device of this name`);
}

async function hasName(files: Names, directory: string): Promise<boolean> {
  return files.readText(`${directory}/name`).then(
    () => true,
    () => false,
  );
}
