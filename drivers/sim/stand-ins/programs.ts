/** What stands in for programs: none is run, and what it would print is made up. */
import { DeviceError } from '../../errors.ts';
import type { StandIn } from '../stand-in.ts';
import { fileStandIns } from './files.ts';

export const programStandIns: Readonly<Record<string, StandIn>> = {
  /** What the program prints stands where a file of its command's name would be, and goes wrong as that does. */
  exec(plan, hardware, clock) {
    const run = (path: string, deadlineMs: number) =>
      new Promise<string>((resolve, reject) => {
        const late = () => reject(new DeviceError('timeout', `${path}: not done after ${deadlineMs} ms`));
        const deadline = clock.after(deadlineMs, late);
        const printed = hardware.files.readText(path).finally(() => deadline.stop());
        printed.then(resolve, reject);
      });
    hardware.programs = {
      open: command => ({ run: deadlineMs => run(command.join(' '), deadlineMs), close: async () => {} }),
    };
    return { ...fileStandIns.file!(plan, hardware, clock), model: 'a program that is not run' };
  },
};
