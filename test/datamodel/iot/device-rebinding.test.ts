// When a device's kernel driver is to begin anew, what the log says of it, and how it goes on after.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { chip, temperature } from '../../../drivers/define.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import type { DeviceErrorCode, KernelDrivers, Rebinding } from '../../../drivers/ports.ts';
import { Bench } from './bench.ts';
import { thermometer } from './fakes.ts';

const at = '/sys/class/hwmon/lm75';
const rebound: Rebinding = { said: 'its kernel driver lm75 has been bound anew', isUnbound: false };
const refused: Rebinding = {
  said: 'its kernel driver lm75 does not take it back (ENXIO); trying again',
  isUnbound: true,
};

/** A sensor of the kernel, polled each second; `asked` is when its driver was to begin anew, and whether it might be taken. */
async function sensor(answer: (isUnbound: boolean) => Rebinding | undefined) {
  const bench = new Bench();
  const asked: [number, boolean][] = [];
  const state: { failing: DeviceErrorCode | undefined; rebinding: KernelDrivers['rebind'] } = {
    failing: undefined,
    rebinding: async (path, mayTake) => {
      assert.is(path, at);
      asked.push([Math.round(bench.clock.monotonicMs() / 1000), mayTake]);
      return answer(!mayTake);
    },
  };
  bench.hardware.kernelDrivers = { rebind: (path, mayTake) => state.rebinding(path, mayTake) };
  const kernelSensor = chip({
    name: 'kernel-sensor',
    description: 'A file',
    bus: 'files',
    channels: { temperature: temperature() },
    sample: async () => {
      if (state.failing) throw new DeviceError(state.failing, 'scripted');
      return { temperature: 21 };
    },
  });
  bench.sensor('boiler', kernelSensor, at, 'temperature', 1_000);
  await bench.start(500);
  const failFor = async (code: DeviceErrorCode, ms: number) => {
    state.failing = code;
    await bench.clock.advance(ms);
    state.failing = undefined;
    await bench.clock.advance(65_000);
  };
  return { bench, asked, state, failFor };
}

test('after three failures in a row its driver begins anew, once before each opening, and the log tells the first', async () => {
  const { bench, asked, failFor } = await sensor(() => rebound);
  await failFor('io', 2_000);
  assert.equal(asked, [], 'two are not enough');
  await failFor('io', 30_000);
  assert.ok(asked.length >= 2 && asked.length <= 6, `${asked}`);
  assert.ok(asked.every(([, mayTake]) => mayTake));
  assert.equal(bench.lines.slice(2), [
    `warning boiler: input or output error at ${at} (scripted); trying again`,
    `notice boiler: ${rebound.said}`,
    bench.lines[4],
  ]);
  assert.match(bench.lines[4] ?? '', /^notice boiler: answers again, after \d+ failures$/);
});

for (const code of ['missing', 'busy', 'forbidden', 'unsupported'] as const) {
  test(`what is ${code} is taken from no driver: only what was taken before is given back`, async () => {
    const { asked, failFor } = await sensor(() => undefined);
    await failFor(code, 30_000);
    assert.ok(asked.length > 0);
    assert.ok(asked.every(([, mayTake]) => !mayTake));
  });
}

test('an answer that is no reading leaves the driver alone', async () => {
  const { asked, failFor } = await sensor(() => rebound);
  await failFor('not-a-reading', 60_000);
  assert.equal(asked, []);
});

test('what its driver does not take back is given again ever more slowly, not each second as what is unplugged', async () => {
  const { bench, asked, state } = await sensor(() => refused);
  state.failing = 'io';
  await bench.clock.advance(4_000);
  state.failing = 'missing';
  await bench.clock.advance(600_000);
  // 600 s at 60 s a wait, jittered.
  assert.ok(asked.length >= 10 && asked.length <= 25, `${asked.length} times`);
  assert.is(bench.lines.filter(line => line === `notice boiler: ${refused.said}`).length, 1);
});

test('a device that is no file of the kernel has no driver to begin anew', async () => {
  const bench = new Bench();
  let asked = 0;
  bench.hardware.kernelDrivers = { rebind: async () => void asked++ };
  bench.sensor('t', thermometer, 'i2c-1:0x44', 'temperature', 1_000);
  bench.part('i2c-1').failing = new DeviceError('no-answer', 'EREMOTEIO');
  await bench.start(60_000);
  assert.is(asked, 0);
});

test('an agent that stops while a driver is at it waits for nothing, and opens nothing after', async () => {
  const { bench, asked, state } = await sensor(() => rebound);
  let end = (_: Rebinding) => {};
  state.rebinding = () =>
    new Promise(resolve => {
      end = resolve;
    });
  state.failing = 'io';
  await bench.clock.advance(10_000);
  await bench.sampler.stop();
  state.failing = undefined;
  end(rebound);
  await bench.clock.advance(60_000);
  assert.is(bench.clock.waiting, 0);
  assert.equal(asked, []);
});

test.run();
