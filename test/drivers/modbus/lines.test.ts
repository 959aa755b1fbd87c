// One master a port: turns, silence, deadlines, late answers, and the port that comes and goes.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { modbusExchangesWaitingMax, modbusLateMsMax } from '../../../drivers/limits.ts';
import { SharedLines } from '../../../drivers/modbus/lines.ts';
import type { ModbusTable } from '../../../drivers/ports.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { type ModbusFault, ModbusSlaves } from '../../../drivers/sim/models/modbus-slave.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf, during } from '../../helpers/driver.ts';
import { seededRandom } from '../../helpers/random.ts';

const name = '/dev/serial/by-id/usb-adapter:9600,8N1';

async function bench() {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  const port = hardware.serial(name);
  const slaves = new ModbusSlaves(port, clock);
  for (const address of [1, 2]) {
    for (let register = 0; register < 10; register++) {
      slaves.device(address).holding.set(register, address * 100 + register);
    }
  }
  const lines = new SharedLines(hardware, clock);
  const line = await lines.open(name);
  const read = (address: number, register: number, table: ModbusTable = 'holding') =>
    line.read({ address, table, register }, 1, 500);
  return { clock, hardware, port, slaves, lines, line, read };
}

test('one exchange at a time, in the order of asking, with 3.5 characters of silence between frames', async () => {
  const { clock, port, slaves, read } = await bench();
  slaves.device(1).fault = { kind: 'late', byMs: 100 };
  const sentAtMs: number[] = [];
  const hear = port.onWrite!;
  port.onWrite = bytes => {
    sentAtMs.push(clock.monotonicMs());
    hear(bytes);
  };
  const [first, second, third] = [read(1, 0), read(1, 1), read(2, 2)];
  assert.is(sentAtMs.length, 1);
  await clock.advance(1_000);
  assert.equal([await first, await second, await third], [[100], [101], [202]]);
  const [one, two, three] = sentAtMs as [number, number, number];
  const silenceMs = (3.5 * 11 * 1000) / 9600;
  assert.ok(two - one >= 100 + silenceMs && two - one < 110, `${two - one}`);
  assert.ok(three - two >= 100 + silenceMs, `${three - two}`);
});

test('a silent device fails in time, with all that waits for it; the others are asked at once', async () => {
  const { clock, slaves, read } = await bench();
  slaves.device(1).fault = { kind: 'silent' };
  const outcomes = [codeOf(read(1, 0)), codeOf(read(1, 1)), read(2, 0)];
  await clock.advance(600);
  assert.equal(await Promise.all(outcomes), ['timeout', 'timeout', [200]]);
});

test('a late answer is never that of the next request: neither to the same device nor to another', async () => {
  for (const byMs of [700, 1_500, 2_400]) {
    const { clock, slaves, read } = await bench();
    slaves.device(1).fault = { kind: 'late', byMs };
    const first = codeOf(read(1, 0));
    await clock.advance(540);
    assert.is(await first, 'timeout');
    // It answers in the order of the requests, and this one in time.
    slaves.device(1).fault = { kind: 'late', byMs: 400 };
    const [same, other] = [read(1, 7), read(2, 7)];
    await clock.advance(50);
    assert.equal(await other, [207], 'the other device need not wait');
    await clock.advance(modbusLateMsMax + 500);
    assert.equal(await same, [107], `late by ${byMs} ms`);
  }
});

test('whatever devices do, a value is that of the register that was asked for', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = seededRandom(seed);
    const { clock, slaves, read } = await bench();
    const upTo = (count: number) => Math.floor(random.fraction() * count);
    const faults = (): (ModbusFault | undefined)[] => [
      { kind: 'late', byMs: upTo(500 + modbusLateMsMax) },
      { kind: 'silent' },
      { kind: 'crc' },
      { kind: 'exception', code: 1 + upTo(8) },
      undefined,
      undefined,
    ];
    let good = 0;
    const wrong: string[] = [];
    const ask = (address: number, register: number) =>
      read(address, register).then(
        ([value]) => {
          good++;
          if (value !== address * 100 + register) wrong.push(`${address}/${register}: ${value}`);
        },
        () => {},
      );
    for (let i = 0; i < 100; i++) {
      for (const address of [1, 2]) slaves.device(address).fault = faults()[upTo(6)];
      for (let count = upTo(4); count > 0; count--) void ask(1 + upTo(2), upTo(10));
      await clock.advance(upTo(900));
    }
    await clock.advance(60_000);
    assert.equal(wrong, [], `seed ${seed}`);
    assert.ok(good > 10, `seed ${seed}: ${good} answers`);
  }
});

