/** A GPS receiver on USB that is pulled out and plugged in again, by its identity under /dev/serial/by-id. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { xorChecksum } from '../../drivers/bytes.ts';
import type { Guest } from './guest.ts';
import type { Job } from './job.ts';
import { inGuest } from './place.ts';
import { Qmp } from './qmp.ts';
import { withAgent } from './world.ts';
import { bootX86, x86Programs } from './x86-64.ts';

/**
 * From the moment that the kernel shows the port again to the Notify of what comes over it, of the guest's own time; the
 * median of three.
 */
const recoveryMsMax = 2_000;

const sentenceMs = 100;

/** QEMU's adapter is an FTDI FT232 by its looks. */
const modules = ['xhci-pci', 'ftdi-sio'];
const port = '/dev/serial/by-id/usb-QEMU_QEMU_USB_SERIAL_hil-if00-port0';

const capabilities = `
[[capability]]
name = "position"
driver = "serial-nmea"
channel = "location"
at = "${port}:9600,8N1"
`;

/** As QEMU's control socket is told of it, when it is plugged in again. */
const adapter = { driver: 'usb-serial', id: 'gps', bus: 'usb.0', chardev: 'line', serial: 'hil' };

/** The link that udev makes, without udev: it follows the port, whatever its number is. Then the host is told. */
const links = `#!/bin/sh
[ "$SUBSYSTEM" = tty ] || exit 0
case "$ACTION" in
  add) mkdir -p ${port.slice(0, port.lastIndexOf('/'))}; ln -sfn "/dev/$DEVNAME" ${port}; echo @@plugged > /dev/console ;;
  remove) [ "$(readlink ${port})" != "/dev/$DEVNAME" ] || rm ${port}; echo @@unplugged > /dev/console ;;
esac
`;

export const usbSerial: Job = {
  name: 'x86-64: USB serial, unplugged and replugged',
  inCi: true,
  async run(directory) {
    x86Programs();
    const [qmpPath, linePath] = [join(directory, 'qmp'), join(directory, 'line')];
    const devices = [
      ...['-device', 'qemu-xhci,id=usb'],
      ...['-chardev', `socket,id=line,path=${linePath},server=on,wait=off`],
      ...['-device', 'usb-serial,id=gps,chardev=line,serial=hil'],
      ...['-qmp', `unix:${qmpPath},server=on,wait=off`],
    ];
    const guest = await bootX86(directory, { modules, devices });
    const qmp = await Qmp.connect(qmpPath);
    const line = connect(linePath);
    await once(line, 'connect');
    try {
      return await unplugAndReplug(guest, qmp, line);
    } finally {
      line.destroy();
      qmp.close();
      await guest.stop();
    }
  },
};

/** Sends a fix at whole degrees of latitude, again and again, until it is stopped. */
function sendLatitude(line: Socket, degrees: number) {
  const body = `GPGGA,,${String(degrees).padStart(2, '0')}00.000,N,01100.000,E,1,08,0.9,545.4,M,46.9,M,,`;
  const sum = xorChecksum(body).toString(16).toUpperCase().padStart(2, '0');
  const timer = setInterval(() => line.write(`$${body}*${sum}\r\n`), sentenceMs);
  return { stop: () => clearInterval(timer) };
}

async function unplugAndReplug(guest: Guest, qmp: Qmp, line: Socket) {
  const encoded = Buffer.from(links).toString('base64');
  await guest.run(
    `echo ${encoded} | base64 -d > /tmp/links; chmod +x /tmp/links; uevent /tmp/links > /dev/null 2>&1 &`,
  );
  await guest.until('the adapter', 'ls /dev', output => /ttyUSB0/.test(output));
  await guest.run('SUBSYSTEM=tty ACTION=add DEVNAME=ttyUSB0 /tmp/links');
  return withAgent(inGuest(guest), { capabilities }, async ({ changed, agent }) => {
    const toldOf = async (degrees: number) => {
      const sending = sendLatitude(line, degrees);
      const isIt = (value: string) => Number(value.split(',')[0]) === degrees;
      await changed('position', isIt).finally(() => sending.stop());
    };
    await toldOf(47);
    const took: number[] = [];
    for (const degrees of [48, 49, 50]) {
      // QEMU may let go of the line later than the guest sees the adapter go.
      const gone = [guest.hears('unplugged'), qmp.tells('DEVICE_DELETED')];
      await Promise.all([qmp.execute('device_del', { id: 'gps' }), ...gone]);
      await Promise.all([qmp.execute('device_add', adapter), guest.hears('plugged')]);
      const elapsedMs = agent.stopwatch();
      await toldOf(degrees);
      took.push(elapsedMs());
    }
    const median = took.sort((one, other) => one - other)[1]!;
    const seen = took.map(ms => `${(ms / 1_000).toFixed(1)} s`).join(', ');
    assert.ok(median <= recoveryMsMax, `from the port's return to the Notify it took ${seen}`);
    return { residentMb: await agent.residentMb(), seen: `from the port's return to the Notify: ${seen}` };
  });
}
