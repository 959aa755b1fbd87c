import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { button } from '../../../drivers/chips/button.ts';
import { gpioInput } from '../../../drivers/chips/gpio-input.ts';
import { gpioOutput } from '../../../drivers/chips/gpio-output.ts';
import { SimHardware } from '../../../drivers/sim/hardware.ts';
import { VirtualClock } from '../../helpers/clock.ts';
import { codeOf, openChip, watchChip } from '../../helpers/driver.ts';

const at = 'pin 11';

function bench() {
  const clock = new VirtualClock();
  const hardware = new SimHardware(clock);
  return { clock, hardware, line: hardware.gpio(at) };
}

test('an input tells its level at the start, then each edge', async () => {
  const { clock, hardware, line } = bench();
  line.setWire(true);
  const told = watchChip(gpioInput, await openChip(gpioInput, { hardware, clock, at }));
  await clock.settle();
  line.setWire(false);
  line.setWire(true);
  assert.equal(told.readings, [{ level: true }, { level: false }, { level: true }]);
  told.stop();
  line.setWire(false);
  assert.is(told.readings.length, 3);
});

test('an edge that overtakes the first answer is not undone by it', async () => {
  const { clock, hardware, line } = bench();
  line.setWire(false);
  const context = await openChip(gpioInput, { hardware, clock, at });
  const told = watchChip(gpioInput, context);
  line.setWire(true);
  await clock.settle();
  assert.equal(told.readings, [{ level: true }]);
});

test('activeLow turns inputs and outputs round', async () => {
  const { clock, hardware, line } = bench();
  line.setWire(false);
  const input = await openChip(gpioInput, { hardware, clock, at, options: { activeLow: true } });
  assert.equal(await gpioInput.sample!(input), { level: true });
  await input.port.close();

  const output = await openChip(gpioOutput, { hardware, clock, at, options: { activeLow: true } });
  assert.is(line.wireIsHigh, true, 'inactive from the first moment');
  await gpioOutput.drive!(output, 'level', true);
  assert.is(line.wireIsHigh, false);
  assert.is(await gpioOutput.readBack!(output, 'level'), true);
});

test('a floating input follows its bias', async () => {
  const { clock, hardware, line } = bench();
  const context = await openChip(gpioInput, { hardware, clock, at, options: { bias: 'pull-up' } });
  assert.equal(await gpioInput.sample!(context), { level: true });
  line.setWire(false);
  assert.equal(await gpioInput.sample!(context), { level: false });
  line.setWire(undefined);
  assert.equal(await gpioInput.sample!(context), { level: true });
});

test('a button to ground needs no more than its pin: pulled up, pressed while it is low', async () => {
  const { clock, hardware, line } = bench();
  const told = watchChip(button, await openChip(button, { hardware, clock, at }));
  await clock.settle();
  line.setWire(false);
  line.setWire(undefined);
  assert.equal(told.readings, [{ level: false }, { level: true }, { level: false }]);
  assert.is(button.options?.debounceMs?.default, 20);
});

test('an output keeps its level when it is closed', async () => {
  const { clock, hardware, line } = bench();
  const context = await openChip(gpioOutput, { hardware, clock, at });
  assert.is(line.wireIsHigh, false);
  await gpioOutput.drive!(context, 'level', true);
  await context.port.close();
  assert.is(line.wireIsHigh, true);
  assert.is(await codeOf(gpioOutput.drive!(context, 'level', false)), 'missing');
});

test('a line that disappears is told once, and can be opened again', async () => {
  const { clock, hardware, line } = bench();
  const told = watchChip(gpioInput, await openChip(gpioInput, { hardware, clock, at }));
  await clock.settle();
  line.unplug();
  line.unplug();
  assert.equal(
    told.lost.map(error => (error as { code?: string }).code),
    ['missing'],
  );
  assert.is(await codeOf(openChip(gpioInput, { hardware, clock, at })), 'missing');
  line.plug();
  line.setWire(true);
  assert.equal(await gpioInput.sample!(await openChip(gpioInput, { hardware, clock, at })), { level: true });
});

test('a line in use is busy, here as with another program', async () => {
  const { clock, hardware, line } = bench();
  line.hold(true);
  assert.is(await codeOf(openChip(gpioInput, { hardware, clock, at })), 'busy');
  line.hold(false);
  await openChip(gpioInput, { hardware, clock, at });
  assert.is(await codeOf(openChip(gpioOutput, { hardware, clock, at })), 'busy');
});

test.run();
