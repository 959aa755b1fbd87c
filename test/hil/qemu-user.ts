/**
 * The agent and its addons for ARM, as this machine's processes under QEMU's user mode: what was cross-built loads, and
 * the agent reaches its broker. Kernels and devices are for the other jobs.
 */
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { command, needPrograms } from '../helpers/command.ts';
import { nodeFlags } from '../helpers/unit.ts';
import { crossParts, crossPrograms } from './cross.ts';
import type { Job } from './job.ts';
import { onHost } from './place.ts';
import { makeRoot, nativePackages } from './root.ts';
import { withAgent } from './world.ts';

const capabilities = `
[[capability]]
name = "load"
driver = "host"
channel = "uptime"
poll = "1s"
`;

const jobOf = (architecture: 'arm64' | 'armhf', qemu: string): Job => ({
  name: `qemu-user ${architecture}: the addons`,
  inCi: true,
  async run(directory) {
    needPrograms({ ...crossPrograms[architecture], [qemu]: 'qemu-user-static', mosquitto: 'mosquitto' });
    const root = join(directory, 'root');
    makeRoot(root, crossParts(architecture));
    const node = [qemu, '-L', root, '-E', 'LD_LIBRARY_PATH=/lib', join(root, 'bin/node')] as const;
    const load = `for (const name of ${JSON.stringify(nativePackages)}) require(name); console.log(process.arch, process.version)`;
    const [program, ...args] = node;
    const [arch, version] = command(program, [...args, '-e', load], { directory: join(root, 'uspi') })
      .trim()
      .split(' ');
    assert.is(arch, architecture === 'armhf' ? 'arm' : 'arm64');
    const bundle = join(root, 'uspi/dist/uspi.cjs');
    const place = onHost({ directory, command: [...node, ...nodeFlags, bundle] });
    await withAgent(place, { capabilities }, ({ changed }) => changed('load', value => Number(value) > 0));
    return { seen: `${nativePackages.join(', ')} load on Node.js ${version}; the agent tells its broker` };
  },
});

export const qemuUserArm64 = jobOf('arm64', 'qemu-aarch64-static');
export const qemuUserArmhf = jobOf('armhf', 'qemu-arm-static');
