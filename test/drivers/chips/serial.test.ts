// Parts on a serial line: MH-Z19 (Winsen's manual), PMS5003 (Plantower's manual; the Linux driver of 6.1 is pms7003.c).
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checksum, findAnswer, mhZ19 } from '../../../drivers/chips/mh-z19.ts';
import { pms5003, readFrame } from '../../../drivers/chips/pms5003.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { MhZ19Model } from '../../../drivers/sim/models/mh-z19.ts';
import { Pms5003Model } from '../../../drivers/sim/models/pms5003.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf, during, openChip, watchChip } from '../../helpers/driver.ts';

const at = '/dev/ttyAMA0:9600,8N1';

function bench() {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  return { clock, hardware, port: hardware.serial(at) };
}

const answer = [0xff, 0x86, 0x01, 0xf4, 0, 0, 0, 0, 0x85];

test("mh-z19: the manual's checksums: 79h of the request, 85h of an answer of 500 ppm", () => {
  assert.is(checksum([0xff, 0x01, 0x86, 0, 0, 0, 0, 0]), 0x79);
  assert.is(checksum(answer), 0x85);
});

test('mh-z19: asks and reads 500 ppm, also behind noise and in pieces', async () => {
  const { clock, hardware, port } = bench();
  const context = await openChip(mhZ19, { hardware, clock, at });
  const sampling = mhZ19.sample!(context);
  assert.equal(port.sent, [0xff, 0x01, 0x86, 0, 0, 0, 0, 0, 0x79]);
  port.receive(Uint8Array.from([0x00, 0xff, ...answer.slice(0, 4)]));
  port.receive(Uint8Array.from(answer.slice(4)));
  assert.equal(await during(clock, 10, sampling), { co2: 500 });
});

test('mh-z19: its model understands the request', async () => {
  const { clock, hardware, port } = bench();
  const model = new MhZ19Model(port);
  const context = await openChip(mhZ19, { hardware, clock, at });
  assert.equal(await during(clock, 10, mhZ19.sample!(context)), { co2: 500 });
  model.co2 = 4321;
  assert.equal(await during(clock, 10, mhZ19.sample!(context)), { co2: 4321 });
});

test('mh-z19: no answer, a wrong checksum and an unplugged port fail in time; nothing is left listening', async () => {
  const { clock, hardware, port } = bench();
  const context = await openChip(mhZ19, { hardware, clock, at });
  assert.is(await codeOf(during(clock, 1000, mhZ19.sample!(context))), 'timeout');
  const wrong = mhZ19.sample!(context);
  port.receive(Uint8Array.from([...answer.slice(0, 8), 0x86]));
  assert.is(await codeOf(during(clock, 1000, wrong)), 'timeout');
  const zeros = mhZ19.sample!(context);
  port.receive(Uint8Array.from([0xff, 0x86, 0, 0, 0, 0, 0, 0, 0x7a]));
  assert.is(await codeOf(during(clock, 1000, zeros)), 'not-a-reading');
  const lost = mhZ19.sample!(context);
  port.unplug();
  assert.is(await codeOf(during(clock, 1000, lost)), 'missing');
  assert.is(findAnswer(answer.slice(0, 8)), undefined);
});

/** A frame with the three atmospheric values. */
function frame(pm1: number, pm25: number, pm10: number): Uint8Array {
  return Object.assign(new Pms5003Model(bench().port), { pm1, pm25, pm10 }).frame();
}

test('pms5003: reads the values for the atmosphere out of 32 bytes', () => {
  assert.is(frame(5, 12, 20).length, 32);
  assert.equal(readFrame(frame(5, 12, 20)), { pm1: 5, pm25: 12, pm10: 20 });
  const broken = frame(5, 12, 20);
  broken[13]! ^= 1;
  assert.is(readFrame(broken), undefined);
});

test('pms5003: finds its frames in noise, in pieces, and behind a broken one that holds the start of the next', async () => {
  const { clock, hardware, port } = bench();
  const told = watchChip(pms5003, await openChip(pms5003, { hardware, clock, at }));
  const broken = [...frame(1, 1, 1).subarray(0, 20), ...frame(5, 12, 20)];
  for (const byte of [0x42, 0x42, 0x00, ...frame(2, 3, 4), ...broken]) port.receive(Uint8Array.of(byte));
  assert.equal(told.readings, [
    { pm1: 2, pm25: 3, pm10: 4 },
    { pm1: 5, pm25: 12, pm10: 20 },
  ]);
  port.unplug();
  assert.is(told.lost.length, 1);
});

test('pms5003: at the wrong speed the port is given up', async () => {
  const { clock, hardware, port } = bench();
  const told = watchChip(pms5003, await openChip(pms5003, { hardware, clock, at }));
  port.receive(new Uint8Array(4096).fill(0x42));
  assert.is(told.lost.length, 0);
  port.receive(Uint8Array.of(0x42));
  assert.is((told.lost[0] as { code?: string }).code, 'bad-data');
});

test.run();
