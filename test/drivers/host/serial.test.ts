import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { serialNmea } from '../../../drivers/chips/serial-nmea.ts';
import { HostClock } from '../../../drivers/host/clock.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import { parseSerial } from '../../../drivers/host/serial.ts';
import { closePortMsMax, serialUnsentBytesMax, serialWriteMsMax } from '../../../drivers/limits.ts';
import type { SerialPort } from '../../../drivers/ports.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf } from '../../helpers/driver.ts';
import { notRun } from '../../helpers/not-run.ts';
import { until } from '../../helpers/until.ts';

const sentences = [
  '$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47',
  '$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A',
];
const folder = mkdtempSync(join(tmpdir(), 'uspi-serial-'));

test('a port is named by its path, speed and frame', () => {
  const settings = { path: '/dev/ttyUSB0', baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 };
  assert.equal(parseSerial('/dev/ttyUSB0:9600,8N1'), settings);
  assert.equal(parseSerial('/dev/ttyUSB0:9600'), settings);
  assert.equal(parseSerial('/dev/ttyUSB0:115200,7E2'), {
    ...settings,
    baudRate: 115200,
    dataBits: 7,
    parity: 'even',
    stopBits: 2,
  });
  const byPath = '/dev/serial/by-path/platform-3f980000.usb-usb-0:1.2:1.0-port0';
  assert.is(parseSerial(`${byPath}:4800,8O1`)?.path, byPath);
  for (const bad of ['/dev/ttyUSB0', 'ttyUSB0:9600', '/dev/ttyUSB0:9600,9N1', '/dev/ttyUSB0:9600,8X1', ':9600'])
    assert.is(parseSerial(bad), undefined, bad);
});

/** Behaves as serialport does, without a port. */
class FakePort extends EventEmitter {
  static failure: Error | null = null;
  static last: FakePort;
  sent: number[] = [];
  drained: (() => void)[] = [];
  static isSlow = false;
  closed = 0;
  closing = () => {};

  constructor() {
    super();
    FakePort.last = this;
  }
  open(callback: (error: Error | null) => void) {
    callback(FakePort.failure);
  }
  write(bytes: Buffer, callback: (error?: Error) => void) {
    this.sent.push(...bytes);
    callback();
    return true;
  }
  drain(callback: () => void) {
    this.drained.push(callback);
  }
  close(callback: () => void) {
    this.closed++;
    if (FakePort.isSlow) this.closing = callback;
    else callback();
  }
  pause() {}
  resume() {}
}

async function fakeBench() {
  const path = join(folder, 'tty');
  writeFileSync(path, '');
  const clock = new VirtualClock();
  const hardware = new HostHardware({ clock, loadPackage: async () => ({ SerialPort: FakePort }) });
  return { clock, open: () => hardware.openSerial(`${path}:9600,8N1`) };
}

test('a write ends when the bytes have left the machine, or at its deadline', async () => {
  const { clock, open } = await fakeBench();
  const port = await open();
  let isSent = false;
  const writing = port.write(Uint8Array.of(1, 2)).then(() => {
    isSent = true;
  });
  await clock.settle();
  assert.is(isSent, false);
  FakePort.last.drained.shift()!();
  await writing;
  assert.equal(FakePort.last.sent, [1, 2]);
  const slow = codeOf(port.write(Uint8Array.of(3)));
  await clock.advance(serialWriteMsMax);
  assert.is(await slow, 'timeout');
});

test('no more is taken than the limit while nothing is sent', async () => {
  const { clock, open } = await fakeBench();
  const port = await open();
  const first = port.write(new Uint8Array(serialUnsentBytesMax));
  assert.is(await codeOf(port.write(Uint8Array.of(1))), 'busy');
  FakePort.last.drained.shift()!();
  await first;
  assert.is(clock.waiting, 0);
  void port.write(Uint8Array.of(1));
  assert.is(FakePort.last.sent.length, serialUnsentBytesMax + 1);
  FakePort.last.drained.shift()!();
});

test('an end is told once, however many ways it shows, and also to who listens late', async () => {
  const { clock, open } = await fakeBench();
  const port = await open();
  const told: string[] = [];
  port.listen(
    () => {},
    error => told.push((error as { code: string } & Error).code),
  );
  FakePort.last.emit('end');
  assert.equal(told, ['missing']);
  FakePort.last.emit('close', new Error('bad file descriptor'));
  FakePort.last.emit('error', new Error('late'));
  assert.equal(told, ['missing']);
  port.listen(
    () => {},
    () => told.push('late'),
  );
  await clock.advance(0);
  assert.equal(told, ['missing', 'late']);
  assert.is(await codeOf(port.write(Uint8Array.of(1))), 'missing');
});

test('our own close is not an unplugging', async () => {
  const { open } = await fakeBench();
  const port = await open();
  port.listen(
    () => {},
    () => assert.unreachable(),
  );
  await port.close();
  FakePort.last.emit('close', null);
  await port.close();
  assert.is(FakePort.last.closed, 1);
});

