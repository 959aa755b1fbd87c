// LM75 and TMP105. Tables of the makers: LM75 datasheet DS012658, section 1.11; TMP105 datasheet SBOS648, table
// "12-Bit Temperature Data Format". The formula: lm75_reg_to_mc of the Linux driver (drivers/hwmon/lm75.c, 6.1).
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lm75 } from '../../../drivers/chips/lm75.ts';
import { tmp105 } from '../../../drivers/chips/tmp105.ts';
import { Lm75Model } from '../../../drivers/sim/models/lm75.ts';
import { codeOf } from '../../helpers/driver.ts';
import { assertNamesFaults, i2cBench, recorded } from '../../helpers/i2c.ts';

const lm75Bench = (options = {}) => i2cBench(lm75, 0x48, clock => new Lm75Model(clock, 'LM75'), { options });
const tmp105Bench = () => i2cBench(tmp105, 0x48, clock => new Lm75Model(clock, 'TMP105'));

/** The kernel's, in thousandths of a degree. */
const kernel = (word: number, bits: number) => ((((word << 16) >> 16) >> (16 - bits)) * 1000) >> (bits - 8);

test("lm75: National's table, nine bits", async () => {
  const { bus, sample } = await lm75Bench();
  for (const [bits, celsius] of [
    [0x0fa, 125],
    [0x032, 25],
    [0x001, 0.5],
    [0x000, 0],
    [0x1ff, -0.5],
    [0x1ce, -25],
    [0x192, -55],
  ] as const) {
    bus.attach(0x48, recorded([bits >> 1, ((bits & 1) << 7) | 0x15]));
    assert.equal(await sample(), { temperature: celsius }, 'whatever the bits below are');
  }
});

test("tmp105: TI's table, twelve bits", async () => {
  const { bus, sample } = await tmp105Bench();
  for (const [bits, celsius] of [
    [0x7ff, 127.9375],
    [0x640, 100],
    [0x500, 80],
    [0x4b0, 75],
    [0x320, 50],
    [0x190, 25],
    [0x004, 0.25],
    [0x000, 0],
    [0xffc, -0.25],
    [0xe70, -25],
    [0xc90, -55],
  ] as const) {
    const asked: number[] = [];
    bus.attach(0x48, {
      write: ([register = 0]) => asked.push(register) > 0,
      read: () => (asked.at(-1) === 1 ? Uint8Array.of(0x60) : Uint8Array.of(bits >> 4, (bits & 0xf) << 4)),
    });
    assert.equal(await sample(), { temperature: celsius });
  }
});

test('both agree with the kernel over their range', async () => {
  for (const bits of [9, 11, 12]) {
    const { bus, sample } = await lm75Bench({ bits });
    for (let word = -0x3700; word <= 0x7d00; word += 0x3a7) {
      bus.attach(0x48, recorded([(word >> 8) & 0xff, word & 0xff]));
      const { temperature } = await sample();
      assert.is(Math.floor(1000 * (temperature as number)), kernel(word & 0xffff, bits), `${word}, ${bits} bits`);
    }
  }
});

test('each reads its model, as finely as it can', async () => {
  const [coarse, fine] = [await lm75Bench(), await tmp105Bench()];
  for (const celsius of [21.4375, -10.0625, 85]) {
    coarse.model.temperature = celsius;
    fine.model.temperature = celsius;
    await coarse.clock.advance(100);
    assert.equal(await coarse.sample(), { temperature: Math.floor(celsius * 2) / 2 });
    assert.equal(await fine.sample(), { temperature: celsius });
  }
});

test('tmp105: after a brown-out its 0 degC is no reading, until it is set up again', async () => {
  const { model, sample, open } = await tmp105Bench();
  model.brownOut();
  assert.is(await codeOf(sample()), 'io');
  await open();
  assert.equal(await sample(), { temperature: 21.5 });
});

test('all ones, and bits that cannot be, are no reading', async () => {
  const { bus, sample } = await lm75Bench();
  bus.attach(0x48, recorded([0xff, 0xff]));
  assert.is(await codeOf(sample()), 'not-a-reading');
  const fine = await tmp105Bench();
  fine.bus.attach(0x48, recorded([0x60, 0x05]));
  assert.is(await codeOf(fine.sample()), 'bad-data');
});

test('each names what is wrong with the bus', async () => {
  await assertNamesFaults(await lm75Bench());
  await assertNamesFaults(await tmp105Bench());
});

test.run();
