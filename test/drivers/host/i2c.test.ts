import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HostHardware } from '../../../drivers/host/hardware.ts';
import {
  i2cTransferBytesMax,
  i2cTransferMsMax,
  i2cTransfersWaitingMax,
  threadsWithoutI2c,
} from '../../../drivers/limits.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf } from '../../helpers/driver.ts';
import { notRun } from '../../helpers/not-run.ts';

const none = new Uint8Array();

function errno(number: number, code = ''): Error {
  return Object.assign(new Error(`error ${number}`), { errno: number, code });
}

/** Behaves as i2c-bus over Linux does: opening never fails, a descriptor an address, errors by errno. */
class FakeI2cPackage {
  opened = 0;
  closed = 0;
  inFlight = 0;
  mostInFlight = 0;
  written: [address: number, bytes: number[]][] = [];
  isThere = true;
  plainI2c = true;
  failure: Error | undefined;
  /** When set, transfers wait for it. */
  gate: Promise<void> | undefined;
  /** So do openings. */
  opensAtGate = false;

  async openPromisified() {
    this.opened++;
    if (this.opensAtGate) await this.gate;
    return {
      i2cFuncs: async () => {
        if (!this.isThere) throw errno(-2, 'ENOENT');
        return { i2c: this.plainI2c };
      },
      ...this.#smbus(),
      i2cWrite: (address: number, length: number, buffer: Buffer) =>
        this.#transfer(() => {
          this.written.push([address, [...buffer.subarray(0, length)]]);
          return { bytesWritten: length, buffer };
        }),
      i2cRead: (_address: number, length: number, buffer: Buffer) =>
        this.#transfer(() => {
          buffer.fill(0x5a, 0, length);
          return { bytesRead: length, buffer };
        }),
      close: async () => {
        this.closed++;
      },
    };
  }

  /** As the kernel has it: a word's first byte on the wire is its low one. The chip reads as its register counted up. */
  #smbus() {
    const wrote = (address: number, ...bytes: number[]) =>
      this.#transfer(() => {
        this.written.push([address, bytes]);
      });
    return {
      writeQuick: (address: number) => wrote(address),
      sendByte: wrote,
      writeByte: wrote,
      writeWord: (address: number, register: number, word: number) => wrote(address, register, word & 0xff, word >> 8),
      writeI2cBlock: (address: number, register: number, length: number, buffer: Buffer) =>
        wrote(address, register, ...buffer.subarray(0, length)).then(() => ({ bytesWritten: length, buffer })),
      receiveByte: () => this.#transfer(() => 0x5a),
      readByte: (_address: number, register: number) => this.#transfer(() => register),
      readWord: (_address: number, register: number) => this.#transfer(() => register | ((register + 1) << 8)),
      readI2cBlock: (_address: number, register: number, length: number, buffer: Buffer) =>
        this.#transfer(() => {
          for (let at = 0; at < length; at++) buffer[at] = register + at;
          return { bytesRead: length, buffer };
        }),
    };
  }

  async #transfer<T>(act: () => T): Promise<T> {
    this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
    await (this.gate ?? Promise.resolve());
    this.inFlight--;
    if (this.failure) throw this.failure;
    return act();
  }
}

/** `threads`: of libuv's pool. */
function bench(threads = 8) {
  process.env.UV_THREADPOOL_SIZE = String(threads);
  const clock = new VirtualClock();
  const fake = new FakeI2cPackage();
  return { clock, fake, hardware: new HostHardware({ clock, loadPackage: async () => ({ default: fake }) }) };
}

test('writes, then reads', async () => {
  const { fake, hardware } = bench();
  const bus = await hardware.openI2c('i2c-1');
  assert.equal([...(await bus.transfer(0x44, Uint8Array.of(0x24, 0x00), 3))], [0x5a, 0x5a, 0x5a]);
  assert.is((await bus.transfer(0x44, Uint8Array.of(1), 0)).length, 0);
  assert.equal(fake.written, [
    [0x44, [0x24, 0x00]],
    [0x44, [1]],
  ]);
});

test('a bus that is not there fails at opening', async () => {
  const { fake, hardware } = bench();
  fake.isThere = false;
  assert.is(await codeOf(hardware.openI2c('i2c-1')), 'missing');
  assert.is(await codeOf(hardware.openI2c('spi-1')), 'missing');
  assert.is(fake.closed, fake.opened, 'nothing stays open');
});

