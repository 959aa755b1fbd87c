import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { turnMsMax } from '../../../datamodel/iot/limits.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import { Bench, device, noAnswer } from './bench.ts';
import { thermometer } from './fakes.ts';

test('a device that is missing, fails or hangs is no stuck supervision', async () => {
  for (const trouble of ['missing', 'failing', 'hanging'] as const) {
    const bench = new Bench();
    bench.thermometer(5_000);
    bench.relay();
    const part = bench.part('i2c-1');
    if (trouble === 'missing') part.missing = new DeviceError('missing', 'ENOENT');
    else part.failing = trouble === 'failing' ? noAnswer : 'hang';
    await bench.start();
    for (let minute = 0; minute < 30; minute++) {
      await bench.clock.advance(60_000);
      assert.is(bench.sampler.stuck(bench.clock.monotonicMs()), undefined, `${trouble}, minute ${minute}`);
    }
    await bench.sampler.stop();
    assert.is(bench.sampler.stuck(Number.MAX_SAFE_INTEGER), undefined, 'after the stop');
  }
});

test('a supervision whose timer never comes is stuck', async () => {
  const bench = new Bench();
  bench.thermometer(5_000);
  await bench.start(20_000);
  bench.clock.after = () => ({ stop: () => {} });
  await bench.clock.advance(5_000 + turnMsMax);
  assert.is(bench.sampler.stuck(bench.clock.monotonicMs()), undefined);
  await bench.clock.advance(5_001);
  assert.is(bench.sampler.stuck(bench.clock.monotonicMs()), 'i2c-1:0x44');
});

test('a device is removed, and the others run on', async () => {
  const bench = new Bench();
  const gone = bench.thermometer(1_000, 'i2c-1');
  const stays = bench.thermometer(1_000, 'i2c-2');
  await bench.start(2_500);
  await bench.sampler.remove(device(thermometer, 'i2c-1:0x44'));
  const before = stays.values.length;
  bench.part('i2c-1').values = [30, 40];
  bench.part('i2c-2').values = [30, 40];
  await bench.clock.advance(2_000);
  assert.is(bench.part('i2c-1').closed, 1);
  assert.equal(gone.values.at(-1)?.[1], 21);
  assert.is(stays.values.length, before + 1);
});

test.run();
