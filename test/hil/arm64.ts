/** An ARM machine of 64 bits with 256 MB, as small as a Pi Zero 2 leaves us; Node.js and the addons are its own. */
import { join } from 'node:path';
import { needPrograms } from '../helpers/command.ts';
import { crossParts, crossPrograms } from './cross.ts';
import { Guest } from './guest.ts';
import type { Job } from './job.ts';
import { kernelOf } from './kernel.ts';
import { guestModules, hostPrograms, mainJob, simulatorModules } from './main-job.ts';
import { makeRoot } from './root.ts';

export const arm64: Job = {
  name: 'arm64, 256 MB: gpio-sim, i2c-stub',
  inCi: true,
  async run(directory) {
    needPrograms({ ...hostPrograms, ...crossPrograms.arm64, 'qemu-system-aarch64': 'qemu-system-arm' });
    const kernel = kernelOf('arm64', 'arm64');
    const parts = crossParts('arm64');
    const root = join(directory, 'root');
    makeRoot(root, parts);
    const share = `local,path=${root},mount_tag=root,security_model=none,readonly=on,multidevs=remap`;
    const devices = ['-nic', 'user,model=virtio-net-pci', '-virtfs', share];
    const options = {
      program: 'qemu-system-aarch64',
      machine: ['-M', 'virt', '-cpu', 'cortex-a53', '-smp', '1', '-m', '256', ...devices],
      kernel,
      modules: [...guestModules, ...simulatorModules],
      parameters: 'console=ttyAMA0 panic=-1 quiet loglevel=1',
      directory,
    };
    return mainJob(await Guest.boot(options, parts.busybox));
  },
};
