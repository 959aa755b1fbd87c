// The GPIO character device against a kernel of this test: its structures are written out here by the offsets of
// include/uapi/linux/gpio.h of Linux 6.1. test/hil shows the same on the kernel itself.
import { appendFileSync, mkdirSync, mkdtempSync, openSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { EpollPackage } from '../../../drivers/host/gpio-cdev.ts';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import { gpioEdgesLateMax } from '../../../drivers/limits.ts';
import type { GpioLineOptions } from '../../../drivers/ports.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf } from '../../helpers/driver.ts';

const folder = mkdtempSync(join(tmpdir(), 'uspi-gpio-cdev-'));
test.after(() => rmSync(folder, { recursive: true }));

interface FakeChip {
  label: string;
  /** By offset; the chip has as many lines. */
  names: string[];
}

const named = (count: number) => Array.from({ length: count }, (_, at) => `GPIO${at}`);
const unnamed = (count: number) => Array.from({ length: count }, () => '');

/** gpiochip0 to gpiochipN as the boards have them, gpiodetect's output in short. */
const boards = {
  'Pi 2 and 3': [{ label: 'pinctrl-bcm2835', names: named(54) }],
  'Pi 4': [
    { label: 'pinctrl-bcm2711', names: named(58) },
    { label: 'raspberrypi-exp-gpio', names: unnamed(8) },
  ],
  'Pi 5': [
    { label: 'gpio-brcmstb@107d508500', names: unnamed(32) },
    { label: 'gpio-brcmstb@107d517c00', names: unnamed(15) },
    { label: 'pinctrl-rp1', names: named(54) },
  ],
} satisfies Record<string, FakeChip[]>;

/** Answers ioctls on plain files, as koffi's functions do: result first, errno asked for afterwards. */
class FakeKernel {
  /** The requests for lines: chip, offset, flags, and the attributes by ID. */
  requested: { chip: string; offset: number; flags: number; attributes: Map<number, number> }[] = [];
  level = 0;
  /** errno of every call on a line; 0: they work. */
  failure = 0;
  devices: string;
  #chips: FakeChip[];
  #errno = 0;
  /** The file behind the line: events are appended, and read from where the last read ended. */
  events: string;

  constructor(name: string, chips: FakeChip[]) {
    this.devices = join(folder, name);
    this.#chips = chips;
    this.events = join(this.devices, 'line');
    mkdirSync(this.devices, { recursive: true });
    for (const at of chips.keys()) writeFileSync(join(this.devices, `gpiochip${at}`), '');
    writeFileSync(this.events, '');
  }

  load() {
    const async = (fd: number, request: number, argument: Buffer, done: (e: null, result: number) => void) => {
      this.#errno = this.#answer(readlinkSync(`/proc/self/fd/${fd}`), request, argument);
      done(null, this.#errno === 0 ? 0 : -1);
    };
    return { func: () => ({ async }) };
  }

  errno() {
    return this.#errno;
  }

  #answer(path: string, request: number, bytes: Buffer): number {
    const [, at] = /gpiochip(\d+)$/.exec(path) ?? [];
    if (at === undefined) return this.failure || this.#answerLine(request, bytes);
    const chip = this.#chips[Number(at)]!;
    if (request === 0x8044b401) {
      bytes.write(`gpiochip${at}`, 0);
      bytes.write(chip.label, 32);
      bytes.writeUInt32LE(chip.names.length, 64);
      return 0;
    }
    if (request === 0xc100b405) {
      bytes.write(chip.names[bytes.readUInt32LE(64)]!, 0);
      return 0;
    }
    assert.is(request, 0xc250b407);
    if (this.failure) return this.failure;
    const attributes = Array.from({ length: bytes.readUInt32LE(296) }, (_, n) => 320 + 24 * n);
    this.requested.push({
      chip: chip.label,
      offset: bytes.readUInt32LE(0),
      flags: bytes.readUInt32LE(288),
      attributes: new Map(attributes.map(start => [bytes.readUInt32LE(start), bytes.readUInt32LE(start + 8)])),
    });
    assert.is(bytes.readUInt32LE(560), 1);
    bytes.writeInt32LE(openSync(this.events, 'r'), 588);
    return 0;
  }

  #answerLine(request: number, bytes: Buffer): number {
    assert.is(bytes.readUInt32LE(8), 1, 'the mask has the one line');
    if (request === 0xc010b40e) bytes.writeUInt32LE(this.level, 0);
    else this.level = bytes.readUInt32LE(0);
    return 0;
  }

  /** Puts edges into the line's queue; an ID of 1 is rising, of 2 falling. */
  happened(...edges: [id: 1 | 2, sequence: number][]) {
    for (const [id, sequence] of edges) {
      const event = Buffer.alloc(48);
      event.writeUInt32LE(id, 8);
      event.writeUInt32LE(sequence, 20);
      appendFileSync(this.events, event);
    }
  }
}