test('an adapter that does SMBus only serves chips with registers', async () => {
  const { fake, hardware } = bench();
  fake.plainI2c = false;
  const bus = await hardware.openI2c('i2c-1');
  const writes = [[], [7], [7, 1], [7, 1, 2], [7, 1, 2, 3, 4]];
  for (const bytes of writes) assert.is((await bus.transfer(0x48, Uint8Array.from(bytes), 0)).length, 0);
  assert.equal(
    fake.written,
    writes.map(bytes => [0x48, bytes]),
  );
  for (const length of [1, 2, 3, 32]) {
    const expected = Array.from({ length }, (_, at) => 0x10 + at);
    assert.equal([...(await bus.transfer(0x48, Uint8Array.of(0x10), length))], expected);
  }
  assert.equal([...(await bus.transfer(0x48, none, 1))], [0x5a]);
  assert.equal([...(await bus.transfer(0x48, Uint8Array.of(1, 2), 1))], [0x5a]);
});

test('what SMBus has no transaction for is refused before anything is sent', async () => {
  const { fake, hardware } = bench();
  fake.plainI2c = false;
  const bus = await hardware.openI2c('i2c-1');
  assert.is(await codeOf(bus.transfer(0x48, none, 2)), 'unsupported');
  assert.is(await codeOf(bus.transfer(0x48, Uint8Array.of(1), 33)), 'unsupported');
  assert.is(await codeOf(bus.transfer(0x48, new Uint8Array(34), 0)), 'unsupported');
  assert.is(await codeOf(bus.transfer(0x48, Uint8Array.of(1, 2), 3)), 'unsupported');
  assert.equal(fake.written, []);
});

for (const [number, code] of [
  [-6, 'no-answer'], // ENXIO, from Node
  [121, 'no-answer'], // EREMOTEIO with an empty code, from the addon: the BCM2835
  [19, 'missing'], // ENODEV: i2c-stub
  [110, 'timeout'],
  [16, 'busy'],
  [13, 'forbidden'],
  [95, 'unsupported'],
  [5, 'io'],
] as const) {
  test(`errno ${number} is ${code}`, async () => {
    const { fake, hardware } = bench();
    const bus = await hardware.openI2c('i2c-1');
    fake.failure = errno(number);
    assert.is(await codeOf(bus.transfer(0x44, none, 1)), code);
  });
}

test('after EBUSY and ENODEV the bus is opened anew: old descriptors may point at address 0', async () => {
  for (const number of [16, 19]) {
    const { fake, hardware } = bench();
    const bus = await hardware.openI2c('i2c-1');
    fake.failure = errno(number);
    await codeOf(bus.transfer(0x44, none, 1));
    assert.is(fake.closed, 1);
    fake.failure = undefined;
    await bus.transfer(0x44, none, 1);
    assert.is(fake.opened, 2);
  }
});

test('two chips on one bus never talk at once', async () => {
  const { fake, hardware } = bench();
  const [one, other] = [await hardware.openI2c('i2c-1'), await hardware.openI2c('i2c-1')];
  await Promise.all([1, 2, 3, 4].map(n => (n % 2 ? one : other).transfer(0x40 + n, Uint8Array.of(n), 2)));
  assert.is(fake.mostInFlight, 1);
  assert.is(fake.opened, 1);
});

test('a transfer that hangs costs its caller the deadline, and holds its bus, not another', async () => {
  const { clock, fake, hardware } = bench();
  const [bus, other] = [await hardware.openI2c('i2c-1'), await hardware.openI2c('i2c-2')];
  let release = () => {};
  fake.gate = new Promise<void>(resolve => {
    release = resolve;
  });
  const hanging = codeOf(bus.transfer(0x44, none, 1));
  const behind = codeOf(bus.transfer(0x45, none, 1));
  await clock.advance(i2cTransferMsMax - 1);
  fake.gate = undefined;
  await other.transfer(0x44, none, 1);
  await clock.advance(1);
  assert.equal([await hanging, await behind], ['timeout', 'timeout']);
  assert.is(fake.inFlight, 1);
  const late = bus.transfer(0x46, none, 1);
  await clock.settle();
  assert.is(fake.inFlight, 1, 'the bus is still held');
  release();
  assert.is((await late).length, 1);
  assert.is(clock.waiting, 0);
});

