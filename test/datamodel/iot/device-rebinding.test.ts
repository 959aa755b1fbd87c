// When a device's kernel driver is to begin anew, what the log says of it, and how it goes on after.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { takingsInVainMax } from '../../../datamodel/iot/limits.ts';
import { chip, temperature } from '../../../drivers/define.ts';
import { DeviceError } from '../../../drivers/errors.ts';
import type { DeviceErrorCode, KernelDrivers, Rebinding } from '../../../drivers/ports.ts';
import { Bench, device } from './bench.ts';
import { thermometer } from './fakes.ts';

const at = '/sys/class/hwmon/lm75';
const rebound: Rebinding = { said: 'its kernel driver lm75 has been bound anew', isUnbound: false };
const refused: Rebinding = {
  said: 'its kernel driver lm75 does not take it back (ENXIO); trying again',
  isUnbound: true,
};

const fileOf = (name: string, state: { failing: DeviceErrorCode | undefined }) =>
  chip({
    name,
    description: 'A file',
    bus: 'files',
    channels: { temperature: temperature() },
    sample: async () => {
      if (state.failing) throw new DeviceError(state.failing, 'scripted');
      return { temperature: 21 };
    },
  });

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
  const given: number[] = [];
  const giveBack = async () => {
    given.push(Math.round(bench.clock.monotonicMs() / 1000));
    return asked.length === 0 || answer(true)?.isUnbound !== true;
  };
  bench.hardware.kernelDrivers = { rebind: (path, mayTake) => state.rebinding(path, mayTake), giveBack };
  bench.sensor('boiler', fileOf('kernel-sensor', state), at, 'temperature', 1_000);
  await bench.start(500);
  const failFor = async (code: DeviceErrorCode, ms: number) => {
    state.failing = code;
    await bench.clock.advance(ms);
    state.failing = undefined;
    await bench.clock.advance(65_000);
  };
  return { bench, asked, given, state, failFor };
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
  bench.hardware.kernelDrivers = { rebind: async () => void asked++, giveBack: async () => true };
  bench.sensor('t', thermometer, 'i2c-1:0x44', 'temperature', 1_000);
  bench.part('i2c-1').failing = new DeviceError('no-answer', 'EREMOTEIO');
  await bench.start(60_000);
  assert.is(asked, 0);
});

test('what has no driver when the configuration no longer names it is given each minute until its driver has it', async () => {
  const kernel = { isWilling: false };
  const { bench, asked, given, state } = await sensor(() => (kernel.isWilling ? rebound : refused));
  state.failing = 'io';
  await bench.clock.advance(9_500);
  await bench.sampler.remove(device(fileOf('kernel-sensor', state), at));
  const supervised = asked.length;
  await bench.clock.advance(130_000);
  kernel.isWilling = true;
  await bench.clock.advance(3_600_000);
  assert.equal(given, [0, 10, 70, 130, 190]);
  assert.is(asked.length, supervised);
});

test('an agent that stops gives nothing back any more', async () => {
  const { bench, given, state } = await sensor(() => refused);
  state.failing = 'io';
  await bench.clock.advance(9_500);
  await Promise.all([bench.sampler.remove(device(fileOf('kernel-sensor', state), at)), bench.sampler.stop()]);
  await bench.clock.advance(600_000);
  assert.equal([given, bench.clock.waiting], [[0, 10], 0]);
});

test('an agent that stops while a driver is at it waits for that, and opens nothing after', async () => {
  const { bench, asked, state } = await sensor(() => rebound);
  let end = (_: Rebinding) => {};
  state.rebinding = () =>
    new Promise(resolve => {
      end = resolve;
    });
  state.failing = 'io';
  await bench.clock.advance(10_000);
  let isStopped = false;
  const stopped = bench.sampler.stop().then(() => {
    isStopped = true;
  });
  await bench.clock.advance(1_000);
  assert.is(isStopped, false);
  state.failing = undefined;
  end(rebound);
  await stopped;
  await bench.clock.advance(60_000);
  assert.is(bench.clock.waiting, 0);
  assert.equal(asked, []);
});

test('a device is taken from its driver three times in vain, given ever after, and taken again once it has answered', async () => {
  const { asked, failFor } = await sensor(mayNot => (mayNot ? undefined : { ...rebound, wasTaken: true }));
  const takings = () => asked.filter(([, mayTake]) => mayTake).length;
  await failFor('io', 1_200_000);
  assert.is(takings(), takingsInVainMax);
  assert.ok(asked.length > takingsInVainMax);
  await failFor('io', 1_200_000);
  assert.is(takings(), 2 * takingsInVainMax);
});

test('what was not permitted is no taking: it is asked for until it is', async () => {
  const { asked, failFor } = await sensor(() => undefined);
  await failFor('io', 1_200_000);
  assert.ok(asked.length > takingsInVainMax && asked.every(([, mayTake]) => mayTake));
});

test('a device that another capability hears from is not taken; one that nobody hears from is', async () => {
  const { bench, asked, state } = await sensor(() => ({ ...rebound, wasTaken: true }));
  const sibling: { failing: DeviceErrorCode | undefined } = { failing: undefined };
  bench.sensor('case', fileOf('sibling', sibling), at, 'temperature', 1_000);
  bench.sampler.start();
  await bench.clock.advance(5_000);
  state.failing = 'io';
  await bench.clock.advance(600_000);
  assert.ok(asked.length > takingsInVainMax);
  assert.equal(asked.filter(([, mayTake]) => mayTake).length, 0);
  sibling.failing = 'io';
  await bench.clock.advance(600_000);
  assert.equal(asked.filter(([, mayTake]) => mayTake).length, takingsInVainMax, 'of both together');
});

test('a capability that the configuration no longer names protects nothing', async () => {
  const { bench, asked, state } = await sensor(() => ({ ...rebound, wasTaken: true }));
  const sibling = fileOf('sibling', { failing: undefined });
  bench.sensor('case', sibling, at, 'temperature', 1_000);
  bench.sampler.start();
  await bench.clock.advance(5_000);
  state.failing = 'io';
  await bench.clock.advance(2_500);
  await bench.sampler.remove(device(sibling, at));
  await bench.clock.advance(60_000);
  assert.ok(asked.some(([, mayTake]) => mayTake));
});

test.run();