test('a port that is unplugged has been closed only when its descriptor is', async () => {
  const { clock, open } = await fakeBench();
  const port = await open();
  FakePort.isSlow = true;
  FakePort.last.emit('end');
  FakePort.isSlow = false;
  let isClosed = false;
  const closing = port.close().then(() => {
    isClosed = true;
  });
  await clock.settle();
  assert.is(isClosed, false);
  FakePort.last.closing();
  await closing;
  assert.is(FakePort.last.closed, 1);
});

test('a descriptor that is never closed is waited for no longer than a while', async () => {
  const { clock, open } = await fakeBench();
  const port = await open();
  FakePort.isSlow = true;
  let isClosed = false;
  const closing = port.close().then(() => {
    isClosed = true;
  });
  FakePort.isSlow = false;
  await clock.advance(closePortMsMax - 1);
  assert.is(isClosed, false);
  await clock.advance(1);
  await closing;
});

test('the reasons why a port cannot be had are told apart', async () => {
  const { open } = await fakeBench();
  FakePort.failure = new Error('Error Resource temporarily unavailable Cannot lock port');
  assert.is(await codeOf(open()), 'busy');
  FakePort.failure = new Error('Error: Inappropriate ioctl for device');
  assert.is(await codeOf(open()), 'io');
  FakePort.failure = null;
  const hardware = new HostHardware({ clock: new VirtualClock() });
  assert.is(await codeOf(hardware.openSerial(`${join(folder, 'absent')}:9600`)), 'missing');
  assert.is(await codeOf(hardware.openSerial('ttyUSB0')), 'missing');
});

/** What real ports do comes soon or never. */
const realMsMax = 15_000;

/** What `promise` comes to, or a failure that names `what` has not come. */
function inTime<T>(promise: Promise<T>, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), realMsMax);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Two pseudo terminals joined by socat; undefined, and a line that says so, where there is none. */
async function joinedPtys(): Promise<{ socat: ChildProcess; near: string; far: string } | undefined> {
  if (spawnSync('socat', ['-V']).status !== 0) {
    notRun('serialport over a pseudo terminal: socat is not installed');
    return undefined;
  }
  const [near, far] = [join(folder, 'near'), join(folder, 'far')];
  const ends = [near, far].map(link => `pty,raw,echo=0,link=${link}`);
  const socat = spawn('socat', ['-d', '-d', ...ends], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  socat.stderr!.on('data', chunk => {
    said += chunk;
  });
  await until('socat', () => said.includes('starting data transfer')).catch(cause => {
    socat.kill();
    throw cause;
  });
  assert.ok(existsSync(near));
  return { socat, near, far };
}

test('the real package: bytes both ways, locked against others, and an end when the other side goes', async () => {
  const ptys = await joinedPtys();
  if (!ptys) return;
  const { socat, near, far } = ptys;
  const clock = new HostClock();
  const hardware = new HostHardware({ clock });
  const open = (path: string) => hardware.openSerial(`${path}:9600,8N1`);
  const [port, other] = [await open(near), await open(far)];
  try {
    assert.is(await codeOf(open(near)), 'busy');
    for (const bytes of [
      [0x00, 0xff, 0x0a],
      [0x11, 0x13],
    ]) {
      const receiving = received(other, bytes.length, () => port.write(Uint8Array.from(bytes)));
      assert.equal(await inTime(receiving, `${bytes}`), bytes);
    }

    const readings: unknown[] = [];
    const ended = new Promise<Error>(lost => {
      const context = { port, at: near, clock, options: {} };
      serialNmea.watch!(context as never, reading => readings.push(reading), lost);
    });
    await other.write(new TextEncoder().encode(`${sentences.join('\r\n')}\r\n`));
    await until('two readings', () => readings.length >= 2);
    assert.equal(
      readings.map(reading => Object.keys(reading as object)),
      [['altitude', 'location'], ['speed']],
    );
    socat.kill();
    assert.is(((await inTime(ended, 'the end')) as { code?: string }).code, 'missing');
  } finally {
    socat.kill();
    await Promise.all([port.close(), other.close()]);
  }
});

test('the real package: an end that comes while nobody reads is told all the same', async () => {
  const ptys = await joinedPtys();
  if (!ptys) return;
  const { socat, near } = ptys;
  const port = await new HostHardware({ clock: new HostClock() }).openSerial(`${near}:9600,8N1`);
  socat.kill();
  await once(socat, 'close');
  const ended = new Promise<Error>(lost => port.listen(() => {}, lost));
  assert.is(((await inTime(ended, 'the end')) as { code?: string }).code, 'missing');
  await port.close();
});

/** The first `count` bytes that come while `act` is done. */
function received(port: SerialPort, count: number, act: () => Promise<void>): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const bytes: number[] = [];
    const listening = port.listen(data => {
      bytes.push(...data);
      if (bytes.length < count) return;
      listening.stop();
      resolve(bytes);
    }, reject);
    act().catch(reject);
  });
}

test.after(() => rmSync(folder, { recursive: true }));
test.run();