for (const [threads, atOnce] of [
  [9, 9 - threadsWithoutI2c],
  [4, 1],
] as const) {
  test(`buses that all hang take ${atOnce} of ${threads} threads, and are served once one is free again`, async () => {
    const { clock, fake, hardware } = bench(threads);
    const names = Array.from({ length: threads }, (_, at) => `i2c-${at}`);
    const buses = await Promise.all(names.map(name => hardware.openI2c(name)));
    let release = () => {};
    fake.gate = new Promise<void>(resolve => {
      release = resolve;
    });
    const hanging = buses.map(bus => codeOf(bus.transfer(0x44, none, 1)));
    await clock.advance(i2cTransferMsMax);
    assert.equal(await Promise.all(hanging), Array(threads).fill('timeout'));
    assert.is(fake.inFlight, atOnce);
    const late = buses.map(bus => bus.transfer(0x44, none, 1));
    await clock.settle();
    assert.is(fake.inFlight, atOnce, 'nobody waits for those that have not begun, and they never do');
    release();
    for (const { length } of await Promise.all(late)) assert.is(length, 1);
    assert.is(fake.mostInFlight, atOnce);
    assert.is(clock.waiting, 0);
  });
}

test('an opening that hangs keeps its turn until it has ended; what it was for is then not done any more', async () => {
  const { clock, fake, hardware } = bench(4);
  const bus = await hardware.openI2c('i2c-1');
  fake.failure = errno(16);
  await codeOf(bus.transfer(0x44, none, 1)); // Discards the bus.
  fake.failure = undefined;
  fake.opensAtGate = true;
  let release = () => {};
  fake.gate = new Promise<void>(resolve => {
    release = resolve;
  });
  const write = codeOf(bus.transfer(0x44, Uint8Array.of(1), 0));
  const other = codeOf(hardware.openI2c('i2c-2'));
  await clock.advance(10 * i2cTransferMsMax);
  assert.equal([await write, await other], ['timeout', 'timeout']);
  assert.is(fake.opened, 2, 'of all threads, one is for buses');
  release();
  await hardware.openI2c('i2c-2');
  await bus.transfer(0x44, Uint8Array.of(2), 0);
  assert.equal(fake.written, [[0x44, [2]]]);
  assert.is(clock.waiting, 0);
});

test('no more transfers wait than the limit', async () => {
  const { clock, fake, hardware } = bench();
  const bus = await hardware.openI2c('i2c-1');
  fake.gate = new Promise(() => {});
  const codes = Array.from({ length: i2cTransfersWaitingMax + 2 }, () => codeOf(bus.transfer(0x44, none, 1)));
  assert.is(await codes.at(-1), 'busy');
  await clock.advance(i2cTransferMsMax);
  assert.equal(await Promise.all(codes.slice(0, -1)), Array(i2cTransfersWaitingMax + 1).fill('timeout'));
  assert.is(await codeOf(bus.transfer(0x44, none, i2cTransferBytesMax + 1)), 'unsupported');
});

test('the last to close closes; a closed handle is of no use', async () => {
  const { clock, fake, hardware } = bench();
  const [one, other] = [await hardware.openI2c('i2c-1'), await hardware.openI2c('i2c-1')];
  await one.close();
  await one.close();
  assert.is(fake.closed, 0);
  assert.is(await codeOf(one.transfer(0x44, none, 1)), 'missing');
  await other.transfer(0x44, none, 1);
  await other.close();
  await clock.settle();
  assert.is(fake.closed, 1);
});

test('a bus that hangs when it is closed is still held when it is opened again', async () => {
  const { clock, fake, hardware } = bench();
  const bus = await hardware.openI2c('i2c-1');
  fake.gate = new Promise(() => {});
  const hanging = codeOf(bus.transfer(0x44, none, 1));
  await clock.settle();
  await bus.close();
  const again = codeOf(hardware.openI2c('i2c-1'));
  await clock.advance(i2cTransferMsMax);
  assert.equal([await hanging, await again], ['timeout', 'timeout']);
  assert.is(fake.mostInFlight, 1);
});

test('the real package says that bus 99 is missing', async () => {
  const hardware = new HostHardware({ clock: new VirtualClock() });
  const error = (await hardware.openI2c('i2c-99').catch(e => e)) as { code?: string; message: string };
  if (/npm/.test(error.message)) return notRun(`${error.message}`);
  assert.is(error.code, 'missing');
  assert.match(error.message, /i2c-99/);
});

test.run();
