/** An x86-64 machine with Debian's kernel and its simulators; it has this machine's Node.js and node_modules. */
import { join } from 'node:path';
import { needPrograms } from '../helpers/command.ts';
import { Guest } from './guest.ts';
import type { Job } from './job.ts';
import { kernelOf } from './kernel.ts';
import { guestModules, hostPrograms, mainJob, simulatorModules } from './main-job.ts';
import { hostParts, makeRoot } from './root.ts';

export const x86: Job = {
  name: 'x86-64: gpio-sim, i2c-stub',
  inCi: true,
  async run(directory) {
    x86Programs();
    return mainJob(await bootX86(directory, { modules: simulatorModules }));
  },
};

/** Throws NotRun when this machine cannot have the programs. */
export function x86Programs(): void {
  needPrograms({ ...hostPrograms, 'qemu-system-x86_64': 'qemu-system-x86' });
}

export interface X86Options {
  /** Beside those of the guest itself. */
  modules: readonly string[];
  /** QEMU's words for further devices. */
  devices?: readonly string[];
}

/** Boots with its files in `directory`. */
export function bootX86(directory: string, { modules, devices = [] }: X86Options): Promise<Guest> {
  const kernel = kernelOf('amd64', 'amd64');
  const parts = hostParts();
  const root = join(directory, 'root');
  makeRoot(root, parts);
  const share = `local,path=${root},mount_tag=root,security_model=none,readonly=on,multidevs=remap`;
  const common = ['-nic', 'user,model=virtio-net-pci', '-virtfs', share];
  const options = {
    program: 'qemu-system-x86_64',
    machine: ['-cpu', 'max', '-smp', '1', '-m', '512', ...common, ...devices],
    kernel,
    modules: [...guestModules, ...modules],
    parameters: 'console=ttyS0 panic=-1 quiet loglevel=1 mitigations=off tsc=unstable no_timer_check',
    directory,
  };
  return Guest.boot(options, parts.busybox);
}
