import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ina219 } from '../../../drivers/chips/ina219.ts';
import { Ina219Model } from '../../../drivers/sim/models/ina219.ts';
import { codeOf } from '../../helpers/driver.ts';
import { assertNamesFaults, assertNear, i2cBench } from '../../helpers/i2c.ts';

const bench = () => i2cBench(ina219, 0x40, () => new Ina219Model(), { options: { shuntOhm: 0.002 } });

// SBOS448G, section 8.5.1: calibration 5000h, bus register 5D98h, shunt register 07D0h, 2 mOhm.
test("reads the datasheet's worked example: 11.98 V, 10 A, 119.8 W", async () => {
  const { bus, sample, model } = await bench();
  const port = await bus.open();
  const word = async (register: number) =>
    Buffer.from(await port.transfer(0x40, Uint8Array.of(register), 2)).readUInt16BE();
  assert.is(await word(1), 0x07d0);
  assert.is(await word(2), 0x5d98);
  const { voltage, current, power } = await sample();
  assertNear(voltage, 11.98, 1e-9);
  assertNear(current, 10, 1e-9);
  assertNear(power, 119.8, 1e-6);
  // The chip's own registers agree: a count of current is 1 mA, one of power 20 mW.
  await port.transfer(0x40, Uint8Array.of(5, 0x50, 0x00), 0);
  assert.is(model.current, 10_000);
  assert.is(await word(3), 5990);
});

test('current that flows back is negative', async () => {
  const { model, sample } = await bench();
  Object.assign(model, { shunt: -0.001, bus: 12 });
  const { current, power } = await sample();
  assertNear(current, -0.5, 1e-9);
  assertNear(power, -6, 1e-6);
});

test('more than the shunt is made for is no reading', async () => {
  const { model, sample } = await bench();
  model.shunt = 0.33;
  assert.is(await codeOf(sample()), 'not-a-reading');
});

test('what does not come out of a reset like an INA219 is refused', async () => {
  const { model, open } = await bench();
  Object.assign(model, { put: () => {} });
  model.words.set(0, 0x4127);
  const failure = await open().catch(error => error);
  assert.is(failure.code, 'unsupported');
  assert.match(failure.message, 'is no INA219: 0x4127 after a reset');
});

test('names what is wrong with the bus', async () => assertNamesFaults(await bench()));

test.run();