class FakeEpoll {
  static readonly EPOLLIN = 1;
  static last: FakeEpoll;
  fds: number[] = [];
  isClosed = false;
  ready: (error: Error | null, fd: number, events: number) => void;

  constructor(ready: FakeEpoll['ready']) {
    this.ready = ready;
    FakeEpoll.last = this;
  }
  add(fd: number) {
    this.fds.push(fd);
  }
  close() {
    this.isClosed = true;
  }
  wake(events = 1) {
    this.ready(null, this.fds[0]!, events);
  }
}

const input: GpioLineOptions = { direction: 'in', activeLow: false };
let count = 0;

function bench(chips: FakeChip[] = boards['Pi 2 and 3']) {
  const kernel = new FakeKernel(`dev-${count++}`, chips);
  const packages: Record<string, unknown> = { koffi: { default: kernel }, epoll: { default: { Epoll: FakeEpoll } } };
  const loadPackage = async (name: string) => packages[name];
  const places = { devices: kernel.devices, sysfs: join(folder, 'none') };
  const hardware = new HostHardware({ clock: new VirtualClock(), loadPackage, ...places });
  return { kernel, hardware };
}

for (const [board, chips] of Object.entries(boards)) {
  test(`${board}: a line has its name by header pin, by label and by its own`, async () => {
    const header = chips.find(({ label }) => label.startsWith('pinctrl-'))!;
    const { kernel, hardware } = bench(chips);
    const device = `gpiochip${chips.indexOf(header)}`;
    for (const line of ['pin 11', `label ${header.label}:17`, 'line GPIO17', `${device}:17`]) {
      const open = await hardware.openGpio(line, input);
      assert.equal([kernel.requested.at(-1)!.chip, kernel.requested.at(-1)!.offset], [header.label, 17], line);
      await open.close();
    }
    for (const line of ['pin 1', 'line nobody', 'label nobody:1', 'gpiochip7:1', `${device}:99`])
      assert.is(await codeOf(hardware.openGpio(line, input)), 'missing', line);
  });
}

test('a name that several lines have is refused, with those that only one has', async () => {
  const { hardware } = bench([
    { label: 'bank', names: ['RELAY', ''] },
    { label: 'bank', names: ['', 'RELAY'] },
  ]);
  const failureOf = async (line: string) => ((await hardware.openGpio(line, input).catch(e => e)) as Error).message;
  assert.match(await failureOf('line RELAY'), /"gpiochip0:0", "gpiochip1:1"$/);
  assert.match(await failureOf('label bank:1'), /ambiguous/);
});

