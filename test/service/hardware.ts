/**
 * The service with its whole hardening on a real kernel, on plain Debian: it reaches the device nodes of GPIO, I2C and
 * serial ports, and a controller on the host is told; and what becomes of an agent that goes wrong.
 */
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { needPrograms } from '../helpers/command.ts';
import { bmp280Address, example, identity, idle, measurement, trimming, warmer } from '../hil/bmp280.ts';
import type { Guest } from '../hil/guest.ts';
import { hostPrograms } from '../hil/main-job.ts';
import { needNativePackages } from '../hil/root.ts';
import { gpioLabel, levelOf, makeGpioChip, pull, setRegisters, stubBus } from '../hil/simulators.ts';
import { type World, withAgent } from '../hil/world.ts';
import { asService, shown } from './as-service.ts';
import { bootSystemd, loadLater } from './machine.ts';
import { comesBack, leak, stall } from './mishaps.ts';

const adapter = '/dev/serial/by-id/usb-QEMU_QEMU_USB_SERIAL_hil-if00-port0';

const lines = `
[[capability]]
name = "door"
driver = "gpio-input"
at = "label ${gpioLabel}:3"
type = "DoorOpen"

[[capability]]
name = "fan"
driver = "gpio-output"
at = "label ${gpioLabel}:5"
initial = true
`;

const everything = (bus: number) => `${lines}
[[capability]]
name = "air"
driver = "bmp280"
channel = "temperature"
at = "i2c-${bus}:0x${bmp280Address.toString(16)}"
poll = "1s"

[[capability]]
name = "position"
driver = "serial-nmea"
channel = "location"
at = "/dev/ttyS1:9600,8N1"

[[capability]]
name = "position of what was plugged in later"
driver = "serial-nmea"
channel = "location"
at = "${adapter}:9600,8N1"
`;

/** A fix at 47 degrees north. */
const sentence = '$GPGGA,,4700.000,N,01100.000,E,1,08,0.9,545.4,M,46.9,M,,*4B\r\n';
const isNorth = (value: string) => Number(value.split(',')[0]) === 47;

/** Runs with its files in `directory`; `tell` is told of each step. Throws NotRun where this machine lacks something. */
export async function hardware(directory: string, tell: (step: string) => void): Promise<void> {
  needPrograms({
    ...hostPrograms,
    'qemu-system-x86_64': 'qemu-system-x86',
    mmdebstrap: 'mmdebstrap',
    mke2fs: 'e2fsprogs',
  });
  needNativePackages();
  const [uart, usb] = ['uart', 'usb'].map(name => join(directory, name)) as [string, string];
  const port = (name: string, path: string) => ['-chardev', `socket,id=${name},path=${path},server=on,wait=off`];
  const guest = await bootSystemd(directory, {
    modules: ['configfs', 'i2c-dev', 'gpio-sim', `i2c-stub chip_addr=${bmp280Address}`],
    laterModules: ['xhci-pci', 'ftdi-sio', 'lm75'],
    devices: [
      ...[...port('uart', uart), '-device', 'isa-serial,chardev=uart'],
      ...[...port('usb', usb), '-device', 'qemu-xhci', '-device', 'usb-serial,chardev=usb,serial=hil'],
    ],
  });
  const receivers = [uart, usb].map(path => receiverAt(path));
  tell('systemd is up');
  try {
    const chip = await makeGpioChip(guest);
    await characterDevices(guest, chip, tell);
    await sysfs(guest, chip);
    tell('GPIO lines by sysfs');
  } finally {
    for (const receiver of receivers) receiver.stop();
    await guest.stop();
  }
}

/** A GPS receiver at the other end of a serial port. */
function receiverAt(path: string) {
  const socket: Socket = connect(path).on('error', () => {});
  const timer = setInterval(() => socket.write(sentence), 500);
  return {
    stop() {
      clearInterval(timer);
      socket.destroy();
    },
  };
}

