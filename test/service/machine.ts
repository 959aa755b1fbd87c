/** An x86-64 machine in QEMU whose first program is systemd, with the kernel's simulators of test/hil. */
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { command } from '../helpers/command.ts';
import { Guest } from '../hil/guest.ts';
import { kernelOf } from '../hil/kernel.ts';
import { debianRoot } from './debian-root.ts';
import { layOut, put } from './product.ts';

/** The shell of test/hil as a service on the serial console; nobody else speaks there. */
const console = `[Unit]
Description=The shell of the test
After=systemd-user-sessions.service
[Service]
ExecStart=/bin/sh /hil/console
StandardInput=tty
StandardOutput=tty
TTYPath=/dev/ttyS0
[Install]
WantedBy=multi-user.target
`;

/** Shorter times than on a board. */
const hurry = '[Service]\nWatchdogSec=20\nRestartSec=1\n';

const guestModules = ['virtio-pci', 'virtio-blk', 'crc32c-generic', 'ext4', 'virtio-net'];

/** Beside those of test/hil: the root is a disk, and what systemd says goes to its journal. */
const parameters = [
  'console=ttyS0 panic=-1 quiet loglevel=1 mitigations=off tsc=unstable no_timer_check root=/dev/vda net.ifnames=0',
  'systemd.show_status=0 systemd.mask=serial-getty@ttyS0.service systemd.mask=systemd-udev-settle.service',
].join(' ');

/** What the initramfs of test/hil hands over to. */
const handOver = '#!/bin/sh\nexec /usr/lib/systemd/systemd\n';

export interface MachineOptions {
  /** Loaded before systemd begins, each with its parameters behind a space. */
  modules: readonly string[];
  /** Loaded by `loadLater`. */
  laterModules: readonly string[];
  /** QEMU's words for further devices. */
  devices: readonly string[];
}

/** Boots with its files in `directory`, and resolves once systemd has started the console's shell. */
export function bootSystemd(directory: string, { modules, laterModules, devices }: MachineOptions): Promise<Guest> {
  const root = join(directory, 'root');
  debianRoot(root);
  layOut(root);
  const kernel = kernelOf('amd64', 'amd64');
  const later = kernel.modules(laterModules);
  put(root, 'modules/order', later.map(file => `${basename(file)}\n`).join(''));
  for (const file of later) copyFileSync(file, join(root, 'modules', basename(file)));
  copyFileSync('/bin/busybox', join(root, 'usr/bin/busybox'));
  put(root, 'hil/shell', handOver);
  copyFileSync('test/hil/guest/shell', join(root, 'hil/console'));
  copyFileSync('test/service/evaluate.mjs', join(root, 'hil/evaluate.mjs'));
  put(root, 'etc/systemd/system/uspi.service.d/hurry.conf', hurry);
  put(root, 'etc/machine-id', `${'0123456789abcdef'.repeat(2)}\n`);
  put(root, 'etc/systemd/system/uspi-console.service', console);
  const wants = join(root, 'etc/systemd/system/multi-user.target.wants');
  mkdirSync(wants, { recursive: true });
  symlinkSync('../uspi-console.service', join(wants, 'uspi-console.service'));
  const disk = join(directory, 'disk.img');
  command('mke2fs', ['-q', '-t', 'ext4', '-d', root, disk, '1G']);
  return Guest.boot(
    {
      program: 'qemu-system-x86_64',
      machine: [
        ...['-cpu', 'max', '-smp', '2', '-m', '768', '-nic', 'user,model=virtio-net-pci'],
        ...['-drive', `file=${disk},format=raw,if=virtio,cache=unsafe`, ...devices],
      ],
      kernel,
      modules: [...guestModules, ...modules],
      parameters,
      directory,
    },
    '/bin/busybox',
  );
}

/** Loads the modules that were left for later. */
export const loadLater = (guest: Guest) =>
  guest.run('cd /modules && while read -r each; do insmod "$each" || exit; done < order');
