import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DeviceFailure } from '../../../datamodel/iot/errors.ts';
import { driveMsMax, outputCheckMs } from '../../../datamodel/iot/limits.ts';
import type { ChipDefinition } from '../../../drivers/define.ts';
import { Bench, noAnswer } from './bench.ts';
import { honestRelay, relay } from './fakes.ts';

test('an output has its initial value from the first moment, and again at the stop', async () => {
  const bench = new Bench();
  const fan = bench.relay(relay, true);
  assert.is(fan.initial, true);
  await bench.start();
  assert.is(bench.line('pin 13').opened[0]?.initial, true);
  assert.is(await fan.drive(false), undefined);
  assert.is(bench.line('pin 13').level, false);
  await bench.sampler.stop();
  assert.is(bench.line('pin 13').level, true);
  assert.is(bench.line('pin 13').closed, 1);
  assert.is(bench.clock.waiting, 0);
});

test('an output is off at the start where nothing is said', async () => {
  const bench = new Bench();
  bench.line('pin 13').level = true;
  bench.relay();
  await bench.start();
  assert.is(bench.line('pin 13').level, false);
});

test('a write that fails is reported, and what was wanted before is written again when the output is back', async () => {
  const bench = new Bench();
  const fan = bench.relay();
  await bench.start();
  await fan.drive(true);
  const line = bench.line('pin 13');
  line.failing = noAnswer;
  const failure = await fan.drive(false);
  assert.ok(failure instanceof DeviceFailure);
  assert.is(failure.code, 'no-answer');
  line.level = false;
  line.failing = undefined;
  await bench.clock.advance(2_000);
  assert.is(line.level, true);
  assert.equal(bench.lines, ['warning fan: no answer at pin 13; trying again', 'notice fan: answers again']);
});

test('an output that is lost is made safe before it is closed, and has its last value when it is back', async () => {
  const bench = new Bench();
  const fan = bench.relay();
  await bench.start();
  await fan.drive(true);
  const line = bench.line('pin 13');
  line.failing = noAnswer;
  await fan.drive(false);
  await bench.clock.advance(3_500);
  assert.is(line.closed, 1);
  const failure = await fan.drive(false);
  assert.is(failure?.code, 'no-answer', 'while it is closed a write fails at once, for the known reason');
  line.failing = undefined;
  await bench.clock.advance(60_000);
  assert.is(line.opened.at(-1)?.initial, true, 'without going through the initial value');
  assert.is(line.level, true);
});

test('a write that hangs ends with its deadline', async () => {
  const bench = new Bench();
  const fan = bench.relay();
  await bench.start();
  bench.line('pin 13').failing = 'hang';
  const driving = fan.drive(true);
  await bench.clock.advance(driveMsMax);
  assert.is((await driving)?.code, 'timeout');
});

test('a write that reaches the hardware after its deadline is taken back', async () => {
  const bench = new Bench();
  let delayMs = 0;
  const slowRelay: ChipDefinition = {
    ...relay,
    async drive(context, channel, value) {
      await context.sleep(delayMs);
      await relay.drive?.(context, channel, value);
    },
  };
  const fan = bench.relay(slowRelay);
  await bench.start(10);
  delayMs = driveMsMax + 5_000;
  const driving = fan.drive(true);
  await bench.clock.advance(driveMsMax);
  assert.is((await driving)?.code, 'timeout');
  delayMs = 0;
  await bench.clock.advance(5_000);
  assert.equal(bench.line('pin 13').writes, [false, true, false]);
});

test('a write during the opening waits for it', async () => {
  const bench = new Bench();
  const fan = bench.relay();
  bench.sampler.start();
  assert.is(await fan.drive(true), undefined);
  assert.is(bench.line('pin 13').level, true);
});

test('a write of what an output has already waits for its opening too, and fails with its own deadline', async () => {
  const bench = new Bench();
  const fan = bench.relay();
  const { openGpio } = bench.hardware;
  bench.hardware.openGpio = async (line, options) => {
    await new Promise<void>(resolve => void bench.clock.after(driveMsMax + 1_000, resolve));
    return openGpio(line, options);
  };
  bench.sampler.start();
  const early = fan.drive(false);
  await bench.clock.advance(1_500);
  const later = fan.drive(false);
  await bench.clock.advance(driveMsMax);
  assert.is((await early)?.code, 'timeout');
  assert.is(await later, undefined);
  assert.equal([bench.line('pin 13').opened.length, bench.line('pin 13').level], [1, false]);
});

test('a value that the channel cannot take is refused', async () => {
  const bench = new Bench();
  const fan = bench.relay();
  await bench.start();
  assert.is((await fan.drive(5))?.code, 'unsupported');
  assert.equal(bench.lines, []);
});

test('an output that can be read back is compared now and then, and given its value again', async () => {
  const bench = new Bench();
  const fan = bench.relay(honestRelay);
  await bench.start();
  await fan.drive(true);
  const line = bench.line('pin 13');
  line.level = false;
  await bench.clock.advance(outputCheckMs + 2_000);
  assert.is(line.level, true);
  assert.equal(bench.lines, [
    'warning fan: input or output error at pin 13 (fan has false in place of true); trying again',
    'notice fan: answers again',
  ]);
});

test.run();