test('after its late answer a device is asked again at once; without one, after a while', async () => {
  const { clock, slaves, read } = await bench();
  slaves.device(1).fault = { kind: 'late', byMs: 800 };
  const first = codeOf(read(1, 0));
  await clock.advance(600);
  slaves.device(1).fault = undefined;
  assert.is(await first, 'timeout');
  let answeredAtMs = 0;
  void read(1, 1).then(() => {
    answeredAtMs = clock.monotonicMs();
  });
  await clock.advance(3_000);
  assert.ok(answeredAtMs >= 800 && answeredAtMs < 850, `${answeredAtMs}`);

  slaves.device(1).fault = { kind: 'silent' };
  const lost = codeOf(read(1, 0));
  await clock.advance(600);
  assert.is(await lost, 'timeout');
  slaves.device(1).fault = undefined;
  const asked = slaves.device(1).asked;
  const again = read(1, 3);
  await clock.advance(modbusLateMsMax - 200);
  assert.is(slaves.device(1).asked, asked, 'not yet');
  await clock.advance(300);
  assert.equal(await again, [103]);
});

test('a wrong checksum is bad data, an exception has its name; neither is taken for a value', async () => {
  const { clock, slaves, read } = await bench();
  slaves.device(1).fault = { kind: 'crc' };
  assert.is(await codeOf(during(clock, 600, read(1, 0))), 'bad-data');
  slaves.device(2).fault = { kind: 'exception', code: 4 };
  assert.is(await codeOf(during(clock, 600, read(2, 0))), 'not-a-reading');
  slaves.device(2).fault = undefined;
  assert.is(await codeOf(during(clock, 600, read(2, 99))), 'unsupported');
  assert.equal(await during(clock, 600, read(2, 9)), [209]);
});

test('an answer in pieces, at the speed of the line, is put together', async () => {
  const { clock, port, read } = await bench();
  port.onWrite = () => {};
  const reading = read(17, 0x6b);
  for (const byte of [0x11, 0x03, 0x02, 0x02, 0x2b, 0x38, 0xf8]) {
    port.receive(Uint8Array.of(byte));
    await clock.advance(2);
  }
  assert.equal(await reading, [0x022b]);
});

test('the port is shared, opened once, and closed with the last user; then it can be had again', async () => {
  const { hardware, lines, line } = await bench();
  const second = await lines.open(name);
  assert.is(await codeOf(hardware.openSerial(name)), 'busy');
  await line.close();
  await line.close();
  assert.is(await codeOf(hardware.openSerial(name)), 'busy', 'the second user still has it');
  const [, third] = await Promise.all([second.close(), lines.open(name)]);
  assert.is(await codeOf(hardware.openSerial(name)), 'busy');
  await third.close();
  await (await hardware.openSerial(name)).close();
});

test('unplugged: all that waits fails, all users are told, and the next opening finds the port again', async () => {
  const { clock, port, lines, line, read } = await bench();
  port.onWrite = () => {};
  const outcomes = [codeOf(read(1, 0)), codeOf(read(2, 0))];
  port.unplug();
  await clock.settle();
  assert.equal(await Promise.all(outcomes), ['missing', 'missing']);
  assert.is(((await line.lost) as { code?: string }).code, 'missing');
  assert.is(await codeOf(read(1, 0)), 'missing');
  assert.is(await codeOf(lines.open(name)), 'missing');
  port.plug();
  const again = await lines.open(name);
  await line.close();
  assert.is(clock.waiting, 0);
  port.onWrite = () => port.receive(Uint8Array.of(0x11, 0x03, 0x02, 0x02, 0x2b, 0x38, 0xf8));
  const reading = again.read({ address: 17, table: 'holding', register: 0 }, 1, 500);
  assert.equal(await during(clock, 100, reading), [0x022b]);
  await again.close();
});

test('a port that another program has is told as such', async () => {
  const { port, lines, line } = await bench();
  await line.close();
  port.hold(true);
  assert.is(await codeOf(lines.open(name)), 'busy');
  port.hold(false);
  await (await lines.open(name)).close();
});

test('no more wait than the limit, and no more values are asked for than a frame holds', async () => {
  const { line, read } = await bench();
  for (let i = 0; i <= modbusExchangesWaitingMax; i++) read(1, 0).catch(() => {});
  assert.is(await codeOf(read(1, 0)), 'busy');
  assert.is(await codeOf(line.read({ address: 1, table: 'holding', register: 0 }, 126, 500)), 'unsupported');
  await line.close();
});

test.run();