async function characterDevices(guest: Guest, chip: string, tell: (step: string) => void): Promise<void> {
  const bus = await stubBus(guest);
  for (const { first, bytes } of [identity, trimming, idle, measurement(example.pressure, example.temperature)])
    await setRegisters(guest, bus, bmp280Address, first, bytes);
  const options = { gpio: 'character-device', capabilities: everything(bus) };
  await withAgent(asService(guest, '--allow-rebind=lm75'), options, async world => {
    tell('installed, and it speaks with its controller');
    await assertConfined(guest);
    await world.controller.subscribe('kept', 'ValueChange', 'Device.IoTCapability.*.BinarySensor.Value', {
      Persistent: 'true',
    });
    await world.reads('air', 'LevelSensor.Value', value => Number(value) === example.degC);
    const { first, bytes } = measurement(warmer.pressure, warmer.temperature);
    await setRegisters(guest, bus, bmp280Address, first, bytes);
    await world.changed('air', value => Number(value) === warmer.degC);
    tell('a chip on I2C');
    await lineWorks(guest, chip, world);
    tell('GPIO lines by their character device');
    await world.changed('position', isNorth);
    tell('a serial port');
    await loadLater(guest);
    await world.changed('position of what was plugged in later', isNorth);
    tell('an adapter whose module came after the service');
    await assertRebinds(guest);
    tell('a kernel driver that it may rebind');

    await comesBack(guest, () => leak(guest), 'oom-kill');
    await pull(guest, chip, 3, false);
    await world.changed('door', value => value === 'false');
    tell('out of memory it is killed, started again, and goes on as it was asked to');
    await comesBack(guest, () => stall(guest), 'watchdog');
    await world.logged(/ makes no progress: the watchdog is no longer fed/);
    await pull(guest, chip, 3, true);
    await world.reads('door', 'BinarySensor.Value', value => value === 'true');
    tell('sensors that stand still are seen by the watchdog, and it is started again');
  });
}

async function sysfs(guest: Guest, chip: string): Promise<void> {
  await pull(guest, chip, 3, false);
  await withAgent(asService(guest), { gpio: 'sysfs', capabilities: lines }, world => lineWorks(guest, chip, world));
}

/** An edge is told, and an output goes from its initial level and back again. */
async function lineWorks(guest: Guest, chip: string, { changed, set }: World): Promise<void> {
  await pull(guest, chip, 3, true);
  await changed('door', value => value === 'true');
  for (const isOn of [false, true]) {
    await set('fan', 'BinaryControl.Value', String(isOn));
    assert.is(await levelOf(guest, chip, 5), isOn, `a Set of ${isOn} reaches the line before its answer`);
  }
}

/** Runs `command` as the agent's user, with the agent's view of the file system. */
async function asAgent(guest: Guest, command: string): Promise<string> {
  const pid = await shown(guest, 'MainPID');
  return guest.run(
    `nsenter --target ${pid} --mount setpriv --reuid uspi --regid uspi --init-groups sh -c "${command}" 2>&1 || true`,
  );
}

/** The driver takes its word, and knows no such device: the shell may open the file, and its write fails. */
async function assertRebinds(guest: Guest): Promise<void> {
  const driver = '/sys/bus/i2c/drivers/lm75';
  const isOpen = (output: string) => output.trim() === 'uspi 220';
  await guest.until('the rule', `stat -c '%G %a' ${driver}/unbind`, isOpen);
  assert.match(await asAgent(guest, `echo 0-0077 > ${driver}/unbind`), /echo: I\/O error/);
}

/** It is a user without rights, has no other device, and cannot write where it has nothing to write. */
async function assertConfined(guest: Guest): Promise<void> {
  const pid = await shown(guest, 'MainPID');
  assert.match(await guest.run(`cat /proc/${pid}/status`), /CapEff:\s+0+\nCapBnd:\s+0+\n/);
  assert.is((await guest.run(`ps -o user= -p ${pid}`)).trim(), 'uspi');
  const nodes = await guest.run('stat -c "%n %G %a" /dev/gpiochip0 /dev/i2c-* /dev/ttyS1');
  for (const line of ['/dev/gpiochip0 gpio 660', '/dev/ttyS1 dialout 660']) assert.ok(nodes.includes(line), nodes);
  assert.match(nodes, /^\/dev\/i2c-\d+ i2c 660$/m);
  for (const path of ['/usr/bin/uspi-was-here', '/etc/uspi/uspi.toml', '/proc/sys/kernel/hostname'])
    assert.match(await asAgent(guest, `echo > ${path}`), /Read-only|denied/, path);
}