test('a name that no line has is answered with the nearest', async () => {
  const failureOf = async (chips: FakeChip[], line: string) =>
    (
      (await bench(chips)
        .hardware.openGpio(line, input)
        .catch(e => e)) as Error
    ).message;
  const told = await failureOf(boards['Pi 5'], 'line gpio-17');
  assert.match(told, /^line gpio-17: no GPIO line has this name; there are "line GPIO17", "line GPIO/);
  assert.is(told.match(/"/g)?.length, 10, 'five of them');
  assert.match(await failureOf([{ label: 'x', names: ['', ''] }], 'line A'), /the lines of this board have no names$/);
});

test('active-low, bias, debounce and the level at the start are the kernel’s', async () => {
  const { kernel, hardware } = bench();
  const edges = (1 << 4) | (1 << 5);
  const asked = async (options: GpioLineOptions) => {
    await hardware.openGpio('pin 11', options);
    const { flags, attributes } = kernel.requested.at(-1)!;
    return { flags, attributes: [...attributes] };
  };
  assert.equal(await asked(input), { flags: edges | (1 << 2), attributes: [] });
  assert.equal(await asked({ ...input, activeLow: true, bias: 'pull-up', debounceMs: 2.5 }), {
    flags: edges | (1 << 2) | (1 << 1) | (1 << 8),
    attributes: [[3, 2_500]],
  });
  assert.is((await asked({ ...input, bias: 'pull-down' })).flags, edges | (1 << 2) | (1 << 9));
  const output: GpioLineOptions = { direction: 'out', activeLow: true, initial: true };
  assert.equal(await asked(output), { flags: (1 << 3) | (1 << 1), attributes: [[2, 1]] });
});

test('an output is written and read back', async () => {
  const { kernel, hardware } = bench();
  const line = await hardware.openGpio('pin 13', { direction: 'out', activeLow: false });
  await line.write(true);
  assert.is(kernel.level, 1);
  assert.is(await line.read(), true);
  await line.close();
  await line.close();
  assert.is(await codeOf(line.write(false)), 'missing');
});

/** A watched input, and what its watcher was told. */
async function watched() {
  const { kernel, hardware } = bench();
  const line = await hardware.openGpio('pin 11', input);
  const levels: boolean[] = [];
  const lost: unknown[] = [];
  const watching = line.watch(
    level => levels.push(level),
    error => lost.push((error as { code?: string }).code),
  );
  return { kernel, line, levels, lost, watching, poller: FakeEpoll.last };
}

test('every edge is told, in its order, until the watch is stopped', async () => {
  const { kernel, line, levels, watching, poller } = await watched();
  kernel.happened([1, 1], [2, 2], [1, 3]);
  poller.wake();
  kernel.happened([2, 4]);
  poller.wake();
  assert.equal(levels, [true, false, true, false]);
  watching.stop();
  kernel.happened([1, 5]);
  poller.wake();
  assert.is(levels.length, 4);
  await line.close();
  assert.ok(poller.isClosed);
});

test('edges that the kernel counted and could not hold are told late', async () => {
  const { kernel, levels, poller } = await watched();
  kernel.happened([1, 1], [2, 6], [1, 7]);
  poller.wake();
  assert.equal(levels, [true, false, true, false, true, false, true]);
});

test('a number that makes no sense is told a limited number of edges', async () => {
  const { kernel, levels, poller } = await watched();
  kernel.happened([1, 0xffffffff]);
  poller.wake();
  assert.is(levels.length, gpioEdgesLateMax + 1);
  assert.is(levels.at(-1), true);
});

test('a chip that vanishes is told once', async () => {
  const { kernel, line, lost, poller } = await watched();
  poller.wake(0x18); // EPOLLERR and EPOLLHUP, and nothing to read
  poller.wake(0x18);
  assert.equal(lost, ['missing']);
  kernel.failure = 19;
  assert.is(await codeOf(line.read()), 'missing');
  await line.close();
});

test('the reasons why a line cannot be had are told apart', async () => {
  const { kernel, hardware } = bench();
  for (const [errno, code] of [
    [16, 'busy'],
    [1, 'forbidden'],
    [95, 'unsupported'],
    [22, 'io'],
  ] as const) {
    kernel.failure = errno;
    assert.is(await codeOf(hardware.openGpio('pin 11', input)), code);
  }
  const none = bench([]);
  assert.is(await codeOf(none.hardware.openGpio('pin 11', input)), 'unsupported');
});

test('sysfs is used where it is there and can do it, unless the configuration says otherwise', async () => {
  const { kernel } = bench();
  const sysfs = join(folder, 'sys');
  mkdirSync(join(sysfs, 'class/gpio'), { recursive: true });
  writeFileSync(join(sysfs, 'class/gpio/export'), '');
  const loaded: string[] = [];
  const loadPackage = async (name: string) => {
    loaded.push(name);
    return name === 'koffi' ? kernel : { Epoll: FakeEpoll };
  };
  const places = { clock: new VirtualClock(), loadPackage, sysfs, devices: kernel.devices };
  const automatic = new HostHardware(places);
  assert.is(await codeOf(automatic.openGpio('pin 11', input)), 'missing', 'this sysfs has no chips');
  assert.equal(loaded, []);
  await automatic.openGpio('pin 11', { ...input, bias: 'pull-up' });
  await automatic.openGpio('pin 11', { ...input, debounceMs: 1 });
  await automatic.openGpio('line GPIO4', input);
  await new HostHardware({ ...places, gpio: 'character-device' }).openGpio('pin 11', input);
  assert.is(kernel.requested.length, 4);
});

test('the real packages have the shape that is used', async () => {
  const { default: koffi } = await import('koffi');
  const ioctl = koffi.load(null).func('int ioctl(int fd, unsigned long request, _Inout_ uint8_t *argument)');
  const errno = await new Promise(resolve => ioctl.async(-1, 0, Buffer.alloc(1), () => resolve(koffi.errno())));
  assert.is(errno, koffi.os.errno.EBADF);
  const untyped: string = 'epoll';
  const { default: epoll } = (await import(untyped)) as { default: EpollPackage };
  assert.is(epoll.Epoll.EPOLLIN, 1);
  for (const name of ['add', 'close'])
    assert.type((epoll.Epoll.prototype as unknown as Record<string, unknown>)[name], 'function', name);
});

test.run();
