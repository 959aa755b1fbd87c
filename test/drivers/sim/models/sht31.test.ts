import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Sht31Model } from '../../../../drivers/sim/models/sht31.ts';
import { VirtualClock } from '../../../helpers/clock.ts';

async function bench() {
  const clock = new VirtualClock();
  const model = new Sht31Model(clock);
  const command = async (word: number) => {
    await clock.advance(2);
    return model.write(Uint8Array.of(word >> 8, word & 0xff));
  };
  const status = async () => {
    assert.ok(await command(0xf32d));
    return [...model.read(3)!];
  };
  return { clock, model, command, status };
}

test('does not acknowledge a read before the measurement is done, nor twice', async () => {
  const { clock, model, command } = await bench();
  assert.is(model.read(6), undefined);
  assert.ok(await command(0x2400));
  await clock.advance(14);
  assert.is(model.read(6), undefined);
  assert.not(model.write(Uint8Array.of(0x24, 0x00)));
  await clock.advance(1);
  assert.is(model.read(6)?.length, 6);
  assert.is(model.read(6), undefined);
});

test('wants a millisecond between two commands', async () => {
  const { clock, model, command } = await bench();
  assert.ok(await command(0x3041));
  assert.not(model.write(Uint8Array.of(0x30, 0x41)));
  await clock.advance(1);
  assert.ok(model.write(Uint8Array.of(0x30, 0x41)));
});

test('keeps a status register: after power-up 8010h with checksum E1h', async () => {
  const { command, status } = await bench();
  assert.equal(await status(), [0x80, 0x10, 0xe1]);
  await command(0x3041);
  assert.equal((await status()).slice(0, 2), [0x00, 0x00]);
  await command(0x306d);
  assert.equal((await status()).slice(0, 2), [0x20, 0x00]);
  await command(0x30a2);
  assert.equal((await status()).slice(0, 2), [0x80, 0x10]);
});

test('marks a command that it does not know', async () => {
  const { model, command, status } = await bench();
  await command(0x1234);
  assert.is(model.read(3), undefined);
  assert.equal((await status()).slice(0, 2), [0x80, 0x12]);
  await command(0x3066);
  assert.equal((await status()).slice(0, 2), [0x80, 0x10]);
});

test('clamps what its converter cannot show, and pads a longer read with ones', async () => {
  const { clock, model, command } = await bench();
  Object.assign(model, { temperature: 500, humidity: -5 });
  await command(0x2416);
  await clock.advance(4);
  assert.equal([...model.read(8)!], [0xff, 0xff, 0xac, 0x00, 0x00, 0x81, 0xff, 0xff]);
});

test.run();
