// Lines over I2C: MCP23017, PCF8574. Registers: Linux 6.1, drivers/pinctrl/pinctrl-mcp23s08.c, drivers/gpio/gpio-pcf857x.c.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mcp23017 } from '../../../drivers/chips/mcp23017.ts';
import { pcf8574 } from '../../../drivers/chips/pcf8574.ts';
import { Mcp23017Model } from '../../../drivers/sim/models/mcp23017.ts';
import { Pcf8574Model } from '../../../drivers/sim/models/pcf8574.ts';
import type { Bench } from '../../helpers/driver.ts';
import { codeOf } from '../../helpers/driver.ts';
import { assertNamesFaults, i2cBench } from '../../helpers/i2c.ts';

type Extra = Pick<Bench, 'options' | 'channels'>;
const mcp = (extra: Extra = {}) =>
  i2cBench(mcp23017, 0x20, () => new Mcp23017Model(), { channels: ['in-a0', 'in-b7', 'out-a1', 'out-b0'], ...extra });
const pcf = (extra: Extra = {}) =>
  i2cBench(pcf8574, 0x27, () => new Pcf8574Model(), { channels: ['in-p0', 'out-p7', 'out-p6'], ...extra });

test('mcp23017: inputs have their pull-up, and only they', async () => {
  const { model, sample } = await mcp();
  assert.equal([model.level(0), model.level(15), model.level(1), model.level(8)], [true, true, undefined, undefined]);
  model.outside[0] = false;
  const readings = await sample();
  assert.is(readings['in-a0'], false);
  assert.is(readings['in-b7'], true);
});

test('mcp23017: a line becomes an output with its first value, and the others are left alone', async () => {
  const { model, drive } = await mcp();
  await drive('out-b0', true);
  assert.equal([model.level(8), model.level(1)], [true, undefined]);
  await drive('out-a1', true);
  assert.equal([model.level(8), model.level(1)], [true, true]);
  await drive('out-a1', false);
  assert.is(model.level(8), true);
  await drive('out-b0', false);
  assert.equal([model.level(8), model.level(1)], [false, false]);
});

test('mcp23017: active-low relays and contacts', async () => {
  const { model, drive, sample } = await mcp({ options: { outputsActiveLow: true, inputsActiveLow: true } });
  await drive('out-a1', false);
  assert.is(model.level(1), true);
  await drive('out-a1', true);
  assert.is(model.level(1), false);
  assert.is((await sample())['in-a0'], false);
});

test('mcp23017: a brown-out is seen, and the next opening starts afresh', async () => {
  const { model, drive, sample, open } = await mcp();
  await drive('out-a1', true);
  await sample();
  model.brownOut();
  assert.is(await codeOf(sample()), 'io');
  await open();
  assert.is(model.level(0), true);
});

test('mcp23017: another program may have left it with BANK = 1', async () => {
  const { model, open } = await mcp();
  const written: number[] = [];
  const put = model.write.bind(model);
  model.write = bytes => {
    written.push(bytes[0]!);
    return put(bytes);
  };
  await open();
  assert.equal(written.slice(0, 2), [0x05, 0x0a]);
});

test('one line cannot be input and output', async () => {
  const code = (promise: Promise<unknown>) => codeOf(promise);
  assert.is(await code(mcp({ channels: ['in-a0', 'out-a0'] })), 'unsupported');
  assert.is(await code(pcf({ channels: ['in-p0', 'out-p0'] })), 'unsupported');
});

test('pcf8574: writes one line and leaves the others, also one that reads low because something pulls it', async () => {
  const { model, drive } = await pcf();
  model.pulledLow = 0b0000_0001;
  await drive('out-p7', true);
  assert.is(model.latch, 0b0111_1111);
  await drive('out-p6', true);
  assert.is(model.latch, 0b0011_1111);
  await drive('out-p7', false);
  assert.is(model.latch, 0b1011_1111);
});

test('pcf8574: a brown-out is seen', async () => {
  const { model, drive, sample } = await pcf();
  await drive('out-p7', true);
  await sample();
  model.latch = 0xff;
  assert.is(await codeOf(sample()), 'io');
});

test('pcf8574: reads its inputs', async () => {
  const { model, sample } = await pcf();
  assert.is((await sample())['in-p0'], false);
  model.pulledLow = 1;
  assert.is((await sample())['in-p0'], true);
});

test('each names what is wrong with the bus', async () => {
  await assertNamesFaults(await mcp());
  await assertNamesFaults(await pcf());
});

test.run();
