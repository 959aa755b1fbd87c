/** Which of the kernel's two interfaces to GPIO opens a line. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { GpioLineOptions } from '../ports.ts';
import { beyondSysfs } from './gpio.ts';

/** 'auto': sysfs, and the character device where sysfs is absent or cannot do what is asked. */
export type GpioInterface = 'auto' | 'sysfs' | 'character-device';

export async function chooseInterface(
  wanted: GpioInterface,
  sysfs: string,
  line: string,
  options: GpioLineOptions,
): Promise<Exclude<GpioInterface, 'auto'>> {
  if (wanted !== 'auto') return wanted;
  const hasSysfs = await access(join(sysfs, 'class/gpio/export')).then(
    () => true,
    () => false,
  );
  return !hasSysfs || beyondSysfs(options) || line.startsWith('line ') ? 'character-device' : 'sysfs';
}
