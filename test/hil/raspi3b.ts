/**
 * An emulated Raspberry Pi 3B: the BCM2835's own I2C with a TMP105 whose temperature is set from outside, and GPIO 17.
 * Its I2C is in QEMU from 9.0 on, which Debian 12 has in its backports.
 */
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { command, needPrograms } from '../helpers/command.ts';
import { crossParts, crossPrograms } from './cross.ts';
import { Debian } from './debian.ts';
import { Guest } from './guest.ts';
import type { Figures, Job } from './job.ts';
import { kernelOf } from './kernel.ts';
import { hostPrograms } from './main-job.ts';
import { inGuest } from './place.ts';
import { Qmp } from './qmp.ts';
import { makeRoot } from './root.ts';
import { withAgent } from './world.ts';

/** The SD card and the checksums of its ext4, the USB host with a network adapter on it, I2C. */
const modules = [
  'bcm2835',
  'sdhci-iproc',
  'mmc-block',
  'crc32c-generic',
  'ext4',
  'phy-generic',
  'dwc2',
  'cdc-ether',
  'rndis-host',
  'i2c-bcm2835',
  'i2c-dev',
  'lm75',
];

/** QEMU wants a card whose size is a power of two. */
const cardSize = '512M';

const tmp105Address = '0x48';

const capabilities = (bus: number) => `
[[capability]]
name = "board"
driver = "tmp105"
channel = "temperature"
at = "i2c-${bus}:${tmp105Address}"
poll = "1s"

[[capability]]
name = "case"
driver = "hwmon"
channel = "temperature"
at = "/sys/class/hwmon/tmp105"
poll = "1s"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "pin 11"
initial = false
`;

export const raspi3b: Job = {
  name: 'raspi3b: BCM2835 I2C, TMP105, GPIO 17',
  inCi: false,
  async run(directory) {
    // Of Debian's own QEMU come the libraries that the newer one needs.
    needPrograms({
      ...hostPrograms,
      ...crossPrograms.arm64,
      'qemu-system-aarch64': 'qemu-system-arm',
      mke2fs: 'e2fsprogs',
    });
    const qmpPath = join(directory, 'qmp');
    const guest = await boot(directory, qmpPath);
    const qmp = await Qmp.connect(qmpPath);
    const set = (degC: number) =>
      qmp.execute('qom-set', { path: '/machine/peripheral/t0', property: 'temperature', value: degC * 1_000 });
    try {
      return await readTemperatures(guest, set);
    } finally {
      await qmp.execute('quit', {}).catch(() => {});
      qmp.close();
      await guest.stop();
    }
  },
};

async function boot(directory: string, qmpPath: string): Promise<Guest> {
  const qemu = new Debian('amd64', 'backports').unpacked('qemu', [
    'qemu-system-arm',
    'qemu-system-common',
    'qemu-system-data',
  ]);
  const kernel = kernelOf('arm64', 'arm64');
  const parts = crossParts('arm64');
  const root = join(directory, 'root');
  makeRoot(root, parts);
  const card = join(directory, 'sd.img');
  command('mke2fs', ['-q', '-t', 'ext4', '-d', root, card, cardSize]);
  const devices = [
    ...['-drive', `file=${card},if=sd,format=raw`],
    ...['-netdev', 'user,id=net', '-device', 'usb-net,netdev=net'],
    ...['-device', `tmp105,id=t0,bus=i2c-bus.1,address=${tmp105Address}`],
    ...['-qmp', `unix:${qmpPath},server=on,wait=off`],
  ];
  const deviceTree = join(kernel.deviceTrees, 'broadcom/bcm2837-rpi-3-b.dtb');
  const options = {
    program: join(qemu, 'usr/bin/qemu-system-aarch64'),
    machine: ['-M', 'raspi3b', '-L', join(qemu, 'usr/share/qemu'), '-dtb', deviceTree, ...devices, '-serial', 'null'],
    kernel,
    modules,
    parameters: 'console=ttyS1,115200 root=/dev/mmcblk0 panic=-1 quiet loglevel=1 mem=512M',
    directory,
  };
  return Guest.boot(options, parts.busybox);
}

async function readTemperatures(guest: Guest, setTemperature: (degC: number) => Promise<void>): Promise<Figures> {
  const bus = Number(/i2c-(\d+)/.exec(await guest.run('ls -d /sys/bus/platform/devices/3f804000.i2c/i2c-*'))?.[1]);
  const nobody = JSON.parse(await guest.run(`node /uspi/hil/i2c.mjs i2c-${bus} 0x50 0 2`)) as { code?: string };
  assert.is(nobody.code, 'no-answer', 'nobody is at 0x50');
  await setTemperature(21.25);
  const options = { gpio: 'character-device', capabilities: capabilities(bus) };
  return withAgent(inGuest(guest), options, async ({ agent, set, reads, changed }) => {
    // Not the 21.0 of the 9 bits that the chip has after power-on.
    await reads('board', 'LevelSensor.Value', value => Number(value) === 21.25);
    await setTemperature(-10.5);
    await changed('board', value => Number(value) === -10.5);

    // The kernel's driver takes the chip.
    await guest.run(`echo tmp105 ${tmp105Address} > /sys/bus/i2c/devices/i2c-${bus}/new_device`);
    await reads('case', 'LevelSensor.Value', value => Number(value) === -10.5);
    await setTemperature(30.75);
    await changed('case', value => Number(value) === 30.75);

    await guest.run('mount -t debugfs none /sys/kernel/debug');
    const line = (level: string) => new RegExp(`GPIO17 .*uspi.* out ${level}`);
    const look = 'grep GPIO17 /sys/kernel/debug/gpio';
    await guest.until('GPIO 17 to be an output', look, output => line('lo').test(output));
    await set('fan', 'BinaryControl.Value', 'true');
    assert.match(await guest.run(look), line('hi'));
    const seen = 'TMP105 by i2c-bus, then by the kernel and hwmon, each live to Notify; Set to GPIO 17';
    return { residentMb: await agent.residentMb(), seen };
  });
}
